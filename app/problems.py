"""Problems that a user can mend: each names its place and says what to do, in the reader's language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum


def N_(text: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a text for translation without translating it here."""
    return text


class ProblemCode(Enum):
    """Base of every room's list of problems; a member is (slug, text with {placeholders}).

    A third value `True` makes it a warning: worth saying, but nothing has to wait for it.
    """

    def __init__(self, slug: str, text: str, warning: bool = False) -> None:  # noqa: FBT001, FBT002 - enum members pass it by place
        self.slug = slug
        self.text = text
        self.warning = warning


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    `place` is a field path (`lines[2].sku`), a cell (`Items!C14`) or a line (`line 7`).
    """

    place: str
    code: ProblemCode
    details: Mapping[str, str] = field(default_factory=dict)

    def explain(self, translate: Callable[[str], str]) -> str:
        """The problem as one sentence; `translate` is a gettext function of the reader's language."""
        return translate(self.code.text).format(**self.details)


class ProblemsError(Exception):
    """Input that cannot be used, with every problem found in it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{p.place}: {p.explain(str)}" for p in problems))
