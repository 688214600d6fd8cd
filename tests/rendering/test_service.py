"""Pages on demand, through child processes and the storage."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.instance import Instance, open_instance
from app.rendering.pdf import render
from app.rendering.problems import RenderingError, RenderingProblem
from app.rendering.service import page_pictures, render_document
from app.storage import MissingFileError
from app.tables import metadata
from tests.builders.documents import make_document
from tests.conftest import make_settings
from tests.rendering.pages import digest, make_picture


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Instance]:
    folder: Path = tmp_path_factory.mktemp("rendering")
    opened = open_instance(make_settings(folder))
    metadata.create_all(opened.database.engine)
    yield opened
    opened.close()


def test_stored_pages_are_the_bytes_that_rendering_gives(instance: Instance) -> None:
    photo = make_picture()
    document = make_document(lines=5, pictures=(instance.storage.put(photo),))
    stored = render_document(instance, document)
    expected = render(document, {digest(photo): photo})
    assert instance.storage.get(stored.pdf_hash) == expected.pdf
    assert (stored.size, stored.density, stored.grouped) == (
        len(expected.pdf),
        expected.density,
        expected.grouped,
    )
    assert stored.document_hash == document.content_hash


def test_a_document_is_rendered_once(instance: Instance) -> None:
    document = make_document(lines=8)
    assert render_document(instance, document) == render_document(instance, document)


def test_pages_are_rendered_again_when_their_file_is_gone(instance: Instance, tmp_path: Path) -> None:
    document = make_document(lines=9)
    stored = render_document(instance, document)
    path = Path(instance.settings.instance_dir / "files" / stored.pdf_hash[:2] / stored.pdf_hash)
    path.unlink()
    assert render_document(instance, document) == stored
    assert path.exists()


def test_problems_are_kept_with_the_pages(instance: Instance) -> None:
    document = make_document(lines=2, portrait="0" * 64)
    for _ in range(2):
        (problem,) = render_document(instance, document).problems
        assert problem.code is RenderingProblem.MISSING_PICTURE
        assert problem.explain(str) == RenderingProblem.MISSING_PICTURE.text


def test_pages_become_pictures_of_the_asked_width(instance: Instance) -> None:
    stored = render_document(instance, make_document(lines=5))
    pictures = page_pictures(instance, stored.pdf_hash, 300)
    assert len(pictures) == 4
    assert {Image.open(io.BytesIO(picture)).width for picture in pictures} == {300}
    assert page_pictures(instance, stored.pdf_hash, 300) == pictures


def test_pictures_of_an_unknown_pdf_are_refused(instance: Instance) -> None:
    with pytest.raises(MissingFileError):
        page_pictures(instance, "0" * 64, 300)


def test_a_text_too_long_for_any_page_is_named(instance: Instance) -> None:
    document = make_document(lines=1)
    lead = "Дуже довгий вступ. " * 3000
    section = document.economics.model_copy(update={"lead": lead})
    with pytest.raises(RenderingError) as caught:
        render_document(instance, document.model_copy(update={"economics": section}))
    (problem,) = caught.value.problems
    assert (problem.place, problem.code) == ("economics.lead", RenderingProblem.TOO_LONG)
    assert document.economics.section in problem.explain(str)
