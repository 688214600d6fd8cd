"""Page 1."""

from app.proposals.document.values import Figure, Part, Person


class Cover(Part):
    """Page 1: what this client wins."""

    kicker: str
    heading: str
    lead: str
    figures: tuple[Figure, ...]
    greeting: str
    paragraphs: tuple[str, ...]
    manager: Person
    validity: str
