"""A company's source files as plain sheets: a name, a header, rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalogs.build.texts import LANGUAGES, as_three, in_three, read_table, read_toml

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as it will stand in the workbook; `pictures` says what to draw into which row."""

    name: str
    header: Row
    rows: tuple[Row, ...]
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What a company is made of, read from its folder; `attributes` are letter → column of Items."""

    folder: Path
    facts: Mapping[str, Any]
    items: tuple[Mapping[str, str], ...]
    attributes: Mapping[str, str]


def read_source(folder: Path, attributes: Mapping[str, str]) -> Source:
    """Everything in that folder."""
    items = tuple(read_table(folder / "items.psv"))
    return Source(folder=folder, facts=read_toml(folder / "company.toml"), items=items, attributes=attributes)


def languages(column: str) -> Row:
    """The column once per language."""
    return tuple(f"{column} [{language}]" for language in LANGUAGES)


def pairs(name: str, facts: Mapping[str, Any]) -> Sheet:
    """Key and value, the latter per language where it has several."""
    rows = tuple(
        (key, None, *value) if isinstance(value, list) else (key, value, None, None, None)
        for key, value in facts.items()
    )
    return Sheet(name, ("Key", "Value", *languages("Value")), rows)


def table(
    name: str, entries: Iterable[Mapping[str, Any]], plain: Mapping[str, str], texts: Mapping[str, str]
) -> Sheet:
    """One row per entry: plain columns first, then those with three languages."""
    header = (*plain.values(), *(column for title in texts.values() for column in languages(title)))
    rows = tuple(
        (*(entry.get(key) for key in plain), *(part for key in texts for part in as_three(entry.get(key))))
        for entry in entries
    )
    return Sheet(name, header, rows)


def items_sheet(source: Source) -> Sheet:
    """The Items sheet with its attribute columns."""
    tiers = sorted(
        {int(part.split("=")[0]) for item in source.items for part in item["tiers"].split(";") if part}
    )
    header = (
        "SKU", *languages("Name"), *languages("Characteristics"), *languages("Category"), *languages("Unit"),
        "List price", "Cost", *(f"Price from {tier}" for tier in tiers), "Industries", "Picture",
        *source.attributes.values(),
    )  # fmt: skip
    rows = tuple(_item_row(source, item, tiers) for item in source.items)
    return Sheet("Items", header, rows, tuple(item["picture"] for item in source.items))


def _item_row(source: Source, item: Mapping[str, str], tiers: list[int]) -> Row:
    prices = dict(part.split("=") for part in item["tiers"].split(";") if part)
    values = dict(part.split("=") for part in item["attributes"].split())
    return (
        item["sku"], *in_three(item["name"]), *in_three(item["characteristics"]),
        *source.facts["categories"][item["category"]], *source.facts["units"][item["unit"]],
        number(item["price"]), number(item["cost"]), *(number(prices.get(str(tier))) for tier in tiers),
        item["industries"].replace(";", "; ") or None, None,
        *(number(values.get(letter)) for letter in source.attributes),
    )  # fmt: skip


def number(text: str | None) -> int | float | None:
    """What Excel should see."""
    if not text:
        return None
    value = float(text)
    return int(value) if value.is_integer() else value


def fact_sheets(source: Source) -> tuple[Sheet, ...]:
    """All sheets but Items and Content, in the order in which a reader wants them."""
    facts = source.facts
    term = ({"key": "Key"}, {"name": "Name"})
    return (
        pairs("Settings", facts["settings"]),
        pairs("Brand", facts["brand"]),
        table("Questions", facts["questions"], QUESTION_COLUMNS, QUESTION_TEXTS),
        table("Results", facts["results"], RESULT_COLUMNS, {"label": "Label", "unit": "Unit"}),
        table(
            "Scenarios",
            facts["scenarios"],
            {"key": "Key", "question": "Question", "change": "Change"},
            {"label": "Label"},
        ),
        table("Industries", facts["industries"], term[0] | {"synonyms": "Synonyms"}, term[1]),
        table("Roles", facts["roles"], term[0] | {"synonyms": "Synonyms"}, term[1]),
        table(
            "Rules", facts["rules"], {"kind": "Kind", "when": "When", "then": "Then"}, {"reason": "Reason"}
        ),
        table("Terms", facts["terms"], term[0], {"title": "Title", "text": "Text"}),
        table("Steps", facts["steps"], {"days": "Days"}, {"title": "Title", "text": "Text"}),
        table("Discounts", facts["discounts"], term[0] | {"maximum": "Maximum %", "roles": "Roles"}, term[1]),
    )


QUESTION_COLUMNS = {
    "key": "Key", "type": "Type", "default": "Default", "minimum": "Minimum", "maximum": "Maximum",
    "cell": "Cell",
    "required": "Required",
}  # fmt: skip
QUESTION_TEXTS = {"ask": "Ask", "label": "Label", "unit": "Unit", "choices": "Choices"}
RESULT_COLUMNS = {
    "key": "Key",
    "type": "Type",
    "decimals": "Decimals",
    "cell": "Cell",
    "show": "Show",
    "roles": "Roles",
}
