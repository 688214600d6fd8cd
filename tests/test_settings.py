"""The environment: what it may say, and what is said about values that cannot be used."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.settings import PROJECT_DIR, SettingsError, load_settings


def settings_of(folder: Path, **values: str) -> dict[str, str]:
    return {"MINUTA_INSTANCE_DIR": str(folder), **{f"MINUTA_{name}": value for name, value in values.items()}}


def test_nothing_set_is_an_instance_in_a_folder(tmp_path: Path) -> None:
    settings = load_settings(settings_of(tmp_path))
    assert settings.database_url == f"sqlite:///{tmp_path / 'minuta.sqlite3'}"
    assert settings.public_url == "http://localhost:8000"
    assert (settings.redis_url, settings.storage_url, settings.smtp_url) == (None, None, None)
    assert settings.mail_dir == tmp_path / "mail"
    assert not settings.demo


def test_the_port_shows_in_the_address(tmp_path: Path) -> None:
    assert load_settings({**settings_of(tmp_path), "PORT": "8123"}).public_url == "http://localhost:8123"


def test_an_instance_makes_its_own_secret_once(tmp_path: Path) -> None:
    first = load_settings(settings_of(tmp_path)).secret_key
    assert len(first) == 64
    assert load_settings(settings_of(tmp_path)).secret_key == first
    assert load_settings(settings_of(tmp_path / "other")).secret_key != first
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0
    assert load_settings(settings_of(tmp_path, SECRET_KEY="ours")).secret_key == "ours"


def test_processes_that_start_at_once_share_one_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda _: load_settings(settings_of(tmp_path)).secret_key, range(40)))
    assert [len(secret) for secret in made] == [64]
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


@pytest.mark.parametrize(
    ("public_url", "host", "secure"),
    [
        ("https://offers.example.com/", "offers.example.com", True),
        ("http://localhost:8000", "localhost", False),
    ],
)
def test_the_public_address_says_how_people_come(
    tmp_path: Path, public_url: str, host: str, secure: bool
) -> None:
    settings = load_settings(settings_of(tmp_path, PUBLIC_URL=public_url))
    assert (settings.trusted_host, settings.secure_cookies) == (host, secure)
    assert not settings.public_url.endswith("/")


@pytest.mark.parametrize("url", ["file:///srv/minuta/files", "/srv/minuta/files"])
def test_files_may_be_kept_in_another_folder(tmp_path: Path, url: str) -> None:
    assert load_settings(settings_of(tmp_path, STORAGE_URL=url)).storage_url == url


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PUBLIC_URL", "offers.example.com"),
        ("PUBLIC_URL", "ftp://offers.example.com"),
        ("PUBLIC_URL", "https://"),
        ("STORAGE_URL", "s3://bucket/minuta"),
        ("STORAGE_URL", "https://files.example.com"),
        ("STORAGE_URL", "files"),
        ("STORAGE_URL", "file://files"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"MINUTA_{name} .*{value}"):
        load_settings(settings_of(tmp_path, **{name: value}))


@pytest.mark.parametrize(
    "program",
    [("flask", "init"), ("python", "-m", "app.worker"), ("gunicorn", "wsgi:app")],
    ids=lambda p: p[0],
)
def test_a_program_that_cannot_start_says_so_in_one_line(tmp_path: Path, program: tuple[str, ...]) -> None:
    name, *arguments = program
    ended = subprocess.run(
        [Path(sys.executable).with_name(name), *arguments],
        cwd=PROJECT_DIR,
        env={**os.environ, **settings_of(tmp_path, STORAGE_URL="s3://bucket"), "PORT": "0"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    said = [line for line in ended.stderr.splitlines() if "[INFO]" not in line]
    assert len(said) == 1
    assert said[0].startswith("Error: MINUTA_STORAGE_URL must name a folder")
