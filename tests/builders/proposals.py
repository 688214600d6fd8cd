"""Briefs, offers and documents of the company that sells saws."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.catalog.answers import read_answers
from app.catalog.model import Catalogue
from app.pricing.quote import LineInput, price
from app.proposals.brief import Brief
from app.proposals.compose import compose
from app.proposals.defaults import currency_of, industry_of, language_of, role_of
from app.proposals.document import Document, Person
from app.proposals.offer import Offer, ScenarioOutcome, Suggestion
from app.proposals.payback import work_out
from app.proposals.reading import read_brief
from app.recommendations.ranking import recommend
from tests.builders.saws import make_catalogue

TODAY = date(2026, 11, 22)
URL = "https://offers.example.com/p/token"
MANAGER = Person(
    name="Андрій Клименко",
    position="інженер-консультант",
    phone="+380 00 000 00 01",
    email="klymenko@example.com",
    portrait=None,
)
RESULTS = {
    "yearly_saving": Decimal(120_000),
    "saving_growth_percent": Decimal("0.06"),
    "discount_rate_percent": Decimal("0.16"),
    "horizon_years": Decimal(3),
    "reserve": Decimal("0.15"),
    "output": Decimal("42.5"),
}


def brief_data(**changes: Any) -> dict[str, Any]:
    """A brief as JSON; nested parts are merged by key (`contact={"name": None}`)."""
    data: dict[str, Any] = {
        "company": {"name": "ТОВ «Карпатські меблі»", "industry": "woodworking", "country": "UA"},
        "contact": {"name": "Олена Петрівна Бойко", "role": "cfo", "email": "boiko@example.com"},
        "lines": [{"sku": "SAW-1", "quantity": "1"}, {"sku": "BLADE", "quantity": "4"}],
        "answers": {"hours": "6200"},
    }
    for key, value in changes.items():
        data[key] = (
            {**data[key], **value} if isinstance(value, dict) and isinstance(data.get(key), dict) else value
        )
    return data


def make_brief(**changes: Any) -> Brief:
    """A valid brief."""
    return read_brief(brief_data(**changes))


def make_offer(
    brief: Brief | None = None,
    catalogue: Catalogue | None = None,
    *,
    results: Mapping[str, Any] = RESULTS,
    scenarios: Sequence[Mapping[str, Any]] = (),
    baskets: Sequence[Any] = (),
) -> Offer:
    """The offer as the pipeline builds it, with results as if calculated; `scenarios` are results, too."""
    brief, catalogue = brief or make_brief(), catalogue or make_catalogue()
    currency = currency_of(brief, catalogue)
    rate = catalogue.rates.get(currency, Decimal(1)) if currency != catalogue.currency else Decimal(1)
    quote = price(
        [
            LineInput(
                sku=line.sku,
                quantity=line.quantity,
                list_price=catalogue.items[line.sku].list_price,
                tiers=catalogue.items[line.sku].tiers,
                tax_percent=catalogue.tax_percent,
                cost=catalogue.items[line.sku].cost,
                discount_percent=line.discount_percent,
            )
            for line in brief.lines
        ],
        currency=currency,
        rate=rate,
        tax_mode=catalogue.tax_mode,
        proposal_discount_percent=brief.discount.percent,
    )
    industry = industry_of(brief, catalogue)
    offer = Offer(
        brief=brief,
        catalogue=catalogue,
        language=language_of(brief),
        currency=currency,
        quote=quote,
        industry=industry,
        role=role_of(brief, catalogue),
        answers=read_answers(catalogue, brief.answers, language_of(brief))[0],
        results=dict(results),
        economics=work_out(catalogue, results, total=quote.total, rate=rate),
        scenarios=tuple(
            ScenarioOutcome(
                scenario, work_out(catalogue, changed, total=quote.total, rate=rate), dict(changed)
            )
            for scenario, changed in zip(catalogue.scenarios, scenarios, strict=False)
        ),
    )
    chosen = recommend(catalogue, offer.skus, baskets, industry.key if industry else None)
    suggestions = tuple(Suggestion(one, offer.money(one.item.list_price)) for one in chosen)
    return replace(offer, recommendations=suggestions)


def make_document(offer: Offer | None = None, **changes: Any) -> Document:
    """The document of an offer."""
    values: dict[str, Any] = {
        "manager": MANAGER,
        "number": "КП-101",
        "revision": 1,
        "public_url": URL,
        "today": TODAY,
    }
    return compose(offer or make_offer(), **{**values, **changes})
