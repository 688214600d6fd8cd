"""What can be wrong with what a document is made of; only texts too long for a page stop the pages."""

from app.problems import N_, Problem, ProblemCode


class RenderingProblem(ProblemCode):
    """Things left out of the pages, each named so that someone can mend it."""

    BROKEN_PICTURE = "broken-picture", N_("This picture cannot be read and was left out; upload it again.")
    MISSING_PICTURE = (
        "missing-picture",
        N_("This picture is not in the storage and was left out; upload it again."),
    )
    BROKEN_LOGO = "broken-logo", N_("The logo cannot be read; the brand's name stands in its place.")
    TOO_LONG = (
        "text-too-long",
        N_("The texts of the page “{section}” do not fit on it, even small. Shorten the longest: “{text}”"),
    )
    NO_GLYPH = "no-glyph", N_("No font has these characters, they were left out: {characters}")


class RenderingError(Exception):
    """Pages that cannot be made; `problems` say what somebody can mend, none of a fault of ours."""

    def __init__(self, text: str, problems: tuple[Problem, ...] = ()) -> None:
        self.problems = problems
        super().__init__(text)
