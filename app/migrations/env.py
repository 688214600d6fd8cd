"""What Alembic runs: the migrations, on the connection it is given or that of the environment's settings."""

from alembic import context
from sqlalchemy import Connection

from app.database import Database
from app.settings import load_settings
from app.tables import metadata


def migrate(connection: Connection) -> None:
    """Run what the command asks for."""
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=True, compare_type=True
    )
    with context.begin_transaction():
        context.run_migrations()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    database = Database(load_settings().database_url)
    with database.engine.connect() as own:
        migrate(own)
        own.commit()
    database.dispose()
