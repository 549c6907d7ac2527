"""A raster on a server as SAR, with the real worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import file_server
import numpy as np
import pytest
import scenes
from desk import TIMEOUT_MS
from qgis.core import QgsVectorLayer


@pytest.fixture
def page(qgis_iface: Any, qtbot: Any) -> Iterator[Any]:
    """The page Extract, where the settings allow rasters on servers."""
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
    from cmhcl_footprints.cmhcl_plugin.pages import Pages
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    Settings(allow_references=True).save()
    worker = WorkerProcess()
    pages = Pages(qgis_iface, worker, worker, ExtractSettings())
    pages.show()
    yield pages.extract
    qtbot.waitUntil(lambda: not pages.extract.extraction.is_running, timeout=TIMEOUT_MS)
    pages.close()
    pages.deleteLater()
    worker.stop()


def extract(page: Any, sar: str, out: Path, qtbot: Any) -> str:
    """The message after the extraction of a raster."""
    page.form.sar.layers.choose(scenes.add_raster(sar))
    page.settings.set_output(str(out))
    page.button.click()
    qtbot.waitUntil(lambda: not page.extraction.is_running, timeout=TIMEOUT_MS)
    return scenes.visible_text(page)


def outlines(path: Path) -> list[str]:
    layer = QgsVectorLayer(str(path), "", "ogr")
    return sorted(feature.geometry().asWkt() for feature in layer.getFeatures())


@pytest.mark.slow
def test_raster_on_a_server_gives_the_footprints_of_the_file(
    page: Any, tmp_path: Path, qtbot: Any
) -> None:
    values = scenes.speckle(2, 300)
    values[:, 100:130, 60:100] = values[:, 200:230, 150:190] = np.float32(12)
    path = scenes.write_raster(tmp_path / "sar.tif", values)
    with file_server.serve(tmp_path) as (address, asked):
        remote = f"/vsicurl/{address}/sar.tif"
        assert "footprints" in extract(page, remote, tmp_path / "remote.gpkg", qtbot)
        assert asked and set(asked) >= {"/sar.tif"}
    assert "footprints" in extract(page, str(path), tmp_path / "local.gpkg", qtbot)
    assert outlines(tmp_path / "remote.gpkg") == outlines(tmp_path / "local.gpkg")


def test_unreachable_server_is_reported(page: Any, tmp_path: Path, qtbot: Any) -> None:
    scenes.write_raster(tmp_path / "sar.tif", scenes.speckle())
    with file_server.serve(tmp_path) as (address, _):
        page.form.sar.layers.choose(scenes.add_raster(f"/vsicurl/{address}/sar.tif"))
    page.button.click()
    qtbot.waitUntil(lambda: not page.extraction.is_running, timeout=TIMEOUT_MS)
    assert "cannot be read over the network" in scenes.visible_text(page)


@pytest.mark.parametrize("variables", [{}, {"CMHCL_ALLOW_NETWORK": "0"}])
def test_server_must_be_allowed(
    page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    Settings(allow_references=bool(variables)).save()
    scenes.write_raster(tmp_path / "sar.tif", scenes.speckle())
    with file_server.serve(tmp_path) as (address, _):
        page.form.sar.layers.choose(scenes.add_raster(f"/vsicurl/{address}/sar.tif"))
        page.button.click()
        assert "is on a server; allow rasters on servers" in scenes.visible_text(page)
        assert not page.extraction.is_running
