"""Outlines joined over strips, straight walls, the file."""

from __future__ import annotations

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

from core.footprints.batch import Footprints, areas_m2
from core.footprints.outline import Outline, Outliner
from core.footprints.regularise import regularise
from core.footprints.write import FootprintFile


def outlined(mask: np.ndarray, values: np.ndarray, cuts: list[int]) -> list[Outline]:
    outliner = Outliner(mask.shape[1])
    result = []
    edges = [0, *cuts, len(mask)]
    for top, bottom in zip(edges, edges[1:]):
        result += outliner.add(mask[top:bottom], values[top:bottom], values[top:bottom] / 2)
    return result + outliner.finish()


@settings(deadline=None, max_examples=80)
@given(
    st.integers(2, 40),
    st.integers(1, 30),
    st.floats(0.1, 0.9),
    st.integers(0, 10_000),
    st.data(),
)
def test_strips_give_what_the_whole_raster_gives(
    height: int, width: int, density: float, seed: int, data: st.DataObject
) -> None:
    rng = np.random.default_rng(seed)
    mask = rng.random((height, width)) < density
    values = rng.random((height, width), dtype=np.float32)
    cuts = sorted(data.draw(st.sets(st.integers(1, height - 1), max_size=6)))
    found = outlined(mask, values, cuts)
    expected = [shapely.geometry.shape(g) for g, _ in shapes(mask.astype(np.uint8), mask=mask)]
    key = shapely.to_wkb
    polygons = shapely.normalize(np.array([o.polygon for o in found], dtype=object))
    whole = shapely.normalize(np.array(expected, dtype=object))
    assert sorted(key(shapely.normalize(shapely.simplify(polygons, 0)))) == sorted(
        key(shapely.normalize(shapely.simplify(whole, 0)))
    )
    for outline in found:
        inside = rasterize([outline.polygon], mask.shape).astype(bool)
        assert outline.pixels == inside.sum() == outline.polygon.area
        assert outline.confidence == pytest.approx(values[inside].mean(), rel=1e-5)
        assert outline.optical_share == pytest.approx(values[inside].mean() / 2, rel=1e-5)


def test_small_ones_are_left_out_also_across_strips() -> None:
    mask = np.zeros((30, 20), bool)
    mask[8:12, 2:5] = mask[3:5, 10:12] = mask[9:11, 15:17] = True
    ones = np.ones(mask.shape, np.float32)
    outliner = Outliner(20, min_pixels=5)
    found = outliner.add(mask[:10], ones[:10], ones[:10])
    found += outliner.add(mask[10:], ones[10:], ones[10:]) + outliner.finish()
    assert [outline.polygon for outline in found] == [shapely.normalize(shapely.box(2, 8, 5, 12))]


def as_pixels(polygon: shapely.Polygon) -> shapely.Polygon:
    mask = rasterize([polygon], (128, 128)).astype(bool)
    ones = np.ones(mask.shape, np.float32)
    (outline,) = outlined(mask, ones, [])
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
    mask = rng.random((40, 40)) < density
    outlines = outlined(mask, np.ones(mask.shape, np.float32), [13, 20])
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
