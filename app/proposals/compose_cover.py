"""Page 1: what this client wins, in their terms and for their role."""

from app.language.dates import format_date
from app.language.numbers import format_months
from app.personalization.content import Slot
from app.personalization.greetings import greeting
from app.problems import N_
from app.proposals.compose_context import status_of, whole_months
from app.proposals.compose_figures import cover_figures
from app.proposals.document import Cover, PaybackStatus
from app.proposals.wording import Wording

HEADING_CHARS = 70
LEAD_CHARS = 170
LETTER_CHARS = 620
MAX_PARAGRAPHS = 3

KICKER = N_("Proposal {number} · {date}")
HEADING_PAYS_BACK = N_("A solution that returns your money in {payback}")
HEADING_AT_ONCE = N_("A solution that gains from the first month on")
HEADING_FOR = N_("A proposal for {company}")
HEADING = N_("Your proposal")
LEAD_FOR = N_("Calculated for {company}: {positions} for {total}")
LEAD = N_("{positions} for {total}")
LETTER_THANKS = N_(
    "Thank you for the conversation. On these four pages you find what we offer, what it costs, "
    "what it gives you and how we go on."
)
LETTER_TERMS = N_(
    "The prices hold until {date}. If any of the figures is not right, tell us: we will recalculate at once."
)
VALIDITY = N_("Valid until {date}")


def cover(words: Wording) -> Cover:
    """Compose the page."""
    return Cover(
        kicker=words.say(KICKER, number=words.number, date=format_date(words.today, words.language)),
        heading=words.text(Slot.COVER_HEADING, _heading(words), max_chars=HEADING_CHARS),
        lead=words.text(Slot.COVER_LEAD, _lead(words), max_chars=LEAD_CHARS),
        figures=cover_figures(words),
        greeting=words.polished(greeting(words.offer.brief.contact.name, words.language)),
        paragraphs=paragraphs(words.text(Slot.COVER_LETTER, _letter(words), max_chars=LETTER_CHARS)),
        manager=words.manager,
        validity=words.say(VALIDITY, date=format_date(words.valid_until, words.language)),
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a text at its empty lines."""
    return tuple(" ".join(part.split("\n")).strip() for part in text.split("\n\n") if part.strip())


def _heading(words: Wording) -> str:
    economics = words.offer.economics
    status = status_of(words.offer)
    if economics is not None and economics.payback_months and status is PaybackStatus.PAYS_BACK:
        payback = format_months(whole_months(economics.payback_months), words.language)
        return words.say(HEADING_PAYS_BACK, payback=payback)
    if status is PaybackStatus.AT_ONCE:
        return words.say(HEADING_AT_ONCE)
    heading = words.say(HEADING_FOR, company=words.offer.brief.company.name)
    return heading if len(heading) <= HEADING_CHARS else words.say(HEADING)


def _lead(words: Wording) -> str:
    offer = words.offer
    values = {
        "positions": words.count(len(offer.quote.lines), "position"),
        "total": words.money(offer.quote.total),
    }
    lead = words.say(LEAD_FOR, company=offer.brief.company.name, **values)
    return lead if len(lead) <= LEAD_CHARS else words.say(LEAD, **values)


def _letter(words: Wording) -> str:
    date = format_date(words.valid_until, words.language)
    return f"{words.say(LETTER_THANKS)}\n\n{words.say(LETTER_TERMS, date=date)}"
