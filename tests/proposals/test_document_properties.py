"""Whatever the brief, the document is whole: no hole, no foreign text, and sums that add up."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from app.catalog.model import TaxMode
from app.proposals.document import Document, PaybackStatus, TotalKind
from tests.builders.proposals import RESULTS, make_brief, make_document, make_offer
from tests.builders.saws import ITEMS, make_block, make_catalogue

CYRILLIC = re.compile(r"[А-Яа-яІіЇїЄєҐґ]")
ONLY_RUSSIAN = re.compile(r"[ЫыЭэЁёЪъ]")
ONLY_UKRAINIAN = re.compile(r"[ІіЇїЄєҐґ]")
ZERO_MONTHS = re.compile(r"(?<![\d,.])0\s(?:міс|мес|month)")
REQUIRED_TEXTS = (
    "heading",
    "section",
    "title",
    "lead",
    "greeting",
    "kicker",
    "label",
    "caption",
    "subject",
    "button",
)
MAY_BE_EMPTY = {"contact", "discount", "unit", "characteristics", "category", "effect", "duration", "note"}

TYPED = st.characters(exclude_characters="{}", exclude_categories=["C", "Z"]) | st.just(" ")
NAMES = st.one_of(
    st.sampled_from(["Олена Петрівна Бойко", "Ann Sample", "见本 太郎", "", '=HYPERLINK("x")', "Dr. J"]),
    st.text(alphabet=TYPED, max_size=30),
)
LINES = st.lists(
    st.builds(
        lambda item, quantity, discount: {"sku": item, "quantity": quantity, "discount_percent": discount},
        st.sampled_from([item.sku for item in ITEMS]),
        st.decimals("2", "9999", places=2).map(str),
        st.sampled_from(["0", "0", "2.5", "7"]),
    ),
    min_size=1,
    max_size=25,
)
RESULT_SETS = st.one_of(
    st.just({}),
    st.fixed_dictionaries(
        {
            **{key: st.just(value) for key, value in RESULTS.items()},
            "yearly_saving": st.decimals("-100000", "900000", places=2),
            "saving_growth_percent": st.decimals("-0.5", "0.5", places=2),
            "horizon_years": st.decimals("0", "12", places=0),
        }
    ),
)
OFFERS = st.fixed_dictionaries(
    {
        "language": st.sampled_from(["uk", "ru", "en"]),
        "currency": st.sampled_from(["UAH", "USD"]),
        "mode": st.sampled_from(list(TaxMode)),
        "company": st.text(alphabet=TYPED, max_size=60).map(lambda text: f"Я{text}"),
        "contact": NAMES,
        "role": st.sampled_from(["cfo", "engineer", "Столяр", None]),
        "lines": LINES,
        "percent": st.sampled_from(["0", "7"]),
        "results": RESULT_SETS,
        "days": st.integers(1, 365),
    }
)
CONTENT = (
    make_block("cover.heading", "Повернемо за {payback}", condition="payback <= 24"),
    make_block("cover.letter", "{contact.first_name|Колеги}, це для {company}.\n\n{note}", role="cfo"),
    make_block("economics.lead", "NPV {npv}, IRR {irr}, ROI {roi}"),
    make_block("economics.heading", "Until {payback_month}", language="en"),
)


def compose_generated(chosen: dict[str, Any]) -> Document:
    brief = make_brief(
        company={"name": chosen["company"]},
        contact={"name": chosen["contact"], "role": chosen["role"]},
        lines=chosen["lines"],
        language=chosen["language"],
        currency=chosen["currency"],
        discount={"percent": chosen["percent"], "reason": "set"},
        valid_days=chosen["days"],
    )
    catalogue = make_catalogue(tax_mode=chosen["mode"], content=CONTENT)
    return make_document(make_offer(brief, catalogue, results=chosen["results"]))


def texts_of(part: Any, path: str = "") -> list[tuple[str, str]]:
    if isinstance(part, BaseModel):
        return [
            found
            for name in type(part).model_fields
            for found in texts_of(getattr(part, name), f"{path}.{name}")
        ]
    if isinstance(part, tuple):
        return [found for index, one in enumerate(part) for found in texts_of(one, f"{path}[{index}]")]
    return [(path, part)] if isinstance(part, str) else []


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(OFFERS)
def test_any_offer_gives_a_whole_document(chosen: dict[str, Any]) -> None:
    made = compose_generated(chosen)
    given_by_people = {made.company, made.contact}
    for path, text in texts_of(made):
        name = path.rsplit(".", 1)[-1].split("[")[0]
        if path.startswith(".brand") or path == ".page_label" or name == "url":
            continue
        assert "None" not in text.replace(chosen["company"], "").replace(chosen["contact"], ""), path
        assert not {"{", "}"} & set(text), path
        assert not ZERO_MONTHS.search(text), path
        assert "NaN" not in text.replace(chosen["company"], "").replace(chosen["contact"], ""), path
        assert text.strip() or name in MAY_BE_EMPTY or text in given_by_people or _optional(path), path
    _sums_add_up(made)
    _claims_are_honest(made)


def _optional(path: str) -> bool:
    return path.endswith(("_title", ".payback_label")) or path == ".footer"


def _sums_add_up(made: Document) -> None:
    rows = {
        kind: [row.amount.value for row in made.solution.totals if row.kind is kind] for kind in TotalKind
    }
    total = rows[TotalKind.TOTAL][0]
    lines = sum(line.sum.value for line in made.solution.lines)
    assert made.total.value == total
    assert sum(group.sum.value for group in made.solution.groups) == lines
    after = sum(rows[TotalKind.LIST] or [lines]) + sum(rows[TotalKind.DISCOUNT])
    tax = sum(rows[TotalKind.TAX])
    assert total == (after + tax if rows[TotalKind.SUBTOTAL] else after)
    if rows[TotalKind.SUBTOTAL]:
        assert rows[TotalKind.SUBTOTAL][0] == after


def _claims_are_honest(made: Document) -> None:
    figures = {figure.key for figure in (*made.cover.figures, *made.economics.figures)}
    assert len(made.cover.figures) == 3
    assert all(figure.value > 0 for figure in made.cover.figures)
    if made.economics.status is not PaybackStatus.PAYS_BACK:
        assert not {"payback", "roi", "irr", "npv"} & figures
    if made.economics.status in {PaybackStatus.NEVER, PaybackStatus.UNKNOWN}:
        assert made.economics.chart is None
        assert made.economics.benefits
    assert made.economics.before_after


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(OFFERS)
def test_no_text_is_in_another_language(chosen: dict[str, Any]) -> None:
    made = compose_generated({**chosen, "company": "Sample LLC", "contact": "Ann Sample", "role": "cfo"})
    foreign = {"uk": ONLY_RUSSIAN, "ru": ONLY_UKRAINIAN, "en": CYRILLIC}[made.language]
    ours = (".brand", ".number", ".cover.manager")
    for path, text in texts_of(made):
        if not path.startswith(ours):
            shown = text.replace("КП-101", "").replace("Пилорама", "")
            assert not foreign.search(shown), (path, text)


@pytest.mark.parametrize("lines", [1, 7, 30, 120, 500])
def test_lines_sum_to_the_total_whatever_their_number(lines: int) -> None:
    skus = [item.sku for item in ITEMS]
    brief = make_brief(
        lines=[{"sku": skus[number % len(skus)], "quantity": "2.5"} for number in range(lines)]
    )
    made = make_document(make_offer(brief))
    assert len(made.solution.lines) == lines
    assert sum(line.sum.value for line in made.solution.lines) == made.total.value
    assert made.total.value == made.total.value.quantize(Decimal("0.01"))
