"""Outlines joined over strips, straight walls, the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.crs import CRS
from rasterio.features import rasterize, shapes
from shapely import affinity

from core.footprints.polygonise import Polygoniser, RawFootprint
from core.footprints.regularise import regularise
from core.footprints.vectorise import Footprints, areas_m2
from core.footprints.watershed import MAX_GROWTH, MIN_SEED_PIXELS, MIN_SEED_PROBABILITY, Watershed
from core.footprints.write import FootprintFile
from core.raster.blend import Strip

THRESHOLD = 0.5


def outlined(
    probability: np.ndarray,
    contact: np.ndarray | None = None,
    cuts: Sequence[int] = (),
    min_pixels: float = 0,
    threshold: float = THRESHOLD,
) -> list[RawFootprint]:
    """Outlines of a raster that comes in strips; optical's share is half the probability."""
    contact = np.zeros_like(probability) if contact is None else contact
    watershed, polygoniser = Watershed(threshold), Polygoniser(probability.shape[1], min_pixels)
    result = []
    edges = [0, *cuts, len(probability)]
    for top, bottom in zip(edges, edges[1:]):
        p = probability[top:bottom]
        valid = np.ones(p.shape, bool)
        strip = Strip(top, p, contact[top:bottom], valid, p / 2)
        result += polygoniser.add(watershed.add(strip))
    return result + polygoniser.add(watershed.flush()) + polygoniser.finish()


def sorted_polygons(outlines: list[RawFootprint]) -> list[bytes]:
    polygons = shapely.simplify(np.array([o.polygon for o in outlines], dtype=object), 0)
    return sorted(shapely.to_wkb(shapely.normalize(polygons)))


@settings(deadline=None, max_examples=80)
@given(
    st.integers(2, 120),
    st.integers(1, 30),
    st.floats(0.1, 0.9),
    st.integers(0, 10_000),
    st.data(),
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


@settings(deadline=None, max_examples=120)
@given(
    st.integers(2, 150),
    st.integers(1, 40),
    st.sampled_from([1, 4, 9]),
    st.sampled_from([(0.3, 1.0), (0.45, 0.68)]),  # the latter: much that is building but not sure
    st.integers(0, 10_000),
    st.data(),
)
def test_with_contact_strips_give_what_the_whole_raster_gives(
    height: int,
    width: int,
    grain: int,
    span: tuple[float, float],
    seed: int,
    data: st.DataObject,
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
    contact[:, 14:16] = 0.3  # .9 * .7 is still sure
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


def as_pixels(polygon: shapely.Polygon) -> shapely.Polygon:
    (outline,) = outlined(rasterize([polygon], (128, 128)).astype(np.float32))
    return outline.polygon


def iou(first: shapely.Polygon, second: shapely.Polygon) -> float:
    return first.intersection(second).area / first.union(second).area


L_SHAPE = shapely.box(40, 40, 85, 75).difference(shapely.box(65, 58, 90, 80))


@pytest.mark.parametrize("shape, walls", [(shapely.box(45, 50, 80, 74), 4), (L_SHAPE, 6)])
@pytest.mark.parametrize("angle", [0, 7, 31, 45, 68])
def test_walls_become_straight_and_right_angled(
    shape: shapely.Polygon, walls: int, angle: float
) -> None:
    truth = affinity.rotate(shape, angle)
    (result,) = regularise([as_pixels(truth)])
    corners = shapely.get_coordinates(result.exterior) @ (1, 1j)
    sides = np.diff(corners)
    turns = np.angle(np.roll(sides, -1) / sides, deg=True)
    assert len(sides) == walls
    np.testing.assert_allclose(np.abs(turns), 90, atol=1e-6)
    assert iou(result, truth) > 0.95


def test_round_buildings_stay_round() -> None:
    truth = shapely.Point(64, 64).buffer(30)
    (result,) = regularise([as_pixels(truth)])
    assert iou(result, truth) > 0.93
    assert len(result.exterior.coords) > 8


def test_courtyards_stay_and_pinholes_go() -> None:
    block = shapely.box(20, 20, 90, 90)
    court = block.difference(shapely.box(45, 45, 65, 65)).difference(shapely.box(30, 30, 32, 32))
    (result,) = regularise([court])
    assert len(result.interiors) == 1
    assert shapely.Polygon(result.interiors[0]).area == pytest.approx(400, rel=0.02)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000), st.floats(0.2, 0.8))
def test_whatever_the_mask_footprints_are_valid(seed: int, density: float) -> None:
    rng = np.random.default_rng(seed)
    mask = (rng.random((40, 40)) < density).astype(np.float32)
    contact = (rng.random((40, 40)) < 0.2).astype(np.float32)
    outlines = outlined(mask, contact, [13, 20])
    result = regularise([outline.polygon for outline in outlines])
    assert shapely.is_valid(result).all()
    assert (shapely.get_type_id(result) == shapely.GeometryType.POLYGON).all()
    assert (shapely.area(result) > 0).all()


def test_areas_are_those_on_the_ground() -> None:
    square = np.array([shapely.box(600_000, 5_750_000, 600_100, 5_750_100)], dtype=object)
    in_utm = areas_m2(square, CRS.from_epsg(32631))
    assert in_utm == pytest.approx([10_000], rel=2e-3)
    # A hundredth of a degree at 60 degrees north is half as wide as at the equator.
    degrees = np.array([shapely.box(10, y, 10.01, y + 0.01) for y in (0, 60)], dtype=object)
    equator, north = areas_m2(degrees, CRS.from_epsg(4326))
    assert north / equator == pytest.approx(0.505, abs=0.01)
    assert areas_m2(square, None) == pytest.approx([10_000])


def test_file_is_a_layer_also_when_empty(tmp_path: Path) -> None:
    path = tmp_path / "out.gpkg"
    file = FootprintFile(path, CRS.from_epsg(32631), "model")
    info = pyogrio.read_info(path)
    assert info["features"] == 0 and info["layer_name"] == "footprints"
    assert list(info["fields"]) == ["confidence", "area_m2", "optical_share", "model"]
    one = np.array([0.5])
    for x in (0, 100):
        file.add(Footprints(np.array([shapely.box(x, 0, x + 9, 9)], object), one, one, one * 81))
    meta, _, wkb, fields = pyogrio.raw.read(str(path))
    assert file.count == len(wkb) == 2
    assert meta["crs"] == "EPSG:32631"
    assert fields[3].tolist() == ["model", "model"]
