"""The offer: a brief priced, calculated and matched with its catalogue, ready to be put into words.

The pipeline builds it, `compose` reads it. It knows costs and margins; the document never does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from app.catalog.answers import Answered
from app.catalog.model import Catalogue, Scenario, Term
from app.pricing.economics import Economics
from app.pricing.money import Money
from app.pricing.quote import Quote
from app.problems import Problem
from app.proposals.brief import Brief
from app.recommendations.evidence import Recommendation

ResultValue = Decimal | str | bool


@dataclass(frozen=True, slots=True)
class ScenarioOutcome:
    """What becomes of the offer if one answer changes; `economics` is None where it cannot be told."""

    scenario: Scenario
    economics: Economics | None
    results: Mapping[str, ResultValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A recommended item and what adding one minimum quantity of it would do to this offer.

    `price` is per unit; `payback_change` is in months (negative: the money is back sooner), None
    where either payback is unknown. Amounts are in the offer's currency.
    """

    recommendation: Recommendation
    price: Money
    total_change: Money | None = None
    payback_change: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything known about one offer, in its language and currency.

    `results` are the values on which both engines agree, by result key, as the calculation gives
    them: money in the catalogue's currency, per cents as fractions. `economics` and `scenarios` are
    in the offer's currency. `economics` is None when the calculation yields no yearly saving.
    `missing` is what stands between this offer and Send; `warnings` are for people of the house.
    """

    brief: Brief
    catalogue: Catalogue
    language: str
    currency: str
    quote: Quote
    industry: Term | None = None
    role: Term | None = None
    answers: tuple[Answered, ...] = ()
    results: Mapping[str, ResultValue] = field(default_factory=dict)
    economics: Economics | None = None
    scenarios: tuple[ScenarioOutcome, ...] = ()
    recommendations: tuple[Suggestion, ...] = ()
    missing: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def rate(self) -> Decimal:
        """How many units of the catalogue's currency one unit of the offer's currency costs."""
        if self.currency == self.catalogue.currency:
            return Decimal(1)
        return self.catalogue.rates[self.currency]

    @property
    def skus(self) -> frozenset[str]:
        """The items offered."""
        return frozenset(line.sku for line in self.brief.lines)

    def money(self, amount: Decimal) -> Money:
        """Convert an amount in the catalogue's currency into money of the offer."""
        return Money.rounded(amount / self.rate, self.currency)

    def number(self, key: str) -> Decimal | None:
        """Read a result as a number; None when it was left out or is none."""
        value = self.results.get(key)
        return value if isinstance(value, Decimal) else None
