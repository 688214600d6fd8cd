import json
from collections import Counter
from datetime import date

import pytest

from app.catalog.service import published_catalogue
from app.proposals.check import check_brief
from app.proposals.lifecycle import Status
from app.proposals.reading import read_brief
from app.roles import Role
from catalogs.build.companies import history
from tests.catalogs.offers import CATALOGS


@pytest.fixture(scope="module")
def offers():
    return json.loads((CATALOGS / "history.json").read_text("utf-8"))


def skus(offer):
    return {line["sku"] for line in offer["brief"]["lines"]}


def test_the_history_is_the_same_each_time_it_is_made_up():
    assert history() == history() == (CATALOGS / "history.json").read_text("utf-8")


def test_it_covers_the_fourteen_months_before_today(offers):
    days = [date.fromisoformat(offer["date"]) for offer in offers]
    assert len(offers) == 300
    assert min(days) >= date(2025, 9, 20)
    assert max(days) <= date(2026, 11, 20)


def test_every_offer_ended_in_a_way_that_minuta_knows(offers):
    assert (
        {offer["outcome"] for offer in offers} == {"sent", "accepted", "declined", "expired"} <= set(Status)
    )
    for offer in offers:
        assert bool(offer["reason"]) == (offer["outcome"] == "declined")
        assert bool(offer["answered_on"]) == (offer["outcome"] in {"accepted", "declined"})


def test_every_manager_is_one_of_the_users(offers):
    users = {user["email"] for user in json.loads((CATALOGS / "users.json").read_text("utf-8"))}
    assert {offer["manager"] for offer in offers} <= users


def test_every_brief_agrees_with_its_workbook(offers, stocked):
    with stocked.database.session() as session:
        catalogues = {key: published_catalogue(session, key) for key in ("compressors", "cleaning-services")}
    for offer in offers:
        brief = read_brief(offer["brief"])
        assert check_brief(brief, catalogues[brief.catalog], role=Role.MANAGER.value) == ()


def test_people_and_companies_are_made_up(offers):
    for offer in offers:
        assert offer["brief"]["contact"]["email"].endswith(".example")


def test_woodworkers_with_variable_speed_mostly_take_heat_recovery(offers):
    woodworkers = [offer for offer in offers if offer["brief"]["company"]["industry"] == "woodworking"]
    found = Counter(
        any(sku.startswith("HR-") for sku in skus(offer))
        for offer in woodworkers
        if any(sku.endswith("VSD") for sku in skus(offer))
    )
    assert found[True] > found[False]
