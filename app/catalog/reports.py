"""Problems of an import kept as JSON, so that a version can show later what was said about it."""

from collections.abc import Mapping
from typing import Any

from app.catalog.problems import FileProblem, WorkbookProblem
from app.catalog.row_problems import CalculationProblem, ItemProblem, TextProblem
from app.problems import Problem, ProblemCode

CODES: Mapping[str, ProblemCode] = {
    code.slug: code
    for room in (FileProblem, WorkbookProblem, ItemProblem, CalculationProblem, TextProblem)
    for code in room
}


def dump_problem(problem: Problem) -> dict[str, Any]:
    """The problem as JSON; `text` is its English, for codes that a later release no longer knows."""
    return {
        "place": problem.place,
        "code": problem.code.slug,
        "text": problem.code.text,
        "details": dict(problem.details),
    }


def load_texts(stored: Mapping[str, Any]) -> tuple[str, str, Mapping[str, str]]:
    """Place, msgid and details of a stored problem."""
    code = CODES.get(stored["code"])
    return stored["place"], code.text if code else stored["text"], stored["details"]
