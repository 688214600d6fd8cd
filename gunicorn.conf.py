"""How gunicorn serves Minuta: one process with threads; heavy work goes to its warm children."""

import os

from gunicorn.workers.base import Worker

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
threads = 8
graceful_timeout = 10
control_socket_disable = True


def post_worker_init(worker: Worker) -> None:
    """Start the warm children, so that the first manager does not wait for them."""
    worker.wsgi.extensions["minuta"].sandbox.start("render", "calculate")
