from datetime import date
from decimal import Decimal

import pytest
from flask import Flask
from flask_babel import Babel

from app.desk.call_input import CallInput, TypedLine
from app.desk.call_reading import Reading, read_call
from tests.builders.calls import make_catalogue, make_input

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def request_context():
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        yield


def read(typed: CallInput, *, language: str = "uk", role: str = "manager", **changes: object) -> Reading:
    return read_call(typed, make_catalogue(**changes), language=language, role=role, today=TODAY)


def line(sku: str = "VK-55", **changes: str) -> tuple[TypedLine, ...]:
    return (TypedLine(**{"row": "1", "sku": sku, **changes}),)


def test_a_full_form_becomes_a_brief() -> None:
    reading = read(
        make_input(
            lines=line(quantity="2", discount_percent="7,5"),
            answers={"hours_per_year": "6 200", "tariff": "6,4", "control": "vsd", "heat": "yes"},
            company__industry="Деревообробка",
            contact__role="Фінансовий директор",
            valid_days="6.12",
            currency="USD",
            discount__percent="2",
            discount__reason="volume",
            note="ще вчора",
        )
    )
    assert reading.sendable
    assert reading.drawable
    brief = reading.brief
    assert brief is not None
    assert brief.answers == {"hours_per_year": "6200", "tariff": "6.4", "control": "vsd", "heat": "yes"}
    assert (brief.lines[0].quantity, brief.lines[0].discount_percent) == (Decimal(2), Decimal("7.5"))
    assert (brief.valid_days, brief.currency, brief.language, brief.note) == (14, "USD", "uk", "ще вчора")
    assert (brief.discount.percent, brief.discount.reason) == (Decimal(2), "volume")
    assert brief.catalog == "compressors"


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        (make_input(company__name=""), ["company-name"]),
        (make_input(answers={"hours_per_year": "1"}), ["answers-hours_per_year"]),
        (make_input(contact__email=""), ["contact-email"]),
        (make_input(lines=()), ["item-search"]),
        (CallInput(), ["company-name", "contact-email", "item-search"]),
        (make_input(contact__email="boiko@"), ["contact-email"]),
        (make_input(valid_days="x"), ["valid_days"]),
        (make_input(lines=line(quantity="abc")), ["line-1-quantity"]),
        (make_input(answers={"tariff": "шість"}), ["answers-tariff"]),
        (make_input(discount__percent="5"), ["discount-reason"]),
    ],
)
def test_what_stands_before_send_is_named_with_its_field(typed: CallInput, missing: list[str]) -> None:
    reading = read(typed)
    assert [item.field for item in reading.missing] == missing
    assert all(item.label for item in reading.missing)
    assert not reading.sendable


@pytest.mark.parametrize(
    ("quantity", "discount"),
    [
        ("abc", ""),
        ("0", ""),
        ("-1", ""),
        ("1,2345", ""),
        ("99999999999", ""),
        ("1", "101"),
        ("1", "x"),
        ("1", "-1"),
    ],
)
def test_a_line_that_cannot_be_read_says_so_and_leaves_the_others_alone(quantity: str, discount: str) -> None:
    broken = TypedLine("7", "VK-55", quantity, discount)
    reading = read(make_input(lines=(broken, TypedLine("9", "OR-120", "2"))))
    assert list(reading.errors) == ["line-7"]
    assert reading.rows == ("9",)
    assert reading.brief is not None
    assert [kept.sku for kept in reading.brief.lines] == ["OR-120"]


def test_a_line_whose_item_is_gone_can_only_be_removed() -> None:
    reading = read(make_input(lines=line("GONE-1")))
    assert "GONE-1" in reading.errors["line-1"]
    assert reading.brief is None


def test_a_problem_of_the_catalogue_shows_at_the_row_it_belongs_to() -> None:
    lines = (TypedLine("3", "VK-55"), TypedLine("8", "MF-12", "1"))
    reading = read(make_input(lines=lines))
    assert list(reading.errors) == ["line-8"]
    assert reading.rows == ("3", "8")


@pytest.mark.parametrize(
    ("role", "percent", "wrong"), [("manager", "10", False), ("manager", "11", True), ("lead", "25", True)]
)
def test_a_discount_keeps_to_its_reason_and_the_role(role: str, percent: str, wrong: bool) -> None:
    reading = read(make_input(discount__percent=percent, discount__reason="volume"), role=role)
    assert ("discount-percent" in reading.errors) is wrong


@pytest.mark.parametrize(
    ("language", "text", "value"), [("uk", "6,4", "6.4"), ("en", "6,200", "6200"), ("ru", "6.4", "6.4")]
)
def test_numbers_are_read_in_the_language_of_the_page(language: str, text: str, value: str) -> None:
    reading = read(make_input(answers={"hours_per_year": text, "tariff": text}), language=language)
    assert reading.brief is not None
    assert reading.brief.answers["tariff"] == value


def test_answers_to_another_catalogues_questions_are_left_out() -> None:
    reading = read(make_input(answers={"windows": "12"}))
    assert reading.brief is not None
    assert reading.brief.answers == {}
    assert reading.sendable


def test_a_job_title_is_free_text() -> None:
    reading = read(make_input(contact__role="buyer"))
    assert reading.errors == {}
    assert reading.brief is not None
    assert reading.brief.contact.role == "Buyer"


def test_figures_work_before_the_company_has_a_name() -> None:
    reading = read(make_input(company__name=""))
    assert reading.brief is not None
    assert not reading.drawable


def test_a_head_that_is_wrong_does_not_stop_the_figures() -> None:
    reading = read(
        make_input(company__name="х" * 300, note="н" * 3000, valid_days="?", discount__percent="z")
    )
    assert reading.brief is not None
    assert set(reading.errors) == {"company-name", "note", "valid_days", "discount-percent"}
    assert not reading.drawable


def test_a_required_question_without_a_default_is_missing() -> None:
    catalogue = make_catalogue()
    question = catalogue.questions[0]
    must = type(question)(key="must", cell="Calc!B9", type=question.type, label={"": "Must"}, required=True)
    reading = read(make_input(), questions=(must,))
    assert [(item.field, item.label) for item in reading.missing] == [("answers-must", "Must")]


def test_more_lines_than_fit_are_said_and_the_rest_still_counts() -> None:
    lines = tuple(TypedLine(str(number), "VK-55") for number in range(501))
    reading = read(make_input(lines=lines))
    assert reading.brief is not None
    assert len(reading.brief.lines) == 500
    assert "lines" in reading.errors


def test_without_a_usable_line_all_else_is_still_checked() -> None:
    typed = make_input(lines=line(quantity="багато"), contact__email="boiko@", answers={"tariff": "шість"})
    reading = read(typed)
    assert set(reading.errors) == {"line-1", "contact-email", "answers-tariff"}
    assert reading.brief is None
