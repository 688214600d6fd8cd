"""The quote: lines, discounts and tax that sum to one total, exact to the minor unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from app.pricing.allocation import allocate
from app.pricing.lines import HUNDRED, LineInput, QuoteLine
from app.pricing.money import Money

__all__ = ["LineInput", "Quote", "QuoteLine", "TaxMode", "price"]

INCLUDED = "included"
EXCLUDED = "excluded"
EXEMPT = "exempt"


class TaxMode(Protocol):
    """How list prices relate to tax: `included`, `excluded` or `exempt`."""

    @property
    def value(self) -> str:
        """The mode's word."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Priced lines and their totals.

    `list_total` is at list or tier prices; less `line_discounts` and `proposal_discount` it is
    `subtotal`. Tax included: subtotal is the total, and tax is the part of it that is tax. Tax
    excluded: subtotal is net, tax comes on top. Exempt: no tax. Always net + tax = total.
    """

    currency: str
    tax_mode: str
    lines: tuple[QuoteLine, ...]
    proposal_discount_percent: Decimal
    list_total: Money
    line_discounts: Money
    proposal_discount: Money
    subtotal: Money
    net: Money
    tax: Money
    total: Money
    tax_by_rate: Mapping[Decimal, Money]
    tier_saving: Money

    @property
    def discounts(self) -> Money:
        """All discounts together; what tiers save is not among them."""
        return self.line_discounts + self.proposal_discount

    @property
    def cost(self) -> Money | None:
        """What the offer costs the seller; None unless every line's cost is known."""
        costs = [line.cost for line in self.lines]
        if not all(costs):
            return None
        return _total(costs, self.currency)

    @property
    def margin(self) -> Money | None:
        """What remains of the net sum after the cost."""
        cost = self.cost
        return None if cost is None else self.net - cost

    @property
    def margin_percent(self) -> Decimal | None:
        """The margin as a share of the net sum, to a hundredth of a per cent."""
        margin = self.margin
        if margin is None or not self.net.amount:
            return None
        return (margin.amount / self.net.amount * HUNDRED).quantize(Decimal("0.01"))


def price(
    lines: Sequence[LineInput],
    *,
    currency: str,
    rate: Decimal,
    tax_mode: TaxMode,
    proposal_discount_percent: Decimal = Decimal(0),
) -> Quote:
    """Price the lines in `currency`, one unit of which costs `rate` units of the catalogue's.

    Rounding, always half up to the minor unit: each price when converted; each line's gross; each
    line's discount. The proposal's discount is taken of the lines' sum and rounded once, tax of the
    sum of all lines with the same rate and rounded once; both are then split over the lines by the
    largest remainder (see `allocate`), so that lines sum to totals exactly.
    """
    priced = [_priced(line, currency=currency, rate=rate) for line in lines]
    discounted = _with_proposal_discount(priced, proposal_discount_percent)
    tax_by_rate = {} if tax_mode.value == EXEMPT else _taxes(discounted, tax_mode.value)
    taxed = _with_tax(discounted, tax_by_rate, tax_mode.value)

    def total(name: str) -> Money:
        return _total([getattr(line, name) for line in taxed], currency)

    return Quote(
        currency=currency,
        tax_mode=tax_mode.value,
        lines=taxed,
        proposal_discount_percent=proposal_discount_percent,
        list_total=total("gross"),
        line_discounts=total("discount"),
        proposal_discount=total("proposal_discount"),
        subtotal=total("final"),
        net=total("net"),
        tax=total("tax"),
        total=total("total"),
        tax_by_rate=tax_by_rate,
        tier_saving=_tier_saving(taxed, currency),
    )


def _priced(line: LineInput, *, currency: str, rate: Decimal) -> QuoteLine:
    """The line with its own discount, yet without tax and the proposal's discount."""
    zero = Money.zero(currency)
    unit_price = Money.rounded(line.unit_price / rate, currency)
    gross = unit_price.times(line.quantity)
    discount = gross.times(line.discount_percent / HUNDRED)
    return QuoteLine(
        sku=line.sku,
        quantity=line.quantity,
        list_price=Money.rounded(line.list_price / rate, currency),
        unit_price=unit_price,
        gross=gross,
        discount_percent=line.discount_percent,
        discount=discount,
        sum=gross - discount,
        proposal_discount=zero,
        final=gross - discount,
        tax_percent=line.tax_percent,
        tax=zero,
        net=zero,
        total=zero,
        cost=None if line.cost is None else Money.rounded(line.cost / rate * line.quantity, currency),
    )


def _with_proposal_discount(lines: Sequence[QuoteLine], percent: Decimal) -> tuple[QuoteLine, ...]:
    if not lines or not percent:
        return tuple(lines)
    currency = lines[0].sum.currency
    discount = _total([line.sum for line in lines], currency).times(percent / HUNDRED)
    shares = allocate(discount.minor, [line.sum.minor for line in lines])
    parts = [Money.from_minor(share, currency) for share in shares]
    return tuple(
        replace(line, proposal_discount=part, final=line.sum - part)
        for line, part in zip(lines, parts, strict=True)
    )


def _taxes(lines: Sequence[QuoteLine], mode: str) -> dict[Decimal, Money]:
    """Tax by rate, of the sum of the lines that have it."""
    taxes = {}
    for rate in sorted({line.tax_percent for line in lines}):
        base = _total([line.final for line in lines if line.tax_percent == rate], lines[0].final.currency)
        whole = HUNDRED + rate if mode == INCLUDED else HUNDRED
        taxes[rate] = Money.rounded(base.amount * rate / whole, base.currency)
    return taxes


def _with_tax(lines: Sequence[QuoteLine], taxes: Mapping[Decimal, Money], mode: str) -> tuple[QuoteLine, ...]:
    shares = [0] * len(lines)
    for rate, tax in taxes.items():
        places = [index for index, line in enumerate(lines) if line.tax_percent == rate]
        parts = allocate(tax.minor, [lines[index].final.minor for index in places])
        for index, part in zip(places, parts, strict=True):
            shares[index] = part
    return tuple(_taxed(line, share, mode) for line, share in zip(lines, shares, strict=True))


def _taxed(line: QuoteLine, share: int, mode: str) -> QuoteLine:
    tax = Money.from_minor(share, line.final.currency)
    if mode == EXCLUDED:
        return replace(line, tax=tax, net=line.final, total=line.final + tax)
    return replace(line, tax=tax, net=line.final - tax, total=line.final)


def _tier_saving(lines: Sequence[QuoteLine], currency: str) -> Money:
    at_list = _total([line.list_price.times(line.quantity) for line in lines], currency)
    return at_list - _total([line.gross for line in lines], currency)


def _total(amounts: Sequence[Money | None], currency: str) -> Money:
    total = Money.zero(currency)
    for amount in amounts:
        if amount is not None:
            total += amount
    return total
