"""How gunicorn serves Minuta: one process with threads; heavy work goes to its warm children."""

import os

from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from app.settings import settings_or_exit

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
threads = 8
graceful_timeout = 10
control_socket_disable = True


def on_starting(server: Arbiter) -> None:  # noqa: ARG001 - gunicorn's name
    """Look at the settings before there are workers, which would fail again and again."""
    settings_or_exit()


def post_worker_init(worker: Worker) -> None:
    """Start the warm children, so that the first manager does not wait for them."""
    worker.wsgi.extensions["minuta"].sandbox.start("render", "calculate")
