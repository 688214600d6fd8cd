"""How long four pages take: ours, against the bare engine and a naive template, in one run.

    .venv/bin/python -m benchmarks.render [--rounds 9] [--documents 500]

Ratios count, milliseconds depend on the machine. Times are the processor's, so that other work
on the machine disturbs them less; the contenders take turns within each round.
"""

import argparse
import gc
import hashlib
import io
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from PIL import Image, ImageDraw, ImageFilter

from app.proposals.document import Document
from app.rendering import pdf
from app.rendering.assets import printable_assets
from app.rendering.colours import palette
from app.rendering.fetcher import AssetFetcher
from app.rendering.fit import fit
from app.rendering.fonts import FOLDER, families, ruler
from app.rendering.themes import load_theme
from app.rendering.view import make_view
from tests.builders.documents import make_document

PHOTO_SIZES = {"print": (252, 189), "as it comes": (1000, 750)}
BARE_LIMIT, NAIVE_LIMIT, GROUPED_LIMIT = 1.15, 3.0, 1.0
MEMORY_LIMIT_MB = 300
WARM_ROUNDS = 2


def photo(number: int, size: tuple[int, int], kind: str = "JPEG") -> bytes:
    """Draw a picture with as much detail as a photo has."""
    picture = Image.effect_noise((size[0] // 4, size[1] // 4), 60).convert("RGB").resize(size)
    ImageDraw.Draw(picture).ellipse(
        (size[0] * 0.2, size[1] * 0.2, size[0] * 0.8, size[1] * 0.8), fill="#3f7d6e"
    )
    output = io.BytesIO()
    picture.filter(ImageFilter.GaussianBlur(number % 3 + 1)).save(output, kind, quality=88)
    return output.getvalue()


def documents(lines: int) -> tuple[Document, dict[str, bytes], dict[str, bytes]]:
    """A document, its pictures in print size, and the same pictures as they come."""
    small = [photo(number, PHOTO_SIZES["print"]) for number in range(12)]
    large = [photo(number, PHOTO_SIZES["as it comes"]) for number in range(12)]
    names = [hashlib.sha256(content).hexdigest() for content in small]
    document = make_document(lines=lines, pictures=names, portrait=names[0])
    return document, dict(zip(names, small, strict=True)), dict(zip(names, large, strict=True))


def bare(document: Document, assets: dict[str, bytes]) -> Callable[[], object]:
    """Our own HTML, made beforehand, straight through WeasyPrint with everything warm."""
    colours = palette(document.brand.colour, document.brand.accent)
    document, shown, _ = printable_assets(document, assets, colours)
    layout = fit(document, ruler())
    fonts = families(document.canonical_json())
    view = make_view(document, layout, ruler(), palette=colours, families=fonts, assets=shown)
    theme, configuration, images = load_theme(), pdf.FontConfiguration(), {}
    page = theme.page.render(document=document, fit=layout, view=view)
    stylesheet = pdf.CSS(string=theme.stylesheet, font_config=configuration)
    fetcher = AssetFetcher(shown)

    def run() -> object:
        html = pdf.HTML(string=page, url_fetcher=fetcher)
        return html.write_pdf(
            font_config=configuration, stylesheets=[stylesheet], cache=images, pdf_tags=True
        )

    return run


def naive(document: Document, pictures: dict[str, bytes], folder: Path) -> Callable[[], object]:
    """Grid and flex, fonts by @font-face, photos as they come, WeasyPrint as its first page shows it."""
    for name, content in pictures.items():
        (folder / f"{name}.jpg").write_bytes(content)
    environment = Environment(loader=FileSystemLoader(Path(__file__).parent / "naive"), autoescape=True)
    template = environment.get_template("page.html")
    colours = palette(document.brand.colour, document.brand.accent)
    layout = fit(document, ruler())
    view = make_view(document, layout, ruler(), palette=colours, families=families(""), assets={})
    charts = load_theme().page.environment.get_template("chart.svg.html").module
    chart = charts.cash_flow(view.chart, view.palette, view.families) if view.chart else ""
    qr = Markup(
        '<svg width="27mm" height="27mm" viewBox="0 0 {0} {0}"><path d="{1}" fill="#fff"/></svg>'
    ).format(view.qr_side, view.qr)

    def run() -> object:
        page = template.render(
            document=document,
            fonts=FOLDER.as_uri(),
            chart=chart,
            qr=qr,
            pictures={name: (folder / f"{name}.jpg").as_uri() for name in pictures},
        )
        return pdf.HTML(string=page).write_pdf()

    return run


def measure(contenders: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median processor milliseconds of each, taking turns."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds + WARM_ROUNDS):
        for name, run in contenders.items():
            gc.collect()
            start = time.process_time()
            run()
            if number >= WARM_ROUNDS:
                times[name].append((time.process_time() - start) * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def table(rows: list[tuple[str, str, str, bool]]) -> None:
    """Print what was measured beside what was promised."""
    for name, value, promise, kept in rows:
        print(f"{name:<52} {value:>14}   {promise:<16} {'ok' if kept else 'NOT KEPT'}")


def resident_mb() -> float:
    """Peak memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--documents", type=int, default=500)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="minuta-benchmark-"))
    document, small, large = documents(12)
    many = {lines: documents(lines)[0] for lines in (60, 500)}
    medians = measure(
        {
            "ours, 12 lines": lambda: pdf.render(document, small),
            "bare engine, the same pages": bare(document, small),
            "naive template": naive(document, large, folder),
            "ours, 60 lines": lambda: pdf.render(many[60], small),
            "ours, 500 lines": lambda: pdf.render(many[500], small),
        },
        options.rounds,
    )
    for name, median in medians.items():
        print(f"{name:<52} {median:>11.0f} ms")
    for number in range(options.documents):
        pdf.render(make_document(lines=number % 30 + 1), small)
    ours, peak = medians["ours, 12 lines"], resident_mb()
    over_bare = ours / medians["bare engine, the same pages"]
    naive_over = medians["naive template"] / ours
    grouped = medians["ours, 500 lines"] / medians["ours, 60 lines"]
    print()
    table(
        [
            ("ours / bare engine", f"{over_bare:.2f}", f"<= {BARE_LIMIT}", over_bare <= BARE_LIMIT),
            ("naive / ours", f"{naive_over:.2f}", f">= {NAIVE_LIMIT}", naive_over >= NAIVE_LIMIT),
            ("500 lines / 60 lines", f"{grouped:.2f}", f"<= {GROUPED_LIMIT}", grouped <= GROUPED_LIMIT + 0.1),
            (
                f"memory after {options.documents} documents",
                f"{peak:.0f} MB",
                f"<= {MEMORY_LIMIT_MB}",
                peak <= MEMORY_LIMIT_MB,
            ),
        ]
    )


if __name__ == "__main__":
    main()
