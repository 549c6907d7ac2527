"""Map layers as the scene of a job."""

from __future__ import annotations

from pathlib import Path

import pytest
import scenes
from qgis.core import QgsCoordinateReferenceSystem


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
