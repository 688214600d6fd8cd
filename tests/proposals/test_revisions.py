"""What a reader would notice between two revisions."""

from decimal import Decimal

from app.proposals.document import Amount, Document, Line
from app.proposals.revisions import NOTHING, Change, ChangeKind, changes
from tests.builders.documents import make_document


def with_lines(document: Document, *lines: Line) -> Document:
    return document.model_copy(update={"solution": document.solution.model_copy(update={"lines": lines})})


def kinds(before: Document, after: Document) -> list[ChangeKind]:
    return [change.kind for change in changes(before, after)]


def test_the_same_document_has_no_changes() -> None:
    assert changes(make_document(), make_document()) == ()


def test_lines_are_told_by_item() -> None:
    document = make_document()
    first, *others = document.solution.lines
    more = first.model_copy(update={"quantity": Amount(value=Decimal(9), text="9")})
    dearer = first.model_copy(update={"price": Amount(value=Decimal(7), text="7 ₴")})
    cheaper = first.model_copy(update={"discount": Amount(value=Decimal(7), text="−7 %")})
    assert kinds(document, with_lines(document, more, *others)) == [ChangeKind.QUANTITY]
    assert kinds(document, with_lines(document, dearer, *others)) == [ChangeKind.PRICE]
    assert ChangeKind.LINE_DISCOUNT in kinds(document, with_lines(document, cheaper, *others))
    assert kinds(document, with_lines(document, *others)) == [ChangeKind.LINE_REMOVED]
    assert kinds(with_lines(document, *others), document) == [ChangeKind.LINE_ADDED]
    assert kinds(document, with_lines(document, first, first, *others)) == [ChangeKind.LINE_ADDED]


def test_totals_dates_and_people_are_told() -> None:
    document = make_document()
    other = document.model_copy(
        update={
            "total": Amount(value=Decimal(1), text="1 ₴"),
            "valid_until": "2027-01-01",
            "contact": "",
            "currency": "EUR",
            "language": "en",
        }
    )
    found = {change.kind: change for change in changes(document, other)}
    assert found[ChangeKind.TOTAL].after == "1 ₴"
    assert found[ChangeKind.CONTACT].after == NOTHING
    assert {ChangeKind.CURRENCY, ChangeKind.LANGUAGE, ChangeKind.VALIDITY} <= set(found)


def test_a_change_of_words_alone_is_told_as_such() -> None:
    document = make_document()
    assert kinds(document, document.model_copy(update={"title": "Інакше"})) == [ChangeKind.TEXTS]


def test_changes_come_back_from_the_database_and_explain_themselves() -> None:
    change = Change(ChangeKind.QUANTITY, "VK-55", "1", "2")
    assert Change.from_json(change.as_json()) == change
    assert change.explain(str) == "VK-55: quantity 1 → 2"
