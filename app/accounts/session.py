"""The signed cookie that says who is signed in."""

from flask import g, request, session

from app.accounts.models import User
from app.instance import current_instance

COOKIELESS_ENDPOINTS = ("static", "public.", "health.")


def sign_in(user: User) -> None:
    """Start a session that knows nothing of the one before."""
    session.clear()
    session.permanent = True
    session["user"] = user.id
    session["epoch"] = user.session_epoch
    g.user = user


def sign_out() -> None:
    """Forget who is signed in."""
    session.clear()
    g.user = None


def load_user() -> None:
    """Before each request: find who is signed in; a cookie of an older epoch means nobody."""
    g.user = None
    if (request.endpoint or "").startswith(COOKIELESS_ENDPOINTS) or "user" not in session:
        return
    with current_instance().database.session() as database:
        user = database.get(User, session["user"])
    if user and user.active and user.session_epoch == session.get("epoch"):
        g.user = user
    else:
        session.clear()
