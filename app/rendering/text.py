"""Texts fit to print: control characters and what no font can draw are taken out of a document."""

from typing import Any

from app.problems import Problem
from app.proposals.document import Document
from app.rendering.fonts import UNPRINTABLE, printable
from app.rendering.problems import RenderingProblem

JSON_ESCAPE = "\\u"
"""How control characters stand in JSON."""


def printable_document(document: Document, text: str) -> tuple[Document, tuple[Problem, ...]]:
    """The document as it can be drawn, and what had to go; nearly always the document itself.

    `text` is its canonical JSON: one look at it tells whether all of its texts can stay.
    """
    if JSON_ESCAPE not in text and printable(text) == (text, ""):
        return document, ()
    problems: list[Problem] = []
    data = document.model_dump()
    cleaned = _cleaned(data, "", problems)
    if cleaned == data:
        return document, ()
    return Document.model_validate(cleaned), tuple(problems)


def _cleaned(value: Any, place: str, problems: list[Problem]) -> Any:
    if isinstance(value, str):
        text, missing = printable(str(value)) if type(value) is str else (value, "")
        if missing:
            problems.append(Problem(place, RenderingProblem.NO_GLYPH, {"characters": missing}))
        return text
    if isinstance(value, dict):
        return {name: _cleaned(part, f"{place}.{name}".lstrip("."), problems) for name, part in value.items()}
    if isinstance(value, (tuple, list)):
        return tuple(_cleaned(part, f"{place}[{index}]", problems) for index, part in enumerate(value))
    return value


def without_controls(text: str) -> str:
    """The text without control characters, for files that are no pages."""
    return UNPRINTABLE.sub("", text)
