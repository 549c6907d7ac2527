"""Straight walls for polygons of any source, from file to file."""

from __future__ import annotations

import json
import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from shapely.affinity import rotate, translate

from core.footprints.read import read_table
from core.hatch.errors import Cancelled, InputError
from core.hatch.jobs import RegulariseJob
from core.hatch.reporter import Reporter
from core.outputs.check import check_outputs
from core.tasks.regularise import regularise

UTM = "EPSG:32631"
ORIGIN = (600_000, 5_750_000)


def rough(house: shapely.Polygon, seed: int = 0, by: float = 0.3) -> shapely.Polygon:
    """The house with a point every half metre, each off by up to 0.3 m."""
    rng = np.random.default_rng(seed)
    points = shapely.get_coordinates(shapely.segmentize(house.exterior, 0.5))[:-1]
    return shapely.Polygon(points + rng.uniform(-by, by, points.shape))


def house(width: float = 20, depth: float = 12, angle: float = 25) -> shapely.Polygon:
    return translate(rotate(shapely.box(0, 0, width, depth), angle), *ORIGIN)


def write(path: Path, geometries: Any, crs: str = UTM, **fields: Any) -> str:
    geometries = np.array(geometries, dtype=object)
    pyogrio.raw.write(
        str(path),
        geometry=shapely.to_wkb(geometries),
        field_data=[np.asarray(values) for values in fields.values()],
        fields=list(fields),
        geometry_type="Unknown",
        crs=crs or None,
    )
    return str(path)


def run(path: str, out: Path, **settings: Any) -> tuple[dict[str, Any], np.ndarray, dict[str, Any]]:
    result = regularise(RegulariseJob(path, str(out), **settings), Reporter())
    meta, _, wkb, fields = pyogrio.raw.read(str(out))
    meta["result"] = result
    return meta, shapely.from_wkb(wkb), dict(zip(meta["fields"], fields))


def angles(polygon: shapely.Polygon) -> np.ndarray:
    """Degrees by which walls miss the first one's direction, modulo 90, in -45..45."""
    walls = np.diff(shapely.get_coordinates(polygon.exterior) @ (1, 1j))
    return np.degrees(np.angle((walls / walls[0]) ** 4)) / 4


def iou(first: shapely.Geometry, second: shapely.Geometry) -> float:
    return first.intersection(second).area / first.union(second).area


def test_rough_outlines_become_the_house(tmp_path: Path) -> None:
    true = [house(angle=angle) for angle in (0, 25, 44)]
    path = write(
        tmp_path / "in.gpkg", [rough(h) for h in true], name=["a", "b", "c"], floors=[1, 2, 3]
    )
    meta, found, fields = run(path, tmp_path / "out.gpkg")
    assert meta["result"].polygons == 3 and meta["crs"] == UTM
    assert meta["geometry_type"] == "Polygon"
    for polygon, expected in zip(found, true):
        assert shapely.get_num_coordinates(polygon) == 5
        np.testing.assert_allclose(angles(polygon), 0, atol=1e-6)
        assert iou(polygon, expected) > 0.97
    assert list(fields["name"]) == ["a", "b", "c"] and list(fields["floors"]) == [1, 2, 3]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.gpkg", "out.gpkg"]


def test_a_straight_house_stays_as_it_is(tmp_path: Path) -> None:
    wing = shapely.union(house(30, 10, 0), translate(house(10, 30, 0), 0, 0))
    _, (found,), _ = run(write(tmp_path / "in.gpkg", [wing]), tmp_path / "out.gpkg")
    assert shapely.hausdorff_distance(found, wing) < 0.05


def test_right_angles_are_right_on_the_ground_in_degrees(tmp_path: Path) -> None:
    """At 60 degrees north a degree of longitude is half as long."""
    metre = 1 / 111_320

    def degrees(polygon: shapely.Polygon) -> shapely.Polygon:
        return shapely.transform(
            polygon, lambda p: (p - ORIGIN) * (metre / np.cos(np.radians(60)), metre) + (10, 60)
        )

    path = write(tmp_path / "in.gpkg", [degrees(rough(house()))], crs="EPSG:4326")
    meta, (found,), _ = run(path, tmp_path / "out.gpkg")
    flat = shapely.transform(
        found, lambda p: (p - (10, 60)) / (metre / np.cos(np.radians(60)), metre) + ORIGIN
    )
    assert meta["crs"] == "EPSG:4326"
    np.testing.assert_allclose(angles(flat), 0, atol=0.5)  # the sphere of this test is no ellipsoid
    assert iou(flat, house()) > 0.96


def test_parts_courtyards_and_invalid_outlines(tmp_path: Path) -> None:
    block = house(40, 40).difference(house(40, 40).buffer(-10, join_style="mitre"))
    pair = shapely.MultiPolygon([house(), translate(house(), 100, 0)])
    x, y = ORIGIN
    bow = shapely.Polygon([(x, y), (x + 20, y + 20), (x + 20, y), (x, y + 20)])
    line = shapely.LineString([(x, y), (x + 9, y)])
    path = write(tmp_path / "in.gpkg", [block, pair, bow, None, line], number=range(5))
    meta, found, fields = run(path, tmp_path / "out.gpkg")
    assert meta["geometry_type"] == "MultiPolygon" and meta["result"].polygons == 3
    assert list(fields["number"]) == list(range(5))
    assert list(shapely.is_missing(found)) == [False, False, False, True, True]
    assert shapely.is_valid(found[:3]).all()
    assert shapely.get_num_interior_rings(shapely.get_geometry(found[0], 0)) == 1
    assert iou(found[0], block) > 0.97
    assert list(shapely.get_num_geometries(found[:3])) == [1, 2, 2]
    assert shapely.area(found[2]) == pytest.approx(200, rel=0.1)


def test_the_tolerance_is_in_metres(tmp_path: Path) -> None:
    """A bay of 3 x 1 m stays where walls may miss by 0.3 m, and goes where they may by 1.5 m."""
    bay = translate(shapely.box(8, 12, 11, 13), *ORIGIN)
    path = write(tmp_path / "in.gpkg", [house(angle=0).union(bay)])
    for tolerance, corners in ((0.3, 8), (1.5, 4)):
        _, (found,), _ = run(path, tmp_path / "out.gpkg", tolerance_m=tolerance)
        assert shapely.get_num_coordinates(found) == corners + 1


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_a_layer_without_coordinate_system_is_taken_as_metres(tmp_path: Path) -> None:
    plain = write(tmp_path / "in.fgb", [rough(house())], crs="")
    meta, (found,), _ = run(plain, tmp_path / "out.gpkg")
    assert not meta["crs"]
    assert iou(found, house()) > 0.97


@pytest.mark.filterwarnings("ignore:'crs' was not provided", "error::RuntimeWarning")
@pytest.mark.parametrize("tolerance", [1e-300, 1e-9, 1000.0])
def test_any_tolerance_gives_polygons_and_no_warning(tmp_path: Path, tolerance: float) -> None:
    plain = write(tmp_path / "in.fgb", [rough(house())], crs="")
    _, (found,), _ = run(plain, tmp_path / "out.gpkg", tolerance_m=tolerance)
    assert found.is_valid and not found.is_empty


def test_bad_input_is_an_error_and_leaves_no_file(tmp_path: Path) -> None:
    lines = write(tmp_path / "lines.gpkg", [shapely.LineString([(0, 0), (1, 1)])])
    here = write(tmp_path / "here.gpkg", [house()])
    for path, tolerance, sentence in (
        (str(tmp_path / "no.gpkg"), 1.0, "does not exist; .*no.gpkg"),
        (lines, 1.0, "has no polygons; .*lines.gpkg"),
        (here, 0.0, "tolerance_m must be more than 0"),
    ):
        with pytest.raises(InputError, match=sentence):
            run(path, tmp_path / "out.gpkg", tolerance_m=tolerance)
    with pytest.raises(Cancelled):
        regularise(
            RegulariseJob(here, str(tmp_path / "out.gpkg")), Reporter(cancelled=lambda: True)
        )
    assert sorted(p.name for p in tmp_path.iterdir()) == ["here.gpkg", "lines.gpkg"]


def test_a_polygon_of_any_size_is_kept(tmp_path: Path) -> None:
    """A country is too large; a sliver may have no simplified outline."""
    country = shapely.box(500_000, 5_000_000, 700_000, 5_500_000)
    x, y = ORIGIN
    sliver = shapely.Polygon([(x, y), (x + 0.002, y + 0.002), (x - 0.005, y), (x, y)])
    path = write(tmp_path / "in.gpkg", [country, sliver, house()])
    meta, found, _ = run(path, tmp_path / "out.gpkg")
    assert meta["result"].polygons == 3
    assert found[0].equals(country) and found[1].area > 0


def test_warnings_on_the_polygons_are_logged(tmp_path: Path) -> None:
    x, y = ORIGIN
    bow = shapely.Polygon([(x, y), (x + 20, y + 20), (x + 20, y), (x, y + 20)])
    events: list[Any] = []
    job = RegulariseJob(write(tmp_path / "in.gpkg", [bow, None]), str(tmp_path / "out.gpkg"))
    regularise(job, Reporter(send=events.append))
    warnings = [event.message for event in events if getattr(event, "level", "") == "warning"]
    assert (
        "repaired (1)" in warnings[0]
        and warnings[1] == "Features without a polygon: 1 of 2 in in.gpkg."
    )


def test_fields_with_the_names_of_geopackage_columns_are_kept(tmp_path: Path) -> None:
    names = ["fid", "geom", "number", "ogc_fid"]
    path = tmp_path / "in.geojson"
    properties = {name: "12a" for name in names}
    feature = {
        "type": "Feature",
        "properties": {**properties, "Geom": "x"},
        "geometry": shapely.geometry.mapping(shapely.box(4, 52, 4.0002, 52.0001)),
    }
    path.write_text(json.dumps(feature), encoding="utf-8")
    _, _, fields = run(str(path), tmp_path / "out.gpkg")
    assert {name: values[0] for name, values in fields.items()} == {**properties, "Geom_2": "x"}


def test_houses_of_a_row_keep_their_common_walls(tmp_path: Path) -> None:
    """Also along a wall with many points, and far from the origin of the coordinate system."""
    row = [translate(house(14, 12, 0), 14 * i, 0) for i in range(5)]
    turned = [rotate(h, 25, origin=ORIGIN) for h in row]
    dense = shapely.segmentize(np.array(turned, dtype=object), 0.5)
    assert shapely.coverage_is_valid(dense)
    _, found, _ = run(write(tmp_path / "in.gpkg", dense), tmp_path / "out.gpkg")
    assert shapely.coverage_is_valid(found)
    whole = shapely.coverage_union_all(found)
    assert whole.geom_type == "Polygon"
    assert shapely.area(found).sum() == pytest.approx(whole.area)
    assert min(iou(polygon, expected) for polygon, expected in zip(found, turned)) > 0.98


def test_layers_without_overlaps_stay_so(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    houses = [
        translate(rotate(shapely.box(-6, -4, 6, 4), rng.uniform(0, 90)), x, y)
        for x in np.arange(0, 150, 14.8)
        for y in np.arange(0, 150, 14.8)
    ]
    apart = [translate(h, *ORIGIN) for h in map(rough, houses)]
    _, found, _ = run(write(tmp_path / "in.gpkg", apart), tmp_path / "out.gpkg", tolerance_m=2)
    assert shapely.coverage_is_valid(found)


def test_polygons_that_overlap_are_not_cut(tmp_path: Path) -> None:
    pair = [house(angle=0), translate(house(angle=0), 5, 5)]
    _, found, _ = run(write(tmp_path / "in.gpkg", pair), tmp_path / "out.gpkg")
    assert min(iou(polygon, expected) for polygon, expected in zip(found, pair)) > 0.99


def test_a_sliver_that_rounding_removes_is_kept(tmp_path: Path) -> None:
    sliver = [(600_000, 5_750_000), (600_000 + 2e-10, 5_750_000), (600_000, 5_750_000 + 2e-10)]
    path = write(tmp_path / "a.geojson", [shapely.Polygon(sliver), translate(house(), 50)])
    _, polygons, _ = run(path, tmp_path / "b.gpkg")
    assert len(polygons) == 2


@pytest.mark.parametrize("extension", [".gpkg", ".geojson", ".fgb", ".parquet"])
def test_times_stay_the_same_moments_with_the_same_offset(tmp_path: Path, extension: str) -> None:
    source, out = tmp_path / "in.geojson", tmp_path / f"out{extension}"
    feature = {
        "type": "Feature",
        "properties": {"seen": "2024-01-02T03:04:05+02:00", "built": "2024-01-02"},
        "geometry": shapely.geometry.mapping(shapely.box(4, 50, 4.0002, 50.0001)),
    }
    source.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    regularise(RegulariseJob(str(source), str(out)), Reporter())
    fields = read_table(out).fields
    assert fields["seen"].tolist() == [(datetime(2024, 1, 2, 3, 4, 5), 108)]  # quarters after 100
    assert fields["built"].astype("datetime64[D]").tolist() == [date(2024, 1, 2)]


@pytest.mark.parametrize("top", [90, 89.99999])
def test_a_polygon_at_a_pole_is_no_obstacle(tmp_path: Path, top: float) -> None:
    at_pole = shapely.Polygon([(10, top - 1e-5), (10.3, top - 1e-5), (10, top)])
    polygons = [shapely.box(10, 50, 10.0002, 50.0001), at_pole]
    path = write(tmp_path / "in.gpkg", polygons, "EPSG:4326")
    meta, found, _ = run(path, tmp_path / "out.gpkg")
    assert meta["result"].polygons == 2 and shapely.is_valid(found).all()


@pytest.mark.skipif(os.name == "nt", reason="names of files have no line breaks on Windows")
@pytest.mark.parametrize("extension", [".gpkg", ".geojson", ".fgb", ".parquet"])
def test_name_with_a_line_break_is_written_read_and_replaced(
    tmp_path: Path, extension: str
) -> None:
    path = write(tmp_path / "in.gpkg", [house()])
    out = tmp_path / f"a\nb\t{extension}"
    for _ in range(2):
        job = RegulariseJob(path, str(out), overwrite=True)
        check_outputs(job)
        regularise(job, Reporter())
    assert len(read_table(out).geometries) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["in.gpkg", out.name])


def test_degrees_without_a_system_are_refused(tmp_path):
    degrees = shapely.box(4.4561, 51.8912, 4.4563, 51.8913)
    bare = write(tmp_path / "bare.gpkg", [degrees], crs="")
    with pytest.raises(InputError, match=r"No coordinate system, but .* degrees.*bare\.gpkg"):
        run(bare, tmp_path / "out.gpkg")
    small = write(tmp_path / "small.gpkg", [shapely.box(1, 2, 12, 9)], crs="")
    assert run(small, tmp_path / "out.gpkg")[0]["result"].polygons == 1
