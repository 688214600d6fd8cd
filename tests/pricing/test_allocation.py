import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pricing.allocation import allocate


@pytest.mark.parametrize(
    ("units", "weights", "parts"),
    [
        (10, [1, 1, 1], (4, 3, 3)),
        (10, [1, 1, 2], (3, 2, 5)),
        (1, [5, 5], (1, 0)),
        (100, [0, 1], (0, 100)),
        (0, [3, 4], (0, 0)),
        (0, [0, 0], (0, 0)),
        (0, [], ()),
        (7, [1], (7,)),
        (2, [1, 3, 3], (0, 1, 1)),
    ],
)
def test_units_go_where_the_remainder_is_largest(
    units: int, weights: list[int], parts: tuple[int, ...]
) -> None:
    assert allocate(units, weights) == parts


@pytest.mark.parametrize("weights", [[], [0], [0, 0]])
def test_units_without_anything_to_split_them_over_are_an_error(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="5 units"):
        allocate(5, weights)


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**9), min_size=1, max_size=50).filter(any))
def test_parts_sum_to_the_whole_and_keep_to_their_shares(units: int, weights: list[int]) -> None:
    parts = allocate(units, weights)
    assert sum(parts) == units
    whole = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * whole - units * weight) < whole
