"""What can be wrong with an answer."""

from app.problems import N_, ProblemCode


class AnswerProblem(ProblemCode):
    """Problems of answers; each stands at `answers.KEY`."""

    UNKNOWN_QUESTION = (
        "unknown-answer",
        N_("There is no question “{key}”. Did you mean “{nearest}”?"),
    )
    NO_QUESTIONS = "no-questions", N_("This catalogue asks no questions.")
    NOT_A_NUMBER = "not-a-number", N_("“{value}” is not a number.")
    NOT_A_DATE = "not-a-date", N_("“{value}” is not a date. Write it as 2026-12-31.")
    NOT_YES_NO = "not-yes-no", N_("“{value}” is neither yes nor no.")
    NOT_A_CHOICE = "not-a-choice", N_("“{value}” is not one of: {known}.")
    BELOW_MINIMUM = "below-minimum", N_("Must be at least {minimum}.")
    ABOVE_MAXIMUM = "above-maximum", N_("Must be at most {maximum}.")
    REQUIRED = "required-answer", N_("Ask this: the calculation cannot do without it.")
    TOO_LONG = "too-long", N_("At most {limit} characters, please.")
