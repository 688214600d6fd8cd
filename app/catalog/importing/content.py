"""The Content sheet: texts for the slots of the document."""

from collections.abc import Iterator

from app.catalog.headers import KNOWN_LANGUAGES, language_code, nearest
from app.catalog.importing.lists import Terms
from app.catalog.model import ContentBlock
from app.catalog.problems import WorkbookProblem
from app.catalog.row_problems import TextProblem
from app.catalog.table import Row, Table

SLOTS = (
    "cover.heading", "cover.lead", "cover.letter",
    "solution.heading", "solution.lead", "solution.reason",
    "economics.heading", "economics.lead", "economics.benefits",
    "next.heading", "next.lead", "next.accept",
    "legal", "mail.subject", "mail.preheader", "mail.letter",
)  # fmt: skip
MAX_CONDITION_LENGTH = 500


def read_content(table: Table | None, industries: Terms, roles: Terms) -> tuple[ContentBlock, ...]:
    """Every text, one for each language that a row gives."""
    found: list[ContentBlock] = []
    for row in table.rows if table else ():
        slot = _slot(row)
        industry = _key(row, "industry", industries)
        role = _key(row, "role", roles)
        condition = row.text("condition", limit=MAX_CONDITION_LENGTH)
        texts = list(_texts(row))
        if not any(row.texts("text").values()):
            row.note("text", TextProblem.NO_TEXT)
        if slot is not None and industry is not None and role is not None:
            found.extend(
                ContentBlock(slot, language, text, industry, role, condition, row.number)
                for language, text in texts
            )
    return tuple(found)


def _slot(row: Row) -> str | None:
    slot = row.required("slot").casefold()
    if slot and slot not in SLOTS:
        row.note("slot", TextProblem.UNKNOWN_SLOT, value=slot, nearest=nearest(slot, SLOTS))
    return slot if slot in SLOTS else None


def _key(row: Row, column: str, terms: Terms) -> str | None:
    """The entry's key, "" for any, None when it is noted as unknown."""
    text = row.text(column)
    if not text:
        return ""
    key = terms.key(text)
    if key is None:
        code = TextProblem.UNKNOWN_INDUSTRY if column == "industry" else TextProblem.UNKNOWN_ROLE
        row.note(column, code, value=text, nearest=terms.nearest(text))
    return key


def _texts(row: Row) -> Iterator[tuple[str, str]]:
    """(language, text): from `Language` and `Text`, and from `Text [uk]` and its like."""
    for language, text in row.texts("text").items():
        if language:
            yield language, text
            continue
        named = row.text("language")
        code = language_code(named) if named else ""
        if code is None:
            row.note("language", WorkbookProblem.UNKNOWN_LANGUAGE, value=named, known=KNOWN_LANGUAGES)
        else:
            yield code, text
