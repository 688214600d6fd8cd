"""Page 4 and the mail in words."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.language.numbers import NBSP
from app.proposals.document import Document
from tests.builders.proposals import RESULTS, URL, make_brief, make_document, make_offer
from tests.builders.saws import make_block, make_catalogue, make_item, texts

LANGUAGES = ("uk", "ru", "en")


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def document(brief: dict[str, Any] | None = None, results: Any = RESULTS, **catalogue: Any) -> Document:
    return make_document(
        make_offer(make_brief(**(brief or {})), make_catalogue(**catalogue), results=results)
    )


def test_recommendations_show_a_price_a_reason_and_a_gain_only() -> None:
    offer = make_offer()
    changes = (Decimal("-1.2"), Decimal("0.7"), None)
    suggestions = tuple(
        replace(suggestion, payback_change=change)
        for suggestion, change in zip(offer.recommendations, changes, strict=True)
    )
    made = make_document(replace(offer, recommendations=suggestions))
    views = made.next_steps.recommendations
    assert [plain(view.effect) for view in views] == ["окупність раніше на 1 місяць", "", ""]
    assert all(view.reason and view.evidence and view.price.text for view in views)


@pytest.mark.parametrize(("unit", "price"), [("м", "100 ₴ / м"), ("шт.", "100 ₴"), ("", "100 ₴")])
def test_a_recommended_price_names_its_unit_unless_that_is_a_piece(unit: str, price: str) -> None:
    pipe = make_item("PIPE", list_price=Decimal(100), unit=texts(unit), category=texts("Труби"))
    made = document({"lines": [{"sku": "SAW-1"}]}, items={"SAW-1": make_item(), "PIPE": pipe}, rules=())
    assert [plain(view.price.text) for view in made.next_steps.recommendations] == [price]


def test_steps_terms_and_acceptance_come_from_the_workbook() -> None:
    made = document(content=(make_block("next.accept", "Скажіть «так»\nОдним рухом."),)).next_steps
    assert [plain(step.duration) for step in made.steps] == ["2 дні", "5 днів"]
    assert [block.title for block in made.terms] == ["Поставка"]
    assert (made.acceptance.heading, made.acceptance.text) == ("Скажіть «так»", "Одним рухом.")
    assert made.acceptance.url == URL
    assert made.signatures[0].person.startswith("Директор")
    assert made.signatures[1].party == "ТОВ «Карпатські меблі»"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_them_minuta_says_what_is_always_true(language: str) -> None:
    made = document({"language": language}, steps=(), terms=(), brand=make_catalogue().brand).next_steps
    assert len(made.steps) == 4
    assert len(made.terms) == 1
    assert all(step.title and step.text and not step.duration for step in made.steps)


def test_the_mail_takes_its_words_from_the_workbook() -> None:
    content = (
        make_block("mail.subject", "Для {company}:\nпропозиція"),
        make_block("mail.letter", "Перший.\n\nДругий."),
        make_block("mail.preheader", "Коротко"),
    )
    made = document(content=content).mail
    assert plain(made.subject) == "Для ТОВ «Карпатські меблі»: пропозиція"
    assert (made.paragraphs, made.preheader) == (("Перший.", "Другий."), "Коротко")


def test_a_long_company_name_leaves_the_subject_short() -> None:
    made = document({"company": {"name": "Дуже довга назва " * 8}})
    assert plain(made.mail.subject) == "Комерційна пропозиція КП-101 · Пилорама"
