"""Own files are recognised."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from rasterio.crs import CRS

from core.footprints.part_footprints import (
    PartFootprintsFile,
    PartFootprintsHeader,
    write_part_footprints,
)
from core.footprints.read import Table
from core.footprints.write import FootprintFile, write_table
from core.hatch.names import CREATOR
from core.outputs.kinds import (
    EXPORT,
    MODEL,
    OSM,
    PART,
    PART_FOOTPRINTS,
    PROBABILITIES,
    SCENE_LABELS,
    STORE,
    VECTOR,
)
from core.raster.part_file import PartHeader, PartWriter
from core.simulator import simulate, write_scene

from .conftest import write_model, write_probabilities, write_vector


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "fgb", "parquet"])
def test_vector_file_of_ours_is_recognised(tmp_path, ending):
    assert VECTOR.problem(write_vector(tmp_path / f"a.{ending}")) == ""


@pytest.mark.parametrize(
    ("content", "ours"),
    [
        (b"PAR1 rows " + CREATOR.encode() + b"PAR1", False),
        (b'{"type": "FeatureCollection", "name": "houses", "features": []}', False),
        (b'{"type": "FeatureCollection", "features": [{"name": "footprints"}]}', False),
        (b"SQLite format 3\0 and no more", False),
        (b"", False),
    ],
)
def test_other_vector_file_is_recognised_by_its_content(tmp_path, content, ours):
    path = tmp_path / "a"
    path.write_bytes(content)
    assert (VECTOR.problem(path) == "") is ours


COLLECTION = '{"type": "FeatureCollection", "name": "footprints"'


@pytest.mark.parametrize(
    ("name", "content", "ours"),
    [
        ("a.osm", '<?xml?>\n<osm version="0.6" generator="CMH-CL Footprints">', True),
        ("a.osm", '<?xml?>\n<osm version="0.6" generator="JOSM">', False),
        ("a.geojson", COLLECTION + ', "description": "CMH-CL Footprints"}', True),
        ("a.geojson", COLLECTION + "}", False),
    ],
)
def test_openstreetmap_data_of_ours_is_recognised(tmp_path, name, content, ours):
    (tmp_path / name).write_text(content)
    assert (OSM.problem(tmp_path / name) == "") is ours


def test_probabilities_of_ours_are_recognised(tmp_path):
    assert PROBABILITIES.problem(write_probabilities(tmp_path / "p.tif")) == ""
    (tmp_path / "q.tif").write_text("the user's")
    assert PROBABILITIES.problem(tmp_path / "q.tif") != ""


def test_part_of_ours_is_recognised(tmp_path):
    header = PartHeader(
        *(1, 2, (0, 8), "", (1.0, 0.0, 0.0, 0.0, -1.0, 0.0), 8, 8, 1.0),
        *("", "scene", "a model", 0.5, 20.0, "n", "m", 0.5),
    )
    with PartWriter(tmp_path / "1.part", header):
        pass
    assert PART.problem(tmp_path / "1.part") == ""
    (tmp_path / "2.part").write_text("the user's")
    assert PART.problem(tmp_path / "2.part") != ""


def test_footprints_of_a_part_are_recognised(tmp_path):
    path = tmp_path / "1.part.outlines"
    write_part_footprints(path, PartFootprintsHeader("part", "before", "after"), [])
    assert PART_FOOTPRINTS.problem(path) == "" and list(PartFootprintsFile(path).batches())
    path.write_text("the user's")
    assert PART_FOOTPRINTS.problem(path) != ""


def test_model_with_many_other_files_names_some(tmp_path):
    folder = write_model(tmp_path / "model")
    assert MODEL.problem(folder) == ""
    for number in range(5):
        (folder / f"{number}.txt").touch()
    assert "(0.txt, 1.txt, 2.txt and 2 more)" in MODEL.problem(folder)


def foreign(path: Path, layer: str = "footprints", field: str = "n") -> Path:
    """A file of the user, written by another program."""
    square = np.array([shapely.to_wkb(shapely.box(0, 0, 1, 1))], object)
    write = partial(pyogrio.raw.write, geometry_type="Polygon", crs="EPSG:32631")
    write(path, square, [np.array([1])], [field], layer=layer)
    return path


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "fgb"])
@pytest.mark.parametrize(
    ("layer", "field"),
    [("footprints", "n"), ("my_footprints_2021", "n"), ("houses", "footprints_id"), (CREATOR, "n")],
)
def test_vector_file_of_the_user_is_not_ours_whatever_its_names(tmp_path, ending, layer, field):
    assert VECTOR.problem(foreign(tmp_path / f"a.{ending}", layer, field)) != ""


def test_geopackage_of_version_0_1_is_known_by_its_fields(tmp_path):
    path = tmp_path / "a.gpkg"
    FootprintFile(path, CRS.from_epsg(32631), "model")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE gpkg_contents SET description = ''")
    assert VECTOR.problem(path) == ""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE footprints DROP COLUMN optical_share")
    assert VECTOR.problem(path) != ""


@pytest.mark.parametrize(
    ("made", "name"),
    [
        ("TABLE gpkg_my_notes (note TEXT)", "gpkg_my_notes"),
        ("TABLE gpkg_metadata (note TEXT)", "gpkg_metadata"),
        ("TABLE rtree_footprints_notes (note TEXT)", "rtree_footprints_notes"),
        ("VIEW large AS SELECT * FROM footprints", "large"),
        ("TRIGGER mine INSERT ON footprints BEGIN SELECT 1; END", "mine"),
        ("TRIGGER gpkg_mine INSERT ON footprints BEGIN SELECT 1; END", "gpkg_mine"),
    ],
)
def test_what_the_user_added_to_a_geopackage_is_named(tmp_path, made, name):
    path = write_vector(tmp_path / "a.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"CREATE {made}")
    assert f"other tables or triggers, which would be lost ({name})" in VECTOR.problem(path)


def test_geopackage_of_any_name_of_the_geometry_is_ours(tmp_path):
    path = tmp_path / "a.gpkg"
    geometries = np.array([shapely.box(0, 0, 1, 1)], object)
    write_table(path, Table(geometries, {"geom": np.array(["x"], object)}, "EPSG:32631"))
    assert VECTOR.problem(path) == ""


@pytest.mark.parametrize("kind", [MODEL, EXPORT, STORE])
def test_empty_folder_has_nothing_to_lose(tmp_path, kind):
    assert kind.problem(tmp_path) == ""


@pytest.mark.parametrize("kind", [MODEL, EXPORT, STORE])
def test_empty_files_of_our_names_are_not_ours(tmp_path, kind):
    for name in {MODEL: ["manifest.json"], EXPORT: ["sar.json"], STORE: ["store.json"]}[kind]:
        (tmp_path / name).touch()
    assert kind.problem(tmp_path) != ""


@pytest.mark.parametrize("manifest", ["", "{}", '{"manifest_version": 3, "name": "an extension"}'])
def test_manifest_of_another_program_is_no_model(tmp_path, manifest):
    folder = write_model(tmp_path / "model")
    (folder / "manifest.json").write_text(manifest)
    assert "not written by this program" in MODEL.problem(folder)


@pytest.mark.parametrize("name", ["report.html", "blocks.geojson"])
@pytest.mark.parametrize("linked", [False, True])
def test_folder_or_link_of_the_name_of_a_file_is_not_lost(tmp_path, name, linked):
    folder, other = write_model(tmp_path / "model"), tmp_path / "other"
    (folder / name).unlink(missing_ok=True)
    other.mkdir()
    if linked:
        (folder / name).symlink_to(other)
    else:
        (folder / name).mkdir()
    assert f"other files, which would be lost ({name})" in MODEL.problem(folder)


@pytest.mark.parametrize("inside", ["thesis.txt", "a.windows/thesis.txt"])
def test_folder_of_a_store_has_lists_alone(tmp_path, inside):
    (tmp_path / "fold0").mkdir()
    (tmp_path / "fold0" / "train.windows").touch()
    (tmp_path / "store.json").write_text('{"names": [], "pixel_size_m": 0.5}')
    assert STORE.problem(tmp_path) == ""
    (tmp_path / "fold0" / inside).parent.mkdir(exist_ok=True)
    (tmp_path / "fold0" / inside).touch()
    assert "(fold0)" in STORE.problem(tmp_path)


def test_labels_that_name_the_simulator_are_not_simulated(tmp_path):
    write_scene(simulate(1, 64), tmp_path)
    assert SCENE_LABELS.problem(tmp_path / "buildings.geojson") == ""
    (tmp_path / "buildings.geojson").write_text(
        '{"type": "FeatureCollection", "name": "not CMHCL_SIMULATED", "features": []}'
    )
    assert SCENE_LABELS.problem(tmp_path / "buildings.geojson") != ""
