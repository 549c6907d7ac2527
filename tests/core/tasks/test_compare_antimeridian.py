"""Differences between two layers on both sides of the antimeridian, in any order and any way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pyproj
import pytest
import shapely

from core.footprints.read import Table
from core.footprints.write import write_table
from core.hatch.events import Log
from core.hatch.jobs import Area, CompareJob
from core.hatch.reporter import Reporter
from core.hatch.results import CompareResult
from core.tasks.compare import compare

UTM, DEGREES, MERCATOR = "EPSG:32660", "EPSG:4326", "EPSG:3857"
X, Y = pyproj.Transformer.from_crs(DEGREES, UTM, always_xy=True).transform(180, -17)
WEST, ACROSS, EAST = (-100, -60), (-5,), (30, 60, 100)  # metres from the antimeridian
CRS_OF = {"metres": UTM, "mercator": MERCATOR}
WAYS = ["metres", "to 360", "to 180", "jumping", "from -360", "mercator"]


def houses(way: str, offsets: tuple[int, ...]) -> np.ndarray:
    """Houses of 10 m, with coordinates of one of the ways."""
    metres = np.array([shapely.box(X + by, Y, X + by + 10, Y + 10) for by in offsets], object)
    if way == "metres":
        return metres
    crs = CRS_OF.get(way, DEGREES)
    change = pyproj.Transformer.from_crs(UTM, crs, always_xy=True).transform
    given = shapely.transform(metres, lambda x, y: change(x, y), interleaved=False)
    if way == "mercator":
        return given
    whole = shapely.transform(given, lambda points: np.mod(points, [360, -90]))
    if way == "jumping":
        return given
    if way == "to 180":
        beyond = shapely.get_coordinates(shapely.centroid(whole))[:, 0] > 180
        whole[beyond] = shapely.transform(whole[beyond], lambda points: points - [360, 0])
    if way == "from -360":
        whole = shapely.transform(whole, lambda points: points - [360, 0])
    return whole


def layer(path: Path, way: str, offsets: tuple[int, ...]) -> str:
    write_table(path, Table(houses(way, offsets), {}, CRS_OF.get(way, DEGREES)))
    return str(path)


def run(
    first: str, second: str, out: Path, said: list[str] | None = None, **values: Any
) -> CompareResult:
    logged = said if said is not None else []
    reporter = Reporter(
        lambda event: logged.append(event.message) if isinstance(event, Log) else None
    )
    return compare(CompareJob(first, second, str(out), **values), reporter)


@pytest.mark.slow
@pytest.mark.parametrize("offsets", [WEST + ACROSS + EAST, EAST])
@pytest.mark.parametrize("other", WAYS)
@pytest.mark.parametrize("way", WAYS)
def test_the_same_houses_match_in_any_two_ways(tmp_path, way, other, offsets) -> None:
    first = layer(tmp_path / "a.gpkg", way, offsets)
    second = layer(tmp_path / "b.gpkg", other, offsets)
    said: list[str] = []
    result = run(first, second, tmp_path / "out.gpkg", said)
    assert not any("Everything was compared" in text for text in said)
    assert (result.matched, result.new, result.missing) == (len(offsets), 0, 0)
    assert result.median_shift_m == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("way", WAYS)
def test_an_area_across_the_antimeridian_holds_both_sides(tmp_path, way) -> None:
    area = Area(shapely.box(X - 80, Y - 5, X + 80, Y + 15).wkt, UTM)
    first = layer(tmp_path / "a.gpkg", way, WEST + EAST)
    second = layer(tmp_path / "b.gpkg", "to 180", WEST + EAST)
    assert run(first, second, tmp_path / "out.gpkg", area=area).matched == 3
    assert run(second, first, tmp_path / "back.gpkg", area=area).matched == 3


@pytest.mark.parametrize(
    ("way", "low", "high"), [("to 180", -180, 180), ("to 360", 179, 181), ("from -360", -181, -179)]
)
def test_the_output_has_the_longitudes_of_the_layer(tmp_path, way, low, high) -> None:
    given = layer(tmp_path / "a.gpkg", way, (-100, 30))
    run(given, layer(tmp_path / "b.gpkg", "metres", (-100, -60, 30, 60)), tmp_path / "out.gpkg")
    *_, wkb, _ = pyogrio.raw.read(tmp_path / "out.gpkg", columns=[])
    found = shapely.from_wkb(wkb)
    left, _, right, _ = shapely.bounds(found).T
    assert len(found) == 4 and (left >= low).all() and (right <= high).all()
    assert shapely.equals_exact(found[:2], houses(way, (-100, 30)), 1e-12).all()


@pytest.mark.parametrize("other", ["metres", "to 360"])
def test_a_polygon_around_the_earth_stays_as_it_is(tmp_path, other) -> None:
    earth = shapely.box(-180, -80, 180, 80)
    path = tmp_path / "a.gpkg"
    polygons = np.append(houses("to 180", EAST), earth)
    write_table(path, Table(polygons, {}, DEGREES))
    second = layer(tmp_path / "b.gpkg", other, EAST)
    result = run(str(path), second, tmp_path / "out.gpkg")
    assert (result.matched, result.new) == (3, 1)
    *_, wkb, _ = pyogrio.raw.read(tmp_path / "out.gpkg", columns=[])
    assert shapely.from_wkb(wkb[-1]).equals(earth)
