"""Own files are recognised."""

from __future__ import annotations

import pytest

from core.footprints.part_footprints import OutlineFile, OutlineHeader, write_outlines
from core.hatch.names import CREATOR
from core.outputs.kinds import MODEL, OSM, OUTLINES, PART, PROBABILITIES, VECTOR
from core.raster.part_file import PartHeader, PartWriter

from .conftest import write_model, write_probabilities, write_vector


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "fgb"])
def test_vector_file_of_ours_is_recognised(tmp_path, ending):
    assert VECTOR.problem(write_vector(tmp_path / f"a.{ending}")) == ""


@pytest.mark.parametrize(
    ("content", "ours"),
    [
        (b"PAR1 rows " + CREATOR.encode() + b"PAR1", True),
        (b"PAR1 rows of another program PAR1", False),
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


@pytest.mark.parametrize(
    ("name", "content", "ours"),
    [
        ("a.osm", '<?xml?>\n<osm version="0.6" generator="CMH-CL Footprints">', True),
        ("a.osm", '<?xml?>\n<osm version="0.6" generator="JOSM">', False),
        ("a.geojson", '{"type": "FeatureCollection", "name": "footprints"}', True),
        ("a.geojson", '{"type": "FeatureCollection", "name": "houses"}', False),
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
    write_outlines(path, OutlineHeader("part", "before", "after"), [])
    assert OUTLINES.problem(path) == "" and list(OutlineFile(path).batches())
    path.write_text("the user's")
    assert OUTLINES.problem(path) != ""


def test_model_with_many_other_files_names_some(tmp_path):
    folder = write_model(tmp_path / "model")
    assert MODEL.problem(folder) == ""
    for number in range(5):
        (folder / f"{number}.txt").touch()
    assert "(0.txt, 1.txt, 2.txt and 2 more)" in MODEL.problem(folder)
