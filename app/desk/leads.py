"""Leads: companies met so far, and what was offered to each."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from sqlmodel import Session, col, select

from app.catalog.model import in_language
from app.catalog.published import catalogue_list, published_catalogue
from app.desk.access import own_only
from app.desk.wording import mail_tag, status_tag
from app.instance import current_instance
from app.leads.models import Company, Contact
from app.leads.service import known_companies
from app.proposals.models import Proposal
from app.web.requests import current_language, requires

bp = Blueprint("leads", __name__, url_prefix="/leads")
LIST_LIMIT = 100
PROPOSAL_LIMIT = 100


@bp.get("")
@requires()
def index() -> ResponseReturnValue:
    """Companies by name, person, address or phone; the one met last comes first."""
    query = request.args.get("q", "").strip()[:100]
    with current_instance().database.session() as session:
        leads, words = known_companies(session, query, limit=LIST_LIMIT), _words(session)
    return render_template("leads/index.html", leads=leads, words=words, query=query, limit=LIST_LIMIT)


@bp.get("/<int:company_id>")
@requires()
def show(company_id: int) -> ResponseReturnValue:
    """One company: its people and proposals."""
    with current_instance().database.session() as session:
        company = session.get(Company, company_id)
        if company is None:
            abort(404)
        contacts = session.exec(
            select(Contact).where(Contact.company_id == company_id).order_by(col(Contact.seen_at).desc())
        ).all()
        proposals, words = _proposals(session, company_id), _words(session)
    return render_template(
        "leads/lead.html",
        company=company,
        contacts=contacts,
        proposals=proposals,
        words=words,
        status_tag=status_tag,
        mail_tag=mail_tag,
    )


def _proposals(session: Session, company_id: int) -> tuple[Proposal, ...]:
    query = select(Proposal).where(Proposal.company_id == company_id)
    own = own_only()
    if own is not None:
        query = query.where(Proposal.manager_id == own)
    return tuple(session.exec(query.order_by(col(Proposal.updated_at).desc()).limit(PROPOSAL_LIMIT)).all())


def _words(session: Session) -> dict[str, str]:
    """What the keys of industries and roles are called in the page's language."""
    catalogues = [published_catalogue(session, each.key) for each in catalogue_list(session)]
    terms = [term for each in catalogues for term in (*each.industries, *each.roles)]
    return {term.key: in_language(term.name, current_language()) for term in terms}
