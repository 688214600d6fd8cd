"""Placeholders in texts: `{name}` or `{name|what to say without it}`, and nothing cleverer."""

import re
from collections.abc import Mapping

PLACEHOLDER = re.compile(r"\{\s*([A-Za-z_][\w.-]*)\s*(?:\|([^{}]*))?\}")
STRAY = re.compile(r"[{}]")


def names(text: str) -> tuple[str, ...]:
    """List the placeholders of a text, in order."""
    return tuple(found[1] for found in PLACEHOLDER.finditer(text))


def fill(text: str, values: Mapping[str, str]) -> str | None:
    """Put the values in; None when one is missing that has no fallback.

    A value is put in as it is: braces inside it mean nothing.
    """
    found = list(PLACEHOLDER.finditer(text))
    if any(not values.get(one[1].casefold()) and one[2] is None for one in found):
        return None
    return PLACEHOLDER.sub(lambda one: values.get(one[1].casefold()) or one[2].strip(), text)


def has_stray_brace(text: str) -> bool:
    """Tell whether a brace belongs to no placeholder, which readers would see."""
    return bool(STRAY.search(PLACEHOLDER.sub("", text)))
