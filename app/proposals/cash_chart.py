"""The chart of the cumulative cash flow: every month's value, the labels, what it says in words."""

from decimal import ROUND_CEILING, Decimal

from app.language.currencies import sign
from app.language.dates import add_months, month_year, short_month
from app.pricing.economics import MONTHS_A_YEAR, Economics, evaluate
from app.pricing.money import Money
from app.problems import N_
from app.proposals.compose_context import payback_month, whole_months
from app.proposals.document import Chart, ChartPoint
from app.proposals.wording import Wording

LONGEST_YEARS = 10
MILLION = Decimal(1_000_000)
THOUSAND = Decimal(1_000)
MILLIONS_FROM = Decimal(2_000_000)
THOUSANDS_FROM = Decimal(5_000)
SCALES = {
    "uk": {MILLION: "млн", THOUSAND: "тис."},
    "ru": {MILLION: "млн", THOUSAND: "тыс."},
    "en": {MILLION: "million", THOUSAND: "thousand"},
}

TITLE = N_("Cumulative cash flow")
PAID_BACK = N_("Month {month}: the money is back")
DESCRIPTION = N_("From {first} at the start to {last} after {months}.")
DESCRIPTION_BACK = N_("From {first} at the start to {last} after {months}; the money is back in {month}.")


def cash_chart(words: Wording) -> Chart | None:
    """Draw the months up to the horizon, or on to the payback where that is later but in sight."""
    economics = words.offer.economics
    if economics is None:
        return None
    flow = _in_sight(economics)
    points = tuple(
        ChartPoint(month=month, value=_rounded(value, words), label=_label(month, words))
        for month, value in enumerate(flow)
    )
    months = economics.payback_months
    back = months if months and months <= len(flow) - 1 else None
    divisor = _divisor(max(abs(value) for value in flow))
    mark = sign(words.offer.currency, words.language)
    scale = SCALES[words.language].get(divisor, "")
    return Chart(
        title=words.say(TITLE),
        description=_description(flow, economics, words, back=back),
        unit=words.polished(" ".join(part for part in (scale, mark) if part)),
        unit_divisor=divisor,
        points=points,
        payback_month=back,
        payback_label=words.say(PAID_BACK, month=words.number_text(whole_months(back))) if back else "",
    )


def _in_sight(economics: Economics) -> tuple[Decimal, ...]:
    months = economics.payback_months
    if months is None or economics.within_horizon or months > LONGEST_YEARS * MONTHS_A_YEAR:
        return economics.cash_flow
    years = (months / MONTHS_A_YEAR).to_integral_value(ROUND_CEILING)
    return evaluate(
        investment=economics.investment,
        yearly_saving=economics.yearly_saving,
        growth_percent=economics.growth_percent,
        discount_rate_percent=economics.discount_rate_percent,
        horizon_years=years,
    ).cash_flow


def _divisor(largest: Decimal) -> Decimal:
    if largest >= MILLIONS_FROM:
        return MILLION
    return THOUSAND if largest >= THOUSANDS_FROM else Decimal(1)


def _label(month: int, words: Wording) -> str:
    day = add_months(words.today, month)
    return words.polished(f"{short_month(day, words.language)} {day.year}")


def _rounded(value: Decimal, words: Wording) -> Decimal:
    return Money.rounded(value, words.offer.currency).amount


def _description(
    flow: tuple[Decimal, ...], economics: Economics, words: Wording, *, back: Decimal | None
) -> str:
    values = {
        "first": words.whole_money(flow[0]),
        "last": words.whole_money(flow[-1]),
        "months": words.months(len(flow) - 1),
    }
    if back is None:
        return words.say(DESCRIPTION, **values)
    month = month_year(payback_month(economics, words.today), words.language, case="locative")
    return words.say(DESCRIPTION_BACK, **values, month=month)
