"""Numbers of proposals: КП-101, КП-102…; a revision prints as КП-101/2."""

import re

from sqlmodel import Session, text

FIRST_NUMBER = 101
MAX_PREFIX_LENGTH = 20
NOT_IN_ADDRESSES = re.compile(r"[/\\?#%\s]+")
"""A number stands in the address of its pages and in the names of files; a stroke counts revisions."""

# One statement that both databases know, so that two doors never give the same number.
_NEXT = text(
    "INSERT INTO number_counter (prefix, last) VALUES (:prefix, :first) "
    "ON CONFLICT (prefix) DO UPDATE SET last = number_counter.last + 1 RETURNING last"
)


def next_number(session: Session, prefix: str) -> str:
    """Take the next number of that prefix, inside the caller's transaction."""
    prefix = NOT_IN_ADDRESSES.sub("-", prefix.strip()).strip("-")[:MAX_PREFIX_LENGTH]
    last = session.connection().execute(_NEXT, {"prefix": prefix, "first": FIRST_NUMBER}).scalar_one()
    return f"{prefix}-{last}" if prefix else str(last)


def printed_number(number: str, revision: int) -> str:
    """The number as pages and mails show it."""
    return number if revision <= 1 else f"{number}/{revision}"
