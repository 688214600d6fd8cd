"""How dense each page is set, chosen from the number of lines and the lengths of the texts."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.proposals.document import Document
from app.rendering.fit.cover import fit_cover
from app.rendering.fit.economics import fit_economics
from app.rendering.fit.layout import Density, Layout
from app.rendering.fit.next_steps import fit_next_steps
from app.rendering.fit.solution import fit_solution
from app.rendering.measure import Ruler

SECTIONS = ("cover", "solution", "economics", "next_steps")

__all__ = ["SECTIONS", "Density", "Fit", "Layout", "fit"]


@dataclass(frozen=True, slots=True)
class Fit:
    """The layout of each page."""

    cover: Layout
    solution: Layout
    economics: Layout
    next_steps: Layout

    @property
    def density(self) -> str:
        """How dense the page of the lines is, as a word."""
        return self.solution.density.value

    @property
    def grouped(self) -> bool:
        """Whether lines stand as groups, so that the specification goes along."""
        return self.solution.density is Density.GROUPED


def fit(document: Document, ruler: Ruler, *, tighter: Mapping[str, int] | None = None) -> Fit:
    """Choose the most generous layout of each page that should fit.

    `tighter` says how many times a section turned out too long: each asks for a denser layout.
    """
    steps = tighter or {}
    return Fit(
        cover=fit_cover(document, ruler, steps.get("cover", 0)),
        solution=fit_solution(document.solution, ruler, steps.get("solution", 0)),
        economics=fit_economics(document.economics, ruler, steps.get("economics", 0)),
        next_steps=fit_next_steps(document.next_steps, ruler, steps.get("next_steps", 0)),
    )
