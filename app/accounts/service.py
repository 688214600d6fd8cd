"""People who sign in: creating them, checking their password, ending their sessions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel import Session, col, func, select

from app.accounts.models import User
from app.accounts.passwords import hash_password, needs_rehash, verify_password
from app.accounts.throttle import forget_failures, record_failure, wait_seconds
from app.database import Database, now
from app.roles import Role


class EmailTakenError(ValueError):
    """Somebody already signs in with that address."""

    def __init__(self, email: str) -> None:
        self.email = email
        super().__init__(f"{email} already has an account")


class LastAdminError(ValueError):
    """The change would leave nobody who can administer the instance."""


@dataclass(frozen=True, slots=True)
class NewUser:
    """A person to add; `portrait` is a content hash in storage."""

    email: str
    name: str
    password: str
    role: Role = Role.MANAGER
    language: str = "en"
    phone: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    positions: Mapping[str, str] = field(default_factory=dict)
    portrait: str | None = None


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A manager as the pages show them, in the language of the pages."""

    name: str
    position: str
    phone: str
    email: str
    portrait: str | None


@dataclass(frozen=True, slots=True)
class LoginResult:
    """`user` when the login succeeded; otherwise `wait_seconds` says whether to wait."""

    user: User | None
    wait_seconds: int = 0


def normal_email(email: str) -> str:
    """The address as accounts are found by it."""
    return email.strip().lower()


def create_user(database: Database, new: NewUser) -> User:
    """Add a person. Raises EmailTakenError."""
    password_hash = hash_password(new.password)
    email = normal_email(new.email)
    with database.transaction() as session:
        if find_user(session, email):
            raise EmailTakenError(email)
        user = User(
            email=email,
            name=new.name,
            names=dict(new.names),
            positions=dict(new.positions),
            phone=new.phone,
            portrait=new.portrait,
            language=new.language,
            role=new.role.value,
            password_hash=password_hash,
        )
        session.add(user)
    return user


def authenticate(database: Database, *, email: str, password: str, address: str) -> LoginResult:
    """Check a login; unknown, inactive and wrong take the same time and give the same answer."""
    email = normal_email(email)
    with database.session() as session:
        wait = wait_seconds(session, email, address, now())
        user = find_user(session, email)
    if wait:
        return LoginResult(None, wait)
    matches = verify_password(password, user.password_hash if user and user.active else None)
    with database.transaction() as session:
        if not matches or user is None:
            record_failure(session, email, address, now())
            return LoginResult(None)
        forget_failures(session, email, address)
    if needs_rehash(user.password_hash):
        _store_password(database, user, hash_password(password))
    return LoginResult(user)


def change_password(database: Database, user_id: int, password: str) -> User:
    """Set a new password and end every session of that person."""
    password_hash = hash_password(password)
    with database.transaction() as session:
        user = session.get_one(User, user_id)
        user.password_hash = password_hash
        user.session_epoch += 1
        session.add(user)
    return user


def end_sessions(database: Database, user_id: int) -> None:
    """Make every cookie handed to that person worthless."""
    with database.transaction() as session:
        user = session.get_one(User, user_id)
        user.session_epoch += 1
        session.add(user)


def change_user(database: Database, user_id: int, changes: Mapping[str, object]) -> User:
    """Set fields of a person; losing the role or being deactivated ends their sessions.

    Raises EmailTakenError, LastAdminError.
    """
    with database.transaction() as session:
        user = session.get_one(User, user_id)
        before = (user.role, user.active)
        other = find_user(session, str(changes.get("email", user.email)))
        if other and other.id != user.id:
            raise EmailTakenError(other.email)
        for name, value in changes.items():
            setattr(user, name, value)
        if (user.role, user.active) != before:
            user.session_epoch += 1
        session.add(user)
        session.flush()
        if (user.role, user.active) != before and not _active_admins(session):
            raise LastAdminError
    return user


def find_user(session: Session, email: str) -> User | None:
    """The person who signs in with that address."""
    return session.exec(select(User).where(User.email == normal_email(email))).first()


def user_list(session: Session) -> tuple[User, ...]:
    """Everybody, active ones first, by name."""
    return tuple(session.exec(select(User).order_by(col(User.active).desc(), col(User.name))).all())


def person(user: User, language: str) -> PersonCard:
    """The person in a language: name and position fall back to the ones without a language."""
    return PersonCard(
        name=user.names.get(language) or user.name,
        position=_in_language(user.positions, language),
        phone=user.phone,
        email=user.email,
        portrait=user.portrait,
    )


def _in_language(texts: Mapping[str, str], language: str) -> str:
    return next((texts[key] for key in (language, "", "en", *texts) if texts.get(key)), "")


def _active_admins(session: Session) -> int:
    return session.exec(
        select(func.count()).select_from(User).where(User.role == Role.ADMIN.value, col(User.active))
    ).one()


def _store_password(database: Database, user: User, password_hash: str) -> None:
    with database.transaction() as session:
        stored = session.get_one(User, user.id)
        stored.password_hash = password_hash
        session.add(stored)
