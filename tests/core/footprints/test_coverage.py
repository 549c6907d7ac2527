"""Footprints of touching buildings stay a coverage, for any division into strips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.features import rasterize
from rasterio.transform import Affine
from shapely import affinity

from core.footprints.coverage import regularise_groups, regularise_layer
from core.footprints.vectorise import Footprints, vectorise
from core.raster.blend import Strip
from core.raster.grid import Grid
from core.timing import Timing


def strips_of(probability: np.ndarray, contact: np.ndarray, cuts: Sequence[int]) -> Iterator[Strip]:
    edges = [0, *cuts, len(probability)]
    for top, bottom in zip(edges, edges[1:]):
        p = probability[top:bottom]
        yield Strip(top, p, contact[top:bottom], np.ones(p.shape, bool), p / 2)


def footprints_of(
    probability: np.ndarray,
    contact: np.ndarray,
    cuts: Sequence[int] = (),
    area: shapely.Geometry | None = None,
    min_area: float = 0,
) -> Footprints:
    height, width = probability.shape
    grid = Grid(None, Affine(0.5, 0, 300_000, 0, -0.5, 5_000_000), width, height)
    strips = strips_of(probability, contact, cuts)
    batches = list(vectorise(strips, grid, 0.5, min_area, Timing(), area))
    values = [
        np.concatenate([getattr(batch, name) for batch in batches])
        for name in ("polygons", "confidence", "optical_share", "area_m2", "regularised")
    ]
    return Footprints(*values)


def check_coverage(polygons: np.ndarray) -> None:
    assert (shapely.get_type_id(polygons) == shapely.GeometryType.POLYGON).all()
    assert shapely.is_valid(polygons).all()
    assert (shapely.area(polygons) > 0).all()
    assert shapely.coverage_is_valid(polygons)
    first, second = shapely.STRtree(polygons).query(polygons, "intersects")
    other = first != second
    common = shapely.intersection(polygons[first[other]], polygons[second[other]])
    assert shapely.area(common).sum() == pytest.approx(0, abs=1e-9)


def grid_of_houses(angle: float, side: float, size: int = 110) -> tuple[np.ndarray, np.ndarray]:
    """Probability and contact of houses that touch, in a turned grid."""
    centre = size / 2
    boxes = [
        affinity.rotate(shapely.box(x, y, x + side, y + side * 1.3), angle, (centre, centre))
        for x in np.arange(centre - 2 * side, centre + 1.9 * side, side)
        for y in np.arange(centre - 1.3 * side, centre + 1.2 * side, side * 1.3)
    ]
    ids = rasterize([(box, i + 1) for i, box in enumerate(boxes)], (size, size))
    probability = np.where(ids > 0, 0.95, 0).astype(np.float32)
    apart = np.zeros(ids.shape, bool)
    apart[:, 1:] |= (ids[:, 1:] != ids[:, :-1]) & (ids[:, 1:] > 0) & (ids[:, :-1] > 0)
    apart[1:] |= (ids[1:] != ids[:-1]) & (ids[1:] > 0) & (ids[:-1] > 0)
    return probability, apart.astype(np.float32)


def blobs(seed: int, size: int = 70) -> tuple[np.ndarray, np.ndarray]:
    """Boxes of all sizes, some with holes, that touch each other and the edges of the raster."""
    rng = np.random.default_rng(seed)
    ids = np.zeros((size, size), int)
    for number in range(1, 26):
        row, col = rng.integers(-5, size, 2)
        height, width = rng.integers(3, 24, 2)
        ids[max(row, 0) : row + height, max(col, 0) : col + width] = number * (rng.random() < 0.8)
    apart = np.zeros(ids.shape, bool)
    apart[:, 1:] |= ids[:, 1:] != ids[:, :-1]
    apart[1:] |= ids[1:] != ids[:-1]
    noise = rng.random(ids.shape) < 0.02
    probability = np.where((ids > 0) & ~noise, 0.95, 0).astype(np.float32)
    return probability, apart.astype(np.float32)


@settings(max_examples=25)
@given(st.floats(0, 90), st.sampled_from([7.0, 11.0, 16.0]))
def test_rows_of_houses_share_their_walls_at_any_angle(angle: float, side: float) -> None:
    found = footprints_of(*grid_of_houses(angle, side))
    assert len(found.polygons) == 8
    check_coverage(found.polygons)


def test_houses_of_a_row_get_right_angles_along_their_common_direction() -> None:
    found = footprints_of(*grid_of_houses(27, 16))
    assert found.regularised.all()
    whole = shapely.coverage_union_all(found.polygons)
    assert shapely.area(found.polygons).sum() == pytest.approx(whole.area)
    for polygon in found.polygons:
        walls = np.diff(shapely.get_coordinates(polygon.exterior) @ (1, 1j))
        off = np.angle(walls**4 / np.exp(1j * np.radians(4 * -27))) / 4
        assert np.abs(np.degrees(off)).max() < 4


@pytest.mark.slow
@settings(max_examples=40)
@given(st.integers(0, 100_000))
def test_whatever_touches_is_a_coverage_within_the_raster(seed: int) -> None:
    probability, contact = blobs(seed)
    found = footprints_of(probability, contact, min_area=1)
    check_coverage(found.polygons)
    raster = shapely.box(300_000, 5_000_000 - 35, 300_035, 5_000_000)
    assert shapely.covers(raster, found.polygons).all()


@pytest.mark.slow
@settings(max_examples=40)
@given(st.integers(0, 100_000), st.data())
def test_strips_of_any_height_give_what_one_strip_gives(seed: int, data: st.DataObject) -> None:
    probability, contact = blobs(seed)
    cuts = sorted(data.draw(st.sets(st.integers(1, len(probability) - 1), max_size=8)))
    whole, cut = footprints_of(probability, contact), footprints_of(probability, contact, cuts)

    def ordered(found: Footprints) -> list[tuple[bytes, bool]]:
        polygons = shapely.to_wkb(shapely.normalize(found.polygons))
        return sorted(zip(polygons, found.regularised.tolist()))

    assert ordered(cut) == ordered(whole)


def test_footprints_end_at_the_area() -> None:
    probability, contact = grid_of_houses(10, 16)
    area = affinity.rotate(shapely.box(300_010, 4_999_955, 300_040, 4_999_985), 30)
    found = footprints_of(probability, contact, area=area)
    assert len(found.polygons)
    check_coverage(found.polygons)
    assert shapely.area(shapely.difference(found.polygons, area)).max() < 1e-5


def blocks_of_one_tile(rng: np.random.Generator) -> list[shapely.Polygon]:
    """Polygons that touch along edges, 32 x 32 pixels in all."""
    ids = np.kron(rng.integers(1, 6, (4, 4)), np.ones((8, 8), int))
    outlines = []
    for number in np.unique(ids):
        pixels = [shapely.box(c, r, c + 1, r + 1) for r, c in np.argwhere(ids == number)]
        for part in shapely.get_parts(shapely.union_all(pixels)):
            outlines.append(shapely.simplify(part, 0))
    return outlines


@pytest.mark.slow
@settings(max_examples=60)
@given(st.integers(0, 100_000))
def test_a_group_loses_no_building(seed: int) -> None:
    outlines = blocks_of_one_tile(np.random.default_rng(seed))
    polygons, squared = regularise_groups(
        np.array(outlines, dtype=object), np.zeros(len(outlines), int)
    )
    assert len(polygons) == len(squared) == len(outlines)
    check_coverage(polygons)


@pytest.mark.slow
@settings(max_examples=30)
@given(st.integers(0, 100_000))
def test_groups_do_not_depend_on_each_other(seed: int) -> None:
    rng = np.random.default_rng(seed)
    outlines, group_of = [], []
    for group in range(3):
        for polygon in blocks_of_one_tile(rng):
            outlines.append(affinity.translate(polygon, 32 * group))  # side by side
            group_of.append(group)
    given_, groups = np.array(outlines, dtype=object), np.array(group_of)
    together, squared = regularise_groups(given_, groups)
    for group in range(3):
        here = groups == group
        alone, alone_squared = regularise_groups(given_[here], np.zeros(here.sum(), int))
        same = shapely.equals_exact(alone, together[here], 1e-9, normalize=True)
        assert same.all()
        np.testing.assert_array_equal(alone_squared, squared[here])


def test_neighbours_that_share_less_of_a_wall_than_the_grid_stay_apart() -> None:
    pair = np.array([shapely.box(0, 0, 20, 20), shapely.box(20, 20 - 1e-7, 40, 40)], dtype=object)
    polygons, _ = regularise_layer(pair)
    assert shapely.is_valid(polygons).all()
    assert shapely.area(polygons) == pytest.approx([400, 400], rel=0.01)


def test_a_polygon_thinner_than_the_grid_is_kept_beside_another() -> None:
    sliver = shapely.Polygon([(0, 0), (2.0**-22, 8), (0, 8)])
    polygons, squared = regularise_layer(np.array([sliver, shapely.box(-10, -5, 4, 16)]))
    assert polygons[0].area == pytest.approx(sliver.area, rel=0.2)
    assert not squared[0]
