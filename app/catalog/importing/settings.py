"""The Settings sheet: key, currency, tax, rates, and where the calculation reads the lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from babel.numbers import list_currencies

from app.catalog.cell_values import plain
from app.catalog.header_words import CURRENCIES, RATE_WORDS, SETTINGS, TAX_MODES
from app.catalog.headers import fold_header, meaning
from app.catalog.importing.keys import KEY, MAX_KEY_LENGTH, keyed_rows, read_choice
from app.catalog.model import TaxMode, Texts
from app.catalog.problems import WorkbookProblem
from app.catalog.table import Row, Table

DEFAULT_VALID_DAYS = 14
MAX_VALID_DAYS = 365
MAX_PREFIX_LENGTH = 12
MAX_PERCENT = 100
RATE = "rate"


@dataclass(frozen=True, slots=True)
class CatalogueSettings:
    """What the Settings sheet says; `lines` are the rows that name the cells for the lines."""

    key: str
    name: Texts
    currency: str
    tax_mode: TaxMode
    tax_percent: Decimal
    valid_days: int = DEFAULT_VALID_DAYS
    number_prefix: Texts = field(default_factory=dict)
    rates: Mapping[str, Decimal] = field(default_factory=dict)
    lines: Mapping[str, Row] = field(default_factory=dict)


def currency_code(text: str) -> str | None:
    """The ISO code of a currency written as code, sign or word."""
    code = meaning(CURRENCIES, text) or text.strip().upper()
    return code if code in list_currencies() else None


def read_settings(table: Table, expected_key: str | None) -> CatalogueSettings | None:
    """The settings, or None when those without which nothing can be priced are missing or wrong."""
    rows = keyed_rows(table, SETTINGS, {fold_header(word): RATE for word in RATE_WORDS})
    key = _key(table, rows, expected_key)
    currency = _currency(table, rows)
    mode = _tax_mode(table, rows)
    tax = _tax_percent(table, rows, mode)
    rates = _rates(rows, currency)
    if key is None or currency is None or mode is None or tax is None:
        return None
    name = rows["name"].texts("value", limit=200) if "name" in rows else {}
    prefix = rows["number prefix"].texts("value", limit=MAX_PREFIX_LENGTH) if "number prefix" in rows else {}
    return CatalogueSettings(
        key=key,
        name=name or {"": key},
        currency=currency,
        tax_mode=mode,
        tax_percent=tax,
        valid_days=_valid_days(rows),
        number_prefix=prefix,
        rates=rates,
        lines={name.removeprefix("lines "): row for name, row in rows.items() if name.startswith("lines ")},
    )


def _key(table: Table, rows: Mapping[str, Row], expected: str | None) -> str | None:
    row = rows.get("catalogue")
    if row is None:
        if expected is None:
            _missing(table, "catalogue")
        return expected
    key = _first(row, MAX_KEY_LENGTH).casefold()
    if not key:
        row.missing("value")
    elif not KEY.fullmatch(key):
        row.note("value", WorkbookProblem.BAD_KEY, value=key)
    elif expected and key != expected:
        row.note("value", WorkbookProblem.WRONG_CATALOGUE, value=key, expected=expected)
    else:
        return key
    return None


def _currency(table: Table, rows: Mapping[str, Row]) -> str | None:
    row = rows.get("currency")
    if row is None:
        _missing(table, "currency")
        return None
    text = _first(row)
    found = currency_code(text) if text else None
    if not text:
        row.missing("value")
    elif found is None:
        row.note("value", WorkbookProblem.NO_CURRENCY, value=text)
    return found


def _tax_mode(table: Table, rows: Mapping[str, Row]) -> TaxMode | None:
    row = rows.get("tax mode")
    if row is None:
        _missing(table, "tax mode")
        return None
    if not _first(row):
        row.missing("value")
        return None
    found = read_choice(row, "value", TAX_MODES)
    return TaxMode(found) if found else None


def _tax_percent(table: Table, rows: Mapping[str, Row], mode: TaxMode | None) -> Decimal | None:
    row = rows.get("tax %")
    if row is None:
        if mode is not TaxMode.EXEMPT:
            _missing(table, "tax %")
            return None
        return Decimal(0)
    percent = read_percent(row, "value")
    if percent is None and mode is TaxMode.EXEMPT:
        return Decimal(0)
    if percent is None and row.value("value") is None:
        row.missing("value")
    return percent


def read_percent(row: Row, column: str) -> Decimal | None:
    """A per cent between 0 and 100; 0.2 without a per cent sign is asked about."""
    percent = row.number_in(column, percent=True)
    if percent is None:
        return None
    if percent < 0:
        row.note(column, WorkbookProblem.NEGATIVE, value=plain(percent))
        return None
    if percent > MAX_PERCENT:
        row.note(column, WorkbookProblem.TOO_BIG, value=plain(percent), limit=str(MAX_PERCENT))
        return None
    if 0 < percent < 1:
        row.note(column, WorkbookProblem.FRACTION, value=plain(percent), percent=plain(percent * 100))
    return percent


def _rates(rows: Mapping[str, Row], own: str | None) -> dict[str, Decimal]:
    rates: dict[str, Decimal] = {}
    for name, row in rows.items():
        if not name.startswith(f"{RATE} "):
            continue
        text = name.removeprefix(f"{RATE} ")
        code, rate = currency_code(text), row.number_in("value")
        if code is None:
            row.note("key", WorkbookProblem.NO_CURRENCY, value=text)
        elif code == own:
            row.note("key", WorkbookProblem.OWN_RATE, value=code)
        elif rate is None:
            if row.value("value") is None:
                row.missing("value")
        elif rate <= 0:
            row.note("value", WorkbookProblem.NOT_POSITIVE, value=plain(rate))
        else:
            rates[code] = rate
    return rates


def _valid_days(rows: Mapping[str, Row]) -> int:
    row = rows.get("valid days")
    days = whole_number(row, "value", maximum=MAX_VALID_DAYS) if row else None
    return days or DEFAULT_VALID_DAYS


def whole_number(row: Row, column: str, *, maximum: int, minimum: int = 1) -> int | None:
    """A whole number within its limits, noted when it is none."""
    number = row.number_in(column)
    if number is None:
        return None
    if number != int(number):
        row.note(column, WorkbookProblem.NOT_WHOLE, value=plain(number))
    elif number < minimum:
        code = WorkbookProblem.NOT_POSITIVE if minimum else WorkbookProblem.NEGATIVE
        row.note(column, code, value=plain(number))
    elif number > maximum:
        row.note(column, WorkbookProblem.TOO_BIG, value=plain(number), limit=str(maximum))
    else:
        return int(number)
    return None


def _first(row: Row, limit: int = 200) -> str:
    """The value in the column without a language, else in the first that has one."""
    return next(iter(row.texts("value", limit=limit).values()), "")


def _missing(table: Table, setting: str) -> None:
    table.findings.add(
        f"{table.sheet.title}!A{table.header_row}", WorkbookProblem.MISSING_SETTING, setting=setting
    )
