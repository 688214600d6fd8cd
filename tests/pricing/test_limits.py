from decimal import Decimal

import pytest

from app.catalog.model import DiscountReason
from app.pricing.limits import maximum_discount

REASONS = (
    DiscountReason("volume", {}, Decimal(5), ("manager", "lead")),
    DiscountReason("prepaid", {}, Decimal(3), ()),
    DiscountReason("strategic", {}, Decimal(15), ("lead",)),
)


@pytest.mark.parametrize(
    ("role", "reason", "maximum"),
    [
        ("manager", "volume", 5),
        ("manager", "prepaid", 3),
        ("manager", "strategic", 0),
        ("lead", "strategic", 15),
        ("admin", "strategic", 15),
        ("manager", None, 5),
        ("lead", None, 15),
        ("admin", None, 15),
        (None, "strategic", 15),
        (None, None, 15),
        ("manager", "unheard of", 0),
    ],
)
def test_a_role_may_give_what_the_reason_allows_it(
    role: str | None, reason: str | None, maximum: int
) -> None:
    assert maximum_discount(REASONS, role=role, reason=reason) == maximum


def test_without_reasons_nothing_is_given() -> None:
    assert maximum_discount((), role="admin", reason=None) == 0


def test_no_reason_gives_more_than_everything() -> None:
    reasons = (DiscountReason("gift", {}, Decimal(150), ()),)
    assert maximum_discount(reasons, role="manager", reason="gift") == 100
