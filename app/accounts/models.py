"""Tables of people who sign in, and of failed logins."""

from datetime import datetime

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from app.database import now
from app.roles import Role


class User(SQLModel, table=True):
    """A person who signs in. `session_epoch` goes up to end every cookie handed out so far."""

    __tablename__ = "user_account"

    id: int | None = Field(default=None, primary_key=True)
    email: str = Field(unique=True, index=True, max_length=254)
    name: str = Field(max_length=200)
    names: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    """How the name is written in other languages: {"en": "Andriy Koval"}."""
    positions: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    """The position per language; "" holds one without a language."""
    phone: str = Field(default="", max_length=50)
    portrait: str | None = Field(default=None, max_length=64)
    """Content hash in storage."""
    language: str = Field(default="en", max_length=8)
    role: str = Field(default=Role.MANAGER.value, max_length=16)
    password_hash: str = Field(max_length=200)
    session_epoch: int = Field(default=0)
    active: bool = Field(default=True)
    created_at: datetime = Field(default_factory=now)

    @property
    def role_of(self) -> Role:
        """The role as a value that answers questions."""
        return Role(self.role)


class LoginFailure(SQLModel, table=True):
    """One failed login; `subject` is `account:…` (a digest of the address) or `address:…`."""

    __tablename__ = "login_failure"

    id: int | None = Field(default=None, primary_key=True)
    subject: str = Field(index=True, max_length=80)
    at: datetime = Field(default_factory=now, index=True)
