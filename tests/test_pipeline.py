"""The one path: from a brief to a revision, its pages and its mail, once and for ever."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from app import pipeline
from app.delivery.mailbox import mails
from app.delivery.models import Delivery
from app.delivery.service import Courier
from app.instance import Instance
from app.leads.basket import Outcome
from app.leads.history import baskets
from app.pipeline.past import record_past
from app.problems import ProblemsError
from app.proposals.document import PaybackStatus
from app.proposals.lifecycle import Status, Step
from app.proposals.models import Proposal, Revision
from app.proposals.revisions import Change, ChangeKind
from app.proposals.service import (
    answer,
    document_of,
    events_of,
    proposal_by_number,
    proposal_by_token,
    revision_of,
    revisions_of,
)
from tests.builders.briefs import brief_json, make_brief

MANAGER = 1
DAY = date(2026, 11, 22)


def deliveries(instance: Instance) -> list[Delivery]:
    with instance.database.session() as session:
        return list(session.exec(select(Delivery)).all())


def proposals(instance: Instance) -> list[Proposal]:
    with instance.database.session() as session:
        return list(session.exec(select(Proposal)).all())


def create(
    instance: Instance, *, send: bool = True, number: str | None = None, **changes: object
) -> pipeline.Created:
    return pipeline.create(
        instance, make_brief(**changes), user_id=MANAGER, send=send, number=number, today=DAY
    )


def events(instance: Instance, number: str) -> list[str]:
    with instance.database.session() as session:
        return [event.what for event in reversed(events_of(session, proposal_by_number(session, number)))]


def test_an_offer_is_priced_and_calculated(stocked: Instance) -> None:
    offer = pipeline.evaluate(stocked, make_brief(), role="manager")
    assert offer.quote.total.amount > 0
    assert offer.economics is not None
    assert offer.economics.payback_months is not None
    assert len(offer.recommendations) == 3
    assert {outcome.scenario.key for outcome in offer.scenarios} == {s.key for s in offer.catalogue.scenarios}
    assert offer.missing == ()


def test_a_change_of_one_answer_changes_the_payback(stocked: Instance) -> None:
    offer = pipeline.evaluate(stocked, make_brief(), role="manager")
    question = offer.catalogue.scenarios[0].question
    default = next(entry for entry in offer.answers if entry.question.key == question)
    assert isinstance(default.value, Decimal)
    changed = make_brief(answers={question: str(default.value * Decimal("0.9"))})
    other = pipeline.evaluate(stocked, changed, role="manager")
    assert other.economics != offer.economics


def test_what_recommendations_do_to_the_payback_is_what_adding_them_does(stocked: Instance) -> None:
    offer = pipeline.evaluate(stocked, make_brief(), role="manager")
    suggestion = offer.recommendations[0]
    item = suggestion.recommendation.item
    lines = [{"sku": "VK-55"}, {"sku": item.sku, "quantity": str(item.minimum_quantity)}]
    added = pipeline.evaluate(stocked, make_brief(lines=lines), role="manager")
    assert offer.economics is not None
    assert added.economics is not None
    assert suggestion.total_change == added.quote.total - offer.quote.total
    before, after = offer.economics.payback_months, added.economics.payback_months
    assert before is not None
    assert after is not None
    assert suggestion.payback_change == after - before


def test_a_company_without_energy_works_the_same(stocked: Instance) -> None:
    with stocked.database.session() as session:
        found = pipeline.offers.published_catalogue(session, "cleaning-services")
    lines = [{"sku": sku} for sku in list(found.items)[:3]]
    offer = pipeline.evaluate(
        stocked, make_brief(catalog="cleaning-services", lines=lines, currency=None), role="manager"
    )
    assert offer.catalogue.key == "cleaning-services"
    assert offer.quote.total.amount > 0


def test_what_cannot_be_priced_is_refused_with_the_nearest(stocked: Instance) -> None:
    with pytest.raises(ProblemsError) as caught:
        pipeline.evaluate(stocked, make_brief(lines=[{"sku": "VK-5"}]), role="manager")
    assert [problem.place for problem in caught.value.problems] == ["lines[0].sku"]


def test_a_brief_that_cannot_be_priced_tells_of_everything_wrong_in_it(stocked: Instance) -> None:
    brief = make_brief(lines=[{"sku": "VK-5"}], answers={"hours_per_yer": "1"})
    with pytest.raises(ProblemsError) as caught:
        pipeline.evaluate(stocked, brief, role="manager")
    assert [problem.place for problem in caught.value.problems] == ["lines[0].sku", "answers.hours_per_yer"]
    assert caught.value.problems[0].details["nearest"].startswith("VK-")


def test_a_discount_beyond_the_role_still_shows_figures_but_is_not_made(stocked: Instance) -> None:
    lines = [{"sku": "VK-55", "discount_percent": "99"}]
    offer = pipeline.evaluate(stocked, make_brief(lines=lines), role="manager")
    assert [problem.place for problem in offer.missing] == ["lines[0].discount_percent"]
    with pytest.raises(ProblemsError):
        create(stocked, lines=lines)
    assert proposals(stocked) == []


def test_create_and_send_keeps_everything_before_it_answers(stocked: Instance) -> None:
    made = create(stocked)
    assert made.number.endswith("-101")
    assert (made.revision, made.status, made.currency, made.problems) == (1, "queued", "UAH", ())
    assert made.pdf_sha256 is not None
    assert stocked.storage.get(made.pdf_sha256).startswith(b"%PDF")
    (delivery,) = deliveries(stocked)
    assert (delivery.state, delivery.recipient) == ("queued", "boiko@example.com")
    assert events(stocked, made.number) == ["created", "composed", "queued"]
    with stocked.database.session() as session:
        proposal = proposal_by_number(session, made.number)
        revision = revision_of(session, proposal)
        assert document_of(revision).content_hash == made.document_hash == revision.document_hash
        assert revision.sent_at is not None
        assert (proposal.company, proposal.email) == ("ТОВ «Карпатські меблі»", "boiko@example.com")
        assert proposal.company_id is not None
        assert [basket.proposal for basket in baskets(session, "compressors")] == [made.number]


def test_the_mail_goes_out_and_the_proposal_is_sent(stocked: Instance) -> None:
    made = create(stocked)
    assert Courier(stocked).work() == 1
    assert len(mails(stocked.settings.mail_dir)) == 1
    with stocked.database.session() as session:
        assert proposal_by_number(session, made.number).status == "sent"
    assert events(stocked, made.number)[-1] == "mail_sent"


def test_without_sending_it_stays_a_draft_that_can_be_sent_later(stocked: Instance) -> None:
    made = create(stocked, send=False)
    assert made.status == "draft"
    assert made.pdf_sha256 is not None
    assert deliveries(stocked) == []
    sent = pipeline.send(stocked, made.number, user_id=MANAGER)
    assert (sent.status, sent.pdf_sha256) == ("queued", made.pdf_sha256)
    again = pipeline.send(stocked, made.number, user_id=MANAGER)
    assert again.delivery_id == sent.delivery_id
    assert len(deliveries(stocked)) == 1


@pytest.mark.parametrize("email", [None, "not an address", "a@b@c.example"])
def test_without_an_address_everything_is_made_but_nothing_is_sent(
    stocked: Instance, email: str | None
) -> None:
    made = create(stocked, contact={"name": "Олена", "email": email})
    assert [problem.place for problem in made.problems] == ["contact.email"]
    assert made.status == "draft"
    assert made.pdf_sha256 is not None
    assert deliveries(stocked) == []
    with pytest.raises(ProblemsError):
        pipeline.send(stocked, made.number, user_id=MANAGER)


def test_sending_twice_sends_once(stocked: Instance) -> None:
    number = pipeline.save_draft(stocked, None, brief_json(), user_id=MANAGER)

    def press(_: int) -> pipeline.Created:
        return create(stocked, number=number)

    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(press, range(4)))
    assert {entry.delivery_id for entry in made} == {made[0].delivery_id}
    assert len(deliveries(stocked)) == 1
    assert events(stocked, number).count("queued") == 1


def test_another_brief_after_sending_needs_a_new_revision(stocked: Instance) -> None:
    made = create(stocked)
    with pytest.raises(pipeline.SentAlreadyError):
        create(stocked, number=made.number, note="Ще одне прохання")


def test_the_preview_is_what_send_sends(stocked: Instance) -> None:
    number = pipeline.save_draft(stocked, None, brief_json(), user_id=MANAGER)
    shown = pipeline.preview(stocked, number, make_brief(), user_id=MANAGER, today=DAY)
    made = create(stocked, number=number)
    assert made.document_hash == shown.document.content_hash
    assert made.pdf_sha256 == shown.pages.pdf_hash


def test_a_draft_keeps_even_what_is_no_brief(stocked: Instance) -> None:
    form = {
        "company": {"name": "Меблі"},
        "lines": [{"sku": "?", "quantity": "багато"}],
        "call": {"seconds": "95"},
    }
    number = pipeline.save_draft(stocked, None, form, user_id=MANAGER)
    assert pipeline.save_draft(stocked, number, {**form, "note": "щось"}, user_id=MANAGER) == number
    with stocked.database.session() as session:
        draft = pipeline.read_draft(session, number)
        proposal = proposal_by_number(session, number)
    assert draft.form == {**form, "note": "щось"}
    assert (proposal.company, proposal.call_seconds, proposal.status) == ("Меблі", 95, "draft")


def test_what_is_typed_after_sending_changes_nothing(stocked: Instance) -> None:
    made = create(stocked)
    pipeline.save_draft(stocked, made.number, {"company": {"name": "Інша"}}, user_id=MANAGER)
    assert proposals(stocked)[0].company == "ТОВ «Карпатські меблі»"
    with stocked.database.session() as session, pytest.raises(pipeline.SentAlreadyError):
        pipeline.read_draft(session, made.number)


def test_numbers_follow_the_language_and_the_catalogue(stocked: Instance) -> None:
    numbers = [
        pipeline.save_draft(stocked, None, {"company": {"name": "A"}, "language": language}, user_id=None)
        for language in ("uk", "ru", "en")
    ]
    assert len(set(numbers)) == 3
    assert all(number.split("-")[-1].isdigit() for number in numbers)


def test_a_new_revision_says_what_changed_and_the_old_one_stays(stocked: Instance) -> None:
    made = create(stocked)
    with stocked.database.session() as session:
        before = revision_of(session, proposal_by_number(session, made.number), 1)
    draft = pipeline.revise(stocked, made.number, MANAGER)
    assert (draft.number, draft.revision) == (made.number, 2)
    assert pipeline.revise(stocked, made.number, MANAGER) == draft
    again = create(stocked, number=made.number, lines=[{"sku": "VK-55", "quantity": "2"}])
    assert (again.revision, again.status) == (2, "queued")
    assert again.public_url == made.public_url
    with stocked.database.session() as session:
        second, first = revisions_of(session, proposal_by_number(session, made.number))
    assert first == before
    kinds = [Change.from_json(change).kind for change in second.changes]
    assert kinds[0] is ChangeKind.QUANTITY
    assert kinds[-1] is ChangeKind.TOTAL
    assert document_of(second).revision == 2
    assert len(deliveries(stocked)) == 2


def test_a_sent_revision_cannot_be_changed_by_anybody(stocked: Instance) -> None:
    create(stocked)

    def meddle() -> None:
        with stocked.database.transaction() as session:
            revision = session.exec(select(Revision)).one()
            revision.total_minor = 1
            session.add(revision)

    with pytest.raises(IntegrityError, match="never changes"):
        meddle()


def test_a_copy_begins_where_the_other_is(stocked: Instance) -> None:
    made = create(stocked)
    number = pipeline.copy(stocked, made.number, MANAGER)
    assert number != made.number
    with stocked.database.session() as session:
        draft = pipeline.read_draft(session, number)
    assert draft.form["company"]["name"] == "ТОВ «Карпатські меблі»"
    assert events(stocked, number) == ["created", "copied"]


def test_it_can_be_sent_again_also_to_another_address(stocked: Instance) -> None:
    made = create(stocked)
    Courier(stocked).work()
    pipeline.resend(stocked, made.number, user_id=MANAGER, recipient="office@example.com")
    Courier(stocked).work()
    assert [delivery.recipient for delivery in deliveries(stocked)] == [
        "boiko@example.com",
        "office@example.com",
    ]
    assert len({delivery.message_id for delivery in deliveries(stocked)}) == 2
    assert len(mails(stocked.settings.mail_dir)) == 2
    with pytest.raises(ProblemsError):
        pipeline.resend(stocked, made.number, user_id=MANAGER, recipient="nowhere")


def test_the_link_is_known_before_sending_and_finds_the_proposal(stocked: Instance) -> None:
    made = create(stocked, send=False)
    token = made.public_url.rpartition("/")[2]
    with stocked.database.session() as session:
        proposal = proposal_by_token(session, token)
        assert proposal.number == made.number
        assert token not in proposal.public_hash
        url = document_of(revision_of(session, proposal)).next_steps.acceptance.url
    assert url == made.public_url


def test_an_answer_teaches_the_recommendations(stocked: Instance) -> None:
    made = create(stocked)
    with stocked.database.transaction() as session:
        proposal = proposal_by_number(session, made.number)
        assert answer(session, proposal, Step.ACCEPT, by="Олена Бойко")
        assert not answer(session, proposal, Step.DECLINE, by="Олена Бойко")
    with stocked.database.session() as session:
        assert [basket.outcome for basket in baskets(session, "compressors")] == [Outcome.WON]
    assert events(stocked, made.number)[-1] == "accepted"


def test_pages_that_cannot_be_drawn_now_do_not_stop_send(stocked: Instance) -> None:
    class Broken:
        def call(self, function: object, *arguments: object, **keywords: object) -> object:
            if keywords.get("pool") == "render":
                raise pipeline.sending.SandboxTimeoutError
            return stocked.sandbox.call(function, *arguments, **keywords)  # type: ignore[arg-type]

    made = create(replace(stocked, sandbox=Broken()))  # type: ignore[arg-type]  # a stand-in
    assert made.status == "queued"
    assert made.pdf_sha256 is None
    (delivery,) = deliveries(stocked)
    assert delivery.state == "queued"


def test_the_past_keeps_its_dates_and_draws_nothing(stocked: Instance) -> None:
    number = record_past(
        stocked,
        make_brief(),
        user_id=MANAGER,
        on=date(2026, 1, 15),
        status=Status.DECLINED,
        answered_on=date(2026, 1, 20),
        reason="price",
    )
    with stocked.database.session() as session:
        proposal = proposal_by_number(session, number)
        revision = revision_of(session, proposal)
        told = [(event.what, event.at.date().isoformat()) for event in reversed(events_of(session, proposal))]
    assert (proposal.status, revision.pdf_hash) == ("declined", None)
    assert document_of(revision).date == "2026-01-15"
    assert told[-2:] == [("mail_sent", "2026-01-15"), ("declined", "2026-01-20")]
    assert {day for _, day in told[:-2]} == {"2026-01-15"}
    assert deliveries(stocked) == []


def test_money_that_never_comes_back_is_said_and_still_sent(stocked: Instance) -> None:
    offer = pipeline.evaluate(stocked, make_brief(), role="manager")
    question = offer.catalogue.scenarios[0].question
    least = next(entry.question.minimum for entry in offer.answers if entry.question.key == question)
    made = create(stocked, send=False, answers={question: str(least or 0)})
    with stocked.database.session() as session:
        document = document_of(revision_of(session, proposal_by_number(session, made.number)))
    assert document.economics.status in set(PaybackStatus)
