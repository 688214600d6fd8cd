"""The mail."""

from app.proposals.document.values import Part


class MailText(Part):
    """The words of the mail that carries the pages; `closing` comes before the manager's card."""

    subject: str
    preheader: str
    greeting: str
    paragraphs: tuple[str, ...]
    figures_title: str
    recommendations_title: str
    button: str
    attachment_note: str
    specification_note: str
    closing: str
