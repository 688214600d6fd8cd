"""What must hold for four pages and for the mail that carries them; each finding is one sentence."""

import hashlib
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from email.message import EmailMessage

import pypdfium2

from app.delivery.mailbox import parse_mail
from app.proposals.document import Document, TotalKind

PAGES = 4
PDF, XLSX = "application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = re.compile(rb"<(\w+:)?f[\s>/]")
UNRESOLVED = re.compile(r"\{[a-z_.]+\}|\{\{|\{%|%\(\w+\)|None|Undefined|<[a-z]+>|NaN")


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, without white space: where a line breaks is the page's affair."""
    return [squeezed(page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(pdf)]


def squeezed(text: str) -> str:
    """The text without white space and without signs of hyphenation."""
    return "".join(text.split()).replace("\u00ad", "").replace("\ufffe", "")


def wrong_pages(pdf: bytes, document: Document, *, typed: Sequence[str] = ()) -> Iterator[str]:
    """What is wrong with the pages; `typed` is what the lead wrote, which may look like anything."""
    pages = page_texts(pdf)
    if len(pages) != PAGES:
        yield f"{len(pages)} pages"
        return
    yield from _misplaced_sections(pages, document)
    yield from _missing_sums(pages[1], document)
    yield from _unresolved("".join(pages), typed)


def _misplaced_sections(pages: list[str], document: Document) -> Iterator[str]:
    """Each section stands on its page: its name there, its heading there and nowhere else."""
    sections = (document.solution, document.economics, document.next_steps)
    for number, section in enumerate(sections, start=1):
        if squeezed(section.section).casefold() not in pages[number].casefold():
            yield f"«{section.section}» is not on page {number + 1}"
        heading = squeezed(section.heading)
        places = [place + 1 for place, page in enumerate(pages) if heading in page]
        if heading and places != [number + 1]:
            yield f"«{section.heading}» is on pages {places}"


def _missing_sums(page: str, document: Document) -> Iterator[str]:
    solution = document.solution
    shown = [row.amount.text for row in solution.totals]
    yield from (f"{text} is not on page 2" for text in shown if squeezed(text) not in page)
    lines = [line.sum.text for line in solution.lines]
    groups = [group.sum.text for group in solution.groups]
    if not (_all_on(lines, page) or (groups and _all_on(groups, page))):
        yield "page 2 shows neither every line nor every group"


def _all_on(texts: Iterable[str], page: str) -> bool:
    wanted = Counter(squeezed(text) for text in texts)
    return all(page.count(text) >= count for text, count in wanted.items())


def _unresolved(text: str, typed: Iterable[str]) -> Iterator[str]:
    """Placeholders and the like that nobody typed."""
    own = squeezed("".join(typed))
    yield from (
        f"«{found}» on the pages" for found in sorted(set(UNRESOLVED.findall(text))) if found not in own
    )


def total_forms(document: Document) -> tuple[str, ...]:
    """How the total may be written: without the minor unit, or with it where other rows have one."""
    row = next(row for row in document.solution.totals if row.kind is TotalKind.TOTAL)
    assert row.amount.value == document.total.value
    return squeezed(document.total.text), squeezed(row.amount.text)


def wrong_mail(content: bytes, document: Document, *, recipient: str, pdf_sha256: str) -> Iterator[str]:
    """What is wrong with the mail: whom it goes to, what it says and what it carries."""
    message = parse_mail(content)
    addresses = [address.addr_spec for address in message["To"].addresses]
    if addresses != [recipient]:
        yield f"the mail goes to {addresses}"
    if squeezed(document.mail.subject) != squeezed(str(message["Subject"])):
        yield f"the mail's subject is {message['Subject']}"
    for kind in ("plain", "html"):
        body = message.get_body((kind,))
        text = squeezed(str(body.get_content())) if isinstance(body, EmailMessage) else ""
        if not any(total in text for total in total_forms(document)):
            yield f"{document.total.text} is not in the mail's {kind} text"
        if document.next_steps.acceptance.url not in text:
            yield f"the client's link is not in the mail's {kind} text"
    yield from _wrong_attachments(message, pdf_sha256)


def _wrong_attachments(message: EmailMessage, pdf_sha256: str) -> Iterator[str]:
    attached = {part.get_content_type(): part.get_content() for part in message.iter_attachments()}
    if hashlib.sha256(attached.pop(PDF, b"")).hexdigest() != pdf_sha256:
        yield "the mail does not carry the stored PDF"
    specification = attached.pop(XLSX, None)
    if specification and _formulas(specification):
        yield f"the specification calculates: {_formulas(specification)}"
    if attached:
        yield f"the mail carries {sorted(attached)}, too"


def _formulas(workbook: bytes) -> list[str]:
    """The sheets that calculate: what a lead typed must stay a text."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        return [name for name in sheets if FORMULA.search(parts.read(name))]
