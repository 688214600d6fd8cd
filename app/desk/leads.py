"""Leads: companies met so far, and what was offered to each."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from sqlmodel import Session, col, select

from app.desk.access import own_only
from app.desk.wording import mail_tag, status_tag
from app.instance import current_instance
from app.leads.models import Company, Contact
from app.leads.service import known_companies
from app.proposals.models import Proposal
from app.web import requires

bp = Blueprint("leads", __name__, url_prefix="/leads")
LIST_LIMIT = 100
PROPOSAL_LIMIT = 100


@bp.get("")
@requires()
def index() -> ResponseReturnValue:
    """Companies by name, person, address or phone; the one met last comes first."""
    query = request.args.get("q", "").strip()[:100]
    with current_instance().database.session() as session:
        leads = known_companies(session, query, limit=LIST_LIMIT)
    return render_template("leads/index.html", leads=leads, query=query, limit=LIST_LIMIT)


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
        proposals = _proposals(session, company_id)
    return render_template(
        "leads/lead.html",
        company=company,
        contacts=contacts,
        proposals=proposals,
        status_tag=status_tag,
        mail_tag=mail_tag,
    )


def _proposals(session: Session, company_id: int) -> tuple[Proposal, ...]:
    query = select(Proposal).where(Proposal.company_id == company_id)
    own = own_only()
    if own is not None:
        query = query.where(Proposal.manager_id == own)
    return tuple(session.exec(query.order_by(col(Proposal.updated_at).desc()).limit(PROPOSAL_LIMIT)).all())
