"""An entry of a list is found by what people write, predictably."""

import pytest

from app.catalog.model import Term
from app.personalization.taxonomy import match, nearest, nearest_term

ROLES = (
    Term(
        "cfo",
        {"uk": "Фінансовий директор", "ru": "Финансовый директор", "en": "Chief financial officer"},
        ("CFO",),
    ),
    Term("ceo", {"uk": "Директор", "ru": "Директор", "en": "CEO"}, ("owner", "власник")),
    Term(
        "engineer",
        {"uk": "Головний інженер", "ru": "Главный инженер", "en": "Chief engineer"},
        ("engineer", "IT"),
    ),
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("cfo", "cfo"),
        ("CFO", "cfo"),
        ("Фінансовий директор", "cfo"),
        ("ФІНАНСОВИЙ-ДИРЕКТОР", "cfo"),
        ("финансовый  директор", "cfo"),
        ("chief_financial_officer", "cfo"),
        ("Заместитель финансового директора", "cfo"),
        ("заступник фінансового директора", "cfo"),
        ("Директор школи", "ceo"),
        ("Owner / Founder", "ceo"),
        ("Engineer, mining", "engineer"),
        ("IT", "engineer"),
        ("Head of IT", None),
        ("Directory editor", None),
        ("Artist", None),
        ("", None),
        (None, None),
        ("  —  ", None),
    ],
)
def test_a_role_is_found_by_key_name_or_synonym(text: str | None, key: str | None) -> None:
    found = match(ROLES, text)
    assert (found.key if found else None) == key


def test_of_names_inside_a_title_the_longest_wins() -> None:
    terms = (Term("a", {"en": "Director"}), Term("b", {"en": "Sales director"}))
    found = match(terms, "Regional sales director")
    assert found is terms[1]


def test_of_equally_long_names_the_first_entry_wins() -> None:
    terms = (Term("a", {"en": "buyer"}), Term("b", {"en": "owner"}))
    found = match(terms, "owner and buyer")
    assert found is terms[0]


def test_the_nearest_entry_is_named_by_its_key() -> None:
    assert nearest_term(ROLES, "cf0") == "cfo"
    assert nearest_term((), "cfo") is None


@pytest.mark.parametrize(("text", "expected"), [("VK-56", "VK-55"), ("ВК-55", "VK-55"), ("or120", "OR-120")])
def test_the_nearest_candidate_is_found_across_alphabets(text: str, expected: str) -> None:
    assert nearest(["VK-55", "OR-120", "MF-12"], text) == expected


def test_nothing_is_nearest_to_nothing() -> None:
    assert nearest([], "x") is None
