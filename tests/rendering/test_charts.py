"""The geometry of the cash flow chart."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.proposals.document import Chart, ChartPoint
from app.rendering.charts import MARK_GAP, MARK_SIZE, ChartView, draw_chart
from app.rendering.fonts import ruler
from tests.builders.documents import make_chart


def drawn(chart: Chart, *, width: float = 174, height: float = 60, language: str = "uk") -> ChartView:
    view = draw_chart(chart, ruler(), width=width, height=height, language=language)
    assert view is not None
    return view


@given(
    investment=st.integers(1, 10**9),
    share=st.floats(0.001, 1.5),
    months=st.integers(3, 120),
    height=st.floats(34, 104),
)
def test_the_mark_meets_no_bar_and_stays_on_the_chart(
    investment: int, share: float, months: int, height: float
) -> None:
    monthly = max(round(investment * share), 1)
    view = drawn(make_chart(investment=investment, monthly=monthly, months=months), height=height)
    assert all(bar.x >= 0 and bar.x + bar.width <= view.width + 0.01 for bar in view.bars)
    assert all(bar.y >= 0 and bar.y + bar.height <= view.height for bar in view.bars)
    mark = view.mark
    if mark is None:
        return
    width = ruler().width(mark.text, MARK_SIZE, bold=True)
    left = mark.label_x - width if mark.anchor == "end" else mark.label_x
    assert left >= 0
    assert left + width <= view.width + MARK_GAP
    assert mark.label_y >= MARK_SIZE - 0.01
    for bar in view.bars:
        beside = bar.x > left + width or bar.x + bar.width < left
        assert beside or bar.negative or bar.y >= mark.label_y - 0.01


def test_what_never_pays_back_has_no_mark() -> None:
    assert drawn(make_chart(monthly=1000)).mark is None


@pytest.mark.parametrize("months", [3, 6, 12, 24, 36, 60, 120])
def test_labels_of_months_stand_apart(months: int) -> None:
    ticks = drawn(make_chart(months=months), width=80).months
    assert 1 <= len(ticks) <= 8
    positions = [tick.at for tick in ticks]
    assert positions == sorted(positions)


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_axis_numbers_have_a_real_minus(language: str) -> None:
    texts = [line.text for line in drawn(make_chart(language=language), language=language).gridlines]
    assert any(text.startswith("−") for text in texts)
    assert not any("-" in text for text in texts)


@pytest.mark.parametrize("values", [(), (0,), (0, 0, 0)])
def test_nothing_to_compare_gives_no_chart(values: tuple[int, ...]) -> None:
    points = tuple(ChartPoint(month=i, value=Decimal(value), label="") for i, value in enumerate(values))
    chart = make_chart().model_copy(update={"points": points})
    assert draw_chart(chart, ruler(), width=174, height=60, language="uk") is None


def test_the_zero_line_lies_between_losses_and_gains() -> None:
    view = drawn(make_chart())
    assert all(bar.y >= view.zero - 0.01 for bar in view.bars if bar.negative)
    assert all(bar.y + bar.height <= view.zero + 0.3 for bar in view.bars if not bar.negative)
