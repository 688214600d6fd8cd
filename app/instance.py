"""One running Minuta: its settings, database, storage and warm child processes, opened once a process."""

from dataclasses import dataclass

from flask import current_app

from app.database import Database
from app.jobs import Jobs, open_jobs
from app.sandbox import Sandbox
from app.settings import Settings
from app.storage import Storage, open_storage

EXTENSION = "minuta"
WARM_UPS = {"calculate": "app.catalog.calculator_book:warm", "render": "app.rendering.pdf:warm"}
"""What each pool of child processes does when one starts, by name: this room knows none of them."""


@dataclass(frozen=True, slots=True)
class Instance:
    """What use cases get instead of globals."""

    settings: Settings
    database: Database
    storage: Storage
    sandbox: Sandbox
    jobs: Jobs

    def close(self) -> None:
        """Close connections and end the child processes."""
        self.sandbox.close()
        self.database.dispose()


def open_instance(settings: Settings) -> Instance:
    """Open everything the settings name; the sandbox starts its children when first called."""
    return Instance(
        settings=settings,
        database=Database(settings.database_url),
        storage=open_storage(settings.storage_url, settings.instance_dir),
        sandbox=Sandbox(warm=WARM_UPS),
        jobs=open_jobs(settings.redis_url, settings.instance_dir),
    )


def current_instance() -> Instance:
    """The instance of the running Flask app."""
    instance: Instance = current_app.extensions[EXTENSION]
    return instance
