"""Page 3."""

from decimal import Decimal
from enum import StrEnum

from app.proposals.document.values import Block, Figure, Origin, Part, Table


class PaybackStatus(StrEnum):
    """What the economics page may claim."""

    PAYS_BACK = "pays_back"
    AT_ONCE = "at_once"
    NEVER = "never"
    UNKNOWN = "unknown"


class ChartPoint(Part):
    """Cumulative cash flow at the end of one month (month 0 is the start)."""

    month: int
    value: Decimal
    label: str


class Chart(Part):
    """Cumulative cash flow. Labels are for the axis; `payback_month` may lie between two points."""

    title: str
    description: str
    unit: str
    unit_divisor: Decimal
    points: tuple[ChartPoint, ...]
    payback_month: Decimal | None
    payback_label: str


class Assumption(Part):
    """An input of the calculation and whose it is."""

    label: str
    text: str
    origin: Origin
    source: str


class Economics(Part):
    """Page 3: when the money is back, or honestly that it is not."""

    section: str
    heading: str
    lead: str
    status: PaybackStatus
    figures: tuple[Figure, ...]
    chart: Chart | None
    before_after: Table | None
    scenarios: Table | None
    assumptions_title: str
    assumptions: tuple[Assumption, ...]
    benefits_title: str
    benefits: tuple[Block, ...]
    note: str
