"""A past offer as far as recommendations need it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """How a past offer ended."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class PastBasket:
    """What one past proposal offered. `industry` is a key of the catalogue's list, or empty."""

    proposal: str
    catalogue: str
    company_id: int | None
    industry: str
    offered_on: date
    outcome: Outcome
    skus: frozenset[str]
