"""Numbers: one after the other for each prefix, never the same twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.database import Database
from app.proposals.numbers import next_number, printed_number


def take(database: Database, prefix: str = "КП") -> str:
    with database.transaction() as session:
        return next_number(session, prefix)


def test_numbers_follow_each_other_for_each_prefix(database: Database) -> None:
    taken = [take(database), take(database), take(database, "Q"), take(database)]
    assert taken == ["КП-101", "КП-102", "Q-101", "КП-103"]


def test_many_doors_never_take_the_same_number(database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(lambda _: take(database), range(20)))
    assert len(set(taken)) == 20


@pytest.mark.parametrize(
    ("prefix", "number"),
    [("КП/2026", "КП-2026-101"), ("КП №", "КП-№-101"), ("A?b#c%", "A-b-c-101"), ("///", "101")],
)
def test_a_number_can_stand_in_an_address(database: Database, prefix: str, number: str) -> None:
    assert take(database, prefix) == number


def test_without_a_prefix_the_number_stands_alone(database: Database) -> None:
    assert take(database, "  ") == "101"


def test_revisions_print_after_a_stroke() -> None:
    assert printed_number("КП-101", 1) == "КП-101"
    assert printed_number("КП-101", 2) == "КП-101/2"
