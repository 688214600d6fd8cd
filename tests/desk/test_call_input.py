from werkzeug.datastructures import MultiDict

from app.desk.call_input import TypedLine, from_draft, from_post
from tests.builders.calls import make_input

POST = MultiDict(
    [
        ("company.name", "  ТОВ «Дубок» "),
        ("contact.email", "not an address"),
        ("valid_days", "someday"),
        ("answers.hours_per_year", "6 200"),
        ("line.row", "4"),
        ("line.sku", "VK-55"),
        ("line.quantity", "abc"),
        ("line.discount_percent", ""),
        ("line.row", "2"),
        ("line.sku", "OR-120"),
        ("line.quantity", "2"),
        ("line.discount_percent", "7"),
        ("csrf_token", "secret"),
        ("number", "КП-101"),
    ]
)


def test_a_posted_form_is_kept_as_it_was_typed() -> None:
    typed = from_post(POST)
    assert typed["company.name"] == "ТОВ «Дубок»"
    assert typed["valid_days"] == "someday"
    assert typed.answers == {"hours_per_year": "6 200"}
    assert typed.lines == (TypedLine("4", "VK-55", "abc", ""), TypedLine("2", "OR-120", "2", "7"))
    assert "secret" not in str(typed.as_draft())


def test_a_draft_has_the_shape_of_a_brief() -> None:
    draft = from_post(POST).as_draft()
    assert draft["company"] == {"name": "ТОВ «Дубок»"}
    assert draft["contact"] == {"email": "not an address"}
    assert draft["lines"][1] == {"sku": "OR-120", "quantity": "2", "discount_percent": "7"}


def test_what_was_typed_comes_back_from_the_draft_unfinished_or_not() -> None:
    typed = make_input(
        lines=(TypedLine("1", "VK-55", "x", "y"), TypedLine("2", "OR-120", "", "")),
        answers={"tariff": "6,4?"},
        valid_days="колись",
        note="два рядки\nтексту",
    )
    back = from_draft(typed.as_draft())
    assert (back.lines, back.answers) == (typed.lines, typed.answers)
    assert {path: back[path] for path in typed.fields} == dict(typed.fields)


def test_the_json_of_a_brief_opens_as_a_draft() -> None:
    typed = from_draft(
        {
            "company": {"name": "Oak Ltd", "tax_id": None},
            "contact": {"email": "a@example.com"},
            "valid_days": 14,
            "lines": [{"sku": "VK-55", "quantity": "1.5", "discount_percent": "0"}],
            "discount": {"percent": "0", "reason": None},
            "answers": {"hours_per_year": "6200"},
        }
    )
    assert typed["valid_days"] == "14"
    assert typed["company.tax_id"] == ""
    assert typed.lines == (TypedLine("1", "VK-55", "1.5", ""),)


def test_a_draft_that_is_no_form_opens_empty() -> None:
    typed = from_draft({"company": "text", "lines": "text", "answers": None})
    assert typed.lines == ()
    assert typed.fields == {}
