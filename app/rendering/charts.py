"""The geometry of the cash flow chart: bars, axes, and the mark where the money is back."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from app.proposals.document import Chart, ChartPoint
from app.rendering.measure import Ruler, points

LABEL_SIZE = points(7.5)
MARK_SIZE = points(9)
AXIS_ROOM = 8.0
"""Millimetres below the lowest gridline for the labels of the months, and above for the unit."""
HEAD_ROOM = 7.0
BAR_SHARE = 0.6
MAX_BAR_WIDTH = 5.0
MIN_BAR_HEIGHT = 0.25
MAX_TICKS = 5
NICE_STEPS = (1, 2, 2.5, 5, 10)
MONTHS_A_YEAR = 12
MARK_LIFT = 9.0
MARK_GAP = 2.2
MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Bar:
    """One month. Lengths are millimetres from the chart's upper left corner."""

    x: float
    y: float
    width: float
    height: float
    negative: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A gridline or a month on the axis."""

    at: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the money is back: a dot on the zero line, a thin line up, a label that meets no bar."""

    x: float
    top: float
    label_x: float
    label_y: float
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart ready to be drawn."""

    width: float
    height: float
    left: float
    zero: float
    bars: tuple[Bar, ...]
    gridlines: tuple[Tick, ...]
    months: tuple[Tick, ...]
    mark: Mark | None
    unit: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    width: float
    top: float
    bottom: float
    low: float
    high: float
    count: int

    @property
    def pitch(self) -> float:
        return (self.width - self.left) / self.count

    def x(self, index: float) -> float:
        return self.left + (index + 0.5) * self.pitch

    def y(self, value: float) -> float:
        return self.top + (self.high - value) / (self.high - self.low) * (self.bottom - self.top)


def draw_chart(chart: Chart, ruler: Ruler, *, width: float, height: float, language: str) -> ChartView | None:
    """Lay the chart out in that many millimetres; None when there is nothing to compare."""
    shown = [float(point.value / chart.unit_divisor) for point in chart.points]
    if len(shown) < 2 or not any(shown):  # noqa: PLR2004
        return None
    step = _nice_step(max(*shown, 0) - min(*shown, 0))
    low, high = _whole_steps(min(*shown, 0), max(*shown, 0), step)
    ticks = [low + step * index for index in range(round((high - low) / step) + 1)]
    names = [_number(tick, step, language) for tick in ticks]
    left = ruler.widest(tuple(names), LABEL_SIZE) + 3
    frame = _Frame(left, width, HEAD_ROOM, height - AXIS_ROOM, low, high, len(shown))
    bars = tuple(_bar(frame, index, value) for index, value in enumerate(shown))
    return ChartView(
        width=width,
        height=height,
        left=left,
        zero=_round(frame.y(0)),
        bars=bars,
        gridlines=tuple(Tick(_round(frame.y(tick)), name) for tick, name in zip(ticks, names, strict=True)),
        months=_months(chart.points, frame, ruler),
        mark=_mark(chart, frame, bars, ruler),
        unit=chart.unit,
        title=chart.title,
        description=chart.description,
    )


def _nice_step(span: float) -> float:
    rough = Decimal(repr(span / MAX_TICKS))
    power = Decimal(10) ** rough.adjusted()
    return next(
        float(power * Decimal(str(nice))) for nice in NICE_STEPS if power * Decimal(str(nice)) >= rough
    )


def _whole_steps(low: float, high: float, step: float) -> tuple[float, float]:
    size = Decimal(str(step))
    floor = (Decimal(repr(low)) / size).to_integral_value(ROUND_FLOOR) * size
    ceiling = (Decimal(repr(high)) / size).to_integral_value(ROUND_CEILING) * size
    return float(floor), float(ceiling)


def _number(value: float, step: float, language: str) -> str:
    decimals = max(0, -Decimal(str(step)).normalize().as_tuple().exponent)  # type: ignore[operator]  # finite
    text = f"{abs(value):,.{decimals}f}"
    if language != "en":
        text = text.replace(",", "\u00a0").replace(".", ",")
    return MINUS + text if value < 0 else text


def _bar(frame: _Frame, index: int, value: float) -> Bar:
    width = min(frame.pitch * BAR_SHARE, MAX_BAR_WIDTH)
    top, bottom = sorted((frame.y(value), frame.y(0)))
    height = max(bottom - top, MIN_BAR_HEIGHT if value else 0)
    y = top if value >= 0 else frame.y(0)
    return Bar(_round(frame.x(index) - width / 2), _round(y), _round(width), _round(height), value < 0)


def _months(dots: tuple[ChartPoint, ...], frame: _Frame, ruler: Ruler) -> tuple[Tick, ...]:
    """The most months whose labels stand apart: every year, else every second one and so on."""
    every = MONTHS_A_YEAR if dots[-1].month > MONTHS_A_YEAR else 3
    while True:
        chosen = [index for index, dot in enumerate(dots) if dot.month % every == 0]
        ticks = [_month(frame, index, dots[index].label, ruler) for index in chosen]
        widths = [ruler.width(tick.text, LABEL_SIZE) for tick in ticks]
        ends = [_extent(tick, width) for tick, width in zip(ticks, widths, strict=True)]
        if len(chosen) < 3 or all(one[1] + 2 < other[0] for one, other in pairwise(ends)):  # noqa: PLR2004
            return tuple(ticks)
        every *= 2


def _month(frame: _Frame, index: int, text: str, ruler: Ruler) -> Tick:
    half = ruler.width(text, LABEL_SIZE) / 2
    x = frame.x(index)
    if x - half < frame.left:
        return Tick(_round(frame.left), text, "start")
    if x + half > frame.width:
        return Tick(_round(frame.width), text, "end")
    return Tick(_round(x), text)


def _extent(tick: Tick, width: float) -> tuple[float, float]:
    start = tick.at - {"start": 0, "middle": width / 2, "end": width}[tick.anchor]
    return start, start + width


def _mark(chart: Chart, frame: _Frame, bars: tuple[Bar, ...], ruler: Ruler) -> Mark | None:
    """Left of the line if the label fits there (those bars hang below zero), else right, above the bars."""
    if chart.payback_month is None or not chart.payback_label:
        return None
    months = [dot.month for dot in chart.points]
    index = float(chart.payback_month - months[0]) / max((months[-1] - months[0]) / (len(months) - 1), 1)
    x = min(max(frame.x(index), frame.left), frame.width)
    width = ruler.width(chart.payback_label, MARK_SIZE, bold=True) + MARK_GAP
    if x - width >= frame.left:
        anchor, span = "end", (x - width, x)
    elif x + width <= frame.width:
        anchor, span = "start", (x, x + width)
    else:
        anchor, span = "start", (max(frame.width - width, 0), frame.width)
    above = [bar.y for bar in bars if bar.x < span[1] and bar.x + bar.width > span[0] and not bar.negative]
    y = max(min([frame.y(0) - MARK_LIFT, *(top - MARK_SIZE for top in above)]), MARK_SIZE)
    label_x = x if anchor == "end" else span[0]
    offset = -MARK_GAP if anchor == "end" else MARK_GAP
    return Mark(
        x=_round(x),
        top=_round(y - MARK_SIZE * 0.8),
        label_x=_round(label_x + offset),
        label_y=_round(y),
        anchor=anchor,
        text=chart.payback_label,
    )


def _round(value: float) -> float:
    return round(value, 2)
