"""The file of a layer, and what else its source says."""

from __future__ import annotations

from pathlib import Path

import scenes
from qgis.core import QgsRasterLayer, QgsVectorLayer


def test_layer_without_a_file_has_an_empty_path() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.layer_file import file_of

    online = QgsRasterLayer("type=xyz&url=http://127.0.0.1/{z}/{x}/{y}.png", "map", "wms")
    assert [file_of(layer) for layer in (online, scenes.add_labels())] == ["", ""]


def test_parts_of_a_source_are_those_that_qgis_names(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.layer_file import file_of, source_parts

    path = scenes.write_footprints(tmp_path / "f.gpkg")
    layer = QgsVectorLayer(f"{path}|layername=footprints|subset=confidence > 0.6", "f", "ogr")
    parts = source_parts(layer)
    assert (parts["layerName"], parts["subset"]) == ("footprints", "confidence > 0.6")
    assert file_of(layer) == str(path)


def test_sources_are_taken_apart_in_one_module(plugin_folder: Path) -> None:
    folder = plugin_folder / "cmhcl_plugin"
    found = [path for path in folder.rglob("*.py") if "decodeUri" in path.read_text("utf-8")]
    assert found == [folder / "layers" / "layer_file.py"]


def test_layer_of_geoparquet_is_not_chosen_by_name() -> None:
    """GDAL names it after the file."""
    from cmhcl_footprints.cmhcl_plugin.layers.results import footprints_layer

    assert footprints_layer("/none/town.parquet").source() == "/none/town.parquet"
    assert footprints_layer("/none/town.gpkg").source() == "/none/town.gpkg|layername=footprints"
