"""The bench of outlines: made-up towns, times, quality."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from bench.outline_times import exponent, measure
from bench.outlines import figures
from bench.town import BLOCK, Town

HOUSES = 156  # about the buildings of a block of Town


def test_a_town_is_the_same_in_strips_of_any_height_and_at_any_time() -> None:
    names = ("probability", "contact", "valid", "optical_share")
    thick, thin = Town(1, 2).strips(1500, 1300, 512), Town(1, 2).strips(1500, 1300, 64)
    first, second = list(thick), list(thin)
    assert [strip.row for strip in second] == list(range(0, 1300, 64))
    for name in names:
        one, other = (
            np.concatenate([getattr(s, name) for s in strips]) for strips in (first, second)
        )
        assert one.shape == (1300, 1500)
        np.testing.assert_array_equal(one, other)


def test_times_are_those_of_all_footprints_and_every_step() -> None:
    times = measure(Town(0, 1), BLOCK, BLOCK)
    assert 0.6 * HOUSES < times.footprints < 1.4 * HOUSES
    steps = {"watershed", "outlining", "straightening", "overlaps", "measuring", "writing"}
    assert set(times.parts) == steps and min(times.parts.values()) > 0
    assert 0 < max(times.parts.values()) < times.seconds
    assert f"{times.footprints} footprints" in str(times)


@pytest.mark.parametrize("power", [1.0, 1.5])
def test_the_exponent_is_that_of_a_power_law(power: float) -> None:
    numbers = [1000, 4000, 9000]
    assert exponent(numbers, [3 * n**power for n in numbers]) == pytest.approx(power)


def test_figures_of_two_squares_that_overlap() -> None:
    found = figures(np.array([shapely.box(0, 0, 4, 4), shapely.box(3, 0, 7, 4)], object))
    assert found["overlap area"] == pytest.approx(4)
    assert found["overlapping"] == 1 and found["right-angled"] == 1
    assert not found["valid coverage"]


def test_footprint_with_several_buildings_is_counted() -> None:
    """One holds two houses and the corner of a third, one a house, one nothing."""
    polygons = np.array([shapely.box(*b) for b in ((0, 0, 9, 4), (20, 0, 24, 4), (40, 0, 44, 4))])
    houses = ((0, 0, 4, 4), (5, 0, 9, 4), (8, 3, 12, 7), (20, 0, 24, 4))
    labels = np.array([shapely.box(*house) for house in houses])
    assert figures(polygons, labels)["with several buildings"] == pytest.approx(1 / 3)
