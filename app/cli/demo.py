"""The demo: two made-up companies, their people, and what they offered in the past year."""

import json
import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.accounts.portraits import portrait_jpeg
from app.accounts.service import NewUser, create_user, find_user
from app.catalog.service import import_workbook
from app.instance import Instance
from app.personalization.service import check_content
from app.pipeline.past import record_past
from app.problems import ProblemsError
from app.proposals.lifecycle import Status
from app.proposals.reading import read_brief
from app.roles import Role
from app.settings import PROJECT_DIR

CATALOGS = PROJECT_DIR / "catalogs"
WORKBOOKS = ("compressors", "cleaning-services")
LOGINS_FILE = "demo-logins.txt"
BY = "demo"
PASSWORD_BYTES = 12


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the demo brought in."""

    catalogues: int
    users: int
    proposals: int


def load_demo(instance: Instance, *, folder: Path = CATALOGS, say: Callable[[str], None]) -> Loaded:
    """Load catalogues, people and history; what is there already stays. Raises ProblemsError."""
    for key in WORKBOOKS:
        say(f"catalogue {key}")
        _import(instance, folder / f"{key}.xlsx", key)
    users = json.loads((folder / "users.json").read_text("utf-8"))
    passwords = {entry["email"]: secrets.token_urlsafe(PASSWORD_BYTES) for entry in users}
    write_logins(instance, users, passwords)
    ids = {entry["email"]: _user(instance, folder, entry, passwords) for entry in users}
    history = json.loads((folder / "history.json").read_text("utf-8"))
    say(f"{len(history)} proposals of the past")
    for entry in history:
        _past(instance, entry, ids)
    return Loaded(len(WORKBOOKS), len(users), len(history))


def write_logins(
    instance: Instance, users: Iterable[Mapping[str, Any]], passwords: Mapping[str, str]
) -> None:
    """Leave the logins where script/server finds them to print, and nobody else can read them.

    They are made up for this instance: a demo that can be reached from outside is nobody's to enter.
    """
    lines = [f"  {entry['email']}  {passwords[entry['email']]}  ({entry['role']})" for entry in users]
    path = instance.settings.instance_dir / LOGINS_FILE
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write("Demo logins:\n" + "\n".join(lines) + "\n")


def _import(instance: Instance, path: Path, key: str) -> None:
    report = import_workbook(
        instance,
        content=path.read_bytes(),
        filename=path.name,
        folder=path.parent,
        by=BY,
        publish=True,
        key=key,
        checks=(check_content,),
    )
    if report.errors:
        raise ProblemsError(report.errors)


def _user(
    instance: Instance, folder: Path, entry: Mapping[str, Any], passwords: Mapping[str, str]
) -> int | None:
    with instance.database.session() as session:
        known = find_user(session, entry["email"])
    if known:
        return known.id
    portrait = entry.get("portrait")
    stored = instance.storage.put(portrait_jpeg((folder / portrait).read_bytes())) if portrait else None
    new = NewUser(
        email=entry["email"],
        name=entry["name"],
        password=passwords[entry["email"]],
        role=Role(entry["role"]),
        language=entry.get("language", "uk"),
        phone=entry.get("phone", ""),
        names=entry.get("names", {}),
        positions=entry.get("positions", {}),
        portrait=stored,
    )
    return create_user(instance.database, new).id


def _past(instance: Instance, entry: Mapping[str, Any], ids: Mapping[str, int | None]) -> None:
    answered = entry.get("answered_on")
    record_past(
        instance,
        read_brief(entry["brief"]),
        user_id=ids.get(entry.get("manager", ""), next(iter(ids.values()), None)),
        on=date.fromisoformat(entry["date"]),
        status=Status(entry["outcome"]),
        answered_on=date.fromisoformat(answered) if answered else None,
        reason=entry.get("reason", ""),
    )
