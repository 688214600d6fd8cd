"""The words of a mail, as text and as HTML, out of the theme's templates and the document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from mjml import mjml2html

from app.delivery.colours import WHITE, MailColours, mail_colours
from app.proposals.document import Document, TotalKind, TotalRow
from app.settings import PROJECT_DIR

THEMES_DIR = PROJECT_DIR / "proposal_templates"
TOTAL_KEY = "total"
"""The sum stands in a line of its own: a figure that says it again is left out."""
MAX_FIGURES = 3
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
HEADER_WIDTH, LOGO_GAP = 520, 16


@dataclass(frozen=True, slots=True)
class InlinePicture:
    """A picture inside the HTML: its content id, its bytes, and how wide it stands (px).

    `needs_ground`: it shows only on the brand's colour.
    """

    cid: str
    content: bytes
    subtype: str
    width: int
    needs_ground: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """The two forms of the same words."""

    text: str
    html: str


def write_letter(
    document: Document,
    *,
    logo: InlinePicture | None = None,
    portrait: InlinePicture | None = None,
    grouped: bool = False,
    theme: str = "minuta",
) -> Letter:
    """The mail's words; `grouped` says that the specification goes along."""
    colour = mail_colours(document.brand.colour)
    values = {
        "document": document,
        "manager": document.cover.manager,
        "figures": [figure for figure in document.cover.figures if figure.key != TOTAL_KEY][:MAX_FIGURES],
        "total": total_row(document),
        "colour": colour,
        "header": _header(colour, logo),
        "logo": logo,
        "logo_share": round((logo.width + LOGO_GAP) / HEADER_WIDTH * 100) if logo else 0,
        "portrait": portrait,
        "grouped": grouped,
    }
    return Letter(text=_text(theme, values), html=_html(theme, values))


def _header(colour: MailColours, logo: InlinePicture | None) -> Mapping[str, str]:
    """The brand's colour behind a logo that needs it, or where there is none; else white."""
    if logo and not logo.needs_ground:
        return {"fill": WHITE, "text": colour.text}
    return {"fill": colour.fill, "text": colour.on_fill}


def total_row(document: Document) -> TotalRow:
    """The row that says what the proposal costs."""
    return next(row for row in reversed(document.solution.totals) if row.kind is TotalKind.TOTAL)


def _text(theme: str, values: Mapping[str, Any]) -> str:
    text = _environment(THEMES_DIR / theme, escape=False).get_template("mail.txt").render(values)
    return re.sub(r"\n{3,}", "\n\n", NOT_IN_XML.sub("", text)).strip() + "\n"


def _html(theme: str, values: Mapping[str, Any]) -> str:
    template = _environment(THEMES_DIR / theme, escape=True).get_template("mail.mjml")
    html: str = mjml2html(NOT_IN_XML.sub("", template.render(values)))
    return html


@lru_cache
def _environment(folder: Path, *, escape: bool) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=escape,  # noqa: S701 - off only for the plain text
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["dialled"] = _dialled
    return environment


def _dialled(phone: str) -> str:
    return re.sub(r"[^\d+]", "", phone)
