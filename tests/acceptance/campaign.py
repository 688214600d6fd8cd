"""Leads × numbers of lines × languages: each case is made, sent and checked as a whole."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import select

from app.catalog.published import published_catalogue
from app.delivery.mailbox import mails
from app.delivery.models import Delivery, DeliveryState
from app.delivery.service import Courier
from app.instance import Instance
from app.pipeline import Created, create
from app.proposals.brief import Brief
from app.proposals.document import Document
from app.proposals.reading import read_brief
from app.proposals.service import document_of, proposal_by_number, revision_of
from tests.acceptance.checks import wrong_mail, wrong_pages

CATALOGUES = ("compressors", "cleaning-services")
SIZES = (1, 7, 30, 120, 500)
LANGUAGES = ("uk", "ru", "en")
TYPED = ("name", "company", "industry", "role", "email", "phone", "city", "country")

Lead = Mapping[str, str]
Skus = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Case:
    """One proposal to make. `lead` has the keys of TYPED; `reachable` says whether mail can reach it."""

    lead: Lead
    size: int
    language: str
    catalogue: str

    @property
    def name(self) -> str:
        """What the case is called in reports."""
        return f"lead {self.lead.get('id')} · {self.catalogue} · {self.size} lines · {self.language}"

    @property
    def reachable(self) -> bool:
        """Whether the lead has an address that mail can be sent to."""
        return bool(self.lead.get("reachable", self.lead["email"]))

    @property
    def typed(self) -> tuple[str, ...]:
        """What the lead wrote."""
        return tuple(self.lead[key] for key in TYPED if self.lead[key])

    def brief(self, skus: Skus) -> dict[str, object]:
        """The brief as JSON: the lead as it stands, and so many lines."""
        lead = self.lead
        lines = [skus[index % len(skus)] for index in range(self.size)]
        return {
            "company": {"name": lead["company"]}
            | {key: lead.get(key) or None for key in ("industry", "city", "country")},
            "contact": {key: lead.get(key) or None for key in ("name", "role", "email", "phone")},
            "catalog": self.catalogue,
            "language": self.language,
            "lines": [{"sku": sku, "quantity": quantity} for sku, quantity in lines],
        }


def every_case(
    leads: Sequence[Lead], *, sizes: Sequence[int] = SIZES, languages: Sequence[str] = LANGUAGES
) -> Iterator[Case]:
    """Every lead with every size in every language; the catalogues take turns."""
    for number, lead in enumerate(leads):
        for size in sizes:
            for language in languages:
                yield Case(lead, size, language, CATALOGUES[number % len(CATALOGUES)])


def rotating_cases(leads: Sequence[Lead]) -> Iterator[Case]:
    """Every lead once in each language; sizes and catalogues take turns so that all of them meet."""
    for number, lead in enumerate(leads):
        for place, language in enumerate(LANGUAGES):
            size = SIZES[(number + 2 * place) % len(SIZES)]
            yield Case(lead, size, language, CATALOGUES[(number // len(SIZES) + place) % len(CATALOGUES)])


def skus_of(instance: Instance, catalogue: str) -> Skus:
    """Every item with the least quantity that is sold."""
    with instance.database.session() as session:
        items = published_catalogue(session, catalogue).items.values()
        return [(item.sku, str(item.minimum_quantity)) for item in items]


def wrong_case(instance: Instance, courier: Courier, case: Case, skus: Skus) -> Iterator[str]:
    """Make and send the proposal; what is wrong with it."""
    brief = read_brief(case.brief(skus))
    yield from wrong_outcome(instance, courier, brief, typed=case.typed, reachable=case.reachable)


def wrong_outcome(
    instance: Instance, courier: Courier, brief: Brief, *, typed: Sequence[str], reachable: bool
) -> Iterator[str]:
    """Make and send what the brief asks for; what is wrong with its pages and its mail."""
    made = create(instance, brief, user_id=None, send=True)
    if made.pdf_sha256 is None:
        yield "no pages"
        return
    with instance.database.session() as session:
        document = document_of(revision_of(session, proposal_by_number(session, made.number), made.revision))
    yield from wrong_pages(instance.storage.get(made.pdf_sha256), document, typed=typed)
    if reachable:
        yield from _wrong_delivery(instance, courier, made, document)
    else:
        yield from _wrong_refusal(made)


def _wrong_refusal(made: Created) -> Iterator[str]:
    refused = [problem.place for problem in made.problems]
    if refused != ["contact.email"] or made.delivery_id is not None or made.status != "draft":
        yield f"sending was not refused for the address: {made.status}, {refused}"


def _wrong_delivery(instance: Instance, courier: Courier, made: Created, document: Document) -> Iterator[str]:
    if made.delivery_id is None:
        yield f"not sent: {[problem.explain(str) for problem in made.problems]}"
        return
    courier.deliver_next(made.delivery_id)
    with instance.database.session() as session:
        delivery = session.get_one(Delivery, made.delivery_id)
    if delivery.state != DeliveryState.SENT or delivery.message_hash is None:
        yield f"the mail is {delivery.state}: {delivery.server_words}"
        return
    yield from wrong_mail(
        instance.storage.get(delivery.message_hash),
        document,
        recipient=delivery.recipient,
        pdf_sha256=made.pdf_sha256 or "",
    )


def wrong_mails(instance: Instance) -> Iterator[str]:
    """Every delivery is sent, and its mail is there once."""
    found = Counter(mail.message_id for mail in mails(instance.settings.mail_dir))
    with instance.database.session() as session:
        deliveries = session.exec(select(Delivery)).all()
    for delivery in deliveries:
        count = found.pop(delivery.message_id, 0)
        if delivery.state != DeliveryState.SENT or count != 1:
            yield f"{delivery.recipient}: {delivery.state}, {count} mails"
    yield from (f"{message_id} is nobody's" for message_id in found)
