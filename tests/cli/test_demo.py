"""The demo's people: everybody gets a password of this instance's own."""

import re
from pathlib import Path

from app.accounts.service import authenticate
from app.cli.demo import LOGINS_FILE, load_demo
from app.instance import Instance
from app.settings import PROJECT_DIR

CATALOGS = PROJECT_DIR / "catalogs"
LOGIN = re.compile(r"^  (\S+)  (\S+)  \((\w+)\)$", re.MULTILINE)


def without_history(folder: Path) -> Path:
    """The demo's files, its past left out."""
    folder.mkdir()
    for path in CATALOGS.iterdir():
        (folder / path.name).symlink_to(path)
    (folder / "history.json").unlink()
    (folder / "history.json").write_text("[]", "utf-8")
    return folder


def test_demo_logins_are_made_up_kept_from_others_and_open_the_door(
    stocked: Instance, tmp_path: Path
) -> None:
    path = stocked.settings.instance_dir / LOGINS_FILE
    path.write_text("left from before, for everybody to read", "utf-8")
    path.chmod(0o644)
    loaded = load_demo(stocked, folder=without_history(tmp_path / "demo"), say=lambda _: None)
    logins = LOGIN.findall(path.read_text("utf-8"))
    assert loaded.users == len(logins) == 3
    assert {role for _, _, role in logins} == {"manager", "lead", "admin"}
    assert len({password for _, password, _ in logins}) == 3
    assert path.stat().st_mode & 0o777 == 0o600
    for email, password, _ in logins:
        assert authenticate(stocked.database, email=email, password=password, address="10.0.0.1").user


def test_no_password_stands_in_the_project() -> None:
    assert "password" not in (CATALOGS / "users.json").read_text("utf-8")
