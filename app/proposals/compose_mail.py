"""The words of the mail that carries the pages."""

from app.language.dates import format_date
from app.personalization.content import Slot
from app.personalization.greetings import greeting
from app.problems import N_
from app.proposals.compose_cover import paragraphs
from app.proposals.document import MailText
from app.proposals.wording import Wording

SUBJECT_CHARS = 90

SUBJECT = N_("Proposal {number} for {company}")
SUBJECT_SHORT = N_("Proposal {number} · {brand}")
PREHEADER = N_("{positions} for {total}, valid until {date}")
LETTER = N_(
    "As agreed, here is the proposal: four pages with the solution, its price, "
    "its economics and the next steps."
)
LETTER_TERMS = N_("It holds until {date}. Reply to this mail if anything should be different.")
FIGURES = N_("In short")
RECOMMENDATIONS = N_("Worth adding")
BUTTON = N_("Open the proposal")
ATTACHMENT = N_("The proposal is attached as a PDF.")
SPECIFICATION = N_("The full list of items is attached as a spreadsheet.")
CLOSING = N_("Best regards,")


def mail(words: Wording) -> MailText:
    """Compose the mail."""
    date = format_date(words.valid_until, words.language)
    letter = words.text(Slot.MAIL_LETTER, f"{words.say(LETTER)}\n\n{words.say(LETTER_TERMS, date=date)}")
    preheader = words.say(
        PREHEADER,
        positions=words.count(len(words.offer.quote.lines), "position"),
        total=words.money(words.offer.quote.total),
        date=date,
    )
    return MailText(
        subject=_one_line(words.text(Slot.MAIL_SUBJECT, _subject(words), max_chars=SUBJECT_CHARS)),
        preheader=_one_line(words.text(Slot.MAIL_PREHEADER, preheader)),
        greeting=words.polished(greeting(words.offer.brief.contact.name, words.language)),
        paragraphs=paragraphs(letter),
        figures_title=words.say(FIGURES),
        recommendations_title=words.say(RECOMMENDATIONS),
        button=words.say(BUTTON),
        attachment_note=words.say(ATTACHMENT),
        specification_note=words.say(SPECIFICATION),
        closing=words.say(CLOSING),
    )


def _subject(words: Wording) -> str:
    subject = words.say(SUBJECT, number=words.number, company=words.offer.brief.company.name)
    if len(subject) <= SUBJECT_CHARS:
        return subject
    return words.say(SUBJECT_SHORT, number=words.number, brand=words.name(words.offer.catalogue.brand.name))


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
