"""Items, versions and problems as pages show them: texts in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from flask_babel import gettext as _

from app.catalog.model import Catalogue, Item, in_language
from app.catalog.models import CatalogueVersion
from app.catalog.reports import load_texts
from app.language.numbers import format_money, format_percent, format_quantity
from app.problems import Problem


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of a list, or on its own page; `cost` is empty for those who may not see it."""

    sku: str
    name: str
    category: str
    unit: str
    price: str
    picture: str | None
    picture_large: str | None = None
    description: tuple[str, ...] = ()
    characteristics: str = ""
    tax: str = ""
    cost: str = ""
    minimum: str = ""
    tiers: tuple[tuple[str, str], ...] = ()
    industries: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A problem with its sheet and cell apart."""

    sheet: str
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """What an upload brought: errors to mend, then what is only worth knowing."""

    filename: str
    errors: tuple[ProblemView, ...] = ()
    warnings: tuple[ProblemView, ...] = ()
    more_errors: int = 0


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version in the list, and on its own page."""

    number: int
    filename: str
    items: int
    created_at: datetime
    created_by: str
    published_at: datetime | None
    published_by: str
    current: bool
    was_published: bool
    formulas: str = ""
    trusted: bool = True
    warnings: tuple[ProblemView, ...] = field(default=())


MAX_SHOWN_PROBLEMS = 200


def show_row(item: Item, catalogue: Catalogue, language: str) -> ItemView:
    """The item as a row of the list."""
    return ItemView(
        sku=item.sku,
        name=in_language(item.name, language),
        category=in_language(item.category, language),
        unit=in_language(item.unit, language),
        price=_price(item.list_price, catalogue.currency, language),
        picture=item.picture,
    )


def show_item(item: Item, catalogue: Catalogue, language: str, *, with_cost: bool) -> ItemView:
    """The item on its own page."""
    currency = catalogue.currency
    industries = {term.key: in_language(term.name, language) for term in catalogue.industries}
    tax = catalogue.tax_percent if item.tax_percent is None else item.tax_percent
    cost = _price(item.cost, currency, language) if with_cost and item.cost is not None else ""
    name = in_language(item.name, language)
    return ItemView(
        sku=item.sku,
        name=name,
        category=in_language(item.category, language),
        unit=in_language(item.unit, language),
        price=_price(item.list_price, currency, language),
        picture=item.picture,
        picture_large=item.picture_large or item.picture,
        description=tuple(in_language(item.description, language).splitlines()),
        characteristics=in_language(item.characteristics, language),
        tax=format_percent(tax, language),
        cost=cost,
        minimum=format_quantity(item.minimum_quantity, language) if item.minimum_quantity != 1 else "",
        tiers=tuple(
            (format_quantity(tier.from_quantity, language), _price(tier.price, currency, language))
            for tier in item.tiers
        ),
        industries=tuple(industries.get(key, key) for key in item.industries),
        names=tuple(
            (code, name)
            for code, name in item.name.items()
            if code and name != in_language(item.name, language)
        ),
        attributes=tuple(item.attributes.items()),
        row=item.row,
    )


def show_report(filename: str, *, errors: Iterable[Problem], warnings: Iterable[Problem]) -> ReportView:
    """The problems of an upload in the reader's language."""
    wrong = [_problem(problem.place, problem.explain(_)) for problem in errors]
    return ReportView(
        filename=filename,
        errors=tuple(wrong[:MAX_SHOWN_PROBLEMS]),
        warnings=tuple(_problem(problem.place, problem.explain(_)) for problem in warnings)[
            :MAX_SHOWN_PROBLEMS
        ],
        more_errors=max(0, len(wrong) - MAX_SHOWN_PROBLEMS),
    )


def show_version(version: CatalogueVersion, current: int | None) -> VersionView:
    """A version with what was said about it when it came."""
    check = version.calculation or {}
    stored = (load_texts(problem) for problem in version.warnings)
    return VersionView(
        number=version.number,
        filename=version.filename,
        items=version.item_count,
        created_at=version.created_at,
        created_by=version.created_by,
        published_at=version.published_at,
        published_by=version.published_by,
        current=version.number == current,
        was_published=version.published_at is not None,
        formulas=_reproduced(check.get("reproduced", 0), check.get("compared", 0)),
        trusted=check.get("reproduced") == check.get("compared") and not check.get("disagreements"),
        warnings=tuple(_problem(place, _(text).format(**details)) for place, text, details in stored),
    )


def _price(amount: Decimal, currency: str, language: str) -> str:
    """An amount; its kopecks only where there are any."""
    whole = amount == amount.to_integral_value()
    return format_money(amount, currency, language, decimals=0 if whole else None)


def _reproduced(reproduced: int, compared: int) -> str:
    if not compared:
        return ""
    return _(
        "%(reproduced)s of %(compared)s stored results reproduced", reproduced=reproduced, compared=compared
    )


def _problem(place: str, text: str) -> ProblemView:
    sheet, mark, cell = place.rpartition("!")
    return ProblemView(sheet.strip("'"), cell, text) if mark else ProblemView("", place, text)
