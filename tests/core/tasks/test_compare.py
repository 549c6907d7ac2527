"""Differences between two layers of polygons, from files to a file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pyproj
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.crs import CRS
from rasterio.transform import Affine

from core.footprints.read import Table
from core.footprints.write import write_table
from core.hatch.errors import Cancelled, InputError
from core.hatch.events import Log
from core.hatch.jobs import Area, CompareJob
from core.hatch.reporter import Reporter
from core.hatch.results import CompareResult
from core.raster.blend import Strip
from core.raster.grid import Grid
from core.raster.probability_file import ProbabilityWriter
from core.tasks.compare import compare
from tests.conftest import UTM

ROOT = Path(__file__).parents[3]
X, Y = 500_000, 5_700_000
Box = tuple[float, float, float, float]  # left, bottom, width, height; metres from X, Y
HOUSES = [(20 * i, 0, 10, 10) for i in range(5)]
FIELDS = (
    *("status", "iou", "shift_m", "covered", "area_m2", "confidence"),
    *("polygon_id", "reference_id", "polygon_count", "reference_count"),
)


def polygon(left: float, bottom: float, width: float, height: float) -> shapely.Polygon:
    return shapely.box(X + left, Y + bottom, X + left + width, Y + bottom + height)


def in_crs(geometries: Any, crs: str) -> Any:
    change = pyproj.Transformer.from_crs(UTM, crs, always_xy=True).transform
    return shapely.transform(geometries, lambda x, y: change(x, y), interleaved=False)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    """write(name, boxes or polygons, crs, **fields) -> path of a GeoPackage with ids from 1"""

    def write(name: str, shapes: list[Any], crs: str = UTM, **fields: Any) -> str:
        geometries = [polygon(*shape) if isinstance(shape, tuple) else shape for shape in shapes]
        path = tmp_path / name
        table = Table(np.array(geometries, object), fields, crs)
        write_table(path, table)
        return str(path)

    return write


def rows(path: str) -> list[dict[str, Any]]:
    """The features of a comparison, their geometry under "geometry"."""
    meta, _, wkb, values = pyogrio.raw.read(path)
    assert tuple(meta["fields"]) == FIELDS
    columns = dict(zip(meta["fields"], values))
    return [
        {**{name: column[i] for name, column in columns.items()}, "geometry": shapely.from_wkb(one)}
        for i, one in enumerate(wkb)
    ]


def run(
    layer: str, reference: str, out: str = "", messages: list[str] | None = None, **values: Any
) -> tuple[CompareResult, list[dict[str, Any]]]:
    out = out or str(Path(layer).with_name("out.gpkg"))
    said = messages if messages is not None else []
    reporter = Reporter(
        lambda event: said.append(event.message) if isinstance(event, Log) else None
    )
    result = compare(CompareJob(layer, reference, out, **values), reporter)
    return result, rows(out)


def test_each_status_by_hand(write: Callable[..., str]) -> None:
    # The same; larger; shifted by 4 of 40 m (IoU 0.82); new. The reference has one more.
    layer = write("a.gpkg", [(0, 0, 10, 10), (20, 0, 10, 12.5), (54, 0, 40, 40), (0, 50, 10, 10)])
    reference = write("b.gpkg", [(50, 0, 40, 40), (20, 0, 10, 8), (0, 0, 10, 10), (0, 90, 5, 5)])
    result, found = run(layer, reference)
    by_id = {(row["polygon_id"], row["reference_id"]): row for row in found[:3]}
    assert by_id[1, 3]["status"] == "matched" and by_id[1, 3]["iou"] == 1
    assert by_id[2, 2]["status"] == "changed" and by_id[2, 2]["iou"] == 0.64
    assert by_id[2, 2]["shift_m"] == pytest.approx(2.25, abs=0.01)
    assert by_id[3, 1]["status"] == "changed" and by_id[3, 1]["iou"] == pytest.approx(
        36 / 44, abs=1e-4
    )
    assert by_id[3, 1]["covered"] == 0.9 and by_id[2, 2]["covered"] == 0.64
    assert by_id[3, 1]["shift_m"] == pytest.approx(4, abs=0.01)
    new, missing = found[3:]
    assert (new["status"], new["polygon_id"], new["iou"]) == ("new", 4, 0)
    assert (missing["status"], missing["reference_id"]) == ("missing", 4)
    assert np.isnan(new["reference_id"]) and np.isnan(missing["shift_m"])
    assert [row["area_m2"] for row in (new, missing)] == pytest.approx([100, 25], abs=0.1)
    assert missing["geometry"].equals(polygon(0, 90, 5, 5))
    assert by_id[2, 2]["geometry"].equals(polygon(20, 0, 10, 12.5))  # the outline of the layer
    assert (result.matched, result.changed, result.new, result.missing) == (1, 2, 1, 1)
    assert result.precision == result.recall == result.f1 == 0.75
    assert result.mean_iou == pytest.approx((1 + 0.64 + 36 / 44) / 3, abs=1e-4)
    assert result.median_shift_m == pytest.approx(2.25, abs=0.01)


def test_thresholds_decide(write: Callable[..., str]) -> None:
    layer, reference = write("a.gpkg", [(4, 0, 10, 10)]), write("b.gpkg", [(0, 0, 10, 10)])

    def status(number: int, **values: Any) -> str:
        out = str(Path(layer).with_name(f"out{number}.gpkg"))
        return run(layer, reference, out, **values)[1][0]["status"]

    assert status(1) == "new"  # IoU 0.43
    assert status(2, min_iou=0.4) == "changed"
    assert status(3, min_iou=0.4, changed_iou=0.4) == "changed"  # moved by 4 m
    assert status(4, min_iou=0.4, changed_iou=0.4, max_shift_m=5) == "matched"


def test_splits_and_merges_have_partners(write: Callable[..., str]) -> None:
    # One old building that three new ones cover, and three old ones under a new one.
    thirds = [(10 * i, 0, 10, 10) for i in range(3)]
    far = [(10 * i, 50, 10, 10) for i in range(3)]
    layer = write("a.gpkg", [*thirds, (0, 50, 30, 10), (0, 90, 5, 5)])
    reference = write("b.gpkg", [(0, 0, 30, 10), *far, (0, 120, 5, 5)])
    result, found = run(layer, reference)
    assert (result.merged, result.split) == (1, 1)
    counts = {
        (row["status"], row["polygon_id"], row["reference_id"]): (
            row["polygon_count"],
            row["reference_count"],
        )
        for row in found
    }
    numbers = {
        key[:1] + tuple(0 if np.isnan(i) else int(i) for i in key[1:]): value
        for key, value in counts.items()
    }
    assert numbers["new", 1, 0] == numbers["missing", 0, 1] == (3, 1)
    assert numbers["new", 4, 0] == numbers["missing", 0, 2] == (1, 3)
    assert [row["covered"] for row in found] == [1, 1, 1, 1, 0, 1, 1, 1, 1, 0]
    assert numbers["new", 5, 0] == (1, 0) and numbers["missing", 0, 5] == (0, 1)


def test_metres_are_those_on_the_ground_in_degrees_too(write: Callable[..., str]) -> None:
    moved = [(left + 1, bottom, w, h) for left, bottom, w, h in HOUSES]
    shapes = [in_crs(polygon(*box), "EPSG:4326") for box in moved]
    layer, reference = write("a.gpkg", shapes, "EPSG:4326"), write("b.gpkg", HOUSES)
    result, found = run(layer, reference)
    assert result.matched == 5 and result.median_shift_m == pytest.approx(1, abs=0.01)
    assert result.offset_m == pytest.approx((1, 0), abs=0.01)
    assert [row["area_m2"] for row in found] == pytest.approx([100] * 5, abs=0.2)
    assert pyogrio.read_info(Path(layer).with_name("out.gpkg"))["crs"] == "EPSG:4326"
    back = run(reference, layer, str(Path(layer).with_name("back.gpkg")))[0]
    assert back.matched == 5 and back.offset_m == pytest.approx((-1, 0), abs=0.01)


@pytest.mark.parametrize("bare", ["a.gpkg", "b.gpkg"])
def test_layer_without_a_crs_is_taken_to_have_the_other_one(
    write: Callable[..., str], bare: str
) -> None:
    layer = write("a.gpkg", HOUSES, "" if bare == "a.gpkg" else UTM)
    reference = write("b.gpkg", HOUSES, "" if bare == "b.gpkg" else UTM)
    said: list[str] = []
    result, _ = run(layer, reference, messages=said)
    assert result.f1 == 1 and any("no coordinate system" in text for text in said)
    assert pyogrio.read_info(Path(layer).with_name("out.gpkg"))["crs"] == UTM


def test_area_leaves_out_what_is_mostly_outside_and_its_partner(write: Callable[..., str]) -> None:
    # The area ends at x = 45: houses at 0 and 20 are inside, that at 40 half, the others outside.
    area = Area(shapely.box(X - 5, Y - 5, X + 44, Y + 30).wkt, UTM)
    layer = write("a.gpkg", HOUSES[1:])
    reference = write("b.gpkg", HOUSES)
    said: list[str] = []
    result, found = run(layer, reference, messages=said, area=area)
    assert (result.polygons, result.reference, result.missing) == (1, 2, 1)
    assert {row["reference_id"] for row in found} == {1, 2}
    assert any("3 of the layer, 3 of the reference" in text for text in said)


def test_polygons_are_compared_inside_the_area_and_written_whole(write: Callable[..., str]) -> None:
    area = Area(shapely.box(X, Y, X + 8, Y + 10).wkt, UTM)
    layer, reference = write("a.gpkg", [(0, 0, 8, 10)]), write("b.gpkg", [(0, 0, 10, 10)])
    result, found = run(reference, layer, area=area)
    assert result.mean_iou == 1 and found[0]["geometry"].equals(polygon(0, 0, 10, 10))
    assert found[0]["area_m2"] == pytest.approx(100, abs=0.1)


def test_unequal_extents_are_reported(write: Callable[..., str]) -> None:
    layer, reference = write("a.gpkg", HOUSES[:2]), write("b.gpkg", HOUSES)
    said: list[str] = []
    result, _ = run(layer, reference, messages=said)
    assert result.recall == 0.4 and any("3 of the reference" in text for text in said)
    said.clear()
    run(layer, layer, str(Path(layer).with_name("same.gpkg")), messages=said)
    assert not any("Everything" in text for text in said)


def write_probabilities(path: Path, values: np.ndarray, valid: np.ndarray) -> str:
    """A file of pixels of 1 m, whose upper left corner is 10 m north of X, Y."""
    height, width = values.shape
    grid = Grid(CRS.from_string(UTM), Affine(1, 0, X, 0, -1, Y + 10), width, height)
    zeros = np.zeros_like(values)
    with ProbabilityWriter(path, grid, "a model", 0.5) as writer:
        list(writer.write_through(iter([Strip(0, values, zeros, valid, zeros)])))
    return str(path)


def test_confidence_is_the_mean_probability_inside(
    write: Callable[..., str], tmp_path: Path
) -> None:
    values, valid = np.full((10, 90), 0.1, np.float32), np.ones((10, 90), bool)
    values[:, 20:25], values[:, 25:30] = 0.4, 0.2
    valid[:, 60:66] = False
    probability = write_probabilities(tmp_path / "p.tif", values, valid)
    layer = write("a.gpkg", HOUSES[:1], confidence=np.array([0.9]))
    reference = write("b.gpkg", HOUSES)
    result, found = run(layer, reference, probability=probability)
    by_id = {row["reference_id"]: row["confidence"] for row in found}
    # The house at 60 is mostly on invalid pixels, that at 80 within the file.
    assert set(by_id) == {1, 2, 3, 5} and result.reference == 4
    assert by_id[1] == pytest.approx(0.1, abs=0.01) and by_id[2] == pytest.approx(0.3, abs=0.01)
    again = run(layer, reference, str(tmp_path / "field.gpkg"))[1]
    assert again[0]["confidence"] == 0.9 and np.isnan(again[1]["confidence"])


def test_extent_of_the_probabilities_limits_the_comparison(
    write: Callable[..., str], tmp_path: Path
) -> None:
    probability = write_probabilities(
        tmp_path / "p.tif", np.zeros((10, 50), np.float32), np.ones((10, 50), bool)
    )
    layer, reference = write("a.gpkg", HOUSES[:2]), write("b.gpkg", HOUSES)
    assert run(layer, reference, probability=probability)[0].reference == 3


def test_invalid_and_several_part_geometries(write: Callable[..., str]) -> None:
    bow = shapely.Polygon([(X, Y), (X + 10, Y + 10), (X + 10, Y), (X, Y + 10)])
    both = shapely.MultiPolygon([polygon(40, 0, 10, 10), polygon(60, 0, 10, 10)])
    layer = write("a.gpkg", [bow, both, shapely.Point(X, Y).buffer(0)])
    said: list[str] = []
    result, found = run(layer, layer, messages=said)
    assert result.matched == 3 and result.f1 == 1  # polygons that do not touch are several
    assert any("were repaired" in text for text in said)
    assert any("without a polygon: 1 of 3" in text for text in said)
    assert sorted(row["area_m2"] for row in found) == pytest.approx([50, 100, 100], abs=0.2)


def test_one_layer_may_be_empty_but_not_both(write: Callable[..., str], tmp_path: Path) -> None:
    layer, nothing = write("a.gpkg", HOUSES), write("b.gpkg", [])
    result, _ = run(layer, nothing)
    assert (result.new, result.precision, result.recall, result.f1) == (5, 0, 0, 0)
    assert result.median_shift_m is None and result.offset_m is None
    assert run(nothing, layer, str(tmp_path / "c.gpkg"))[0].missing == 5
    with pytest.raises(InputError, match="Neither layer has polygons"):
        run(nothing, nothing, str(tmp_path / "d.gpkg"))
    elsewhere = Area(shapely.box(0, 0, 1, 1).wkt, UTM)
    with pytest.raises(InputError, match="outside the area"):
        run(layer, layer, str(tmp_path / "e.gpkg"), area=elsewhere)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.gpkg",
        "b.gpkg",
        "c.gpkg",
        "out.gpkg",
    ]


def test_cancelled_comparison_leaves_no_file(write: Callable[..., str], tmp_path: Path) -> None:
    layer = write("a.gpkg", HOUSES)
    with pytest.raises(Cancelled):
        compare(
            CompareJob(layer, layer, str(tmp_path / "o.gpkg")), Reporter(cancelled=lambda: True)
        )
    assert [path.name for path in tmp_path.iterdir()] == ["a.gpkg"]


@pytest.mark.parametrize(
    "values", [{"min_iou": 0}, {"min_iou": 1.1}, {"changed_iou": 2}, {"max_shift_m": -1}]
)
def test_values_out_of_range_are_refused(values: dict[str, float]) -> None:
    with pytest.raises(InputError, match=next(iter(values))):
        CompareJob("a.gpkg", "b.gpkg", "c.gpkg", **values)


def test_needs_no_torch() -> None:
    code = "import sys, core.tasks.compare; print({'torch', 'qgis'} & {*sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


boxes = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(2, 25), st.integers(2, 25)),
    min_size=1,
    max_size=12,
)
quick = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def run_on(tmp_path: Path, first: list[Box], second: list[Box], **values: Any) -> CompareResult:
    paths = [str(tmp_path / f"{name}.geojson") for name in "ab"]
    for path, shapes in zip(paths, (first, second)):
        table = Table(np.array([polygon(*box) for box in shapes], object), {}, UTM)
        write_table(Path(path), table)
    job = CompareJob(*paths, str(tmp_path / "o.gpkg"), **values)
    return compare(job, Reporter())


@quick
@given(boxes, boxes, st.sampled_from([0.1, 0.5, 0.8]), st.booleans())
def test_swapping_the_layers_swaps_the_figures(
    tmp_path: Path, first: list[Box], second: list[Box], min_iou: float, limited: bool
) -> None:
    area = Area(shapely.box(X - 1, Y - 1, X + 85, Y + 45).wkt, UTM) if limited else None
    first, second = [*first, (0, 0, 9, 9)], [*second, (70, 0, 9, 9)]  # some are in the area
    one = run_on(tmp_path, first, second, min_iou=min_iou, area=area)
    other = run_on(tmp_path, second, first, min_iou=min_iou, area=area)
    swapped = replace(
        other,
        polygons=other.reference,
        reference=other.polygons,
        new=other.missing,
        missing=other.new,
        merged=other.split,
        split=other.merged,
        precision=other.recall,
        recall=other.precision,
        offset_m=one.offset_m,
        median_shift_m=one.median_shift_m,
        seconds=one.seconds,
    )
    assert replace(one, mean_iou=0, f1=0) == replace(swapped, mean_iou=0, f1=0)
    assert one.f1 == pytest.approx(other.f1) and one.mean_iou == pytest.approx(other.mean_iou)
    if one.offset_m and other.offset_m and one.median_shift_m is not None:
        assert one.offset_m == pytest.approx([-value for value in other.offset_m], abs=0.01)
        assert one.median_shift_m == pytest.approx(other.median_shift_m, abs=0.011)


@quick
@given(boxes, boxes, st.sampled_from([0.1, 0.5, 0.8]))
def test_counts_add_up(tmp_path: Path, first: list[Box], second: list[Box], min_iou: float) -> None:
    result = run_on(tmp_path, first, second, min_iou=min_iou)
    both = result.matched + result.changed
    assert (result.polygons, result.reference) == (len(first), len(second))
    assert both + result.new == result.polygons and both + result.missing == result.reference
    assert result.precision == both / len(first) and result.recall == both / len(second)
    assert result.f1 == 2 * both / (len(first) + len(second))


@quick
@given(boxes)
def test_identical_layers_match_completely(tmp_path: Path, shapes: list[Box]) -> None:
    result = run_on(tmp_path, shapes, shapes)
    assert result.f1 == result.precision == result.recall == result.mean_iou == 1
    assert (result.matched, result.median_shift_m, result.offset_m) == (len(shapes), 0, (0, 0))


def test_shifts_that_cannot_be_measured_are_none(write, tmp_path):
    boxes = [shapely.box(80 + x, 95 + x, 89 + x, 99 + x) for x in (0, 20)]  # no latitudes
    old, new = write("old.gpkg", [*boxes, shapely.box(0, 0, 9, 9)], ""), tmp_path / "new.geojson"
    write_table(new, Table(np.array([*boxes, shapely.box(0, 0, 9, 9)], object), {}, ""))
    job = CompareJob(old, str(new), str(tmp_path / "out.gpkg"))
    result = compare(job, Reporter(lambda _: None))
    assert result.matched == 3
    assert result.median_shift_m is None and result.offset_m is None


@pytest.mark.parametrize("other", ["", UTM])
def test_degrees_without_a_system_are_not_taken_for_metres(write, tmp_path, other):
    shapes, out = list(in_crs([polygon(*h) for h in HOUSES], "EPSG:4326")), str(tmp_path / "c.gpkg")
    bare, metres = write("bare.gpkg", shapes, ""), write("metres.gpkg", HOUSES, other)
    for pair in ((bare, metres), (metres, bare), (bare, bare)):
        with pytest.raises(InputError, match="No coordinate system, but coordinates in degrees"):
            compare(CompareJob(*pair, out), Reporter())
    degrees = write("degrees.gpkg", shapes, "EPSG:4326")
    assert compare(CompareJob(bare, degrees, out), Reporter()).f1 == 1


@pytest.mark.parametrize("first", [True, False])
def test_metres_without_a_system_are_not_taken_for_degrees(write, tmp_path, first):
    metres = write("metres.gpkg", HOUSES, "")
    degrees = write(
        "degrees.gpkg", list(in_crs([polygon(*h) for h in HOUSES], "EPSG:4326")), "EPSG:4326"
    )
    pair = (metres, degrees) if first else (degrees, metres)
    with pytest.raises(InputError, match="coordinates are not degrees, but the coordinate system"):
        compare(CompareJob(*pair, str(tmp_path / "out.gpkg")), Reporter(lambda _: None))
