"""What the live parts of the call screen show: the bar, line sums, suggestions, what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from flask_babel import gettext as _
from flask_babel import ngettext

from app.catalog.model import Catalogue, Item, TaxMode, in_language
from app.desk.call_forms import valid_days
from app.desk.call_input import CallInput
from app.desk.call_reading import LINE_PLACE, Missing, Reading
from app.language.currencies import minor_digits
from app.language.dates import short_date
from app.language.numbers import format_money, format_months, format_number, format_percent, format_quantity
from app.pricing.economics import Economics
from app.pricing.money import Money
from app.pricing.quote import Quote, QuoteLine
from app.proposals.compose_context import whole_months
from app.proposals.offer import Offer, Suggestion
from app.proposals.problems import BriefProblem
from app.recommendations.reasons import evidence_text, reason_text
from app.roles import Role

MAX_META_CHARS = 90
MAX_SUGGESTIONS = 3
MAX_REMARKS = 5
ABOUT_CALCULATION = frozenset(
    {BriefProblem.ENGINES_DISAGREE, BriefProblem.NOT_COMPUTED, BriefProblem.LINES_FOLDED}
)
MONTHS_A_YEAR = 12
MANY_MONTHS = 10


@dataclass(frozen=True, slots=True)
class Labelled:
    """A figure and what it is; the text is empty while it is not known."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item as scripts and lists show it."""

    sku: str
    name: str
    meta: str
    price: str
    price_with_currency: str
    quantity: str

    @property
    def data(self) -> dict[str, str]:
        """What a script needs to put the item into the offer."""
        return {name: getattr(self, name) for name in ("sku", "name", "meta", "price", "quantity")}


@dataclass(frozen=True, slots=True)
class LineView:
    """The priced parts of one row of the form."""

    row: str
    price: str = ""
    note: str = ""
    sum: str = "—"


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """A chip: an item that could be added, and what for."""

    item: ItemView
    effect: str
    better: bool
    evidence: str
    reason: str


@dataclass(frozen=True, slots=True)
class FiguresView:
    """Everything that changes while somebody types."""

    figures: tuple[Labelled, ...]
    summary: str
    sums: tuple[Labelled, ...]
    lines: tuple[LineView, ...]
    suggestions: tuple[SuggestionView, ...]
    missing: tuple[Missing, ...]
    valid: str
    remarks: tuple[str, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)


def show_figures(
    typed: CallInput,
    reading: Reading,
    offer: Offer | None,
    *,
    catalogue: Catalogue,
    role: Role,
    language: str,
    today: date,
) -> FiguresView:
    """The live parts in the page's language; an offer is there as soon as there is a line."""
    figures = _bar(offer, catalogue, role=role, language=language)
    told = "; ".join(f"{figure.label}: {figure.text}" for figure in figures if figure.text)
    return FiguresView(
        figures=figures,
        summary=told,
        sums=_sums(offer.quote, language) if offer else (),
        lines=_lines(typed, reading, offer, catalogue=catalogue, language=language),
        suggestions=_suggestions(offer, language) if offer else (),
        missing=reading.missing,
        valid=valid_note(typed["valid_days"], catalogue, language=language, today=today),
        remarks=_remarks(offer, role),
        errors={**_conflicts(reading, offer), **reading.errors},
    )


def _remarks(offer: Offer | None, role: Role) -> tuple[str, ...]:
    """What is wrong with the workbook's calculation: for those who can have it mended."""
    if offer is None or role is Role.MANAGER:
        return ()
    told = (p for p in offer.warnings if p.code in ABOUT_CALCULATION)
    return tuple(f"{problem.place}: {problem.explain(_)}" for problem in told)[:MAX_REMARKS]


def _conflicts(reading: Reading, offer: Offer | None) -> dict[str, str]:
    """Lines that the workbook's rules keep apart: worth saying, but nothing has to wait for it."""
    places = ((LINE_PLACE.match(problem.place), problem) for problem in (offer.warnings if offer else ()))
    return {f"line-{reading.rows[int(place[1])]}": problem.explain(_) for place, problem in places if place}


def show_item(item: Item, catalogue: Catalogue, *, language: str, currency: str) -> ItemView:
    """An item at its list price in that currency."""
    price = Money.rounded(item.list_price / rate(catalogue, currency), currency)
    parts = (item.sku, in_language(item.characteristics, language))
    meta = " · ".join(part for part in parts if part)
    return ItemView(
        sku=item.sku,
        name=in_language(item.name, language) or item.sku,
        meta=meta if len(meta) <= MAX_META_CHARS else f"{meta[:MAX_META_CHARS].rstrip()}…",
        price=amount(price, language),
        price_with_currency=format_money(price.amount, currency, language, decimals=_decimals(price)),
        quantity=format_quantity(item.minimum_quantity, language),
    )


def rate(catalogue: Catalogue, currency: str) -> Decimal:
    """How many units of the catalogue's currency one unit of the other costs."""
    return catalogue.rates.get(currency, Decimal(1)) if currency != catalogue.currency else Decimal(1)


def amount(money: Money, language: str) -> str:
    """An amount without its sign, minor units only where there are some."""
    return format_number(money.amount, language, _decimals(money))


def valid_note(text: str, catalogue: Catalogue, *, language: str, today: date) -> str:
    """Beside days stands the date, beside a date the days."""
    try:
        days = valid_days(text, today) or catalogue.valid_days
    except ValueError:
        return ""
    if text.isdigit():
        return _("until %(date)s", date=short_date(today + timedelta(days=days), language))
    return ngettext("%(num)d day", "%(num)d days", days)


def _decimals(money: Money) -> int:
    whole = money.amount == money.amount.to_integral_value()
    return 0 if whole else minor_digits(money.currency)


def _money(money: Money, language: str) -> str:
    return format_money(money.amount, money.currency, language, decimals=_decimals(money))


def _bar(offer: Offer | None, catalogue: Catalogue, *, role: Role, language: str) -> tuple[Labelled, ...]:
    economics = offer.economics if offer else None
    with_tax = catalogue.tax_mode is not TaxMode.EXEMPT
    figures = [
        Labelled(
            _("total with tax") if with_tax else _("total"),
            _money(offer.quote.total, language) if offer else "",
        ),
        Labelled(_("payback"), _payback(economics, language)),
        Labelled(_roi_label(economics, language), _roi(economics, language)),
    ]
    if role.sees_margin:
        percent = offer.quote.margin_percent if offer else None
        shown = "" if percent is None else format_percent(percent, language, 0)
        figures.append(Labelled(_("your margin, unseen by the client"), shown))
    return tuple(figures)


def _payback(economics: Economics | None, language: str) -> str:
    if economics is None:
        return ""
    if economics.payback_months is None:
        return _("does not pay back")
    if not economics.payback_months:
        return _("at once")
    return format_months(whole_months(economics.payback_months), language)


def _roi_label(economics: Economics | None, language: str) -> str:
    if economics is None:
        return _("ROI")
    years, rest = divmod(economics.horizon_months, MONTHS_A_YEAR)
    if rest:
        return _("ROI over %(time)s", time=format_months(economics.horizon_months, language))
    return ngettext("ROI over %(num)d year", "ROI over %(num)d years", years)


def _roi(economics: Economics | None, language: str) -> str:
    if economics is None or economics.roi_percent is None:
        return ""
    return format_percent(economics.roi_percent, language, 0)


def _sums(quote: Quote, language: str) -> tuple[Labelled, ...]:
    rows = [(_("List price"), quote.list_total)]
    if quote.discounts.amount:
        rows.append((_("discount"), -quote.discounts))
    if quote.tax_mode == TaxMode.EXCLUDED.value:
        rows.append((_("without tax"), quote.net))
    if quote.tax.amount:
        label = _("tax included") if quote.tax_mode == TaxMode.INCLUDED.value else _("tax")
        rows.append((label, quote.tax))
    decimals = max(_decimals(money) for _label, money in rows)
    return tuple(
        Labelled(label, format_money(money.amount, money.currency, language, decimals=decimals))
        for label, money in rows
    )


def _lines(
    typed: CallInput, reading: Reading, offer: Offer | None, *, catalogue: Catalogue, language: str
) -> tuple[LineView, ...]:
    priced = dict(zip(reading.rows, offer.quote.lines, strict=True)) if offer else {}
    currency = offer.currency if offer else typed["currency"] or catalogue.currency
    views = []
    for line in typed.lines:
        quoted = priced.get(line.row)
        item = catalogue.items.get(line.sku)
        if quoted and item:
            views.append(_line(line.row, quoted, item, language))
        elif item:
            views.append(
                LineView(line.row, show_item(item, catalogue, language=language, currency=currency).price)
            )
        else:
            views.append(LineView(line.row))
    return tuple(views)


def _line(row: str, quoted: QuoteLine, item: Item, language: str) -> LineView:
    note = ""
    if quoted.tiered:
        reached = max(tier.from_quantity for tier in item.tiers if tier.from_quantity <= quoted.quantity)
        note = _(
            "from %(quantity)s; list %(price)s",
            quantity=format_quantity(reached, language),
            price=amount(quoted.list_price, language),
        )
    return LineView(row, amount(quoted.unit_price, language), note, amount(quoted.sum, language))


def _suggestions(offer: Offer, language: str) -> tuple[SuggestionView, ...]:
    return tuple(
        _suggestion(suggested, offer, language) for suggested in offer.recommendations[:MAX_SUGGESTIONS]
    )


def _suggestion(suggested: Suggestion, offer: Offer, language: str) -> SuggestionView:
    recommendation = suggested.recommendation
    currency = offer.currency
    return SuggestionView(
        item=show_item(recommendation.item, offer.catalogue, language=language, currency=currency),
        effect=_effect(suggested.payback_change, language),
        better=suggested.payback_change is not None and suggested.payback_change < 0,
        evidence=evidence_text(recommendation, language) if recommendation.evidence.taken else "",
        reason=reason_text(recommendation, offer.catalogue, language),
    )


def _effect(change: Decimal | None, language: str) -> str:
    """What adding it does to the payback; nothing is said of a change too small to show."""
    if change is None:
        return ""
    rounded = change.quantize(Decimal("0.1") if abs(change) < MANY_MONTHS else Decimal(1))
    if not rounded:
        return ""
    number = format_number(rounded, language)
    return _("payback %(change)s mo.", change=number if rounded < 0 else f"+{number}")
