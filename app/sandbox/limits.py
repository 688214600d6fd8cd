"""What a pool of children may use."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class PoolLimits:
    """How many children a pool has and how much memory each may take.

    `address_bytes` ends a function that grows too far (RLIMIT_AS counts libraries and stacks too);
    a child whose resident memory is above `recycle_bytes` after a call is replaced by a fresh one.
    `warm` names a function without arguments, `package.module:function`, run when a child starts.
    """

    processes: int = 1
    address_bytes: int = 2048 * MEBIBYTE
    recycle_bytes: int = 280 * MEBIBYTE
    warm: str | None = None


DEFAULT_PROCESSES: Mapping[str, int] = MappingProxyType({"render": 2, "calculate": 1, "import": 1})
"""Uploads have a pool of their own: a slow workbook must not keep live figures waiting."""
