"""Paths of output files: formats by extension."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import scenes
from osgeo import gdal
from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

pytestmark = pytest.mark.usefixtures("plugin_folder")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a.gpkg", "a.gpkg"),
        ("a.FGB", "a.FGB"),
        ("a.geojson", "a.geojson"),
        ("a", "a.gpkg"),
        ("a.shp", "a.shp.gpkg"),
    ],
)
def test_extension_decides_the_format(name: str, written: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.output_paths import with_extension

    assert with_extension(Path("/out", name)) == Path("/out", written)


@pytest.mark.parametrize("is_known", [True, False])
def test_parquet_is_refused_where_qgis_cannot_open_it(monkeypatch: Any, is_known: bool) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.output_paths import extensions, with_extension
    from cmhcl_footprints.core.hatch.errors import InputError

    known = ["gpkg", "fgb", *(["parquet"] if is_known else [])]
    monkeypatch.setattr(QgsVectorFileWriter, "supportedFormatExtensions", lambda: known)
    assert extensions() == [f".{extension}" for extension in known]
    if is_known:
        assert with_extension(Path("a.parquet")) == Path("a.parquet")
    else:
        with pytest.raises(InputError, match=r"QGIS cannot open \.parquet files here; choose one"):
            with_extension(Path("a.parquet"))


def test_numbered_path_keeps_its_format(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.output_paths import numbered

    (tmp_path / "a.fgb").touch()
    assert numbered(tmp_path / "a.fgb") == tmp_path / "a_2.fgb"


@pytest.mark.parametrize("name", ["100%.gpkg", "a#b?.gpkg", "My%20Data.gpkg", "My%20Data.fgb"])
def test_what_qgis_cannot_open_is_refused_before_it_is_written(tmp_path: Path, name: str) -> None:
    """The GDAL of QGIS 3.22 would look for "My Data.gpkg", and might find another file."""
    from cmhcl_footprints.cmhcl_plugin.layers.output_paths import check_folder
    from cmhcl_footprints.core.hatch.errors import InputError

    footprints = scenes.write_footprints(tmp_path / "a.gpkg")
    gdal.VectorTranslate(str(tmp_path / name), str(footprints))
    if QgsVectorLayer(str(tmp_path / name), "", "ogr").isValid():
        check_folder(tmp_path / name)
    else:
        with pytest.raises(InputError, match="cannot open a GeoPackage with “%20” in its path"):
            check_folder(tmp_path / name)


def test_folder_that_cannot_be_read_does_not_exist() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.output_paths import check_folder, numbered
    from cmhcl_footprints.core.hatch.errors import InputError

    out = Path("/", "x" * 300, "a.gpkg")  # as in a folder of another user
    assert numbered(out) == out
    with pytest.raises(InputError, match="The folder does not exist; choose another: /xxx"):
        check_folder(out)


@pytest.mark.parametrize("name", ["p.qgz", "p.gpkg"])
def test_new_folder_is_beside_the_project(tmp_path: Path, name: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.output_paths import new_folder

    project, path = QgsProject.instance(), tmp_path / name
    in_geopackage = f"geopackage:{path}?projectName=p"
    assert project.write(in_geopackage if path.suffix == ".gpkg" else str(path))
    assert new_folder("town", project) == tmp_path / "town"
