"""Which day it is: pages, validity and answers are dated by the machine's own calendar."""

from datetime import UTC, date, datetime


def today() -> date:
    """The day that it is now where this machine stands."""
    return local_day(datetime.now(UTC))


def local_day(moment: datetime) -> date:
    """The day on which that moment fell in the machine's zone (`TZ`), not in UTC."""
    return moment.astimezone().date()
