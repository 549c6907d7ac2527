"""Finding a file's layer in the project."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject


def test_raster_of_a_project_that_refers_elsewhere_is_not_opened() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.project_layers import find_or_add_raster
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from cmhcl_footprints.core.hatch.errors import InputError

    project, path = QgsProject.instance(), "/vsicurl/http://127.0.0.1:9/sar.tif"
    with pytest.raises(InputError, match="connection of GDAL"):
        find_or_add_raster(path, project)
    Settings(allow_references=True).save()
    assert find_or_add_raster(path, project)
