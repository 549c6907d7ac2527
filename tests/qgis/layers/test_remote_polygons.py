"""Polygons of a server that fails after its layer was added are an error, not none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Optional

import pytest
import scenes
from http_server import serving
from qgis.core import QgsVectorLayer
from wfs_server import COUNT, Wfs


@pytest.fixture
def layer(monkeypatch: pytest.MonkeyPatch) -> Iterator[QgsVectorLayer]:
    """A layer of the server, of which nothing has been read."""
    monkeypatch.setattr(Wfs, "returned", COUNT)
    with serving(Wfs) as port:
        url = f"http://127.0.0.1:{port}/wfs"
        source = f"srsname='EPSG:32631' typename='my:house' url='{url}' version='2.0.0'"
        layer = QgsVectorLayer(source, "houses", "WFS")
        assert layer.isValid() and layer.featureCount() == COUNT
        yield layer


def test_all_are_written(layer: QgsVectorLayer, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons

    LayerPolygons(layer).write(tmp_path / "all.gpkg")
    assert QgsVectorLayer(str(tmp_path / "all.gpkg")).featureCount() == COUNT


@pytest.mark.parametrize("returned", [None, 1])
def test_those_that_are_missing_are_an_error(
    layer: QgsVectorLayer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, returned: Optional[int]
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons
    from cmhcl_footprints.core.hatch.errors import InputError

    monkeypatch.setattr(Wfs, "returned", returned)
    polygons = LayerPolygons(layer)
    sentence = f"Only {returned or 0} of 3 features of the layer “houses” could be read"
    for read in (lambda: polygons.write(tmp_path / "some.gpkg"), polygons.area):
        with pytest.raises(InputError, match=sentence):
            read()


@pytest.mark.parametrize("returned", [None, COUNT])
def test_none_near_a_raster_is_asked_again_without_it(
    layer: QgsVectorLayer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, returned: Optional[int]
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons
    from cmhcl_footprints.core.hatch.errors import InputError

    monkeypatch.setattr(Wfs, "returned", returned)
    path = scenes.write_raster(tmp_path / "sar.tif", scenes.speckle(1), origin=(0, 0))
    near = scenes.add_raster(path)
    sentence = "has no polygon where the SAR layer" if returned else "Only 0 of 3 features"
    with pytest.raises(InputError, match=sentence):
        LayerPolygons(layer, near).write(tmp_path / "some.gpkg")
