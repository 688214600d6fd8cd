"""How often a login may fail before it has to wait; kept in the database, so a restart forgives nothing."""

import hashlib
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select

from app.accounts.models import LoginFailure

WINDOW = timedelta(minutes=15)
MAX_ACCOUNT_FAILURES = 6
MAX_ADDRESS_FAILURES = 40


def subjects(email: str, address: str) -> tuple[str, str]:
    """What a failed login counts against: the account, known or not, and the address it came from."""
    digest = hashlib.sha256(email.encode()).hexdigest()
    return f"account:{digest}", f"address:{address}"[:80]


def wait_seconds(session: Session, email: str, address: str, moment: datetime) -> int:
    """How long the next try has to wait; 0 when it may be made now."""
    waits = [
        _wait(session, subject, limit, moment)
        for subject, limit in zip(
            subjects(email, address), (MAX_ACCOUNT_FAILURES, MAX_ADDRESS_FAILURES), strict=True
        )
    ]
    return max(waits)


def record_failure(session: Session, email: str, address: str, moment: datetime) -> None:
    """Count a failed login, and forget those that no longer matter."""
    session.exec(delete(LoginFailure).where(col(LoginFailure.at) < moment - WINDOW))
    for subject in subjects(email, address):
        session.add(LoginFailure(subject=subject, at=moment))


def forget_failures(session: Session, email: str, address: str) -> None:
    """A successful login clears its account's count; the address keeps its own."""
    account, _ = subjects(email, address)
    session.exec(delete(LoginFailure).where(col(LoginFailure.subject) == account))


def _wait(session: Session, subject: str, limit: int, moment: datetime) -> int:
    recent = session.exec(
        select(LoginFailure.at)
        .where(LoginFailure.subject == subject, col(LoginFailure.at) > moment - WINDOW)
        .order_by(col(LoginFailure.at).desc())
        .limit(limit)
    ).all()
    if len(recent) < limit:
        return 0
    return max(1, int((recent[-1] + WINDOW - moment).total_seconds()))
