"""A document's pages: ours, against the bare engine with the same HTML and against a naive template."""

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from weasyprint import HTML  # type: ignore[import-untyped]

from app.proposals.document import Document
from app.rendering import pdf
from app.rendering.assets import printable_assets
from app.rendering.colours import palette
from app.rendering.fetcher import AssetFetcher
from app.rendering.fit import fit
from app.rendering.fonts import families, ruler
from app.rendering.themes import load_theme
from app.rendering.view import make_view
from benchmarks.finding import Finding, at_least, processor_medians, show
from benchmarks.naive_pages import naive
from benchmarks.samples import sample

LINES = 12
ROUNDS = 9
NAIVE_LIMIT = 3.0
OURS, BARE = "ours", "bare engine, the same HTML"
NAIVE_JPEG, NAIVE_PNG = "naive, photos as JPEG", "naive, photos as PNG"


def measure(rounds: int = ROUNDS) -> list[Finding]:
    """Median processor time of each, and how often ours goes into theirs."""
    found = sample(LINES)
    with tempfile.TemporaryDirectory() as folder:
        times = processor_medians(
            {
                OURS: lambda: pdf.render(found.document, found.prints),
                BARE: bare(found.document, found.prints),
                NAIVE_JPEG: naive(found.document, found.raw, Path(folder), kind="jpg"),
                NAIVE_PNG: naive(found.document, found.raw, Path(folder), kind="png"),
            },
            rounds,
        )
    return [
        *(
            Finding(f"document → PDF, {LINES} lines: {name}", f"{time:.0f} ms")
            for name, time in times.items()
        ),
        Finding("naive with JPEG photos ÷ ours", f"{times[NAIVE_JPEG] / times[OURS]:.1f}"),
        at_least("naive ÷ ours", times[NAIVE_PNG] / times[OURS], NAIVE_LIMIT),
    ]


def bare(document: Document, assets: Mapping[str, bytes]) -> Callable[[], object]:
    """Our own HTML, made beforehand, straight through WeasyPrint with everything kept warm."""
    colours = palette(document.brand.colour, document.brand.accent)
    document, shown, _ = printable_assets(document, assets, colours)
    view = make_view(
        document,
        layout := fit(document, ruler()),
        ruler(),
        palette=colours,
        families=families(document.canonical_json()),
        assets=shown,
    )
    theme, fonts, images = load_theme(), pdf.FontConfiguration(), {}
    page = theme.page.render(document=document, fit=layout, view=view)
    stylesheets = [pdf.CSS(string=theme.stylesheet, font_config=fonts)]
    fetcher = AssetFetcher(shown)

    def run() -> object:
        html = HTML(string=page, url_fetcher=fetcher)
        return html.write_pdf(font_config=fonts, stylesheets=stylesheets, cache=images, pdf_tags=True)

    return run


if __name__ == "__main__":
    pdf.warm()
    show(measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
