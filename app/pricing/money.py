"""Amounts of money: a Decimal with a currency, rounded in one place."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from app.language.currencies import minor_digits


class CurrencyMismatchError(ValueError):
    """Two amounts of different currencies were put together."""


@cache
def _quantum(currency: str) -> Decimal:
    return Decimal(1).scaleb(-minor_digits(currency))


@dataclass(frozen=True, slots=True)
class Money:
    """An amount that is exact to the currency's minor unit once it came from `rounded`."""

    amount: Decimal
    currency: str

    @classmethod
    def rounded(cls, amount: Decimal, currency: str) -> "Money":
        """The only place where money is rounded: half up, to the minor unit."""
        return cls(amount.quantize(_quantum(currency), rounding=ROUND_HALF_UP), currency)

    @classmethod
    def from_minor(cls, units: int, currency: str) -> "Money":
        """The amount of so many minor units (kopecks, cents)."""
        return cls.rounded(Decimal(units).scaleb(-minor_digits(currency)), currency)

    @classmethod
    def zero(cls, currency: str) -> "Money":
        """Nothing, in that currency."""
        return cls.rounded(Decimal(0), currency)

    @property
    def minor(self) -> int:
        """The amount in minor units, as stored in the database."""
        return int(self.amount.scaleb(minor_digits(self.currency)))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def times(self, factor: Decimal) -> "Money":
        """The amount multiplied and rounded."""
        return Money.rounded(self.amount * factor, self.currency)

    def _same(self, other: "Money") -> Decimal:
        if other.currency != self.currency:
            raise CurrencyMismatchError(f"{self.currency} and {other.currency}")
        return other.amount
