"""File names in answers: whatever the script, the header holds only what HTTP allows."""

import pytest
from flask import Response
from werkzeug.http import parse_options_header

from app.web.requests import name_file

HTTP_LETTERS = {chr(code) for code in range(0x20, 0x7F)}


def named(name: str, *, attachment: bool = True) -> str:
    response = Response()
    name_file(response, name, attachment=attachment)
    return response.headers["Content-Disposition"]


@pytest.mark.parametrize(
    "name",
    [
        "Q-101.pdf",
        "КП-101 Карпатські меблі.pdf",
        '見積書 "最終版".pdf',
        "a\\b.pdf",
        "100%.pdf",
        "line\r\nSet-Cookie: a=b.pdf",
        "",
    ],
)
def test_a_name_of_any_script_comes_through_whole(name: str) -> None:
    header = named(name)
    assert set(header) <= HTTP_LETTERS
    kind, options = parse_options_header(header)
    assert kind == "attachment"
    assert options["filename"] == name


def test_browsers_without_the_encoded_form_get_a_plain_name() -> None:
    assert named("КП-101.pdf").startswith("attachment; filename=__-101.pdf; ")
    assert named("Q-101.pdf", attachment=False) == "inline; filename=Q-101.pdf"
