"""Leads and past offers."""

from datetime import date
from typing import Any

from app.leads.basket import Outcome, PastBasket
from app.proposals.brief import Brief
from tests.builders.proposals import make_brief


def make_lead(company: str = "ТОВ «Карпатські меблі»", **changes: Any) -> Brief:
    """A lead as a brief; `email`, `phone`, `name`, `tax_id`, `city` by themselves."""
    contact = {key: changes.get(key) for key in ("name", "email", "phone", "role") if key in changes}
    facts = {key: changes.get(key) for key in ("tax_id", "city", "industry", "country") if key in changes}
    return make_brief(
        company={"name": company, **facts},
        contact={"name": None, "email": None, "role": None, **contact},
        language=changes.get("language"),
    )


def make_basket(*skus: str, **changes: Any) -> PastBasket:
    """An accepted offer of these items."""
    values: dict[str, Any] = {
        "proposal": "КП-1",
        "catalogue": "saws",
        "company_id": None,
        "industry": "woodworking",
        "offered_on": date(2026, 3, 1),
        "outcome": Outcome.WON,
        "skus": frozenset(skus),
    }
    return PastBasket(**{**values, **changes})
