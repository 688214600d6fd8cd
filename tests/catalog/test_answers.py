from datetime import date
from decimal import Decimal

import pytest

from app.catalog.answer_problems import AnswerProblem
from app.catalog.answers import Answered, CellValue, answer_inputs, read_answers
from app.catalog.model import AnswerType, Catalogue, Question, TaxMode

CHOICES = (
    ("old", {"uk": "Старий", "ru": "Старый", "en": "Old"}),
    ("1.5", {"uk": "Полуторний", "en": "One and a half"}),
    ("none", {"": "—"}),
)


def make_question(**changes: object) -> Question:
    question = {"key": "hours", "cell": "Calc!B4", "type": AnswerType.NUMBER}
    return Question(**{**question, **changes})  # type: ignore[arg-type]


def make_catalogue(*questions: Question) -> Catalogue:
    return Catalogue(
        key="demo",
        name={},
        version=1,
        currency="UAH",
        tax_mode=TaxMode.INCLUDED,
        tax_percent=Decimal(20),
        items={},
        workbook="",
        questions=questions,
    )


def answer(question: Question, text: str, language: str = "uk") -> Answered:
    (answered,), problems = read_answers(make_catalogue(question), {question.key: text}, language)
    assert problems == ()
    return answered


@pytest.mark.parametrize(
    ("kind", "text", "value", "cell"),
    [
        (AnswerType.NUMBER, "6 200,5", Decimal("6200.5"), Decimal("6200.5")),
        (AnswerType.MONEY, "130 000 ₴", Decimal(130000), Decimal(130000)),
        (AnswerType.PERCENT, "35", Decimal(35), Decimal("0.35")),
        (AnswerType.PERCENT, "12,5 %", Decimal("12.5"), Decimal("0.125")),
        (AnswerType.YES_NO, "так", True, True),
        (AnswerType.YES_NO, "Нет", False, False),
        (AnswerType.YES_NO, "0", False, False),
        (AnswerType.YES_NO, "on", True, True),
        (AnswerType.DATE, "2026-12-31", date(2026, 12, 31), date(2026, 12, 31)),
        (AnswerType.DATE, "31.12.2026", date(2026, 12, 31), date(2026, 12, 31)),
        (AnswerType.CHOICE, "old", "old", "old"),
        (AnswerType.CHOICE, "СТАРИЙ", "old", "old"),
        (AnswerType.CHOICE, "Старый", "old", "old"),
        (AnswerType.CHOICE, "Полуторний", "1.5", Decimal("1.5")),
        (AnswerType.CHOICE, "1.5", "1.5", Decimal("1.5")),
    ],
)
def test_an_answer_is_kept_as_people_say_it_and_put_as_excel_wants_it(
    kind: AnswerType, text: str, value: CellValue, cell: CellValue
) -> None:
    answered = answer(make_question(type=kind, choices=CHOICES), text)
    assert (answered.value, answered.cell_value, answered.told) == (value, cell, True)
    assert type(answered.cell_value) is type(cell)


@pytest.mark.parametrize(
    ("changes", "text", "code", "details"),
    [
        ({}, "багато", AnswerProblem.NOT_A_NUMBER, {"value": "багато"}),
        ({}, "=1+1", AnswerProblem.NOT_A_NUMBER, {"value": "=1+1"}),
        ({}, "9" * 300, AnswerProblem.TOO_LONG, {"limit": "200"}),
        ({"minimum": Decimal(1)}, "0", AnswerProblem.BELOW_MINIMUM, {"minimum": "1"}),
        ({"maximum": Decimal(8760)}, "9000", AnswerProblem.ABOVE_MAXIMUM, {"maximum": "8\u00a0760"}),
        (
            {"type": AnswerType.PERCENT, "maximum": Decimal(100)},
            "101",
            AnswerProblem.ABOVE_MAXIMUM,
            {"maximum": "100"},
        ),
        ({"type": AnswerType.YES_NO}, "мабуть", AnswerProblem.NOT_YES_NO, {"value": "мабуть"}),
        ({"type": AnswerType.DATE}, "31.02.2026", AnswerProblem.NOT_A_DATE, {"value": "31.02.2026"}),
        (
            {"type": AnswerType.CHOICE, "choices": CHOICES},
            "новий",
            AnswerProblem.NOT_A_CHOICE,
            {"value": "новий", "known": "Старий, Полуторний, —"},
        ),
    ],
)
def test_an_unusable_answer_is_named_and_leaves_the_default(
    changes: dict[str, object], text: str, code: AnswerProblem, details: dict[str, str]
) -> None:
    question = make_question(**changes)
    (answered,), (problem,) = read_answers(make_catalogue(question), {"hours": text}, "uk")
    assert (problem.place, problem.code, problem.details) == ("answers.hours", code, details)
    assert problem.explain(str)
    assert not answered.told


def test_limits_themselves_are_allowed() -> None:
    question = make_question(minimum=Decimal(1), maximum=Decimal(5))
    assert [answer(question, text).value for text in ("1", "5")] == [1, 5]


def test_an_unanswered_question_keeps_its_default_and_says_so() -> None:
    question = make_question(default="4000", required=True)
    for answers in ({}, {"hours": ""}, {"hours": "  "}):
        (answered,), problems = read_answers(make_catalogue(question), answers, "en")
        assert (answered.value, answered.told, problems) == (4000, False, ())


@pytest.mark.parametrize(
    ("kind", "default", "value"),
    [
        (AnswerType.NUMBER, "1,200", Decimal("1.200")),
        (AnswerType.PERCENT, "35", Decimal(35)),
        (AnswerType.YES_NO, "ні", False),
        (AnswerType.DATE, "2026-01-02", date(2026, 1, 2)),
        (AnswerType.CHOICE, "none", "none"),
        (AnswerType.NUMBER, "not a number", None),
        (AnswerType.NUMBER, " ", None),
        (AnswerType.NUMBER, None, None),
    ],
)
def test_defaults_are_read_the_same_in_every_language(
    kind: AnswerType, default: str | None, value: CellValue
) -> None:
    question = make_question(type=kind, default=default, choices=CHOICES)
    for language in ("uk", "en"):
        (answered,), _ = read_answers(make_catalogue(question), {}, language)
        assert answered.value == value


def test_a_required_question_without_answer_and_default_is_a_problem() -> None:
    (answered,), (problem,) = read_answers(make_catalogue(make_question(required=True)), {}, "uk")
    assert (problem.place, problem.code) == ("answers.hours", AnswerProblem.REQUIRED)
    assert (answered.value, answered.cell_value) == (None, None)


def test_an_unusable_answer_to_a_required_question_is_one_problem_not_two() -> None:
    _, problems = read_answers(make_catalogue(make_question(required=True)), {"hours": "?"}, "uk")
    assert [problem.code for problem in problems] == [AnswerProblem.NOT_A_NUMBER]


def test_an_unknown_key_is_named_with_the_nearest_one() -> None:
    _, (problem,) = read_answers(make_catalogue(make_question()), {"hour": "5"}, "uk")
    assert (problem.place, problem.code) == ("answers.hour", AnswerProblem.UNKNOWN_QUESTION)
    assert problem.details == {"key": "hour", "nearest": "hours"}


def test_a_catalogue_without_questions_takes_no_answers() -> None:
    answered, (problem,) = read_answers(make_catalogue(), {"hours": "5"}, "uk")
    assert (answered, problem.code) == ((), AnswerProblem.NO_QUESTIONS)


def test_every_problem_is_collected_and_every_question_comes_back() -> None:
    catalogue = make_catalogue(make_question(), make_question(key="price", cell="Calc!B5", required=True))
    answered, problems = read_answers(catalogue, {"hours": "x", "speed": "1"}, "uk")
    assert [entry.question.key for entry in answered] == ["hours", "price"]
    assert sorted(problem.place for problem in problems) == [
        "answers.hours",
        "answers.price",
        "answers.speed",
    ]


def test_only_questions_with_a_value_write_their_cells() -> None:
    share = make_question(key="share", cell="Share", type=AnswerType.PERCENT)
    catalogue = make_catalogue(make_question(), share)
    answered, _ = read_answers(catalogue, {"share": "35"}, "uk")
    assert answer_inputs(answered) == {"Share": Decimal("0.35")}
