"""The outbox on both databases: one holder a message, nothing lost, every outcome written down."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from app.database import Database
from app.delivery import outbox, watch
from app.delivery.models import Delivery, DeliveryState
from app.delivery.outbox import LEASE, Lease, LeaseLostError
from app.delivery.smtp import Outcome, Reply
from tests.delivery.builders import MOMENT, make_proposal, put_message, stored

LATER = MOMENT + timedelta(minutes=5)


def claim(database: Database) -> Lease:
    lease = outbox.claim(database, moment=MOMENT)
    assert lease is not None
    return lease


def settle(
    database: Database, lease: Lease, outcome: Outcome, code: int | None = None, words: str = ""
) -> None:
    with database.transaction() as session:
        outbox.settle(session, lease, Reply(outcome, code, words), MOMENT)


def test_a_message_keeps_its_message_id_and_is_due_at_once(database: Database) -> None:
    put = put_message(database)
    assert put.message_id.endswith("@example.com>")
    lease = claim(database)
    found = stored(database, put.id)
    assert lease.delivery_id == put.id
    assert (found.state, found.attempts, found.message_id) == ("sending", 1, put.message_id)


def test_what_is_not_sent_is_listed_however_much_was_sent_since(database: Database) -> None:
    put = put_message(database, "КП-1")
    with database.transaction() as session:
        for number in range(watch.LIST_LIMIT):
            later = Delivery(
                key=f"later {number}",
                proposal_id=put.proposal_id,
                revision_id=put.revision_id,
                message_id=f"<{number}@example.com>",
                recipient="a@example.com",
                state="sent",
            )
            session.add(later)
    with database.session() as session:
        assert [delivery.id for delivery, _ in watch.not_sent(session)] == [put.id]


def test_what_is_not_due_stays(database: Database) -> None:
    put_message(database, due_at=LATER)
    assert outbox.claim(database, moment=MOMENT) is None
    assert outbox.claim(database, moment=LATER) is not None


def test_the_one_due_longest_goes_first(database: Database) -> None:
    put_message(database, "КП-1", due_at=MOMENT)
    first = put_message(database, "КП-2", due_at=MOMENT - timedelta(hours=1))
    assert claim(database).delivery_id == first.id


def test_one_message_can_be_asked_for(database: Database) -> None:
    put_message(database, "КП-1", due_at=MOMENT - timedelta(hours=1))
    wanted = put_message(database, "КП-2")
    lease = outbox.claim(database, moment=MOMENT, delivery_id=wanted.id)
    assert lease is not None
    assert lease.delivery_id == wanted.id


def test_many_workers_never_hold_the_same_message(database: Database) -> None:
    for number in range(12):
        put_message(database, f"КП-{number}")

    def take_all(_: int) -> list[int]:
        taken = []
        while lease := outbox.claim(database, moment=MOMENT):
            taken.append(lease.delivery_id)
        return taken

    with ThreadPoolExecutor(4) as pool:
        taken = [delivery for found in pool.map(take_all, range(4)) for delivery in found]
    # A claim that meets only rows that others lock finds nothing; those others take them.
    assert len(taken) == len(set(taken)) == 12


def test_accepted_is_sent_with_the_servers_words(database: Database) -> None:
    put = put_message(database)
    settle(database, claim(database), Outcome.ACCEPTED, 250, "OK queued as 7")
    found = stored(database, put.id)
    assert (found.state, found.next_attempt_at, found.sent_at) == ("sent", None, MOMENT)
    assert (found.reply_code, found.server_words) == (250, "OK queued as 7")
    assert outbox.claim(database, moment=MOMENT + timedelta(days=3)) is None


def test_refused_for_good_is_failed_and_not_tried_again(database: Database) -> None:
    put = put_message(database)
    settle(database, claim(database), Outcome.PERMANENT, 550, "no such user")
    assert stored(database, put.id).state == "failed"
    assert outbox.claim(database, moment=MOMENT + timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("outcome", "state", "doubtful"),
    [(Outcome.TEMPORARY, "waiting", False), (Outcome.UNKNOWN, "unknown", True)],
)
def test_not_now_is_tried_again_by_the_schedule(
    database: Database, outcome: Outcome, state: str, doubtful: bool
) -> None:
    put = put_message(database)
    settle(database, claim(database), outcome, 450, "greylisted")
    found = stored(database, put.id)
    assert (found.state, found.doubtful) == (state, doubtful)
    assert found.next_attempt_at == MOMENT + timedelta(minutes=1)
    assert outbox.claim(database, moment=MOMENT + timedelta(minutes=1)) is not None


def test_after_two_days_it_failed(database: Database) -> None:
    put = put_message(database)
    lease = claim(database)
    with database.transaction() as session:
        outbox.settle(session, lease, Reply(Outcome.TEMPORARY, 450, ""), MOMENT)
    moment = MOMENT + timedelta(hours=47)
    again = outbox.claim(database, moment=moment)
    assert again is not None
    with database.transaction() as session:
        delivery = outbox.held(session, again)
        delivery.attempts = 20
        outbox.settle(session, again, Reply(Outcome.TEMPORARY, 450, ""), moment)
    assert stored(database, put.id).state == "failed"


def test_locked_out_pauses_everything_and_burns_no_attempt(database: Database) -> None:
    put = put_message(database, "КП-1")
    other = put_message(database, "КП-2")
    settle(database, claim(database), Outcome.LOCKED_OUT, 535, "bad credentials")
    assert (stored(database, put.id).attempts, stored(database, put.id).state) == (0, "queued")
    assert outbox.claim(database, moment=MOMENT) is None
    with database.session() as session:
        pause = outbox.pause_of(session)
    assert pause is not None
    assert (pause.reply_code, pause.server_words) == (535, "bad credentials")
    # When the pause is over it is tried again, and one success ends it.
    lease = outbox.claim(database, moment=MOMENT + outbox.PAUSE, delivery_id=other.id)
    assert lease is not None
    settle(database, lease, Outcome.ACCEPTED, 250)
    with database.session() as session:
        assert outbox.pause_of(session) is None


def test_a_long_lock_out_does_not_use_up_the_two_days(database: Database) -> None:
    put = put_message(database)
    settle(database, claim(database), Outcome.LOCKED_OUT, 535, "bad credentials")
    later = MOMENT + timedelta(days=5)
    lease = outbox.claim(database, moment=later)
    assert lease is not None
    with database.transaction() as session:
        outbox.settle(session, lease, Reply(Outcome.TEMPORARY, 450, "greylisted"), later)
    found = stored(database, put.id)
    assert (found.state, found.next_attempt_at) == ("waiting", later + timedelta(minutes=1))


def test_what_may_have_arrived_stays_in_doubt_while_we_are_locked_out(database: Database) -> None:
    put = put_message(database)
    settle(database, claim(database), Outcome.UNKNOWN, 0, "broke off")
    lease = outbox.claim(database, moment=MOMENT + timedelta(minutes=1))
    assert lease is not None
    settle(database, lease, Outcome.LOCKED_OUT, 535, "bad credentials")
    assert (stored(database, put.id).state, stored(database, put.id).attempts) == ("unknown", 1)


def test_a_second_lock_out_prolongs_the_pause_and_keeps_its_beginning(database: Database) -> None:
    with database.transaction() as session:
        outbox.pause(session, MOMENT, Reply(Outcome.LOCKED_OUT, 535, "one"))
    with database.transaction() as session:
        outbox.pause(session, LATER, Reply(Outcome.LOCKED_OUT, 530, "two"))
    with database.session() as session:
        pause = outbox.pause_of(session)
    assert pause is not None
    assert (pause.since, pause.until, pause.server_words) == (MOMENT, LATER + outbox.PAUSE, "two")


def test_a_lease_that_ran_out_before_data_is_free_again(database: Database) -> None:
    put = put_message(database)
    claim(database)
    with database.transaction() as session:
        assert outbox.recover(session, MOMENT + LEASE) == []
    after = MOMENT + LEASE + timedelta(seconds=1)
    with database.transaction() as session:
        assert [freed.id for freed in outbox.recover(session, after)] == [put.id]
    found = stored(database, put.id)
    assert (found.state, found.doubtful) == ("queued", False)
    assert outbox.claim(database, moment=after) is not None


def test_a_lease_that_ran_out_in_data_is_unknown_and_sent_again_as_the_same_message(
    database: Database,
) -> None:
    put = put_message(database)
    lease = claim(database)
    outbox.enter_data(database, lease, moment=MOMENT, message_hash="a" * 64)
    after = MOMENT + LEASE + timedelta(seconds=1)
    with database.transaction() as session:
        outbox.recover(session, after)
    found = stored(database, put.id)
    assert (found.state, found.doubtful, found.message_hash) == ("unknown", True, "a" * 64)
    again = outbox.claim(database, moment=after)
    assert again is not None
    settle(database, again, Outcome.ACCEPTED, 250)
    sent = stored(database, put.id)
    assert (sent.state, sent.doubtful, sent.message_id) == ("sent", True, put.message_id)


def test_a_worker_that_lost_its_lease_may_neither_send_nor_settle(database: Database) -> None:
    put_message(database)
    lost = claim(database)
    after = MOMENT + LEASE + timedelta(seconds=1)
    with database.transaction() as session:
        outbox.recover(session, after)
    outbox.claim(database, moment=after)
    with pytest.raises(LeaseLostError):
        outbox.enter_data(database, lost, moment=after, message_hash="a" * 64)
    with pytest.raises(LeaseLostError):
        settle(database, lost, Outcome.ACCEPTED)


def test_a_message_whose_workers_die_for_two_days_failed(database: Database) -> None:
    put = put_message(database)
    claim(database)
    with database.transaction() as session:
        outbox.recover(session, MOMENT + timedelta(hours=49))
    assert stored(database, put.id).state == "failed"


def test_retry_makes_a_failed_message_due_with_two_new_days(database: Database) -> None:
    put = put_message(database)
    settle(database, claim(database), Outcome.PERMANENT, 550)
    with database.transaction() as session:
        assert outbox.retry(session, put.id or 0, LATER)
    found = stored(database, put.id)
    assert (found.state, found.attempts, found.first_attempt_at) == ("queued", 0, None)
    assert outbox.claim(database, moment=LATER) is not None


def test_what_was_sent_is_not_retried(database: Database) -> None:
    put = put_message(database)
    settle(database, claim(database), Outcome.ACCEPTED, 250)
    with database.transaction() as session:
        assert not outbox.retry(session, put.id or 0, LATER)
        assert not outbox.retry(session, 999, LATER)


def test_a_revision_sent_again_by_hand_is_another_message(database: Database) -> None:
    proposal, revision = make_proposal(database)
    ids = {"proposal_id": proposal.id or 0, "revision_id": revision.id or 0}
    with database.transaction() as session:
        first = outbox.put(session, **ids, recipient="a@example.com", domain="example.com")
        second = outbox.put(session, **ids, recipient="a@example.com", domain="example.com")
    assert first.message_id != second.message_id
    assert first.key != second.key


def test_what_waits_for_its_pages_can_be_made_due(database: Database) -> None:
    put = put_message(database, due_at=LATER)
    with database.transaction() as session:
        outbox.make_due(session, put.id or 0, MOMENT)
    assert outbox.claim(database, moment=MOMENT) is not None


def test_people_see_counts_and_trouble(database: Database) -> None:
    failed = put_message(database, "КП-1")
    settle(database, claim(database), Outcome.PERMANENT, 550)
    waiting = put_message(database, "КП-2")
    settle(database, claim(database), Outcome.TEMPORARY, 450)
    put_message(database, "КП-3")
    with database.session() as session:
        assert watch.counts(session) == {state.value: 0 for state in DeliveryState} | {
            "failed": 1,
            "waiting": 1,
            "queued": 1,
        }
        early = {delivery.id for delivery, _ in watch.trouble(session, MOMENT)}
        late = {delivery.id for delivery, _ in watch.trouble(session, MOMENT + timedelta(minutes=15))}
        assert early == {failed.id}
        assert late == {failed.id, waiting.id}
        assert watch.trouble(session, MOMENT, manager_id=7) == []
        assert len(watch.outbox_list(session)) == 3
        assert [proposal.number for _, proposal in watch.outbox_list(session, "queued")] == ["КП-3"]
        assert watch.latest_states(session, [failed.proposal_id]) == {failed.proposal_id: "failed"}
        latest = watch.delivery_of(session, failed.proposal_id)
        assert latest is not None
        assert len(watch.deliveries_of(session, failed.proposal_id)) == 1
