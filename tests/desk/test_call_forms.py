from datetime import date

import pytest
from flask import Flask
from flask_babel import Babel

from app.desk.call_forms import head_errors, valid_days
from tests.builders.calls import make_input

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def request_context():
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", None),
        ("14", 14),
        ("14 днів", 14),
        ("30 days", 30),
        ("1", 1),
        ("365", 365),
        ("06.12.2026", 14),
        ("6.12", 14),
        ("6/12/2026", 14),
        ("6.12.26", 14),
        ("2026-12-06", 14),
        ("01.02", 71),
    ],
)
def test_an_offer_holds_for_days_or_until_a_date(text: str, days: int | None) -> None:
    assert valid_days(text, TODAY) == days


@pytest.mark.parametrize(
    "text",
    ["0", "366", "-3", "soon", "22.11.2026", "1.1.2026", "31.02.2027", "32.12", "14 days or so", "9999999"],
)
def test_a_term_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        valid_days(text, TODAY)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, set()),
        ({"company__name": "х" * 201}, {"company.name"}),
        ({"contact__email": "a" * 201}, {"contact.email"}),
        ({"note": "н" * 2001}, {"note"}),
        ({"note": "н" * 2000}, set()),
        ({"valid_days": "колись"}, {"valid_days"}),
        ({"discount__percent": "7,5"}, set()),
        ({"discount__percent": "101"}, {"discount.percent"}),
        ({"discount__percent": "-1"}, {"discount.percent"}),
        ({"discount__percent": "сім"}, {"discount.percent"}),
        ({"company__city": "х" * 201, "valid_days": "0"}, {"company.city", "valid_days"}),
    ],
)
def test_every_field_of_the_head_says_what_is_wrong_with_it(changes: dict[str, str], wrong: set[str]) -> None:
    errors = head_errors(make_input(**changes), language="uk", today=TODAY)
    assert set(errors) == wrong
    assert all(errors.values())
