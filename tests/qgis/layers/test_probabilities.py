"""The layer of a file of probabilities: its styles and its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import scenes
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

UTM = QgsCoordinateReferenceSystem("EPSG:32631")


def raster(path: Path, bands: int) -> Path:
    """A file of codes 0, 100, 200 and nodata as core/raster/probability_file.py writes."""
    file = gdal.GetDriverByName("GTiff").Create(str(path), 4, 1, bands, gdal.GDT_Byte)
    file.SetGeoTransform((600_000.0, 1.0, 0.0, 5_750_000.0, 0.0, -1.0))
    for number in range(1, bands + 1):
        band = file.GetRasterBand(number)
        band.SetNoDataValue(255)
        band.SetScale(1 / 200)
        band.WriteRaster(0, 0, 4, 1, bytes([0, 100, 200, 255]))
    return path


def opacities(layer: QgsRasterLayer) -> list[int]:
    block = layer.renderer().block(1, layer.extent(), 4, 1)
    return [QColor.fromRgba(block.color(0, column)).alpha() for column in range(4)]


@pytest.fixture
def footprints(qgis_iface: Any, tmp_path: Path) -> QgsVectorLayer:  # noqa: ARG001
    from cmhcl_footprints.cmhcl_plugin.layers.results import add_footprints

    path = scenes.write_footprints(tmp_path / "f.gpkg")
    return add_footprints(path, UTM, "Footprints sar", QgsProject.instance())


def test_probabilities_have_two_styles_below_their_footprints(
    footprints: QgsVectorLayer, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.probabilities import add_probabilities

    project = QgsProject.instance()
    add_probabilities(raster(tmp_path / "f_probability.tif", 4), footprints, project)
    nodes = project.layerTreeRoot().children()
    layer = nodes[1].layer()
    assert [node.layer() for node in nodes] == [footprints, layer]
    assert layer.name() == "Probabilities: Footprints sar" and layer.crs() == UTM
    styles = layer.styleManager()
    assert set(styles.styles()) == {"Probability of building", "Uncertainty"}
    assert styles.currentStyle() == "Probability of building"
    for style, band in (("Uncertainty", 4), ("Probability of building", 1)):
        styles.setCurrentStyle(style)
        assert layer.renderer().usesBands() == [band]
        none, half, whole, invalid = opacities(layer)
        assert none == invalid == 0 < half < whole


def test_probabilities_of_an_earlier_version_have_one_style(
    footprints: QgsVectorLayer, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.probabilities import add_probabilities

    project = QgsProject.instance()
    add_probabilities(raster(tmp_path / "f_probability.tif", 3), footprints, project)
    layer = project.layerTreeRoot().children()[1].layer()
    assert layer.styleManager().styles() == ["Probability of building"]


def test_shown_probabilities_are_not_added_twice(
    footprints: QgsVectorLayer, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.probabilities import add_probabilities

    project, path = QgsProject.instance(), raster(tmp_path / "f_probability.tif", 4)
    add_probabilities(path, footprints, project)
    node = project.layerTreeRoot().children()[1]
    node.setItemVisibilityChecked(False)
    add_probabilities(path, footprints, project)
    assert len(project.mapLayers()) == 2 and node.isVisible()


def test_damaged_probabilities_are_refused(footprints: QgsVectorLayer, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.probabilities import add_probabilities
    from cmhcl_footprints.core.hatch.errors import InputError

    path = tmp_path / "f_probability.tif"
    path.write_bytes(b"no raster")
    with pytest.raises(InputError, match="cannot be opened; run the extraction again"):
        add_probabilities(path, footprints, QgsProject.instance())
    assert len(QgsProject.instance().mapLayers()) == 1
