"""How much discount a person may give."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

UNLIMITED_ROLE = "admin"
WHOLE = Decimal(100)


class Reason(Protocol):
    """A reason for which a discount may be given."""

    @property
    def key(self) -> str:
        """What the reason is called by."""

    @property
    def maximum_percent(self) -> Decimal:
        """The most that may be given for it."""

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that may give it; none named means every role."""


def maximum_discount(reasons: Iterable[Reason], *, role: str | None, reason: str | None) -> Decimal:
    """The most per cent that this role may take off, for this reason or, with None, for any.

    None as the role asks for the catalogue's own limit, whoever gives it. An admin is bound by the
    reason's limit only: its list of roles does not shut an admin out. 0 where nothing is allowed.
    """
    allowed = [
        known.maximum_percent
        for known in reasons
        if reason in {None, known.key}
        and (role in {None, UNLIMITED_ROLE} or not known.roles or role in known.roles)
    ]
    return min(max(allowed, default=Decimal(0)), WHOLE)
