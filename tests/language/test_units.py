"""Units that are words agree with their number, abbreviations stay."""

from decimal import Decimal

import pytest

from app.language.plurals import plural
from app.language.units import WORDS, unit_for


@pytest.mark.parametrize(
    ("number", "unit", "language", "expected"),
    [
        (1, "рік", "uk", "рік"),
        (3, "рік", "uk", "роки"),
        (5, "років", "uk", "років"),
        (3, "год", "ru", "года"),
        (12, "год", "ru", "лет"),
        (2, "услуга", "ru", "услуги"),
        (1, "pcs", "en", "pc"),
        (2, "job", "en", "jobs"),
        (Decimal("1.5"), "послуга", "uk", "послуги"),
        (6200, "год", "uk", "год"),
        (3, "шт.", "uk", "шт."),
        (2, "м² на міс.", "uk", "м² на міс."),
        (4, "", "en", ""),
        (4, "kg", "de", "kg"),
    ],
)
def test_the_form_goes_with_the_number(
    number: int | Decimal, unit: str, language: str, expected: str
) -> None:
    assert unit_for(number, unit, language) == expected


@pytest.mark.parametrize("language", WORDS)
def test_every_form_finds_its_own_word(language: str) -> None:
    for forms in WORDS[language]:
        assert {unit_for(1, form, language) for form in forms} == {plural(1, forms, language)}
