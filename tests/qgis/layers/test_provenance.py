"""The provenance of footprints in a layer, as this version and as 0.1.0 wrote it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import QgsProject, QgsVectorLayer

WRITTEN_BY_0_1_0 = (
    '{"job": {"sar": ["/data/vv.tif", "/data/vh.tif"], "optical": "/data/rgb.tif", '
    '"model": "/models/town", "area": {"wkt": "Polygon ((0 0, 1 0, 1 1, 0 0))", '
    '"crs": "EPSG:32631"}, "polarisations": ["VV", "VH"], "radiometry": "db", "threshold": 0.4, '
    '"min_area_m2": 12.5, "careful": true, "adapt": true, "device": "cpu"}, "model": "Town", '
    '"threshold": 0.45, "engine": "PyTorch on cpu", "probability": "/out/f_probability.tif", '
    '"date": "2026-11-26 00:09", "version": "0.1.0"}'
)
PROPERTY = "cmhcl/extraction"


@pytest.fixture
def layer() -> QgsVectorLayer:
    return QgsVectorLayer("Polygon?crs=EPSG:32631", "f", "memory")


def provenance(**changes: Any) -> Any:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import Provenance
    from cmhcl_footprints.core.hatch.jobs import Area, ExtractJob, SceneInput

    scene = SceneInput(
        sar=("/data/vv.tif", "/data/vh.tif"),
        optical="/data/rgb.tif",
        polarisations=("VV", "VH"),
        radiometry="db",
        area=Area("Polygon ((0 0, 1 0, 1 1, 0 0))", "EPSG:32631"),
    )
    values = {
        "job": ExtractJob(
            scene,
            out="",
            model="/models/town",
            threshold=0.4,
            min_area_m2=12.5,
            careful=True,
            device="cpu",
        ),
        "model": "Town",
        "threshold": 0.45,
        "engine": "PyTorch on cpu",
        "probability": "/out/f_probability.tif",
        "date": "2026-11-26 00:09",
        "version": "0.1.0",
    }
    return Provenance(**{**values, **changes})


def test_property_of_0_1_0_is_read(layer: QgsVectorLayer) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import read_provenance

    layer.setCustomProperty(PROPERTY, WRITTEN_BY_0_1_0)
    assert read_provenance(layer) == provenance()


def test_property_survives_the_project_file(layer: QgsVectorLayer, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import read_provenance, write_provenance

    project = QgsProject.instance()
    project.addMapLayer(layer)
    write_provenance(layer, provenance())
    assert project.write(str(tmp_path / "p.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "p.qgz"))
    (again,) = project.mapLayers().values()
    assert read_provenance(again) == provenance()
    assert "Area: Polygon ((0 0, 1 0, 1 1, 0 0))" in again.metadata().abstract()


def test_metadata_alone_is_no_provenance(layer: QgsVectorLayer) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import read_provenance, write_metadata

    write_metadata(layer, provenance())
    assert "Model: Town" in layer.metadata().abstract()
    assert read_provenance(layer) is None and read_provenance(None) is None


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "7",
        "{}",
        WRITTEN_BY_0_1_0.replace('"db"', '"decibel"'),
        WRITTEN_BY_0_1_0.replace('"model": "Town"', '"model": "Town", "mood": 1'),
        json.dumps({"protocol": 3, **json.loads(WRITTEN_BY_0_1_0)}),
    ],
)
def test_unreadable_or_newer_property_is_none(layer: QgsVectorLayer, text: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import read_provenance

    layer.setCustomProperty(PROPERTY, text)
    assert read_provenance(layer) is None


def test_probability_file_is_found_where_written_or_next_to_the_layer(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import (
        find_probability_file,
        write_provenance,
    )

    layer = QgsVectorLayer(f"{tmp_path}/moved/f.gpkg|layername=footprints", "f", "ogr")
    written, moved = tmp_path / "f_probability.tif", tmp_path / "moved" / "f_probability.tif"
    of_file = provenance(probability=str(written))
    assert find_probability_file(layer, of_file) is None
    moved.parent.mkdir()
    moved.touch()
    assert find_probability_file(layer, of_file) == moved
    written.touch()
    assert find_probability_file(layer, of_file) == moved  # as of a layer of 0.1.0
    write_provenance(layer, of_file)
    assert find_probability_file(layer, of_file) == written
    layer.setDataSource(f"{tmp_path}/other/f.gpkg|layername=footprints", "f", "ogr")
    assert find_probability_file(layer, of_file) == written
    assert find_probability_file(layer, provenance(probability="")) is None


@pytest.mark.parametrize(("shift_m", "is_theirs"), [(0, True), (25, True), (60, False)])
def test_file_beside_moved_footprints_must_cover_most_of_them(
    tmp_path: Path, shift_m: int, is_theirs: bool
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import find_probability_file

    path = scenes.write_footprints(tmp_path / "f.gpkg")  # 10 to 60 m right of the origin
    layer = QgsVectorLayer(f"{path}|layername=footprints", "f", "ogr")
    x, y = scenes.ORIGIN
    file = scenes.write_raster(
        tmp_path / "f_probability.tif", scenes.speckle(size=100), origin=(x + shift_m, y)
    )
    found = find_probability_file(layer, provenance(probability="/gone/f_probability.tif"))
    assert found == (file if is_theirs else None)
    assert not list(tmp_path.glob("*.aux.xml"))


@pytest.mark.parametrize(
    "change", [{"threshold": "a"}, {"threshold": 7.0}, {"probability": 5}, {"model": None}]
)
def test_property_with_other_values_is_none(layer: QgsVectorLayer, change: dict[str, Any]) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import read_provenance

    text = json.dumps({**json.loads(WRITTEN_BY_0_1_0), **change})
    layer.setCustomProperty(PROPERTY, text)
    assert read_provenance(layer) is None


def test_name_that_no_file_can_have_is_no_probability_file(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import (
        find_probability_file,
        write_provenance,
    )

    layer = QgsVectorLayer(str(scenes.write_footprints(tmp_path / "f.gpkg")), "f", "ogr")
    told = provenance(probability=f"/data/{'a' * 300}.tif")
    write_provenance(layer, told)
    assert find_probability_file(layer, told) is None
