"""Past offers of both companies: made up, the same each time, with habits that recommendations can find."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from catalogs.build.history.baskets import Basket, cleaning, compressors
from catalogs.build.history.leads import Lead, Leads

SEED = 20261120
LAST_DAY, DAYS = date(2026, 11, 20), 420
OPEN_DAYS = 30
OFFERS: tuple[tuple[str, int, Callable[[Random, str], Basket]], ...] = (
    ("compressors", 190, compressors),
    ("cleaning-services", 110, cleaning),
)
MANAGERS = (("manager@minuta.example", 7), ("lead@minuta.example", 3))


def past_offers() -> list[dict[str, Any]]:
    """All offers, oldest first."""
    dice = Random(SEED)  # noqa: S311  # the same history each time is the point
    leads = Leads(dice)
    offers = [
        _offer(dice, catalogue, leads.lead(catalogue), draw)
        for catalogue, count, draw in OFFERS
        for _ in range(count)
    ]
    return sorted(offers, key=lambda offer: (offer["date"], json.dumps(offer["brief"], ensure_ascii=False)))


def _offer(dice: Random, catalogue: str, lead: Lead, draw: Callable[[Random, str], Basket]) -> dict[str, Any]:
    day = LAST_DAY - timedelta(days=dice.randrange(DAYS))
    basket = draw(dice, lead.industry)
    outcome = _outcome(dice, day, discounted=basket.reason is not None)
    names, weights = zip(*MANAGERS, strict=True)
    return {
        "date": day.isoformat(),
        "manager": dice.choices(names, weights)[0],
        "outcome": outcome,
        "answered_on": _answered(dice, day, outcome),
        "reason": dice.choice(lead.reasons) if outcome == "declined" else "",
        "brief": _brief(dice, catalogue, lead, basket),
    }


def _outcome(dice: Random, day: date, *, discounted: bool) -> str:
    if (LAST_DAY - day).days < OPEN_DAYS:
        return dice.choices(("sent", "accepted", "declined"), (70, 18, 12))[0]
    return dice.choices(("accepted", "declined", "expired"), (52 if discounted else 42, 30, 24))[0]


def _answered(dice: Random, day: date, outcome: str) -> str | None:
    if outcome not in {"accepted", "declined"}:
        return None
    return min(day + timedelta(days=dice.randrange(1, 13)), LAST_DAY).isoformat()


def _brief(dice: Random, catalogue: str, lead: Lead, basket: Basket) -> dict[str, Any]:
    return {
        "company": lead.company,
        "contact": lead.contact,
        "catalog": catalogue,
        "language": lead.language,
        "currency": lead.currency,
        "valid_days": dice.choice((14, 14, 21)),
        "note": dice.choice(lead.notes) if dice.random() < NOTED else "",
        "lines": [
            {"sku": sku, "quantity": str(quantity), "discount_percent": "0"}
            for sku, quantity in basket.lines.items()
        ],
        "discount": {"percent": str(basket.percent), "reason": basket.reason},
        "answers": basket.answers,
        "source": {"system": "form", "entity": None, "id": None},
    }


NOTED = 0.4
