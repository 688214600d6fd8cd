"""One priced line: what goes in, and every sum that comes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from app.pricing.money import Money

HUNDRED = Decimal(100)


class PriceTier(Protocol):
    """A price per unit that holds from a quantity on."""

    @property
    def from_quantity(self) -> Decimal:
        """The first quantity that has this price."""

    @property
    def price(self) -> Decimal:
        """The price per unit."""


@dataclass(frozen=True, slots=True)
class LineInput:
    """A line to price. Prices and cost are per unit, in the catalogue's currency."""

    sku: str
    quantity: Decimal
    list_price: Decimal
    tiers: Sequence[PriceTier] = ()
    tax_percent: Decimal = Decimal(0)
    cost: Decimal | None = None
    discount_percent: Decimal = Decimal(0)

    @property
    def unit_price(self) -> Decimal:
        """The price of the highest tier that the line's own quantity reaches, else the list price."""
        reached = [tier for tier in self.tiers if tier.from_quantity <= self.quantity]
        return max(reached, key=lambda tier: tier.from_quantity).price if reached else self.list_price


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A priced line; every amount but the two prices is for the whole quantity.

    `gross` is unit price × quantity; `sum` is gross less the line's own discount; `final` is sum
    less the line's share of the proposal's discount. `final` is in the terms of the list prices:
    with tax where these include it. `net` is without tax, `total` with it.
    """

    sku: str
    quantity: Decimal
    list_price: Money
    unit_price: Money
    gross: Money
    discount_percent: Decimal
    discount: Money
    sum: Money
    proposal_discount: Money
    final: Money
    tax_percent: Decimal
    tax: Money
    net: Money
    total: Money
    cost: Money | None

    @property
    def tiered(self) -> bool:
        """Whether the quantity earned another price than the list's."""
        return self.unit_price != self.list_price

    @property
    def final_price(self) -> Money:
        """What one unit costs after all discounts, rounded; times quantity it need not be `final`."""
        return Money.rounded(self.final.amount / self.quantity, self.final.currency)

    @property
    def margin(self) -> Money | None:
        """What remains of the net sum after the cost; None where the cost is not known."""
        return self.net - self.cost if self.cost else None
