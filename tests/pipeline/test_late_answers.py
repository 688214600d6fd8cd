"""Sending, revising and the client's answer crossing each other."""

from datetime import date, timedelta

import pytest
from sqlmodel import col, select

from app import pipeline
from app.delivery.models import Delivery
from app.delivery.own_words import REPLACED
from app.delivery.service import Courier
from app.instance import Instance
from app.leads.basket import Outcome
from app.leads.history import baskets
from app.pipeline.making import keep_revision, offer_for, put_into_words
from app.problems import ProblemsError
from app.proposals.lifecycle import Step
from app.proposals.problems import BriefProblem
from app.proposals.service import answer, expire_due, proposal_by_number
from tests.builders.briefs import brief_json, make_brief

DAY = date(2026, 11, 22)


def sent(instance: Instance, **changes: object) -> str:
    """The number of a proposal that was sent."""
    return pipeline.create(instance, make_brief(**changes), user_id=1, send=True, today=DAY).number


def accept(instance: Instance, number: str) -> None:
    with instance.database.transaction() as session:
        assert answer(session, proposal_by_number(session, number, lock=True), Step.ACCEPT, by="Олена")


def outcomes(instance: Instance) -> list[Outcome]:
    with instance.database.session() as session:
        return [basket.outcome for basket in baskets(session, "compressors")]


def test_what_was_accepted_is_not_revised(stocked: Instance) -> None:
    number = sent(stocked)
    accept(stocked, number)
    with pytest.raises(ProblemsError) as refused:
        pipeline.revise(stocked, number, 1)
    assert [problem.code for problem in refused.value.problems] == [BriefProblem.ACCEPTED]


def test_a_revision_begun_before_the_client_accepted_is_not_sent_after_it(stocked: Instance) -> None:
    number = sent(stocked)
    pipeline.revise(stocked, number, 1)
    accept(stocked, number)
    other = make_brief(lines=[{"sku": "VK-55", "quantity": "2"}])
    with pytest.raises(ProblemsError):
        pipeline.create(stocked, other, user_id=1, send=True, number=number, today=DAY)
    with stocked.database.session() as session:
        proposal = proposal_by_number(session, number)
        assert (proposal.status, proposal.revision) == ("accepted", 1)
        assert len(session.exec(select(Delivery)).all()) == 1
    assert outcomes(stocked) == [Outcome.WON]


def test_once_more_goes_to_the_address_of_what_was_sent_not_to_that_of_a_draft(stocked: Instance) -> None:
    number = sent(stocked)
    pipeline.revise(stocked, number, 1)
    half = brief_json(contact={"name": "Олена Бойко", "email": "somebody.else@example.co"})
    pipeline.save_draft(stocked, number, half, user_id=1)
    pipeline.resend(stocked, number, user_id=1)
    with stocked.database.session() as session:
        recipients = [delivery.recipient for delivery in session.exec(select(Delivery)).all()]
    assert recipients == ["boiko@example.com", "boiko@example.com"]


def test_words_for_a_revision_that_was_sent_meanwhile_are_refused(stocked: Instance) -> None:
    brief = make_brief(lines=[{"sku": "VK-55", "quantity": "3"}])
    number = pipeline.create(stocked, make_brief(), user_id=1, send=False, today=DAY).number
    made = put_into_words(stocked, offer_for(stocked, brief, user_id=1, today=DAY), number, today=DAY)
    pipeline.send(stocked, number, user_id=1)
    pipeline.revise(stocked, number, 1)
    with pytest.raises(pipeline.SentAlreadyError), stocked.database.transaction() as session:
        keep_revision(session, made, user_id=1)


def test_an_offer_that_ran_out_counts_as_lost(stocked: Instance) -> None:
    sent(stocked)
    assert outcomes(stocked) == [Outcome.OPEN]
    with stocked.database.transaction() as session:
        expire_due(session, DAY + timedelta(days=60))
    assert outcomes(stocked) == [Outcome.LOST]


def test_a_copy_begins_a_call_of_its_own(stocked: Instance) -> None:
    form = brief_json(call={"seconds": "540", "tab": "a"})
    number = pipeline.save_draft(stocked, None, form, user_id=1)
    copied = pipeline.copy(stocked, number, 1)
    with stocked.database.session() as session:
        assert proposal_by_number(session, number).call_seconds == 540
        assert proposal_by_number(session, copied).call_seconds is None


def test_a_revision_that_still_waits_is_kept_back_when_a_newer_one_is_sent(stocked: Instance) -> None:
    number = sent(stocked)
    pipeline.revise(stocked, number, 1)
    other = make_brief(lines=[{"sku": "VK-55", "quantity": "2"}])
    pipeline.create(stocked, other, user_id=1, send=True, number=number, today=DAY)
    Courier(stocked).work()
    with stocked.database.session() as session:
        first, second = session.exec(select(Delivery).order_by(col(Delivery.id))).all()
    assert (first.state, first.server_words, first.next_attempt_at) == ("failed", REPLACED, None)
    assert second.state == "sent"
