"""Which day it is where this machine stands."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from app.clock import local_day, today
from app.database import Database, now
from app.delivery.service import Courier
from app.instance import Instance
from app.proposals.service import Filters, find_proposals, proposal_by_number
from tests.builders.offers import make_open_document, make_proposal

AFTER_MIDNIGHT_IN_KYIV = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A machine in Kyiv for the time of a test."""
    monkeypatch.setenv("TZ", "Europe/Kyiv")
    time.tzset()
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("zone")
def test_the_day_is_that_of_the_machines_zone_around_midnight() -> None:
    assert local_day(AFTER_MIDNIGHT_IN_KYIV) == date(2026, 11, 23)


def test_west_of_greenwich_it_is_still_the_day_before(zone: pytest.MonkeyPatch) -> None:
    zone.setenv("TZ", "America/New_York")
    time.tzset()
    assert local_day(datetime(2026, 11, 23, 3, 0, tzinfo=UTC)) == date(2026, 11, 22)


def test_today_is_now() -> None:
    assert today() in {local_day(now()), local_day(datetime.now(UTC))}


@pytest.mark.usefixtures("zone")
def test_a_list_of_a_day_begins_at_the_machines_midnight(sqlite: Database) -> None:
    make_proposal(sqlite, at=AFTER_MIDNIGHT_IN_KYIV)
    with sqlite.session() as session:
        of_day = find_proposals(session, Filters(since=date(2026, 11, 23), until=date(2026, 11, 23)))
        of_eve = find_proposals(session, Filters(since=date(2026, 11, 22), until=date(2026, 11, 22)))
    assert (of_day.total, of_eve.total) == (1, 0)


@pytest.mark.usefixtures("zone")
def test_the_courier_expires_by_the_machines_day(stocked: Instance) -> None:
    document = make_open_document(valid_until="2026-11-22")
    make_proposal(stocked.database, document=document)
    Courier(stocked, clock=lambda: AFTER_MIDNIGHT_IN_KYIV).sweep()
    with stocked.database.session() as session:
        assert proposal_by_number(session, "КП-101").status == "expired"
