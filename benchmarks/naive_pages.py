"""The same pages as an engineer would write them who has read WeasyPrint's first page and nothing else.

Grid and flex as in a browser (naive/page.html); fonts by @font-face, as TTF, because WOFF2 would cost
it a second more and prove nothing; pictures about 1000 pixels wide as they come out of the workbook
(Excel keeps what was pasted as PNG; JPEG is measured too, the kindest case); the default fetcher; its
own FontConfiguration for every document, as the documentation's example has it. Jinja stays warm.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from PIL import Image
from weasyprint import HTML  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

from app.proposals.document import Document
from app.rendering.colours import palette
from app.rendering.fit import fit
from app.rendering.fonts import FOLDER, families, ruler
from app.rendering.themes import load_theme
from app.rendering.view import make_view

TEMPLATES = Path(__file__).parent / "naive"
QR_SVG = '<svg width="27mm" height="27mm" viewBox="0 0 {0} {0}"><path d="{1}" fill="#fff"/></svg>'


def naive(
    document: Document, pictures: Mapping[str, bytes], folder: Path, *, kind: str
) -> Callable[[], object]:
    """A function that makes the pages from pictures which it leaves in the folder as that kind of file."""
    for name, content in pictures.items():
        (folder / f"{name}.png").write_bytes(content)
        if kind == "jpg":
            with Image.open(folder / f"{name}.png") as picture:
                picture.save(folder / f"{name}.jpg", quality=88)
    template = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True).get_template("page.html")
    colours = palette(document.brand.colour, document.brand.accent)
    view = make_view(
        document, fit(document, ruler()), ruler(), palette=colours, families=families(""), assets={}
    )
    charts = load_theme().page.environment.get_template("chart.svg.html").module
    values = {
        "document": document,
        "fonts": FOLDER.as_uri(),
        "chart": charts.cash_flow(view.chart, view.palette, view.families) if view.chart else "",  # type: ignore[attr-defined]
        "qr": Markup(QR_SVG).format(view.qr_side, view.qr),
        "pictures": {name: (folder / f"{name}.{kind}").as_uri() for name in pictures},
    }

    def run() -> object:
        return HTML(string=template.render(**values)).write_pdf(font_config=FontConfiguration())

    return run
