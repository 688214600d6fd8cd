"""Themes: folders of templates that see a document and plain values made from it."""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

THEMES_DIR = Path(__file__).resolve().parent.parent.parent / "proposal_templates"
DEFAULT_THEME = "minuta"


class UnknownThemeError(LookupError):
    """No theme of that name is installed."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme ready for use: its page template, stylesheet text and a version that changes with any file."""

    name: str
    version: str
    page: Template
    stylesheet: str


@cache
def load_theme(name: str = DEFAULT_THEME) -> Theme:
    """The theme, loaded once a process. Raises UnknownThemeError."""
    folder = THEMES_DIR / name
    if not name.isidentifier() or not (folder / "theme.toml").is_file():
        raise UnknownThemeError(name)
    settings = tomllib.loads((folder / "theme.toml").read_text())
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.clear()
    return Theme(
        name=name,
        version=f"{settings['version']}-{_digest(folder)}",
        page=environment.get_template(settings["page"]),
        stylesheet=(folder / settings["stylesheet"]).read_text(),
    )


def _digest(folder: Path) -> str:
    """A short hash of everything that decides how the pages look: the theme's files and our own code."""
    digest = hashlib.sha256()
    page_files = sorted(path for path in folder.iterdir() if path.suffix in {".html", ".css", ".toml"})
    code_files = sorted((*Path(__file__).parent.rglob("*.py"), Path(__file__).parent / "agent.css"))
    for path in (*page_files, *code_files):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
