"""Bringing a database to the tables that this Minuta needs."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.database import Database
from app.tables import metadata

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(database: Database, *, to: str = "head") -> None:
    """Make or change the tables; on a database that is up to date nothing happens."""
    _run(database, command.upgrade, to)


def downgrade(database: Database, *, to: str) -> None:
    """Go back to an earlier step; what only the later ones know is lost."""
    _run(database, command.downgrade, to)


def is_current(database: Database) -> bool:
    """Whether the database has been brought to the newest step."""
    with database.engine.connect() as connection:
        done = MigrationContext.configure(connection).get_current_revision()
    return done == ScriptDirectory.from_config(_config()).get_current_head()


def differences(database: Database) -> list[object]:
    """How the tables of the database differ from those of the code; empty when they agree."""
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


def _run(database: Database, step: Callable[[Config, str], None], to: str) -> None:
    with database.engine.connect().execution_options(minuta_write=True) as connection:
        config = _config()
        config.attributes["connection"] = connection
        step(config, to)
        connection.commit()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
