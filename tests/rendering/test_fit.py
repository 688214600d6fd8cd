"""Choosing how densely a page is set."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.proposals.document import Block
from app.rendering.fit import SECTIONS, Density, fit
from app.rendering.fit.layout import PAGE_HEIGHT
from app.rendering.fonts import ruler
from tests.builders.documents import make_document, make_unknown


@pytest.mark.parametrize(
    ("lines", "density"),
    [
        (1, Density.GENEROUS),
        (4, Density.GENEROUS),
        (7, Density.COMFORTABLE),
        (10, Density.COMPACT),
        (25, Density.DENSE),
        (60, Density.GROUPED),
        (500, Density.GROUPED),
    ],
)
def test_density_follows_the_number_of_lines(lines: int, density: Density) -> None:
    chosen = fit(make_document(lines=lines, pictures=("a" * 64,)), ruler())
    assert chosen.density == density.value
    assert chosen.grouped == (density is Density.GROUPED)


def test_few_lines_with_pictures_are_shown_large() -> None:
    assert fit(make_document(lines=2, pictures=("a" * 64,)), ruler()).solution.has("feature")
    assert not fit(make_document(lines=2), ruler()).solution.has("feature")


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_that_proved_too_long_is_set_tighter(section: str) -> None:
    document = make_document(lines=7)
    before = getattr(fit(document, ruler()), section)
    after = getattr(fit(document, ruler(), tighter={section: 11}), section)
    assert after.height < before.height


@given(
    lines=st.integers(1, 60),
    name=st.text(min_size=1, max_size=200),
    letter=st.integers(0, 3000),
    language=st.sampled_from(["uk", "ru", "en"]),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_every_page_is_estimated_to_fit(lines: int, name: str, letter: int, language: str) -> None:
    document = make_document(language=language, lines=lines)
    changed = document.model_copy(
        update={
            "cover": document.cover.model_copy(
                update={"heading": name, "paragraphs": ("слово " * (letter // 6),)}
            )
        }
    )
    chosen = fit(changed, ruler())
    assert chosen.cover.height <= 297
    for section in SECTIONS[1:]:
        assert getattr(chosen, section).height <= PAGE_HEIGHT


def test_benefits_lead_a_page_without_figures() -> None:
    page = fit(make_document(economics=make_unknown()), ruler()).economics
    assert page.has("wide_benefits")
    assert page["benefit"] > fit(make_document(), ruler()).economics["benefit"]


def test_measures_become_custom_properties() -> None:
    style = fit(make_document(), ruler()).solution.style
    assert "--row-pad:" in style
    assert style.count("mm") == style.count(":")


def test_a_page_without_a_reason_says_so() -> None:
    document = make_document()
    bare = document.solution.model_copy(update={"reason": Block(title="", text="")})
    assert not fit(document.model_copy(update={"solution": bare}), ruler()).solution.has("reason")
