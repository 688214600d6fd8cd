"""The database promises: parallel writers wait for each other, reads keep nothing, errors undo."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlmodel import Session, select

from app.database import BUSY_TIMEOUT_MS, Database
from app.proposals.models import NumberCounter
from app.tables import metadata


def add(session: Session, prefix: str, last: int = 1) -> None:
    session.add(NumberCounter(prefix=prefix, last=last))


def prefixes(database: Database) -> list[str]:
    with database.session() as session:
        return sorted(session.exec(select(NumberCounter.prefix)).all())


def test_a_transaction_keeps_what_it_wrote(database: Database) -> None:
    with database.transaction() as session:
        add(session, "КП")
    assert prefixes(database) == ["КП"]


def test_an_error_undoes_the_whole_transaction(database: Database) -> None:
    def write_and_fail() -> None:
        with database.transaction() as session:
            add(session, "КП")
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert prefixes(database) == []


def test_a_reading_session_keeps_nothing(database: Database) -> None:
    with database.session() as session:
        add(session, "КП")
        session.flush()
    assert prefixes(database) == []


def test_parallel_read_then_write_loses_no_update(database: Database) -> None:
    with database.transaction() as session:
        add(session, "КП", 0)

    def increase(_: int) -> None:
        for _ in range(10):
            with database.transaction() as session:
                row = session.get_one(NumberCounter, "КП", with_for_update=True)
                row.last += 1
                session.add(row)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(increase, range(6)))
    with database.session() as session:
        assert session.get_one(NumberCounter, "КП").last == 60


def test_sqlite_is_durable_and_patient(sqlite: Database) -> None:
    with sqlite.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": BUSY_TIMEOUT_MS,
        "foreign_keys": 1,
    }


def test_a_second_writer_waits_while_readers_go_on(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        add(session, "A")
        session.flush()
        assert prefixes(sqlite) == []


def test_which_database_it_is(sqlite: Database, tmp_path: Path) -> None:
    assert sqlite.is_sqlite
    assert not Database("postgresql+psycopg://postgres@127.0.0.1:1/none").is_sqlite


def test_every_table_can_be_made_twice_without_harm(sqlite: Database) -> None:
    metadata.create_all(sqlite.engine)
    assert prefixes(sqlite) == []
