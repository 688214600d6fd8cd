"""Colours derived from a brand's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rendering.colours import MARK_CONTRAST, TEXT_CONTRAST, WHITE, contrast, mix, palette

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(colour=COLOURS, accent=COLOURS)
def test_texts_and_marks_can_be_told_from_their_ground_on_any_brand(colour: str, accent: str) -> None:
    colours = palette(colour, accent)
    assert contrast(colours.on_brand, colours.brand) >= TEXT_CONTRAST
    assert contrast(colours.on_brand_soft, colours.brand) >= TEXT_CONTRAST
    assert contrast(colours.brand_text, WHITE) >= TEXT_CONTRAST
    assert contrast(colours.brand_mark, WHITE) >= MARK_CONTRAST
    assert contrast(colours.accent, WHITE) >= MARK_CONTRAST
    assert contrast("#14202b", colours.tint) >= TEXT_CONTRAST


@pytest.mark.parametrize(
    ("given_colour", "brand"),
    [
        ("#0b5d4e", "#0b5d4e"),
        ("0B5D4E", "#0b5d4e"),
        ("#fa0", "#ffaa00"),
        ("green", "#0b5d4e"),
        ("", "#0b5d4e"),
    ],
)
def test_a_colour_is_read_in_the_usual_spellings_or_falls_back(given_colour: str, brand: str) -> None:
    assert palette(given_colour, "#c2a46b").brand == brand


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_mixing_moves_from_the_base_to_the_colour() -> None:
    assert mix("#ff0000", "#0000ff", 0) == "#0000ff"
    assert mix("#ff0000", "#0000ff", 0.5) == "#800080"
    assert mix("#ff0000", "#0000ff", 1) == "#ff0000"
