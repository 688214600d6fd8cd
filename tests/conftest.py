"""What every test shares: no network but loopback, a database and storage of its own."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import hypothesis
import psycopg
import pytest
from psycopg import sql

from app.accounts.service import NewUser, create_user
from app.catalog.service import import_workbook
from app.database import Database
from app.instance import Instance, open_instance
from app.sandbox import Sandbox
from app.schema import upgrade
from app.settings import PROJECT_DIR, Settings
from app.storage import FolderStorage
from app.tables import metadata

POSTGRESQL = {"host": "127.0.0.1", "port": 5432, "user": "postgres", "connect_timeout": 2}
SECRET_KEY = "a secret for tests only"

hypothesis.settings.register_profile("minuta", deadline=None)  # a busy machine breaks no property
hypothesis.settings.load_profile("minuta")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an instance in a folder of its own: SQLite, mails on disk."""
    return make_settings(tmp_path)


def make_settings(folder: Path, **changes: object) -> Settings:
    """Settings with what a test wants different."""
    values: dict[str, object] = {
        "instance_dir": folder,
        "database_url": f"sqlite:///{folder / 'minuta.sqlite3'}",
        "redis_url": None,
        "storage_url": None,
        "smtp_url": None,
        "public_url": "http://localhost:8000",
        "secret_key": SECRET_KEY,
        "demo": False,
        "log_level": "WARNING",
    }
    return Settings(**{**values, **changes})  # type: ignore[arg-type]  # values by name


@pytest.fixture
def storage(tmp_path: Path) -> FolderStorage:
    """An empty storage."""
    return FolderStorage(tmp_path / "files")


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Database]:
    """An empty SQLite database with every table."""
    database = Database(f"sqlite:///{tmp_path / 'minuta.sqlite3'}")
    metadata.create_all(database.engine)
    yield database
    database.dispose()


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A PostgreSQL database of this test run; skips where no server answers on loopback."""
    name = f"minuta_test_{os.getpid()}"
    try:
        connection = psycopg.connect(**POSTGRESQL, dbname="postgres", autocommit=True)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL on 127.0.0.1:5432")
    with connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name))
        )
        yield f"postgresql+psycopg://postgres@127.0.0.1:5432/{name}"
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
    connection.close()


@pytest.fixture(scope="session")
def _postgresql(postgresql_url: str) -> Iterator[Database]:
    database = Database(postgresql_url)
    metadata.create_all(database.engine)
    yield database
    database.dispose()


@pytest.fixture
def postgresql(_postgresql: Database) -> Database:
    """A PostgreSQL database with every table, emptied."""
    tables = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
    with _postgresql.engine.begin() as connection:
        connection.exec_driver_sql(f"TRUNCATE {tables} RESTART IDENTITY CASCADE")
    return _postgresql


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """The contract suite: each test that asks for it runs on both databases."""
    found: Database = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def warm_sandbox() -> Iterator[Sandbox]:
    """Child processes that the whole test run shares: warming them takes longer than most tests."""
    sandbox = Sandbox()
    yield sandbox
    sandbox.close()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, warm_sandbox: Sandbox) -> Path:
    """An instance folder with both sample companies published, made once for all processes of a run."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "published"
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shared.exists():
            publish_samples(own / "publishing", warm_sandbox)
            (own / "publishing").rename(shared)
    return shared


def publish_samples(folder: Path, sandbox: Sandbox) -> None:
    """Make an instance in that folder and import the sample companies' workbooks."""
    folder.mkdir()
    instance = replace(open_instance(make_settings(folder)), sandbox=sandbox)
    upgrade(instance.database)
    for key in ("compressors", "cleaning-services"):
        file = PROJECT_DIR / "catalogs" / f"{key}.xlsx"
        report = import_workbook(
            instance,
            content=file.read_bytes(),
            filename=file.name,
            folder=file.parent,
            by="tests",
            publish=True,
        )
        assert report.published, report.problems
    instance.database.dispose()


@pytest.fixture(scope="session")
def _stocked(tmp_path_factory: pytest.TempPathFactory, published: Path) -> Path:
    """The same with one manager."""
    folder = tmp_path_factory.mktemp("stocked") / "instance"
    shutil.copytree(published, folder)
    database = Database(make_settings(folder).database_url)
    create_user(
        database,
        NewUser(
            email="manager@example.com",
            name="Андрій Коваль",
            password="correct horse battery",
            phone="+380 00 000 00 01",
            positions={"uk": "інженер-консультант"},
        ),
    )
    database.dispose()
    return folder


@pytest.fixture
def stocked(tmp_path: Path, _stocked: Path, warm_sandbox: Sandbox) -> Iterator[Instance]:
    """An instance of its own with both sample companies published and one manager (id 1)."""
    folder = tmp_path / "instance"
    shutil.copytree(_stocked, folder)
    instance = replace(open_instance(make_settings(folder)), sandbox=warm_sandbox)
    yield instance
    instance.database.dispose()
