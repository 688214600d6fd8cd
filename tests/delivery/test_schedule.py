"""When a message is tried again."""

from datetime import timedelta

import pytest

from app.delivery.schedule import GIVE_UP_AFTER, is_trouble, next_attempt
from tests.delivery.builders import MOMENT


@pytest.mark.parametrize(
    ("attempts", "minutes"), [(1, 1), (2, 5), (3, 15), (4, 30), (5, 60), (6, 120), (7, 180), (15, 180)]
)
def test_each_wait_follows_the_table(attempts: int, minutes: int) -> None:
    planned = next_attempt(attempts=attempts, first_attempt_at=MOMENT, now=MOMENT)
    assert planned == MOMENT + timedelta(minutes=minutes)


def test_after_two_days_it_is_given_up() -> None:
    late = MOMENT + GIVE_UP_AFTER - timedelta(hours=2)
    assert next_attempt(attempts=20, first_attempt_at=MOMENT, now=late) is None


def test_the_whole_schedule_stays_within_two_days() -> None:
    moment, attempts = MOMENT, 1
    while (following := next_attempt(attempts=attempts, first_attempt_at=MOMENT, now=moment)) is not None:
        moment, attempts = following, attempts + 1
    assert timedelta(hours=45) < moment - MOMENT <= GIVE_UP_AFTER


def test_the_manager_hears_after_a_quarter_of_an_hour() -> None:
    assert not is_trouble(first_attempt_at=None, now=MOMENT)
    assert not is_trouble(first_attempt_at=MOMENT, now=MOMENT + timedelta(minutes=14))
    assert is_trouble(first_attempt_at=MOMENT, now=MOMENT + timedelta(minutes=15))
