"""Migrations and models say the same, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from app import schema
from app.database import Database
from app.proposals.models import Revision
from app.tables import metadata
from tests.conftest import POSTGRESQL
from tests.delivery.builders import make_proposal


@pytest.fixture
def empty_sqlite(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    yield database
    database.dispose()


@pytest.fixture
def empty_postgresql(postgresql_url: str) -> Iterator[Database]:
    name = f"{postgresql_url.rpartition('/')[2]}_schema"
    with psycopg.connect(**POSTGRESQL, dbname="postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name))
        )
        database = Database(f"{postgresql_url}_schema")
        yield database
        database.dispose()
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(params=["empty_sqlite", "empty_postgresql"])
def empty(request: pytest.FixtureRequest) -> Database:
    found: Database = request.getfixturevalue(request.param)
    return found


def test_migrations_make_exactly_the_tables_of_the_code(empty: Database) -> None:
    assert not schema.is_current(empty)
    schema.upgrade(empty)
    assert schema.is_current(empty)
    assert schema.differences(empty) == []


def test_an_upgrade_of_what_is_current_changes_nothing(empty: Database) -> None:
    schema.upgrade(empty)
    proposal, _ = make_proposal(empty)
    schema.upgrade(empty)
    with empty.session() as session:
        assert session.exec(select(Revision.proposal_id)).all() == [proposal.id]


def test_a_migrated_database_holds_sent_revisions_fast(empty: Database) -> None:
    schema.upgrade(empty)
    make_proposal(empty)
    with pytest.raises(IntegrityError, match="never changes"), empty.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE revision SET document = '{}'")


def test_it_can_be_undone(empty: Database) -> None:
    schema.upgrade(empty)
    schema.downgrade(empty, to="base")
    assert not set(inspect(empty.engine).get_table_names()) & set(metadata.tables)
