"""An amount split over lines so that the parts sum to it exactly."""

from collections.abc import Sequence


def allocate(units: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Split minor units in proportion to the weights, by the largest remainder (Hare's method).

    Every part is first rounded down; the units left over go, one each, to the parts that lost the
    most by it, the earlier first among equals. No part differs from its exact share by a whole unit.
    Weights are not negative; where all are zero nothing can be split and `units` must be 0.
    """
    whole = sum(weights)
    if not whole:
        if units:
            raise ValueError(f"{units} units and nothing to split them over")
        return tuple(0 for _ in weights)
    parts = [units * weight // whole for weight in weights]
    remainders = [units * weight % whole for weight in weights]
    neediest = sorted(range(len(weights)), key=lambda index: -remainders[index])
    for index in neediest[: units - sum(parts)]:
        parts[index] += 1
    return tuple(parts)
