"""What a revision earns: for heads of sales and administrators only, never part of a document."""

from app.catalog.published import catalogue_version
from app.instance import Instance
from app.pipeline.offers import build_offer
from app.pricing.quote import Quote
from app.problems import ProblemsError
from app.proposals.brief import Brief
from app.proposals.models import Revision


def revision_quote(instance: Instance, revision: Revision) -> Quote | None:
    """The quote, costs included, by the catalogue version that the revision used.

    None where that version cannot price it any more, or prices it otherwise than the client was told.
    """
    brief = Brief.model_validate(revision.brief)
    try:
        with instance.database.session() as session:
            catalogue = catalogue_version(session, revision.catalogue, revision.catalogue_version)
        offer = build_offer(instance, brief, catalogue=catalogue, history=(), role=None)
    except ProblemsError:
        return None
    return offer.quote if offer.quote.total.minor == revision.total_minor else None
