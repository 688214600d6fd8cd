"""Every text that a person can see exists in Ukrainian and Russian."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

APP = Path(__file__).parent.parent / "app"
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
KEYWORDS = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2), "N_": None}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|{(\w+)}")


def extracted() -> set[str]:
    found = extract_from_dir(APP, METHODS, keywords=KEYWORDS)
    return {message if isinstance(message, str) else message[0] for _, _, message, *_ in found}


def placeholders(text: str) -> set[str]:
    return {name for pair in PLACEHOLDER.findall(text) for name in pair if name}


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_every_text_is_translated_with_its_placeholders(language: str) -> None:
    with (APP / "translations" / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    missing, broken = [], []
    for text in sorted(extracted()):
        message = catalogue.get(text)
        forms = (
            message.string if message and isinstance(message.string, tuple) else (message and message.string,)
        )
        if not message or message.fuzzy or not all(forms):
            missing.append(text)
        elif placeholders(text) - placeholders(" ".join(forms)):
            broken.append(text)
    assert (missing, broken) == ([], [])


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_gettext_tools_find_nothing_wrong(language: str) -> None:
    """«5 % is», for one, is a placeholder to them: such a text cannot be compiled."""
    with (APP / "translations" / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    assert [(message.id, errors) for message, errors in catalogue.check()] == []
