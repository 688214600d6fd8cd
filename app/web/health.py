"""Whether this process is alive, and whether it can do its work."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.instance import current_instance

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def alive() -> ResponseReturnValue:
    """The process answers."""
    return jsonify(status="ok")


@bp.get("/readyz")
def ready() -> ResponseReturnValue:
    """The database answers and has its tables."""
    try:
        with current_instance().database.session() as session:
            session.connection().execute(text("SELECT 1 FROM user_account LIMIT 1"))
    except SQLAlchemyError:
        return jsonify(status="unavailable", database="unreachable or not set up"), 503
    return jsonify(status="ok", database="ok")
