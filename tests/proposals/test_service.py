"""Proposals found, expired and answered, on both databases."""

from datetime import date, timedelta

import pytest

from app.database import Database
from app.proposals.lifecycle import Step
from app.proposals.models import Proposal, Revision
from app.proposals.service import (
    Filters,
    UnknownProposalError,
    answer,
    document_of,
    events_of,
    expire_due,
    find_proposals,
    proposal_by_number,
    proposal_by_token,
    public_token,
    revision_of,
    sent_revision_of,
    token_hash,
)
from tests.delivery.builders import make_proposal


def numbers(database: Database, **filters: object) -> list[str]:
    with database.session() as session:
        found = find_proposals(session, Filters(**filters))  # type: ignore[arg-type]  # values by name
    assert found.total == len(found.proposals)
    return sorted(proposal.number for proposal in found.proposals)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["КП-101", "КП-102"]),
        ("кп-102", ["КП-102"]),
        ("КАРПАТСЬКІ", ["КП-101", "КП-102"]),
        ("меблі бойко", ["КП-101", "КП-102"]),
        ("меблі іваненко", []),
        ("100%", []),
        ("_", []),
    ],
)
def test_every_word_is_searched_in_any_case(database: Database, search: str, found: list[str]) -> None:
    make_proposal(database, "КП-101")
    make_proposal(database, "КП-102")
    assert numbers(database, search=search) == found


def test_filters_narrow(database: Database) -> None:
    proposal, _ = make_proposal(database, "КП-101", status="sent")
    make_proposal(database, "КП-102", status="accepted")
    day = proposal.created_at.date()
    assert numbers(database, status="accepted") == ["КП-102"]
    assert numbers(database, catalogue="nothing") == []
    assert numbers(database, manager_id=5) == []
    assert numbers(database, since=day, until=day) == ["КП-101", "КП-102"]
    assert numbers(database, since=day + timedelta(days=1)) == []
    assert numbers(database, until=day - timedelta(days=1)) == []


def test_a_page_of_the_list_knows_how_many_there_are(database: Database) -> None:
    for number in range(3):
        make_proposal(database, f"КП-{number}")
    with database.session() as session:
        found = find_proposals(session, Filters(), limit=2, offset=2)
    assert (len(found.proposals), found.total) == (1, 3)


def test_what_is_not_there_is_unknown(database: Database) -> None:
    proposal, _ = make_proposal(database)
    with database.session() as session:
        for ask in (
            lambda: proposal_by_number(session, "КП-999"),
            lambda: proposal_by_token(session, "guessed"),
            lambda: revision_of(session, proposal, 2),
        ):
            with pytest.raises(UnknownProposalError):
                ask()


def test_the_client_sees_the_latest_revision_that_was_sent(database: Database) -> None:
    proposal, first = make_proposal(database)
    with database.transaction() as session:
        values = first.model_dump(exclude={"id", "number", "sent_at"})
        session.add(Revision(**values, number=2, sent_at=None))
    with database.session() as session:
        assert revision_of(session, proposal).number == 2
        assert sent_revision_of(session, proposal).number == 1
        assert document_of(first).content_hash == first.document_hash


def test_a_proposal_expires_the_day_after_its_last_day(database: Database) -> None:
    proposal, _ = make_proposal(database, status="sent")
    last = proposal.valid_until or date.min
    with database.transaction() as session:
        assert expire_due(session, last) == 0
    with database.transaction() as session:
        assert expire_due(session, last + timedelta(days=1)) == 1
    with database.session() as session:
        found = proposal_by_number(session, proposal.number)
        assert found.status == "expired"
        assert [event.what for event in events_of(session, found)] == ["expired"]


def test_an_answer_counts_once(database: Database) -> None:
    proposal, _ = make_proposal(database, status="sent")
    with database.transaction() as session:
        found = proposal_by_number(session, proposal.number, lock=True)
        assert answer(session, found, Step.DECLINE, by="Олена", details={"reason": "price"})
        assert not answer(session, found, Step.ACCEPT, by="Олена")
    with database.session() as session:
        (event,) = events_of(session, proposal)
    assert (event.what, event.by, event.details) == ("declined", "Олена", {"reason": "price"})


def test_tokens_are_secret_and_stored_hashed(database: Database) -> None:
    token = public_token("one secret", 1)
    assert token == public_token("one secret", 1)
    assert len({token, public_token("one secret", 2), public_token("another", 1)}) == 3
    proposal, _ = make_proposal(database)
    with database.transaction() as session:
        stored = session.get_one(Proposal, proposal.id)
        stored.public_hash = token_hash(token)
    with database.session() as session:
        assert proposal_by_token(session, token).id == proposal.id
