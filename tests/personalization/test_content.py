"""The text for a slot: exact, then role, then industry, then default; never another language."""

from decimal import Decimal
from typing import Any

import pytest

from app.personalization.content import Context, choose
from app.personalization.placeholders import fill, has_stray_brace, names
from tests.builders.saws import make_block, make_catalogue

SLOT = "cover.heading"


def context(**changes: Any) -> Context:
    values: dict[str, Any] = {
        "language": "uk",
        "industry": "woodworking",
        "role": "cfo",
        "facts": {"payback": Decimal(11)},
        "values": {"company": "ТОВ «Ліс»"},
    }
    return Context(**{**values, **changes})


def chosen(
    *blocks: Any, max_chars: int | None = None, only_conditioned: bool = False, **changes: Any
) -> str | None:
    catalogue = make_catalogue(content=blocks)
    return choose(catalogue, SLOT, context(**changes), max_chars=max_chars, only_conditioned=only_conditioned)


EXACT = make_block(SLOT, "exact", industry="woodworking", role="cfo", row=9)
ROLE = make_block(SLOT, "role", role="cfo", row=8)
INDUSTRY = make_block(SLOT, "industry", industry="woodworking", row=7)
DEFAULT = make_block(SLOT, "default", row=6)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((DEFAULT, INDUSTRY, ROLE, EXACT), "exact"),
        ((DEFAULT, INDUSTRY, ROLE), "role"),
        ((DEFAULT, INDUSTRY), "industry"),
        ((DEFAULT,), "default"),
        ((), None),
    ],
)
def test_the_block_that_fits_best_is_chosen(blocks: tuple[Any, ...], expected: str | None) -> None:
    assert chosen(*blocks) == expected


def test_blocks_for_others_are_not_chosen() -> None:
    assert (
        chosen(make_block(SLOT, "food", industry="food"), make_block(SLOT, "engineer", role="engineer"))
        is None
    )


def test_a_lead_without_industry_and_role_takes_the_default() -> None:
    assert chosen(EXACT, ROLE, INDUSTRY, DEFAULT, industry=None, role=None) == "default"


def test_a_text_in_another_language_is_never_chosen() -> None:
    assert chosen(make_block(SLOT, "русский", language="ru", role="cfo")) is None


def test_a_text_without_a_language_serves_all_but_yields_to_an_exact_one() -> None:
    anybody = make_block(SLOT, "any", language="", row=1)
    assert chosen(anybody) == "any"
    assert chosen(anybody, DEFAULT) == "default"


def test_a_condition_that_holds_beats_a_block_without_one() -> None:
    conditioned = make_block(SLOT, "soon", condition="payback <= 24", row=10)
    assert chosen(DEFAULT, conditioned) == "soon"
    assert chosen(DEFAULT, conditioned, facts={"payback": Decimal(25)}) == "default"


def test_a_better_fit_beats_a_condition() -> None:
    assert chosen(ROLE, make_block(SLOT, "soon", condition="payback <= 24")) == "role"


def test_among_equals_the_upper_row_is_chosen() -> None:
    assert chosen(make_block(SLOT, "second", row=5), make_block(SLOT, "first", row=4)) == "first"


def test_a_condition_that_cannot_be_read_speaks_to_nobody() -> None:
    assert chosen(make_block(SLOT, "broken", condition="payback <="), DEFAULT) == "default"


def test_a_block_that_cannot_be_filled_is_passed_over() -> None:
    blocks = (make_block(SLOT, "{city} чекає", role="cfo"), DEFAULT)
    assert chosen(*blocks) == "default"
    assert chosen(*blocks, values={"city": "Київ"}) == "Київ чекає"


def test_a_block_with_a_stray_brace_or_without_words_is_passed_over() -> None:
    assert chosen(make_block(SLOT, "{company", row=1), make_block(SLOT, "  ", row=2), DEFAULT) == "default"


def test_a_text_that_is_too_long_yields_to_a_shorter_one() -> None:
    long = make_block(SLOT, "дуже довгий заголовок", role="cfo")
    assert chosen(long, DEFAULT, max_chars=10) == "default"
    assert chosen(long, max_chars=10) == "дуже довгий заголовок"
    assert chosen(long, make_block(SLOT, "довгий заголовок"), max_chars=3) == "довгий заголовок"


def test_only_conditioned_texts_can_be_asked_for() -> None:
    assert chosen(DEFAULT, only_conditioned=True) is None
    assert chosen(DEFAULT, make_block(SLOT, "yes", condition="payback"), only_conditioned=True) == "yes"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Пропозиція для {company}", "Пропозиція для ТОВ «Ліс» {total}"),
        ("{ Company }", "ТОВ «Ліс» {total}"),
        ("{contact.first_name|колеги}, дякуємо", "колеги, дякуємо"),
        ("{city|}…", "…"),
        ("{city}", None),
        ("без підстановок", "без підстановок"),
    ],
)
def test_placeholders_are_filled_once(text: str, expected: str | None) -> None:
    assert fill(text, {"company": "ТОВ «Ліс» {total}", "total": "1 ₴"}) == expected


def test_placeholders_are_listed_and_stray_braces_found() -> None:
    assert names("{a} {b.c|d}") == ("a", "b.c")
    assert has_stray_brace("{a} }")
    assert not has_stray_brace("{a|b}")
