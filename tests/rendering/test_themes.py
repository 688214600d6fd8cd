"""Themes as folders of templates."""

import re
from pathlib import Path

import pytest
import weasyprint.urls
from jinja2 import UndefinedError

from app.proposals.document import Document
from app.rendering.fetcher import AssetFetcher
from app.rendering.themes import THEMES_DIR, UnknownThemeError, load_theme

THEME_FILES = sorted(path for path in THEMES_DIR.rglob("*") if path.suffix in {".css", ".html"})
SLOW_LAYOUTS = re.compile(r"display\s*:\s*(inline-)?(flex|grid)|column-count|columns\s*:|grid-template|flex-")


@pytest.mark.parametrize("path", THEME_FILES, ids=lambda path: path.name)
def test_templates_use_no_slow_layout(path: Path) -> None:
    assert not SLOW_LAYOUTS.search(path.read_text())


@pytest.mark.parametrize("path", THEME_FILES, ids=lambda path: path.name)
def test_templates_reach_nothing_outside(path: Path) -> None:
    text = path.read_text().replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?://|@import|@font-face|url\((?!\{\{)", text)


def test_every_table_is_of_fixed_layout() -> None:
    css = (THEMES_DIR / "minuta" / "theme.css").read_text()
    assert re.search(r"^table \{[^}]*table-layout: fixed", css, re.MULTILINE)
    for rule in re.findall(r"\{[^}]*display: table;[^}]*\}", css):
        assert "table-layout: fixed" in rule
        assert "width:" in rule


def test_the_sample_is_a_valid_document() -> None:
    sample = Document.model_validate_json((THEMES_DIR / "minuta" / "sample.json").read_text())
    assert sample.language == "uk"
    assert len(sample.solution.lines) >= 5


def test_an_unknown_theme_is_named() -> None:
    for name in ("none", "../minuta", ""):
        with pytest.raises(UnknownThemeError):
            load_theme(name)


def test_templates_are_strict_about_names() -> None:
    with pytest.raises(UndefinedError):
        load_theme().page.render()


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/x", "file:///etc/passwd", "data:text/plain,x", "minuta:other", "ftp://a.example/x"],
)
def test_the_fetcher_gives_out_nothing_but_the_documents_pictures(url: str) -> None:
    with pytest.raises(weasyprint.urls.FatalURLFetchingError):
        AssetFetcher({"known": b"x"}).fetch(url)


def test_the_fetcher_knows_kinds_of_pictures() -> None:
    fetcher = AssetFetcher({"a": b"\xff\xd8x", "b": b"\x89PNG", "c": b"<svg/>"})
    kinds = [fetcher.fetch(f"minuta:{name}").content_type for name in "abc"]
    assert kinds == ["image/jpeg", "image/png", "image/svg+xml"]
