"""Campaign: every lead of a file × numbers of lines × languages gives four right pages and one mail.

    .venv/bin/python -m benchmarks.leads LEADS.json [--sizes 1,7,30,120,500] [--languages uk,ru,en]

LEADS.json is a list of objects with `id`, `name`, `company`, `industry`, `role`, `email`, `phone`, `city`,
`country`.
Works in an instance of its own, in a folder that goes away; prints what failed and a table at the end.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from sqlmodel import select

from app.catalog.published import published_catalogue
from app.cli.demo import CATALOGS, _import
from app.delivery.mailbox import mails
from app.delivery.models import Delivery, DeliveryState
from app.delivery.service import Courier
from app.instance import Instance, open_instance
from app.pipeline import Created, create
from app.proposals.document import Document
from app.proposals.reading import read_brief
from app.proposals.service import document_of, proposal_by_number, revision_of
from app.schema import upgrade
from app.settings import load_settings

CATALOGUE_KEYS = ("compressors", "cleaning-services")
PAGES = 4
THREADS = 2


@dataclass(frozen=True, slots=True)
class Case:
    """One proposal to make."""

    lead: Mapping[str, str]
    size: int
    language: str
    catalogue: str

    @property
    def name(self) -> str:
        """What the case is called in the report."""
        return f"lead {self.lead.get('id')} · {self.catalogue} · {self.size} lines · {self.language}"

    def brief(self, skus: list[tuple[str, str]]) -> dict[str, object]:
        """The brief: the lead as it stands, and so many lines."""
        lead = self.lead
        lines = [skus[index % len(skus)] for index in range(self.size)]
        return {
            "company": {key: lead.get(key) or None for key in ("industry", "city", "country")}
            | {"name": lead["company"]},
            "contact": {key: lead.get(key) or None for key in ("name", "role", "email", "phone")},
            "catalog": self.catalogue,
            "language": self.language,
            "lines": [{"sku": sku, "quantity": quantity} for sku, quantity in lines],
        }


def main() -> int:
    """Run the campaign; exit status 1 if anything failed."""
    arguments = _arguments()
    leads = json.loads(arguments.leads.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        instance = _instance(Path(folder))
        skus = {key: _skus(instance, key) for key in CATALOGUE_KEYS}
        started = time.monotonic()
        cases = list(_cases(arguments, leads))
        failures = [*_failures(instance, cases, skus), *_wrong_mails(instance)]
        seconds = time.monotonic() - started
        instance.sandbox.close()
    for failure in failures:
        print(failure)
    print(f"{len(cases) - len(failures)} passed, {len(failures)} failed in {seconds:.0f} s")
    return 1 if failures else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("leads", type=Path)
    parser.add_argument(
        "--sizes", type=lambda text: [int(size) for size in text.split(",")], default=[1, 7, 30, 120, 500]
    )
    parser.add_argument("--languages", type=lambda text: text.split(","), default=["uk", "ru", "en"])
    return parser.parse_args()


def _instance(folder: Path) -> Instance:
    instance = open_instance(load_settings({"MINUTA_INSTANCE_DIR": str(folder)}))
    upgrade(instance.database)
    for key in CATALOGUE_KEYS:
        _import(instance, CATALOGS / f"{key}.xlsx", key)
    return instance


def _skus(instance: Instance, key: str) -> list[tuple[str, str]]:
    with instance.database.session() as session:
        items = published_catalogue(session, key).items.values()
        return [(item.sku, str(item.minimum_quantity)) for item in items]


def _cases(arguments: argparse.Namespace, leads: list[Mapping[str, str]]) -> Iterator[Case]:
    for number, lead in enumerate(leads):
        for size in arguments.sizes:
            for language in arguments.languages:
                yield Case(lead, size, language, CATALOGUE_KEYS[number % len(CATALOGUE_KEYS)])


def _failures(
    instance: Instance, cases: list[Case], skus: Mapping[str, list[tuple[str, str]]]
) -> Iterator[str]:
    courier = Courier(instance)

    def run(case: Case) -> list[str]:
        return list(_wrong(instance, courier, case, skus[case.catalogue]))

    with ThreadPoolExecutor(THREADS) as pool:
        for case, wrong in zip(cases, pool.map(run, cases), strict=True):
            if wrong:
                yield f"{case.name}: {'; '.join(wrong)}"


def _wrong(instance: Instance, courier: Courier, case: Case, skus: list[tuple[str, str]]) -> Iterator[str]:
    made = create(instance, read_brief(case.brief(skus)), user_id=None, send=True)
    if made.pdf_sha256 is None:
        yield "no pages"
        return
    with instance.database.session() as session:
        document = document_of(revision_of(session, proposal_by_number(session, made.number), made.revision))
    yield from _wrong_pages(instance.storage.get(made.pdf_sha256), document)
    yield from _wrong_mail(courier, made, case)


def _wrong_pages(pdf: bytes, document: Document) -> Iterator[str]:
    pages = [_squeezed(page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(pdf)]
    if len(pages) != PAGES:
        yield f"{len(pages)} pages"
        return
    sections = ("", document.solution.section, document.economics.section, document.next_steps.section)
    yield from (
        f"«{name}» is not on its page"
        for name, page in zip(sections, pages, strict=True)
        if _squeezed(name).casefold() not in page.casefold()
    )
    solution = document.solution
    shown = [row.amount.text for row in solution.totals]
    lines = [line.sum.text for line in solution.lines]
    groups = [group.sum.text for group in solution.groups]
    yield from (f"{text} is not on page 2" for text in shown if _squeezed(text) not in pages[1])
    if not (_all_on(lines, pages[1]) or _all_on(groups, pages[1])):
        yield "page 2 shows neither every line nor every group"
    whole = "".join(pages)
    yield from (
        f"«{text}» on the pages"
        for text in ("None", "{company", "{contact", "StrictUndefined")
        if text in whole
    )


def _all_on(texts: list[str], page: str) -> bool:
    wanted = Counter(_squeezed(text) for text in texts)
    return all(page.count(text) >= count for text, count in wanted.items())


def _wrong_mail(courier: Courier, made: Created, case: Case) -> Iterator[str]:
    if not case.lead.get("email"):
        refused = [problem.place for problem in made.problems]
        if refused != ["contact.email"]:
            yield f"sending was not refused for the missing address: {refused}"
    elif made.delivery_id is None:
        yield f"not sent: {[problem.explain(str) for problem in made.problems]}"
    else:
        courier.deliver_next(made.delivery_id)


def _wrong_mails(instance: Instance) -> Iterator[str]:
    """Every delivery is sent, and its mail is there once."""
    found = Counter(mail.message_id for mail in mails(instance.settings.mail_dir))
    with instance.database.session() as session:
        for delivery in session.exec(select(Delivery)):
            if delivery.state != DeliveryState.SENT or found[delivery.message_id] != 1:
                yield f"{delivery.recipient}: {delivery.state}, {found[delivery.message_id]} mails"


def _squeezed(text: str) -> str:
    """The text without white space: where a line breaks is the page's affair."""
    return "".join(text.split()).replace("\u00ad", "").replace("\ufffe", "")


if __name__ == "__main__":
    sys.exit(main())
