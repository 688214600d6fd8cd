"""What an investment is worth to the client: payback, ROI, NPV, IRR and the cash flow behind them.

Cash flows are monthly: the investment at the start, the saving in equal parts at the end of each
month of a year, growing from year to year. Definitions follow R. Brealey, S. Myers, F. Allen,
“Principles of Corporate Finance”, the chapter on net present value and other investment criteria
(chapter 5 of the 10th to 13th editions).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

MONTHS_A_YEAR = 12
MAX_YEARS = 50
MAX_IRR_PERCENT = Decimal(10_000)
BISECTIONS = 80
HUNDRED = Decimal(100)
MONTH_STEP = Decimal("0.01")
PERCENT_STEP = Decimal("0.0001")


class Status(StrEnum):
    """What may be claimed about the payback."""

    PAYS_BACK = "pays_back"
    AT_ONCE = "at_once"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Economics:
    """The figures of one investment; amounts in its currency, not rounded.

    `payback_months` may lie beyond the horizon; it is None only if the money never comes back within
    fifty years, and 0 if there is nothing to pay. ROI and IRR are None where they have no meaning.
    `cash_flow[m]` is the cumulative, undiscounted flow at the end of month m up to the horizon.
    """

    status: Status
    investment: Decimal
    yearly_saving: Decimal
    growth_percent: Decimal
    discount_rate_percent: Decimal
    horizon_months: int
    payback_months: Decimal | None
    discounted_payback_months: Decimal | None
    roi_percent: Decimal | None
    npv: Decimal
    irr_percent: Decimal | None
    cash_flow: tuple[Decimal, ...]

    @property
    def monthly_saving(self) -> Decimal:
        """The saving of a month of the first year."""
        return self.yearly_saving / MONTHS_A_YEAR

    @property
    def total_saving(self) -> Decimal:
        """All savings up to the horizon."""
        return self.cash_flow[-1] + self.investment

    @property
    def within_horizon(self) -> bool:
        """Whether the money is back before the horizon."""
        return self.payback_months is not None and self.payback_months <= self.horizon_months


@dataclass(frozen=True, slots=True)
class _Plan:
    investment: Decimal
    yearly_saving: Decimal
    growth: Decimal
    rate: Decimal
    months: int

    def savings(self, months: int) -> Iterator[Decimal]:
        """The saving of each month."""
        monthly = self.yearly_saving / MONTHS_A_YEAR
        for month in range(months):
            if month and not month % MONTHS_A_YEAR:
                monthly *= 1 + self.growth
            yield monthly

    def cumulative(self, months: int, *, discounted: bool) -> Iterator[Decimal]:
        """The sum of all flows from the start to the end of each month, beginning with month 0."""
        # The effective yearly rate, as banks and Excel's XNPV take it: (1 + r)^(1/12) a month.
        step = (1 + self.rate) ** (Decimal(-1) / MONTHS_A_YEAR) if discounted else Decimal(1)
        balance, factor = -self.investment, Decimal(1)
        yield balance
        for saving in self.savings(months):
            factor *= step
            balance += saving * factor
            yield balance


def evaluate(
    *,
    investment: Decimal,
    yearly_saving: Decimal,
    growth_percent: Decimal = Decimal(0),
    discount_rate_percent: Decimal = Decimal(0),
    horizon_years: Decimal | int = 3,
) -> Economics:
    """Work out every figure.

    `growth_percent` changes the saving from each year to the next (not below −100); the discount
    rate is yearly and effective, above −100 (ValueError otherwise); the horizon is brought between
    one month and fifty years.
    """
    if discount_rate_percent <= -HUNDRED:
        raise ValueError(f"a discount rate of {discount_rate_percent} %")
    months = min(max(round(Decimal(horizon_years) * MONTHS_A_YEAR), 1), MAX_YEARS * MONTHS_A_YEAR)
    plan = _Plan(
        investment=investment,
        yearly_saving=yearly_saving,
        growth=max(growth_percent, -HUNDRED) / HUNDRED,
        rate=discount_rate_percent / HUNDRED,
        months=months,
    )
    payback = _payback(plan, discounted=False)
    cash_flow = tuple(plan.cumulative(months, discounted=False))
    return Economics(
        status=_status(plan, payback),
        investment=investment,
        yearly_saving=yearly_saving,
        growth_percent=growth_percent,
        discount_rate_percent=discount_rate_percent,
        horizon_months=months,
        payback_months=payback,
        discounted_payback_months=_payback(plan, discounted=True),
        roi_percent=_roi_percent(plan, cash_flow[-1]),
        npv=list(plan.cumulative(months, discounted=True))[-1],
        irr_percent=_irr_percent(plan),
        cash_flow=cash_flow,
    )


def _status(plan: _Plan, payback: Decimal | None) -> Status:
    if payback is None:
        return Status.NEVER
    return Status.AT_ONCE if plan.investment <= 0 else Status.PAYS_BACK


def _payback(plan: _Plan, *, discounted: bool) -> Decimal | None:
    """The month in which the cumulative (discounted) flow reaches zero, as a straight line within it.

    Brealey, Myers, Allen: the payback period is the time until cumulative cash flow equals the
    initial investment; the discounted payback asks the same of discounted flows.
    """
    if plan.yearly_saving <= 0:
        return None
    if plan.investment <= 0:
        return Decimal(0)
    flow = plan.cumulative(MAX_YEARS * MONTHS_A_YEAR, discounted=discounted)
    for month, (before, after) in enumerate(pairwise(flow)):
        if after >= 0:
            return (month + before / (before - after)).quantize(MONTH_STEP)
    return None


def _roi_percent(plan: _Plan, result: Decimal) -> Decimal | None:
    """Return on investment over the horizon: (all savings − investment) / investment.

    The well-known simple, undiscounted ROI (gain less cost, over cost).
    """
    if plan.investment <= 0:
        return None
    return (result / plan.investment * HUNDRED).quantize(PERCENT_STEP)


def _irr_percent(plan: _Plan) -> Decimal | None:
    """The yearly effective rate at which NPV over the horizon is zero, found by bisection.

    Brealey, Myers, Allen: IRR is the discount rate that makes NPV zero. With one outflow followed by
    inflows there is exactly one; without an outflow or inflows, or beyond 10,000 %, it says nothing.
    """
    if plan.investment <= 0 or plan.yearly_saving <= 0:
        return None
    low, high = 0.0, 1.0
    while _value(plan, high) < 0:
        low, high = high, high * 2
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        if _value(plan, middle) < 0:
            low = middle
        else:
            high = middle
    percent = (Decimal(high) ** -MONTHS_A_YEAR - 1) * HUNDRED
    return percent.quantize(PERCENT_STEP) if percent <= MAX_IRR_PERCENT else None


def _value(plan: _Plan, factor: float) -> float:
    """NPV if one month's delay multiplies a flow by `factor`; grows with it."""
    monthly, growth = float(plan.yearly_saving) / MONTHS_A_YEAR, 1 + float(plan.growth)
    value, months = 0.0, plan.months
    for year in range((months - 1) // MONTHS_A_YEAR, -1, -1):
        rest = min(months - year * MONTHS_A_YEAR, MONTHS_A_YEAR)
        of_year = monthly * sum(factor**month for month in range(1, rest + 1))
        value = value * growth * factor**MONTHS_A_YEAR + of_year
    return value - float(plan.investment)
