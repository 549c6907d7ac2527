"""Hashes of states."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
import shapely

from core.footprints.state_digest import state_digest


@dataclass
class Held:
    """An object that holds values."""

    row: int = 0
    numbers: set[int] = field(default_factory=lambda: {3, 1, 2})
    values: Any = None


def test_equal_contents_have_the_same_hash_wherever_they_come_from() -> None:
    grown: set[int] = set()
    for number in (2, 3, 1):
        grown.add(number)
    values = [np.arange(6.0).reshape(2, 3), shapely.box(0, 0, 1, 1), None, {"a": 0.1}]
    first, second = Held(values=values), Held(numbers=grown, values=list(values))
    assert state_digest(first) == state_digest(second)
    assert state_digest(np.array([first], object)) == state_digest(np.array([second], object))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Held(1), Held(2)),
        (Held(), Held(numbers={1, 2})),
        ([1, [2]], [[1], 2]),
        (["ab"], ["a", "b"]),
        (1, True),
        (1, 1.0),
        (0.1, np.nextafter(0.1, 1)),
        (np.zeros(2), np.zeros((2, 1))),
        (np.zeros(2, np.float32), np.zeros(2, np.int32)),
        (shapely.box(0, 0, 1, 1), shapely.box(0, 0, 1, np.nextafter(1, 2))),
        (slice(0, 1), slice(1, 1)),
    ],
)
def test_other_contents_have_another_hash(one: Any, other: Any) -> None:
    assert state_digest(one) != state_digest(other)


def test_unknown_kind_of_value_is_an_error() -> None:
    with pytest.raises(TypeError, match="generator is not known"):
        state_digest(i for i in range(3))
