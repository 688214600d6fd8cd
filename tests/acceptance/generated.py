"""Briefs that nobody would think of: any text in any field, any lines, any answers that are allowed."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from app.catalog.model import AnswerType, Catalogue, Question

SCRIPTS = (
    "АБВГҐДЕЄЖЗИІЇЙабвгґдеєжзиіїйъыэё",
    "ABCabcŁłŹźĐđỆệÆæßñÇç",
    "ΑΩΞψάϊΰ",
    "ԱՖաֆ",
    "აბგდჰ",
    "אבגדםש״׳",
    "ابتثجحٱلله٠١٢",
    "见本太郎龜鬱髙﨑",
    "あいうアイウー",
    "가나다라힣",
    "ไทยก็น้ำ",
    "श्रीक्षज्ञ",
    "0123456789",
    " -–—'’ʼ\"«»“”„&<>/\\|;:,.!?%#@=+*()[]{}$€₴№",
    "\u00a0\u200b\u200d\u202e\u2028\ufeff\u0301\t\n😀👩‍🏭",
)
TEXTS = st.one_of(
    *(st.text(alphabet=letters, max_size=40) for letters in SCRIPTS),
    st.text(alphabet="".join(SCRIPTS), max_size=200),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200),
)
SIZES = st.one_of(st.integers(1, 12), st.integers(13, 80), st.integers(81, 500))


@st.composite
def briefs(draw: st.DrawFn, catalogues: tuple[Catalogue, ...]) -> dict[str, Any]:
    """A brief as JSON, for one of these catalogues."""
    catalogue = draw(st.sampled_from(catalogues))
    reason = draw(st.sampled_from([None, *catalogue.discounts]))
    percent = draw(st.integers(0, int(reason.maximum_percent))) if reason else 0
    whole, single = draw(st.sampled_from([(percent, 0), (0, percent)]))
    return {
        "company": {
            "name": "Я" + draw(TEXTS)[:199],
            **draw(_fields("industry", "city", "country", "tax_id")),
        },
        "contact": {"email": "any@one.example", **draw(_fields("name", "phone")), **draw(_role(catalogue))},
        "catalog": catalogue.key,
        "language": draw(st.sampled_from(["uk", "ru", "en"])),
        "currency": draw(st.sampled_from([None, catalogue.currency, *catalogue.rates])),
        "valid_days": draw(st.none() | st.integers(1, 365)),
        "note": draw(TEXTS),
        "lines": draw(_lines(catalogue, single)),
        "discount": {"percent": str(whole), "reason": reason.key if reason else None},
        "answers": draw(st.fixed_dictionaries({}, optional={q.key: _answer(q) for q in catalogue.questions})),
    }


def texts_of(value: object) -> list[str]:
    """Every text in a brief."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts_of(part)]
    return [value] if isinstance(value, str) else []


def _fields(*names: str) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({}, optional=dict.fromkeys(names, TEXTS))


def _role(catalogue: Catalogue) -> st.SearchStrategy[dict[str, str]]:
    """A role of the catalogue, or a job title; a title in small Latin letters would be taken for a key."""
    keys = st.sampled_from([role.key for role in catalogue.roles])
    return st.fixed_dictionaries({"role": keys | TEXTS.map(lambda text: f"Є {text}"[:200])})


@st.composite
def _lines(draw: st.DrawFn, catalogue: Catalogue, discount: int) -> list[dict[str, str]]:
    items = list(catalogue.items.values())
    first, step = draw(st.integers(0, len(items) - 1)), draw(st.integers(1, 7))
    more = draw(st.sampled_from([Decimal(0), Decimal(1), Decimal("0.5"), Decimal(9_000)]))
    chosen = [items[(first + place * step) % len(items)] for place in range(draw(SIZES))]
    return [
        {"sku": item.sku, "quantity": str(item.minimum_quantity + more), "discount_percent": str(discount)}
        for item in chosen
    ]


def _answer(question: Question) -> st.SearchStrategy[str]:
    if question.type is AnswerType.CHOICE:
        return st.sampled_from([value for value, _ in question.choices])
    if question.type is AnswerType.YES_NO:
        return st.sampled_from(["yes", "no"])
    if question.type is AnswerType.DATE:
        return st.dates().map(lambda day: day.isoformat())
    least = question.minimum if question.minimum is not None else Decimal(0)
    most = question.maximum if question.maximum is not None else Decimal(1_000_000)
    return st.decimals(least, most, places=2).map(str)
