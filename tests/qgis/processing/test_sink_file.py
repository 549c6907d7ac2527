"""The file that a sink of Processing writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsWkbTypes,
)

pytestmark = pytest.mark.usefixtures("plugin_folder")


@pytest.mark.parametrize(
    "name", ["x", "x.gpkg", "x.GPKG", "x.json", "x.v2", "x.geojson", "x.fgb", "x.shp", "x.csv"]
)
def test_files_are_named_as_by_qgis(tmp_path: Path, name: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.processing.sink_file import file_of, with_extension

    text, kind = str(tmp_path / name), QgsWkbTypes.Type.MultiPolygon
    crs = QgsCoordinateReferenceSystem("EPSG:32631")
    sink, written = QgsProcessingUtils.createFeatureSink(
        text, QgsProcessingContext(), QgsFields(), kind, crs
    )
    del sink  # closes the file
    assert str(file_of(text)) == with_extension(text) == written and Path(written).is_file()


def test_what_is_no_file_is_not_named_otherwise() -> None:
    from cmhcl_footprints.cmhcl_plugin.processing.sink_file import with_extension

    for value in ("TEMPORARY_OUTPUT", "memory:", "ogr:dbname='a' table=\"b\" (geom)", "", None):
        assert with_extension(value) == value
