"""The document: the frozen, complete content of the four pages in one language.

Nothing is computed after it: every number stands as a formatted text beside its value,
and form, PDF, mail, web page and API read the same document.
"""

import hashlib

from app.proposals.document.cover import Cover
from app.proposals.document.economics import Assumption, Chart, ChartPoint, Economics, PaybackStatus
from app.proposals.document.mail import MailText
from app.proposals.document.next_steps import Acceptance, NextSteps, RecommendationView, Signature, StepView
from app.proposals.document.solution import Columns, Group, Line, Solution, TotalKind, TotalRow
from app.proposals.document.values import Amount, Block, BrandView, Figure, Origin, Part, Person, Row, Table

__all__ = [
    "Acceptance",
    "Amount",
    "Assumption",
    "Block",
    "BrandView",
    "Chart",
    "ChartPoint",
    "Columns",
    "Cover",
    "Document",
    "Economics",
    "Figure",
    "Group",
    "Line",
    "MailText",
    "NextSteps",
    "Origin",
    "PaybackStatus",
    "Person",
    "RecommendationView",
    "Row",
    "Signature",
    "Solution",
    "StepView",
    "Table",
    "TotalKind",
    "TotalRow",
]

DOCUMENT_SCHEMA = 1


class Document(Part):
    """Everything that the four pages, the mail and the client's page show."""

    schema_version: int = DOCUMENT_SCHEMA
    number: str
    revision: int
    title: str
    language: str
    currency: str
    catalog: str
    catalog_version: int
    date: str
    """ISO date of the pages."""
    valid_until: str
    """ISO date."""
    company: str
    contact: str
    footer: str
    page_label: str
    """«{page} / {pages}» already in the language, with those two placeholders."""
    brand: BrandView
    total: Amount
    cover: Cover
    solution: Solution
    economics: Economics
    next_steps: NextSteps
    mail: MailText

    @property
    def content_hash(self) -> str:
        """SHA-256 of the canonical JSON; two documents with the same hash give the same pages."""
        return hashlib.sha256(self.canonical_json().encode()).hexdigest()

    def canonical_json(self) -> str:
        """The document as JSON, fields in declaration order."""
        return self.model_dump_json()
