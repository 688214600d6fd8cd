"""The four pages as a PDF."""

import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from app.proposals.document import Block, Document
from app.rendering import page_tree
from app.rendering.pdf import render
from app.rendering.problems import RenderingProblem
from tests.builders.documents import (
    make_brand,
    make_document,
    make_line,
    make_never,
    make_next_steps,
    make_solution,
    make_unknown,
)
from tests.rendering.pages import digest, make_picture, page_texts, shown_amounts, squeezed

PHOTO = make_picture()
ASSETS = {digest(PHOTO): PHOTO}
PICTURED = (digest(PHOTO),)
LONG_WORD = "Супердовгесловобезжодногопробілуякетягнетьсяшістдесятсимволів"
LONG_NAME = (
    "Товариство з обмеженою відповідальністю «Науково-виробниче підприємство вигаданих дерев’яних "
    "конструкцій та меблевих фасадів імені видатного винахідника Омеляна Вигаданого, філія у Львові»"
)


def assert_four_pages_with_every_amount(document: Document) -> list[str]:
    rendered = render(document, ASSETS)
    texts = page_texts(rendered.pdf)
    assert len(texts) == 4
    for text, section in zip(
        texts[1:], (document.solution, document.economics, document.next_steps), strict=True
    ):
        assert squeezed(section.section.upper()) in text
    for page, amount in shown_amounts(document, grouped=rendered.grouped):
        assert squeezed(amount) in texts[page], (page, amount)
    if rendered.grouped:
        assert squeezed(document.solution.grouped_note) in texts[1]
    return texts


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
@pytest.mark.parametrize("lines", [1, 3, 7, 15, 30, 120, 500])
def test_any_number_of_lines_gives_four_pages(language: str, lines: int) -> None:
    pictures = PICTURED if lines % 2 else (None,)
    assert_four_pages_with_every_amount(make_document(language=language, lines=lines, pictures=pictures))


@pytest.mark.parametrize("pattern", ["rings", "waves", "grid"])
@pytest.mark.parametrize("dpi", [60, 110, 200])
def test_the_cover_reaches_over_every_edge_of_the_sheet(pattern: str, dpi: int, tmp_path: Path) -> None:
    pdf = tmp_path / "pages.pdf"
    pdf.write_bytes(render(make_document(brand=make_brand(pattern=pattern)), {}).pdf)
    command = ["pdftoppm", "-r", str(dpi), "-f", "1", "-l", "1", "-png", "-singlefile"]
    subprocess.run([*command, pdf, tmp_path / "cover"], check=True)
    with Image.open(tmp_path / "cover.png") as picture:
        cover = picture.convert("L")
    right, band = cover.width - 1, cover.height // 4
    edges = [(0, y) for y in range(band)] + [(right, y) for y in range(band)]
    edges += [(x, 0) for x in range(cover.width)]
    assert max(cover.getpixel(place) for place in edges) < 128


def long_texts(document: Document) -> Document:
    cover, solution, economics, following = (
        document.cover,
        document.solution,
        document.economics,
        document.next_steps,
    )
    block = Block(title=LONG_WORD, text=LONG_NAME * 2)
    lines = tuple(
        line.model_copy(update={"name": f"{LONG_WORD} {line.name}", "characteristics": f"{LONG_WORD} " * 3})
        for line in solution.lines
    )
    return document.model_copy(
        update={
            "footer": f"{document.brand.name} · {LONG_NAME}",
            "brand": make_brand(name=LONG_NAME),
            "cover": cover.model_copy(
                update={
                    "heading": f"{LONG_NAME} {LONG_WORD}",
                    "lead": LONG_NAME * 2,
                    "greeting": LONG_NAME,
                    "paragraphs": (LONG_NAME * 4, LONG_NAME * 4),
                    "manager": cover.manager.model_copy(
                        update={"name": LONG_WORD, "position": LONG_NAME, "email": f"{LONG_WORD}@example.com"}
                    ),
                }
            ),
            "solution": solution.model_copy(
                update={"lines": lines, "heading": LONG_NAME, "notes": (LONG_NAME,) * 3, "reason": block}
            ),
            "economics": economics.model_copy(
                update={"heading": LONG_NAME, "lead": LONG_NAME * 2, "benefits": (block,) * 6}
            ),
            "next_steps": following.model_copy(
                update={"heading": LONG_NAME, "terms": (block,) * 6, "legal": LONG_NAME * 4}
            ),
        }
    )


@pytest.mark.parametrize("lines", [1, 7, 30])
def test_the_longest_texts_give_four_pages(lines: int) -> None:
    texts = assert_four_pages_with_every_amount(long_texts(make_document(lines=lines, pictures=PICTURED)))
    assert LONG_WORD in texts[0]


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.model_copy(update={"economics": make_never()}),
        lambda document: document.model_copy(update={"economics": make_unknown()}),
        lambda document: document.model_copy(update={"next_steps": make_next_steps(recommendations=0)}),
        lambda document: document.model_copy(update={"next_steps": make_next_steps(recommendations=1)}),
        lambda document: document.model_copy(
            update={"cover": document.cover.model_copy(update={"figures": (), "lead": ""})}
        ),
        lambda document: document.model_copy(
            update={
                "solution": document.solution.model_copy(
                    update={"lead": "", "notes": (), "in_words": "", "reason": Block(title="", text="")}
                )
            }
        ),
        lambda document: document.model_copy(
            update={
                "next_steps": document.next_steps.model_copy(
                    update={"steps": (), "terms": (), "signatures": (), "legal": "", "recommendations": ()}
                )
            }
        ),
    ],
    ids=[
        "never",
        "unknown",
        "no-recommendations",
        "one-recommendation",
        "bare-cover",
        "bare-solution",
        "bare-end",
    ],
)
def test_what_is_missing_leaves_no_trace(change: Callable[[Document], Document]) -> None:
    texts = assert_four_pages_with_every_amount(change(make_document(lines=5)))
    assert not any("None" in text for text in texts)


def test_more_categories_than_a_page_holds_leave_the_totals_and_the_note() -> None:
    lines = [make_line(place, category=f"Категорія вигаданих речей {place}") for place in range(1, 301)]
    document = make_document().model_copy(update={"solution": make_solution(lines)})
    assert_four_pages_with_every_amount(document)


def test_many_categories_stand_in_two_columns() -> None:
    lines = [make_line(place % 45 + 1, category=f"Категорія {place % 45}") for place in range(90)]
    document = make_document().model_copy(update={"solution": make_solution(lines)})
    texts = assert_four_pages_with_every_amount(document)
    for group in document.solution.groups:
        assert squeezed(group.sum.text) in texts[1]
        assert squeezed(group.name) in texts[1]


def test_discounts_of_lines_have_a_column() -> None:
    amount = make_line().sum.model_copy(update={"text": "7,5\u00a0%"})
    lines = [make_line(place, discount=amount if place == 2 else None) for place in range(1, 9)]
    document = make_document().model_copy(update={"solution": make_solution(lines)})
    texts = assert_four_pages_with_every_amount(document)
    assert "7,5%" in texts[1]
    assert squeezed(document.solution.columns.discount) in texts[1]


@pytest.mark.parametrize(
    "name",
    [
        "شركة الرياح التجارية",
        "株式会社タニタ機械",
        "주식회사 한빛 기계",
        "Εταιρεία Αέρας",
        "Nguyễn Phượng",
        "बीमा",
    ],
)
def test_names_in_any_script_are_printed(name: str) -> None:
    cover = make_document().cover.model_copy(update={"greeting": name})
    rendered = render(make_document(company=name, cover=cover), {})
    assert rendered.problems == ()
    with pikepdf.open(io.BytesIO(rendered.pdf)) as pdf:
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert all(re.match(r"/[A-Z]{6}\+(Onest|Inter|Noto)", font) for font in fonts)


def test_the_same_document_gives_the_same_bytes_elsewhere_and_later() -> None:
    program = (
        "import time; time.time = lambda: 1e9\n"
        "import hashlib\n"
        "from app.rendering.pdf import render\n"
        "from tests.builders.documents import make_document\n"
        "render(make_document(lines=3, company='株式会社'), {})\n"
        "print(hashlib.sha256(render(make_document(lines=7), {}).pdf).hexdigest())\n"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    other = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert other.stdout.strip() == digest(render(make_document(lines=7), {}).pdf)


def test_the_pdf_is_tagged_titled_and_has_a_bookmark_a_page() -> None:
    document = make_document(lines=4, pictures=PICTURED, portrait=PICTURED[0])
    with pikepdf.open(io.BytesIO(render(document, ASSETS).pdf)) as pdf:
        assert pdf.docinfo["/Title"] == document.title
        assert pdf.docinfo["/Author"] == document.brand.legal_name
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261122")
        assert pdf.Root.Lang == "uk"
        assert pdf.Root.MarkInfo.Marked
        assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
        with pdf.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
        assert titles == [
            document.cover.heading,
            document.solution.heading,
            document.economics.heading,
            document.next_steps.heading,
        ]
        assert all(len(page.Resources.Font) <= 4 for page in pdf.pages)


def test_a_broken_or_missing_picture_is_left_out_and_told() -> None:
    broken = b"\xff\xd8 not a picture"
    assets = {**ASSETS, digest(broken): broken}
    lines = [
        make_line(1, picture=PICTURED[0], picture_large=None),
        make_line(2, picture=digest(broken), picture_large=None),
        make_line(3, picture="0" * 64, picture_large=None),
    ]
    document = make_document(portrait=digest(broken)).model_copy(update={"solution": make_solution(lines)})
    rendered = render(document, assets)
    assert {(problem.place, problem.code) for problem in rendered.problems} == {
        ("solution.lines[1].picture", RenderingProblem.BROKEN_PICTURE),
        ("solution.lines[2].picture", RenderingProblem.MISSING_PICTURE),
        ("cover.manager.portrait", RenderingProblem.BROKEN_PICTURE),
    }
    assert len(page_texts(rendered.pdf)) == 4


def test_a_broken_logo_gives_way_to_the_brands_name() -> None:
    document = make_document(brand=make_brand(logo=digest(b"<svg")))
    rendered = render(document, {digest(b"<svg"): b"<svg"})
    assert [problem.code for problem in rendered.problems] == [RenderingProblem.BROKEN_LOGO]
    assert squeezed(document.brand.name) in page_texts(rendered.pdf)[0]


def test_a_logo_stands_for_the_brands_name() -> None:
    logo = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">'
        b'<path d="M0 0h40v10z" fill="currentColor"/></svg>'
    )
    document = make_document(brand=make_brand(logo=digest(logo)))
    rendered = render(document, {digest(logo): logo})
    assert rendered.problems == ()
    assert not page_texts(rendered.pdf)[0].startswith(squeezed(document.brand.name))


def test_characters_without_a_glyph_are_left_out_and_told() -> None:
    rendered = render(make_document(company="Emoji 😀 Ltd", footer="Emoji 😀 Ltd"), {})
    assert {problem.place for problem in rendered.problems} == {"company", "footer"}
    assert {problem.details["characters"] for problem in rendered.problems} == {"😀"}


@pytest.mark.parametrize("pattern", ["rings", "waves", "grid", "none", "unknown"])
def test_every_pattern_can_be_drawn(pattern: str) -> None:
    brand = make_brand(pattern=pattern, colour="#f6c700")
    assert len(page_texts(render(make_document(brand=brand), {}).pdf)) == 4


def test_markup_in_texts_is_printed_and_not_obeyed() -> None:
    evil = "<link rel=attachment href='file:///etc/passwd'><b>x</b> {{ 7*7 }}"
    rendered = render(make_document(footer=evil, title=evil), {})
    assert squeezed(evil) in page_texts(rendered.pdf)[1]


@pytest.mark.parametrize("lines", [2, 12, 40])
def test_the_quick_way_into_the_engine_draws_what_its_usual_way_draws(
    lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = make_document(lines=lines, pictures=PICTURED, portrait=PICTURED[0])
    quick = drawings(render(document, ASSETS).pdf)
    monkeypatch.setattr(page_tree, "KNOWN_ENGINE", "none")
    assert drawings(render(document, ASSETS).pdf) == quick


def drawings(pdf: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [page.Contents.read_bytes() for page in opened.pages]
