"""The worker: delivers what the outbox holds, at once when woken, and looks by itself every few seconds."""

import logging
from datetime import timedelta

from app import tables
from app.delivery.outbox import LEASE
from app.delivery.service import Courier
from app.instance import Instance, open_instance
from app.jobs import SWEEP_SECONDS
from app.settings import settings_or_exit

LOG = logging.getLogger(__name__)


def run(instance: Instance, *, lease: timedelta = LEASE, sweep_seconds: float = SWEEP_SECONDS) -> None:
    """Work until SIGTERM or SIGINT; what is begun is finished first."""
    courier = Courier(instance, lease=lease)
    LOG.info("the worker starts, %d tables known", len(tables.metadata.tables))
    try:
        instance.jobs.run(courier.work, sweep_seconds=sweep_seconds)
    finally:
        instance.close()
    LOG.info("the worker ends")


def main() -> None:
    """Start with the settings of the environment."""
    settings = settings_or_exit()
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    run(open_instance(settings))


if __name__ == "__main__":
    main()
