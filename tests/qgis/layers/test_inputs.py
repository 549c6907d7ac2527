"""Map layers as the scene of a job."""

from __future__ import annotations

from pathlib import Path

import pytest
import scenes
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer


def test_system_set_in_qgis_replaces_that_of_the_file(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import overriding_crs, sar_crs
    from cmhcl_footprints.core.hatch.errors import InputError

    layers = [
        scenes.add_raster(scenes.write_raster(tmp_path / name, scenes.speckle(1, 50)))
        for name in ("a.tif", "b.tif")
    ]
    assert sar_crs(layers) == "" == overriding_crs(None)
    layers[0].setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    found = QgsCoordinateReferenceSystem.fromWkt(overriding_crs(layers[0]))
    assert found.authid() == "EPSG:32632"
    with pytest.raises(InputError, match=r"different coordinate systems.*“a”, “b”"):
        sar_crs(layers)
    layers[1].setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    assert sar_crs(layers) == overriding_crs(layers[0])


def test_layer_whose_source_is_its_text_is_no_file(tmp_path: Path) -> None:
    """Up to its first slash it is longer than a file name may be."""
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import raster_path
    from cmhcl_footprints.core.hatch.errors import InputError

    path = scenes.write_raster(tmp_path / "a.tif", scenes.speckle(1), epsg=4326)
    gdal.Translate(str(tmp_path / "a.vrt"), str(path), format="VRT")
    text = (tmp_path / "a.vrt").read_text().replace("a.tif", str(path)).replace('VRT="1', 'VRT="0')
    assert len(text.partition("/")[0]) > 255
    layer = QgsRasterLayer(text, "inline", "gdal")
    assert layer.isValid()
    with pytest.raises(InputError, match="“inline” is not a raster file on this computer"):
        raster_path(layer)


def test_layer_whose_file_is_gone_says_so(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import raster_path
    from cmhcl_footprints.core.hatch.errors import InputError

    path = scenes.write_raster(tmp_path / "a.tif", scenes.speckle(1))
    layer = QgsRasterLayer(str(path), "radar")
    path.unlink()
    with pytest.raises(InputError, match=f"of the layer “radar” no longer exists; .*: {path}"):
        raster_path(layer)
