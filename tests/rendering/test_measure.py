"""Measuring texts without a layout engine."""

import pytest

from app.rendering.fonts import ruler
from app.rendering.measure import Ruler, points

FIXED = Ruler({False: dict.fromkeys(range(32, 127), 500), True: dict.fromkeys(range(32, 127), 600)})
SIZE = 10.0


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 100, 0),
        ("   ", 100, 0),
        ("word", 100, 1),
        ("two words", 50, 1),
        ("two words", 30, 2),
        ("x" * 60, 51, 6),
        ("one " + "x" * 30, 51, 4),
        ("semi-detached", 30, 3),
        ("中文字中文字", 21, 3),
    ],
)
def test_lines_are_counted_as_they_would_break(text: str, room: float, lines: int) -> None:
    assert FIXED.lines(text, SIZE, room) == lines


def test_a_no_break_space_keeps_words_together() -> None:
    assert FIXED.lines("1 000 000", SIZE, 26) == 2
    assert FIXED.lines("1\u00a0000\u00a0000", SIZE, 60) == 1


def test_semibold_is_wider_than_regular() -> None:
    assert FIXED.width("abc", SIZE, bold=True) > FIXED.width("abc", SIZE)


def test_tabular_figures_are_all_as_wide_as_a_zero() -> None:
    assert ruler().figures("1111", SIZE) == ruler().figures("0000", SIZE)
    assert ruler().widest_figures(("1", "11"), SIZE) == ruler().figures("00", SIZE)
    assert ruler().widest_figures((), SIZE) == 0


def test_height_is_lines_times_leading() -> None:
    assert FIXED.height("two words", SIZE, 30, 1.5) == 30


def test_a_balanced_text_takes_no_more_lines_in_less_room() -> None:
    text = "A compressor room that pays for itself in eleven months"
    room = 150.0
    narrow = ruler().balanced(text, points(40), room, bold=True)
    assert narrow < room
    assert ruler().lines(text, points(40), narrow, bold=True) == ruler().lines(
        text, points(40), room, bold=True
    )


def test_a_single_line_keeps_its_room() -> None:
    assert FIXED.balanced("word", SIZE, 100) == 100
