"""The cash flow chart in two widths: one for phones, one for desks. Pure."""

from app.proposals.document import Document
from app.rendering.charts import ChartView, draw_chart
from app.rendering.measure import Ruler

SIZES = {"narrow": (92.0, 64.0), "wide": (176.0, 70.0)}
_RULER = Ruler({False: {}, True: {}})  # the screen's font is known to the browser only: widths are guessed


def charts(document: Document) -> dict[str, ChartView]:
    """The chart by width; empty when there is none."""
    chart = document.economics.chart
    if chart is None:
        return {}
    drawn = {
        name: draw_chart(chart, _RULER, width=width, height=height, language=document.language)
        for name, (width, height) in SIZES.items()
    }
    return {name: view for name, view in drawn.items() if view}
