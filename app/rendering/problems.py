"""What can be wrong with what a document is made of, without stopping its pages."""

from app.problems import N_, ProblemCode


class RenderingProblem(ProblemCode):
    """Things left out of the pages, each named so that someone can mend it."""

    BROKEN_PICTURE = "broken-picture", N_("This picture cannot be read and was left out; upload it again.")
    MISSING_PICTURE = (
        "missing-picture",
        N_("This picture is not in the storage and was left out; upload it again."),
    )
    BROKEN_LOGO = "broken-logo", N_("The logo cannot be read; the brand's name stands in its place.")
    NO_GLYPH = "no-glyph", N_("No font has these characters, they were left out: {characters}")


class RenderingError(Exception):
    """Pages that cannot be made; the text says which section and why."""
