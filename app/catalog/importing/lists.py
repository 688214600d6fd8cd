"""The lists of a workbook: industries, roles, rules, terms, steps, discounts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.catalog.header_words import CATEGORY_WORDS, RULE_KINDS, STAFF
from app.catalog.headers import fold_header, meaning, nearest
from app.catalog.importing.keys import read_choice, read_key, split
from app.catalog.importing.settings import read_percent, whole_number
from app.catalog.model import DiscountReason, Item, Rule, RuleKind, Step, Term, TermsText
from app.catalog.row_problems import TextProblem
from app.catalog.table import Row, Table

MAX_DAYS = 3650
CATEGORY = "category:"
EVERY_STAFF_ROLE = tuple(STAFF)


@dataclass(frozen=True, slots=True)
class Terms:
    """A list that other sheets refer to by key, name or synonym."""

    entries: tuple[Term, ...] = ()
    _keys: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: tuple[Term, ...]) -> "Terms":
        """The list with every word by which an entry can be named; the first entry has the word."""
        keys: dict[str, str] = {}
        for term in entries:
            for word in (term.key, *term.name.values(), *term.synonyms):
                keys.setdefault(fold_header(word), term.key)
        return cls(entries, keys)

    def key(self, text: str) -> str | None:
        """The key of the entry that the text names."""
        return self._keys.get(fold_header(text))

    def nearest(self, text: str) -> str:
        """The key that looks most like the text."""
        return nearest(text, [term.key for term in self.entries])


def read_terms_list(table: Table | None) -> Terms:
    """An Industries or Roles sheet."""
    seen: dict[str, int] = {}
    found = []
    for row in table.rows if table else ():
        key = read_key(row, seen)
        name = row.texts("name", limit=200)
        if not name:
            row.missing("name")
        synonyms = [word for text in row.texts("synonyms").values() for word in split(text)]
        if key:
            found.append(Term(key, name or {"": key}, tuple(dict.fromkeys(synonyms))))
    return Terms.of(tuple(found))


def read_discounts(table: Table | None) -> tuple[DiscountReason, ...]:
    """The reasons for which a discount may be given."""
    seen: dict[str, int] = {}
    found = []
    for row in table.rows if table else ():
        key, name = read_key(row, seen), row.texts("name", limit=200)
        maximum, roles = read_percent(row, "maximum"), _staff(row)
        if not name:
            row.missing("name")
        if maximum is None and row.value("maximum") is None:
            row.missing("maximum")
        if key and maximum is not None:
            found.append(DiscountReason(key, name or {"": key}, maximum, roles))
    return tuple(found)


def _staff(row: Row) -> tuple[str, ...]:
    found = []
    for text in split(row.required("roles")):
        role = meaning(STAFF, text)
        if role:
            found.append(role)
        else:
            known = ", ".join(EVERY_STAFF_ROLE)
            row.note("roles", TextProblem.UNKNOWN_STAFF, value=text, known=known)
    return tuple(dict.fromkeys(found))


def read_terms(table: Table | None) -> tuple[TermsText, ...]:
    """The paragraphs of the terms."""
    seen: dict[str, int] = {}
    found = []
    for row in table.rows if table else ():
        key, text = read_key(row, seen), row.texts("text")
        if not text:
            row.note("text", TextProblem.NO_TEXT)
        elif key:
            found.append(TermsText(key, row.texts("title", limit=200), text))
    return tuple(found)


def read_steps(table: Table | None) -> tuple[Step, ...]:
    """The steps to launch, in the order of the rows."""
    found = []
    for row in table.rows if table else ():
        title = row.texts("title", limit=200)
        if not title:
            row.missing("title")
            continue
        days = whole_number(row, "days", maximum=MAX_DAYS, minimum=0)
        found.append(Step(title, row.texts("text"), days))
    return tuple(found)


def read_rules(table: Table | None, items: Mapping[str, Item]) -> tuple[Rule, ...]:
    """What items say about each other; every item and category must be there."""
    skus = {sku.casefold(): sku for sku in items}
    categories = {fold_header(name): name for item in items.values() for name in item.category.values()}
    found = []
    for row in table.rows if table else ():
        kind = read_choice(row, "kind", RULE_KINDS)
        if kind is None and not row.text("kind"):
            row.missing("kind")
        when, then = (_subject(row, column, skus, categories) for column in ("when", "then"))
        if kind and when and then:
            if when == then and not when.startswith(CATEGORY):
                row.note("then", TextProblem.SAME_TWICE)
            found.append(Rule(RuleKind(kind), when, then, row.texts("reason"), row.number))
    return tuple(found)


def _subject(row: Row, column: str, skus: Mapping[str, str], categories: Mapping[str, str]) -> str | None:
    """A SKU as the Items sheet writes it, or `category:` and a category's name."""
    text = " ".join(row.required(column).split())
    if not text:
        return None
    if text.casefold() in skus:
        return skus[text.casefold()]
    head, colon, rest = text.partition(":")
    if colon and fold_header(head) in {fold_header(word) for word in CATEGORY_WORDS}:
        name = categories.get(fold_header(rest))
        if name is None:
            close = nearest(rest.strip(), categories.values())
            row.note(column, TextProblem.UNKNOWN_CATEGORY, value=rest.strip(), nearest=close)
        return CATEGORY + name if name else None
    row.note(column, TextProblem.UNKNOWN_SKU, value=text, nearest=nearest(text, skus.values()))
    return None
