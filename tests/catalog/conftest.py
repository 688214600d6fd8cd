"""A running instance for catalogues: its own database and storage, children shared by the test run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.database import Database
from app.instance import Instance
from app.jobs import open_jobs
from app.sandbox import Sandbox
from app.storage import FolderStorage
from tests.conftest import make_settings


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """Warm children for the whole run."""
    opened = Sandbox()
    yield opened
    opened.close()


@pytest.fixture
def instance(tmp_path: Path, sqlite: Database, sandbox: Sandbox) -> Instance:
    """An instance on SQLite."""
    return _instance(tmp_path, sqlite, sandbox)


@pytest.fixture
def any_instance(tmp_path: Path, database: Database, sandbox: Sandbox) -> Instance:
    """The contract suite: once on SQLite, once on PostgreSQL."""
    return _instance(tmp_path, database, sandbox)


def _instance(folder: Path, database: Database, sandbox: Sandbox) -> Instance:
    storage = FolderStorage(folder / "files")
    return Instance(make_settings(folder), database, storage, sandbox, open_jobs(None, folder))
