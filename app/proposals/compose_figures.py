"""Figures worth a large type: those that are true for this offer, the most telling first."""

from collections.abc import Iterator
from decimal import Decimal

from app.catalog.model import Result, ResultUse
from app.language.currencies import minor_digits, sign
from app.language.numbers import NBSP, format_money, format_months, format_number
from app.pricing.economics import MONTHS_A_YEAR, Economics
from app.pricing.money import Money
from app.problems import N_
from app.proposals.compose_context import status_of, whole_months
from app.proposals.document import Figure, Origin, PaybackStatus
from app.proposals.payback import ECONOMIC_RESULTS, YEARLY_SAVING
from app.proposals.wording import HUNDRED, Wording, common_decimals

COVER_FIGURES = 3
PAGE_FIGURES = 4
LED_BESIDE_PAYBACK = 2
MOST_IRR_PERCENT = Decimal(500)
"""Beyond it a yearly rate of return no longer means anything to a reader."""
MOST_ROI_PERCENT = Decimal(1000)
"""Beyond it the return says only that the investment was next to nothing."""
ONE_SAVING = frozenset({"saving_month", "saving_year"})
"""The same money twice: one of them is enough."""
NOT_ZERO = set("123456789")
"""A figure that rounds to nothing is none."""
TEN_MILLIONS = Decimal(10_000_000)
MILLION = Decimal(1_000_000)
MILLIONS = {"uk": "млн", "ru": "млн", "en": "million"}

PAYBACK = N_("until the money is back")
ROI = N_("return on investment over {years}")
SAVING_MONTH = N_("saved every month")
SAVING_YEAR = N_("saved in the first year")
TOTAL_SAVING = N_("saved over {years}")
NPV = N_("net present value at {rate} a year")
IRR = N_("internal rate of return")
TOTAL = N_("the whole offer, tax included")
TOTAL_WITHOUT_TAX = N_("the whole offer")
NET = N_("the same sum without VAT")
SAVED = N_("saved by discounts")
POSITIONS = N_("in this offer")
TO_LAUNCH = N_("from your yes to the result")
VALIDITY = N_("these prices hold")
BY_FORMULAS = N_("calculated by the formulas of our catalogue, version {version}")
BY_ECONOMICS = N_("calculated from the saving and the sum of the offer")
FROM_OFFER = N_("from this offer")


def cover_figures(words: Wording) -> tuple[Figure, ...]:
    """Choose three figures for the cover: for the reader's role, then money, then plain facts.

    A payback beyond the horizon is no reason to buy: the page of economics tells it.
    """
    return _first(_for_cover(words), COVER_FIGURES)


def page_figures(words: Wording) -> tuple[Figure, ...]:
    """Choose up to four figures for the page of economics."""
    return _first(_for_page(words), PAGE_FIGURES)


def _first(figures: Iterator[Figure], limit: int) -> tuple[Figure, ...]:
    chosen: dict[str, Figure] = {}
    for figure in figures:
        twice = figure.key in ONE_SAVING and ONE_SAVING & chosen.keys()
        if len(chosen) < limit and set(figure.text) & NOT_ZERO and not twice:
            chosen.setdefault(figure.key, figure)
    return tuple(chosen.values())


def _for_cover(words: Wording) -> Iterator[Figure]:
    role = words.offer.role.key if words.offer.role else ""
    shown = [result for result in words.offer.catalogue.results if ResultUse.COVER in result.uses]
    led = list(_results([result for result in shown if role and role in result.roles], words))
    in_sight = _pays_in_sight(words)
    yield from led[: LED_BESIDE_PAYBACK if in_sight else COVER_FIGURES]
    if in_sight:
        yield from _payback_and_roi(words)
    yield from _results([result for result in shown if not result.roles], words)
    yield from _savings(words)
    yield from led
    yield from _plain(words)


def _for_page(words: Wording) -> Iterator[Figure]:
    """Lead with the payback; without one in sight, with what is certain: the table below has the rest."""
    economics, status = words.offer.economics, status_of(words.offer)
    if economics is not None and status is PaybackStatus.PAYS_BACK:
        yield from _payback_and_roi(words)
        if _pays_in_sight(words):
            yield from _value(economics, words)
        yield from _savings(words)
        yield from _total_saving(economics, words)
    elif economics is not None and status is PaybackStatus.AT_ONCE:
        yield from _savings(words)
        yield from _total_saving(economics, words)
    yield from _budget(words)
    yield from _plain(words)


def _pays_in_sight(words: Wording) -> bool:
    economics = words.offer.economics
    pays = status_of(words.offer) is PaybackStatus.PAYS_BACK
    return pays and economics is not None and economics.within_horizon


def _payback_and_roi(words: Wording) -> Iterator[Figure]:
    """Yield payback and ROI; a negative ROI says no more than a payback beyond the horizon."""
    economics = words.offer.economics
    if economics is None or status_of(words.offer) is not PaybackStatus.PAYS_BACK:
        return
    months = whole_months(economics.payback_months or Decimal(1))
    text, unit = format_months(months, words.language).split(NBSP, 1)
    yield _figure(words, "payback", months, text=text, unit=unit, caption=words.say(PAYBACK))
    if economics.roi_percent is not None and 0 < economics.roi_percent <= MOST_ROI_PERCENT:
        caption = words.say(ROI, years=_years(economics, words))
        yield _percent(words, "roi", economics.roi_percent, caption)


def _value(economics: Economics, words: Wording) -> Iterator[Figure]:
    if economics.discount_rate_percent > 0 and economics.npv > 0:
        caption = words.say(NPV, rate=words.percent(economics.discount_rate_percent))
        yield _money(words, "npv", economics.npv, caption)
    else:
        yield from _total_saving(economics, words)
    irr = economics.irr_percent
    if irr is not None and 0 < irr <= MOST_IRR_PERCENT:
        yield _percent(words, "irr", irr, words.say(IRR))


def _total_saving(economics: Economics, words: Wording) -> Iterator[Figure]:
    if economics.total_saving > 0:
        caption = words.say(TOTAL_SAVING, years=_years(economics, words))
        yield _money(words, "total_saving", economics.total_saving, caption)


def _savings(words: Wording) -> Iterator[Figure]:
    economics = words.offer.economics
    if economics is None or economics.yearly_saving <= 0:
        return
    yield _money(words, "saving_month", economics.monthly_saving, words.say(SAVING_MONTH))
    yield _money(words, "saving_year", economics.yearly_saving, words.say(SAVING_YEAR))


def _results(results: list[Result], words: Wording) -> Iterator[Figure]:
    """Yield results that are numbers above zero; a saving of nothing is no figure."""
    source = words.say(BY_FORMULAS, version=words.offer.catalogue.version)
    for result in results:
        value = words.offer.number(result.key)
        caption = words.inside(words.own(result.label))
        if value is None or value <= 0 or not caption or result.key in ECONOMIC_RESULTS[2:]:
            continue
        if result.money:
            key = "saving_year" if result.key == YEARLY_SAVING else result.key
            amount = words.offer.money(value).amount
            figure = _money(words, key, amount, caption, decimals=result.decimals or 0)
        elif result.percent:
            figure = _percent(words, result.key, value * HUNDRED, caption, decimals=result.decimals)
        else:
            _, text, unit = words.result_number(result, value)
            figure = _figure(words, result.key, value, text=text, unit=unit, caption=caption)
        yield figure.model_copy(update={"source": source})


def _budget(words: Wording) -> Iterator[Figure]:
    """Yield the sums that a budget is made with."""
    quote, source = words.offer.quote, words.say(FROM_OFFER)
    sums = [("total", TOTAL if quote.tax.amount else TOTAL_WITHOUT_TAX, quote.total)]
    if quote.tax.amount:
        sums.append(("net", NET, quote.total - quote.tax))
    sums.append(("discounts", SAVED, quote.discounts))
    decimals = common_decimals(money for _, _, money in sums)
    for key, caption, money in sums:
        if money.amount > 0:
            figure = _money(words, key, money.amount, words.say(caption), decimals=decimals)
            yield figure.model_copy(update={"source": source})


def _plain(words: Wording) -> Iterator[Figure]:
    """Yield facts of the offer that are always there."""
    offer = words.offer
    source = words.say(FROM_OFFER)

    def counted(key: str, number: Decimal, noun: str, caption: str) -> Figure:
        figure = _figure(
            words,
            key,
            number,
            text=words.number_text(number),
            unit=words.noun(number, noun),
            caption=words.say(caption),
        )
        return figure.model_copy(update={"source": source})

    if offer.quote.total.amount > 0:
        caption = TOTAL if offer.quote.tax.amount else TOTAL_WITHOUT_TAX
        figure = _money(words, "total", offer.quote.total.amount, words.say(caption), exact=True)
        yield figure.model_copy(update={"source": source})
    yield counted("positions", Decimal(len(offer.quote.lines)), "position", POSITIONS)
    days = days_to_launch(words)
    if days:
        yield counted("launch", Decimal(days), "day", TO_LAUNCH)
    yield counted("validity", Decimal((words.valid_until - words.today).days), "day", VALIDITY)


def days_to_launch(words: Wording) -> int:
    """Add up the days of all steps; 0 where one of them is not known."""
    days = [step.days for step in words.offer.catalogue.steps]
    return sum(day for day in days if day) if days and all(day is not None for day in days) else 0


def _years(economics: Economics, words: Wording) -> str:
    return words.count(Decimal(economics.horizon_months) / MONTHS_A_YEAR, "year")


def _money(
    words: Wording, key: str, amount: Decimal, caption: str, *, exact: bool = False, decimals: int = 0
) -> Figure:
    """Give an amount as a figure, from ten millions on in millions; English puts the sign first.

    Estimates go without the smallest units, an `exact` amount keeps those that it has.
    """
    in_millions = abs(amount) >= TEN_MILLIONS
    amount = Money.rounded(amount, words.offer.currency).amount
    number, decimals = (amount / MILLION, 1) if in_millions else (amount, decimals)
    if exact and not in_millions and amount != amount.to_integral_value():
        decimals = minor_digits(words.offer.currency)
    scale = MILLIONS[words.language] if in_millions else ""
    currency = words.offer.currency
    if words.language == "en":
        text = format_money(number, currency, words.language, decimals=decimals)
        return _figure(words, key, amount, text=text, unit=scale, caption=caption)
    text = format_number(number, words.language, decimals)
    unit = " ".join(part for part in (scale, sign(currency, words.language)) if part)
    return _figure(words, key, amount, text=text, unit=unit, caption=caption)


def _percent(words: Wording, key: str, percent: Decimal, caption: str, *, decimals: int = 0) -> Figure:
    text = format_number(percent, words.language, decimals)
    return _figure(words, key, percent, text=text, unit="%", caption=caption)


def _figure(words: Wording, key: str, value: Decimal, *, text: str, unit: str, caption: str) -> Figure:
    return Figure(
        key=key,
        value=value,
        text=text,
        unit=unit,
        caption=caption,
        origin=Origin.CALCULATED,
        source=words.say(BY_ECONOMICS),
    )
