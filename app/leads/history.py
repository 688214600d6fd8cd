"""What was offered before and how it ended."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session, col, select

from app.leads.basket import Outcome, PastBasket
from app.leads.models import Basket


def record_basket(
    session: Session,
    *,
    proposal: str,
    catalogue: str,
    skus: Iterable[str],
    offered_on: date,
    industry: str | None = None,
    company_id: int | None = None,
    contact_id: int | None = None,
    outcome: Outcome = Outcome.OPEN,
) -> None:
    """Keep what a proposal offers, in place of what its number offered before. Commits nothing."""
    basket = session.exec(select(Basket).where(Basket.proposal == proposal)).first() or Basket(
        proposal=proposal, catalogue=catalogue, offered_on=offered_on
    )
    basket.catalogue = catalogue
    basket.offered_on = offered_on
    basket.industry = industry or ""
    basket.company_id = company_id
    basket.contact_id = contact_id
    basket.outcome = outcome.value
    basket.skus = sorted(set(skus))
    session.add(basket)


def record_outcome(session: Session, proposal: str, outcome: Outcome) -> None:
    """Note how a proposal ended; one without a basket has nothing to note. Commits nothing."""
    basket = session.exec(select(Basket).where(Basket.proposal == proposal)).first()
    if basket:
        basket.outcome = outcome.value
        session.add(basket)


def baskets(session: Session, catalogue: str) -> tuple[PastBasket, ...]:
    """Read every past offer from that catalogue, oldest first."""
    rows = session.exec(
        select(
            Basket.proposal,
            Basket.company_id,
            Basket.industry,
            Basket.offered_on,
            Basket.outcome,
            Basket.skus,
        )  # type: ignore[call-overload]  # SQLModel's overloads end at four columns
        .where(Basket.catalogue == catalogue)
        .order_by(col(Basket.offered_on), col(Basket.id))
    )
    return tuple(
        PastBasket(
            proposal=proposal,
            catalogue=catalogue,
            company_id=company_id,
            industry=industry,
            offered_on=offered_on,
            outcome=Outcome(outcome),
            skus=frozenset(skus),
        )
        for proposal, company_id, industry, offered_on, outcome, skus in rows
    )
