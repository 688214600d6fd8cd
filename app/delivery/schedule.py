"""When a message that did not get through is tried again. Pure."""

from datetime import datetime, timedelta

FIRST_STEPS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60, 120))
LATER_STEP = timedelta(hours=3)
GIVE_UP_AFTER = timedelta(hours=48)
MANAGER_HEARS_AFTER = timedelta(minutes=15)


def next_attempt(*, attempts: int, first_attempt_at: datetime, now: datetime) -> datetime | None:
    """When to try again after so many attempts; None once it is time to give up."""
    step = FIRST_STEPS[attempts - 1] if 0 < attempts <= len(FIRST_STEPS) else LATER_STEP
    planned = now + step
    return planned if planned - first_attempt_at <= GIVE_UP_AFTER else None


def is_trouble(*, first_attempt_at: datetime | None, now: datetime) -> bool:
    """Whether it has taken long enough for the manager to hear of it."""
    return first_attempt_at is not None and now - first_attempt_at >= MANAGER_HEARS_AFTER
