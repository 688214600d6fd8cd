"""Which texts keep a section from fitting on its page, told so that somebody can shorten them."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from app.problems import Problem
from app.proposals.document import Document
from app.rendering.problems import RenderingProblem

SHOWN_CHARS = 80


def too_long_problems(document: Document, sections: Iterable[str]) -> tuple[Problem, ...]:
    """One problem a section: its place is the longest text there, as a path into the document."""
    return tuple(_problem(document, name) for name in sorted(sections))


def _problem(document: Document, name: str) -> Problem:
    section = getattr(document, name)
    place, text = max(_texts(section, name), key=lambda entry: len(entry[1]), default=(name, ""))
    shown = text if len(text) <= SHOWN_CHARS else f"{text[:SHOWN_CHARS].rstrip()}…"
    heading = getattr(section, "section", "") or section.heading
    return Problem(place, RenderingProblem.TOO_LONG, {"section": heading, "text": shown})


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), f"{place}.{name}")
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _texts(part, f"{place}[{index}]")
