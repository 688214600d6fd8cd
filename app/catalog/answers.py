"""Answers to a catalogue's questions: what people type, what it means, what goes into the cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.catalog.answer_problems import AnswerProblem
from app.catalog.cells import CellValue
from app.catalog.headers import nearest
from app.catalog.model import AnswerType, Catalogue, Question, in_language
from app.language.numbers import format_number, parse_decimal
from app.problems import Problem

__all__ = [
    "WORKBOOK_LANGUAGE",
    "AnswerValue",
    "Answered",
    "CellValue",
    "UnusableAnswerError",
    "answer_inputs",
    "default_value",
    "parse_value",
    "read_answers",
    "read_value",
]

MAX_ANSWER_LENGTH = 200
WORKBOOK_LANGUAGE = "uk"
"""Defaults are read with a comma or a point for decimals, never as grouping."""

YES = frozenset({"yes", "y", "true", "1", "так", "т", "да", "д", "+", "on", "✓"})
NO = frozenset({"no", "n", "false", "0", "ні", "н", "нет", "-", "−", "off"})
DATE_FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y")
HUNDRED = Decimal(100)

AnswerValue = Decimal | str | bool | date


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its value: told by the client, or the workbook's default.

    Per cents are as people say them, 35 for 35 %. `value` is None where there is neither answer nor
    default; then the cell keeps what stands in it.
    """

    question: Question
    value: AnswerValue | None
    told: bool

    @property
    def cell_value(self) -> CellValue:
        """What goes into the cell: per cents as fractions, choices as if typed into Excel."""
        if isinstance(self.value, Decimal) and self.question.type is AnswerType.PERCENT:
            return self.value / HUNDRED
        if isinstance(self.value, str):
            return _as_typed(self.value)
        return self.value


class UnusableAnswerError(ValueError):
    """A text that is no answer to its question."""

    def __init__(self, code: AnswerProblem, **details: str) -> None:
        self.code = code
        self.details = details
        super().__init__(code.slug)


def read_answers(
    catalogue: Catalogue, answers: Mapping[str, str], language: str
) -> tuple[tuple[Answered, ...], tuple[Problem, ...]]:
    """Every question with its value, in the catalogue's order, and all problems, at `answers.KEY`.

    An answer that cannot be used leaves its question at the default. An empty answer is none. A
    required question without an answer is a problem only where it has no default either.
    """
    problems = _unknown(catalogue, answers)
    answered = []
    for question in catalogue.questions:
        text = answers.get(question.key, "").strip()
        told = None
        try:
            told = read_value(question, text, language) if text else None
        except UnusableAnswerError as error:
            problems.append(Problem(f"answers.{question.key}", error.code, error.details))
        value = default_value(question) if told is None else told
        if question.required and value is None and not text:
            problems.append(Problem(f"answers.{question.key}", AnswerProblem.REQUIRED))
        answered.append(Answered(question, value, told is not None))
    return tuple(answered), tuple(problems)


def answer_inputs(answered: tuple[Answered, ...]) -> dict[str, CellValue]:
    """The cells that the answers go into; a question without a value leaves its cell alone."""
    return {entry.question.cell: entry.cell_value for entry in answered if entry.value is not None}


def default_value(question: Question) -> AnswerValue | None:
    """The default as a value; None where there is none, or none that can be used."""
    if question.default is None or not question.default.strip():
        return None
    try:
        return parse_value(question, question.default.strip(), WORKBOOK_LANGUAGE)
    except UnusableAnswerError:
        return None


def read_value(question: Question, text: str, language: str) -> AnswerValue:
    """What a person typed as a value within the question's limits. Raises UnusableAnswerError."""
    value = parse_value(question, text, language)
    if isinstance(value, Decimal):
        if question.minimum is not None and value < question.minimum:
            minimum = format_number(question.minimum, language)
            raise UnusableAnswerError(AnswerProblem.BELOW_MINIMUM, minimum=minimum)
        if question.maximum is not None and value > question.maximum:
            maximum = format_number(question.maximum, language)
            raise UnusableAnswerError(AnswerProblem.ABOVE_MAXIMUM, maximum=maximum)
    return value


def parse_value(question: Question, text: str, language: str) -> AnswerValue:
    """A text as a value of the question's type, limits aside. Raises UnusableAnswerError."""
    if len(text) > MAX_ANSWER_LENGTH:
        raise UnusableAnswerError(AnswerProblem.TOO_LONG, limit=str(MAX_ANSWER_LENGTH))
    return _PARSERS.get(question.type, _number)(question, text, language)


def _unknown(catalogue: Catalogue, answers: Mapping[str, str]) -> list[Problem]:
    known = [question.key for question in catalogue.questions]
    if not known:
        return [Problem(f"answers.{key}", AnswerProblem.NO_QUESTIONS) for key in answers]
    return [
        Problem(
            f"answers.{key}", AnswerProblem.UNKNOWN_QUESTION, {"key": key, "nearest": nearest(key, known)}
        )
        for key in answers
        if key not in known
    ]


def _number(_: Question, text: str, language: str) -> Decimal:
    try:
        return parse_decimal(text, language)
    except ValueError:
        raise UnusableAnswerError(AnswerProblem.NOT_A_NUMBER, value=text) from None


def _yes_no(_: Question, text: str, __: str) -> bool:
    word = text.casefold()
    if word not in YES | NO:
        raise UnusableAnswerError(AnswerProblem.NOT_YES_NO, value=text)
    return word in YES


def _date(_: Question, text: str, __: str) -> date:
    for pattern in DATE_FORMATS:
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise UnusableAnswerError(AnswerProblem.NOT_A_DATE, value=text)


def _choice(question: Question, text: str, language: str) -> str:
    """The choice with that value, or else with that label in any language."""
    wanted = text.casefold()
    for value, _labels in question.choices:
        if value.casefold() == wanted:
            return value
    for value, labels in question.choices:
        if wanted in {label.strip().casefold() for label in labels.values()}:
            return value
    known = ", ".join(in_language(labels, language) or value for value, labels in question.choices)
    raise UnusableAnswerError(AnswerProblem.NOT_A_CHOICE, value=text, known=known)


def _as_typed(text: str) -> CellValue:
    """A choice's value as Excel takes it from the keyboard: digits make a number."""
    try:
        return parse_decimal(text, WORKBOOK_LANGUAGE) if text[:1] not in {"+", "'"} else text
    except ValueError:
        return text


_PARSERS: Mapping[AnswerType, Callable[[Question, str, str], AnswerValue]] = {
    AnswerType.YES_NO: _yes_no,
    AnswerType.DATE: _date,
    AnswerType.CHOICE: _choice,
}
