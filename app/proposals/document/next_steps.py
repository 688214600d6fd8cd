"""Page 4."""

from app.proposals.document.values import Amount, Block, Part


class RecommendationView(Part):
    """A further item with its true reason; `evidence` says what the reason rests on."""

    sku: str
    name: str
    reason: str
    evidence: str
    price: Amount
    effect: str
    picture: str | None
    picture_large: str | None = None


class StepView(Part):
    """One step of the path to the result."""

    title: str
    text: str
    duration: str


class Acceptance(Part):
    """How to say yes; `url` is also the QR code."""

    heading: str
    text: str
    url: str


class Signature(Part):
    """A line to sign on."""

    party: str
    person: str


class NextSteps(Part):
    """Page 4: what else, how it goes on, how to accept."""

    section: str
    heading: str
    lead: str
    recommendations: tuple[RecommendationView, ...]
    steps_title: str
    steps: tuple[StepView, ...]
    acceptance: Acceptance
    terms: tuple[Block, ...]
    signatures: tuple[Signature, ...]
    legal: str
