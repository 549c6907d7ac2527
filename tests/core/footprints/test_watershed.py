"""Outlines of buildings, joined over strips and parted where buildings touch."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.features import rasterize, shapes

from core.footprints.polygonise import RawFootprint
from core.footprints.watershed import MAX_GROWTH, MIN_SEED_PIXELS, MIN_SEED_PROBABILITY
from tests.builders.outlines import THRESHOLD, outlined


def sorted_polygons(outlines: list[RawFootprint]) -> list[bytes]:
    polygons = shapely.simplify(np.array([o.polygon for o in outlines], dtype=object), 0)
    return sorted(shapely.to_wkb(shapely.normalize(polygons)))


@pytest.mark.slow
@settings(max_examples=80)
@given(
    st.integers(2, 120), st.integers(1, 30), st.floats(0.1, 0.9), st.integers(0, 10_000), st.data()
)
def test_without_contact_what_is_sure_is_outlined_as_it_hangs_together(
    height: int, width: int, density: float, seed: int, data: st.DataObject
) -> None:
    values = np.random.default_rng(seed).random((height, width), dtype=np.float32)
    values = values ** np.float32(np.log(MIN_SEED_PROBABILITY) / np.log(1 - density))
    mask = values >= MIN_SEED_PROBABILITY
    cuts = sorted(data.draw(st.sets(st.integers(1, height - 1), max_size=6)))
    found = outlined(values, cuts=cuts, threshold=MIN_SEED_PROBABILITY)
    expected = [shapely.geometry.shape(g) for g, _ in shapes(mask.astype(np.uint8), mask=mask)]
    whole = shapely.simplify(np.array(expected, dtype=object), 0)
    assert sorted_polygons(found) == sorted(shapely.to_wkb(shapely.normalize(whole)))
    for outline in found:
        inside = rasterize([outline.polygon], mask.shape).astype(bool)
        assert outline.pixels == inside.sum() == outline.polygon.area
        assert outline.confidence == pytest.approx(values[inside].mean(), rel=1e-5)
        assert outline.optical_share == pytest.approx(values[inside].mean() / 2, rel=1e-5)


@settings(max_examples=120)
@given(
    st.integers(2, 150),
    st.integers(1, 40),
    st.sampled_from([1, 4, 9]),
    st.sampled_from([(0.3, 1.0), (0.45, 0.68)]),  # the latter: much that is building but not sure
    st.integers(0, 10_000),
    st.data(),
)
def test_with_contact_strips_give_what_the_whole_raster_gives(
    height: int, width: int, grain: int, span: tuple[float, float], seed: int, data: st.DataObject
) -> None:
    rng = np.random.default_rng(seed)
    shape = (height // grain + 1, width // grain + 1)
    coarse = rng.uniform(*span, shape).astype(np.float32)
    probability = np.kron(coarse, np.ones((grain, grain), np.float32))[:height, :width]
    contact = (rng.random((height, width)) < 0.2).astype(np.float32)
    contact[rng.random(height) < 0.1] = contact[:, rng.random(width) < 0.1] = 1
    cuts = sorted(data.draw(st.sets(st.integers(1, height - 1), max_size=6)))
    whole, found = outlined(probability, contact), outlined(probability, contact, cuts)
    assert sorted_polygons(found) == sorted_polygons(whole)
    assert all(isinstance(o.polygon, shapely.Polygon) for o in found)
    assert sorted(o.confidence for o in found) == pytest.approx(
        sorted(o.confidence for o in whole), rel=1e-5
    )
    # Every pixel of the mask is in one outline.
    assert sum(o.polygon.area for o in found) == (probability >= THRESHOLD).sum()
    assert shapely.union_all([o.polygon for o in found]).area == (probability >= THRESHOLD).sum()


@pytest.mark.parametrize("cuts", [(), range(1, 80), (20, 40), (31,), (7, 8, 60)])
@pytest.mark.parametrize("wide", [1, 2, 5])
def test_two_that_touch_come_apart_and_share_their_wall(cuts: Sequence[int], wide: int) -> None:
    probability, contact = np.zeros((2, 80, 30), np.float32)
    probability[10:60, 5:25] = 0.9
    contact[30 : 30 + wide, 3:27] = 0.8
    found = outlined(probability, contact, cuts)
    wall = 30 + (wide + 1) // 2  # what arrives from above and below at once goes above
    boxes = [shapely.box(5, 10, 25, wall), shapely.box(5, wall, 25, 60)]
    assert sorted_polygons(found) == sorted(shapely.to_wkb(shapely.normalize(boxes)))
    # The same the other way round, where the wall runs across all strips.
    turned = outlined(probability.T, contact.T, [cut for cut in cuts if cut < 30])
    boxes = [shapely.box(10, 5, wall, 25), shapely.box(wall, 5, 60, 25)]
    assert sorted_polygons(turned) == sorted(shapely.to_wkb(shapely.normalize(boxes)))


def test_contact_that_does_not_part_a_building_leaves_it_whole() -> None:
    probability, contact = np.zeros((2, 100, 30), np.float32)
    probability[10:90, 5:25] = 0.9
    contact[10:88, 14:16] = 1  # two rows short of the wall, far below in another strip
    (building,) = outlined(probability, contact, range(10, 100, 10))
    assert building.polygon.equals(shapely.box(5, 10, 25, 90))
    contact[:, 14:16] = 0.3  # 0.9 * 0.7 is still above the threshold
    assert len(outlined(probability, contact)) == 1


def test_a_seed_in_a_later_strip_parts_what_it_reaches() -> None:
    probability = np.zeros((80, 30), np.float32)
    probability[10:57, 2:6] = probability[10:57, 20:24] = probability[57:60, 2:24] = 0.55
    probability[60:75, 2:24] = 0.9  # grows over the bar between the two legs
    found, whole = outlined(probability, cuts=[60]), outlined(probability)
    assert len(found) == 3
    assert all(isinstance(o.polygon, shapely.Polygon) for o in found)
    assert sorted_polygons(found) == sorted_polygons(whole)


def test_what_hangs_together_by_unsure_pixels_comes_apart() -> None:
    probability = np.zeros((40, 30), np.float32)
    probability[5:15, 5:25] = probability[18:30, 5:25] = 0.9
    probability[15:18, 10:14] = 0.55
    assert len(outlined(probability)) == 2
    probability[probability > 0] = 0.55  # nothing is sure, nothing to part
    assert len(outlined(probability)) == 1


@pytest.mark.parametrize("cuts", [(), (20,), range(1, 40)])
def test_slivers_between_strips_of_contact_go_to_their_watershed(cuts: Sequence[int]) -> None:
    probability, contact = np.zeros((2, 40, 40), np.float32)
    probability[10:30, 5:35] = 0.9
    contact[10:30, [17, 19]] = 1  # one column of 20 pixels between them: a building of its own
    assert len(outlined(probability, contact, cuts)) == 3
    contact[[14, 20, 26], 17:20] = 1  # now in patches of fewer
    assert (np.diff([10, 14, 20, 26, 30]) < MIN_SEED_PIXELS).all()
    found = outlined(probability, contact, cuts)
    left, right = shapely.box(5, 10, 19, 30), shapely.box(19, 10, 35, 30)
    assert sorted_polygons(found) == sorted(shapely.to_wkb(shapely.normalize([left, right])))


def test_what_no_seed_reaches_stays_as_it_is() -> None:
    probability, contact = np.zeros((2, 40, 60), np.float32)
    probability[10:30, 5:55] = 0.9
    contact[10:30, 15:55] = 1
    expected = [shapely.box(5, 10, 15 + MAX_GROWTH, 30), shapely.box(15 + MAX_GROWTH, 10, 55, 30)]
    found = outlined(probability, contact, [12, 25])
    assert sorted_polygons(found) == sorted(shapely.to_wkb(shapely.normalize(expected)))


def test_small_ones_are_left_out_also_across_strips() -> None:
    probability = np.zeros((60, 20), np.float32)
    probability[28:32, 2:5] = probability[3:5, 10:12] = probability[29:31, 15:17] = 1
    for cuts in ([], [30], range(1, 60)):
        found = outlined(probability, cuts=cuts, min_pixels=5)
        assert [o.polygon for o in found] == [shapely.normalize(shapely.box(2, 28, 5, 32))]
