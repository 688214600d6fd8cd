"""What comes out of rendering."""

from dataclasses import dataclass, field

from app.problems import Problem


@dataclass(frozen=True, slots=True)
class Rendered:
    """Four pages, how densely they are set, and what had to be left out."""

    pdf: bytes
    density: str
    grouped: bool
    problems: tuple[Problem, ...] = field(default=())
