"""The job ``osm``: straight walls, no overlaps, degrees, accepted footprints."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pyogrio
import pytest
import shapely

from core.footprints.read import Table
from core.footprints.write import write_table
from core.hatch.errors import InputError
from core.hatch.jobs import OsmJob
from core.hatch.names import REGULARISED, REVIEW
from core.hatch.reporter import Reporter
from core.tasks.osm import osm
from tests.conftest import UTM

LEFT, BOTTOM = 600_000, 5_749_000
BOXES = shapely.box(
    LEFT + np.array([0, 15, 100]), BOTTOM, LEFT + np.array([20, 40, 120]), BOTTOM + 12
)


def layer(path: Path, polygons: np.ndarray = BOXES, crs: str = UTM, **fields: list) -> str:
    values = {name: np.array(column) for name, column in fields.items()}
    write_table(path, Table(np.asarray(polygons, object), values, crs))
    return str(path)


def test_overlaps_are_cut_and_coordinates_are_degrees(tmp_path: Path) -> None:
    source, out = layer(tmp_path / "a.gpkg"), tmp_path / "a.geojson"
    result = osm(OsmJob(source, str(out), "Umbra"), Reporter())
    features = json.loads(out.read_text())["features"]
    assert result.buildings == len(features) == 3 and result.out == str(out)
    assert all(f["properties"] == {"building": "yes", "source": "Umbra"} for f in features)
    meta, _, wkb, _ = pyogrio.raw.read(out)
    buildings = shapely.from_wkb(wkb)
    assert meta["crs"] == "EPSG:4326" and shapely.coverage_is_valid(buildings)
    assert shapely.bounds(buildings)[:, 0].min() == pytest.approx(4.456, abs=0.01)
    # The larger keeps its area, the other loses what they had in common.
    shares = shapely.area(buildings) / shapely.area(buildings[1])
    np.testing.assert_allclose(shares, [15 / 25, 1, 20 / 25], rtol=0.01)


@pytest.mark.parametrize("full_turn", [False, True])
def test_buildings_around_the_antimeridian_keep_their_shape(tmp_path: Path, full_turn) -> None:
    lefts = 180 + 0.0002 * np.arange(-4, 5) - 0.00005  # one building lies on the antimeridian
    if not full_turn:  # longitudes from -180 to 180, as polygons that do not cross it have
        lefts = np.where(lefts > 180, lefts - 360, lefts)
    boxes = shapely.box(lefts, -17, lefts + 0.0001, -16.9999)
    out = tmp_path / "a.geojson"
    osm(OsmJob(layer(tmp_path / "a.gpkg", boxes, "EPSG:4326"), str(out), square=False), Reporter())
    buildings = shapely.from_wkb(pyogrio.raw.read(out)[2])
    left, bottom, right, top = shapely.bounds(buildings).T
    assert len(buildings) == 10 and (left >= -180).all() and (right <= 180).all()
    assert shapely.area(buildings).sum() == pytest.approx(9 * 1e-8, rel=1e-3)
    np.testing.assert_allclose(top - bottom, 1e-4, rtol=0.01)


def test_rough_walls_are_straightened_unless_outlines_are_kept(tmp_path: Path) -> None:
    x = np.arange(0, 31, 1.0)
    wobble = LEFT + np.concatenate([x, [30, 0]])
    wall = BOTTOM + np.concatenate([0.2 * (-1) ** x, [14, 14]])
    source = layer(tmp_path / "a.gpkg", np.array([shapely.Polygon(np.stack([wobble, wall], 1))]))
    corners = {}
    for square in (True, False):
        osm(OsmJob(source, str(tmp_path / f"{square}.osm"), square=square), Reporter())
        corners[square] = (tmp_path / f"{square}.osm").read_text().count("<node")
    assert corners == {True: 4, False: 33}


def test_outlines_of_an_extraction_stay(tmp_path: Path) -> None:
    x = LEFT + np.array([0, 10, 20, 20, 0])
    y = BOTTOM + np.array([0, 0.5, 0, 14, 14])
    rough = np.array([shapely.Polygon(np.stack([x, y], 1))])
    source = layer(tmp_path / "a.gpkg", rough, **{REGULARISED: [True]})
    result = osm(OsmJob(source, str(tmp_path / "a.osm")), Reporter())
    assert result.nodes == 5


@pytest.mark.parametrize("decision", ["accepted", "ACCEPTED "])
def test_only_accepted_footprints_are_written_if_asked(tmp_path: Path, decision: str) -> None:
    source = layer(tmp_path / "a.gpkg", **{REVIEW: [decision, "marked", None]})
    everything = osm(OsmJob(source, str(tmp_path / "a.osm")), Reporter())
    logged: list = []
    job = OsmJob(source, str(tmp_path / "b.osm"), accepted=True)
    accepted = osm(job, Reporter(logged.append))
    assert logged[0].message == "Polygons that no review accepted are left out (2)."
    assert (everything.buildings, everything.left_out) == (3, 0)
    assert (accepted.buildings, accepted.left_out) == (1, 2)
    assert len(list(ElementTree.parse(tmp_path / "b.osm").iter("way"))) == 1


@pytest.mark.parametrize("extension", [".gpkg", ".geojson", ".parquet"])
def test_fields_of_a_review_are_found_in_any_case(tmp_path: Path, extension: str) -> None:
    crs = "EPSG:4326" if extension == ".geojson" else UTM
    boxes = shapely.box(np.arange(3) * 0.001, 50, np.arange(3) * 0.001 + 0.0001, 50.0001)
    fields = {"Review": ["accepted", "marked", None], "REGULARISED": [True, True, True]}
    polygons = boxes if crs != UTM else BOXES
    source = layer(tmp_path / f"a{extension}", polygons, crs, **fields)
    result = osm(OsmJob(source, str(tmp_path / "b.osm"), accepted=True), Reporter())
    assert (result.buildings, result.left_out) == (1, 2)


def test_field_of_the_exact_name_counts_where_two_differ_in_case(tmp_path: Path) -> None:
    box = json.loads(shapely.to_geojson(shapely.box(4, 50, 4.0001, 50.0001)))
    properties = {"Review": "accepted", "review": "marked"}
    feature = {"type": "Feature", "properties": properties, "geometry": box}
    source = tmp_path / "a.geojson"
    source.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    with pytest.raises(InputError, match="no polygons to export"):
        osm(OsmJob(str(source), str(tmp_path / "b.osm"), accepted=True), Reporter())


def test_covered_polygon_is_left_out_with_a_warning(tmp_path: Path) -> None:
    polygons = np.array([shapely.box(LEFT, BOTTOM, LEFT + 30, BOTTOM + 30), BOXES[0]])
    source, logged = layer(tmp_path / "a.gpkg", polygons), []
    result = osm(OsmJob(source, str(tmp_path / "a.osm"), square=False), Reporter(logged.append))
    assert result.buildings == 1 and "cover completely are left out (1)" in logged[-1].message


@pytest.mark.parametrize("square", [True, False])
def test_polygon_of_the_size_of_a_country_takes_no_place_from_buildings(tmp_path, square) -> None:
    country = shapely.buffer(shapely.union_all(BOXES), 300_000, join_style="mitre")
    source, logged = layer(tmp_path / "a.gpkg", np.array([country, *BOXES], object)), []
    job = OsmJob(source, str(tmp_path / "a.osm"), square=square)
    result = osm(job, Reporter(logged.append))
    assert (result.buildings, result.left_out) == (3, 1)
    warnings = [event.message for event in logged if getattr(event, "level", "") == "warning"]
    assert warnings == ["Polygons that are too large for buildings are left out (1)."]


@pytest.mark.parametrize("ending", [".osm", ".geojson"])
def test_polygon_of_more_nodes_than_openstreetmap_takes_is_left_out(tmp_path, ending) -> None:
    centre = shapely.Point(LEFT + 400, BOTTOM)
    ring = centre.buffer(180).difference(centre.buffer(90, quad_segs=500))  # 2,001 with the last
    polygons = [*BOXES, ring, centre.buffer(80, quad_segs=499)]
    source, logged = layer(tmp_path / "a.gpkg", np.array(polygons, object)), []
    job = OsmJob(source, str(tmp_path / f"a{ending}"), square=False)
    result = osm(job, Reporter(logged.append))
    assert (result.buildings, result.left_out) == (4, 1)
    assert "more than 2,000 vertices are left out, as OpenS" in logged[-1].message


@pytest.mark.parametrize(
    ("crs", "accepted", "sentence"),
    [
        ("", False, "no coordinate system"),
        ('LOCAL_CS["site",UNIT["metre",1]]', False, "is local or of another planet; assign .*site"),
        ("EPSG:5773", False, "is local or of another planet"),  # of heights
        ("+proj=eqc +y_0=5700000 +R=3396190", False, "is local or of another planet"),
        (UTM, True, "no polygons to export"),
    ],
)
def test_bad_input_is_reported_in_one_sentence_and_leaves_no_file(
    tmp_path: Path, crs: str, accepted: bool, sentence: str
) -> None:
    source, out = layer(tmp_path / "a.gpkg", crs=crs), tmp_path / "a.osm"
    with pytest.raises(InputError, match=sentence):
        osm(OsmJob(source, str(out), accepted=accepted), Reporter())
    assert not out.exists()


@pytest.mark.parametrize("source", ["", "a\nb", "x" * 256])
def test_source_that_is_no_tag_is_refused(source: str) -> None:
    with pytest.raises(InputError, match="The source must have 1 to 255 printable characters"):
        OsmJob("a.gpkg", "a.osm", source)
