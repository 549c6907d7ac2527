"""An extraction with an online layer as optical, by the real worker and the default model."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import scenes
import tile_server
from conftest import CORE_PYTHON, REPOSITORY
from online_pages import Online
from online_pictures import Questions

pytest_plugins = ["online_fixtures"]


@pytest.fixture
def user(qgis_iface: Any, worker: Any, qtbot: Any, monkeypatch: Any) -> Iterator[Online]:
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
    from cmhcl_footprints.cmhcl_plugin.pages import Pages

    pages = Pages(qgis_iface, worker, worker, ExtractSettings())
    pages.show()
    yield Online(pages, worker, qtbot, monkeypatch)
    pages.unload()
    pages.extract.settings.pictures.unload()
    pages.deleteLater()


@pytest.mark.slow
def test_footprints_come_from_the_online_picture(
    user: Online, questions: Questions, tmp_path: Path
) -> None:
    options = ["--seed", "1", "--size", "384", "--out", str(tmp_path / "scene")]
    command = [CORE_PYTHON, "-m", "core", "simulate", *options]
    subprocess.run(command, cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
    user.page.form.sar.layers.choose(scenes.add_raster(tmp_path / "scene" / "sar.tif"))
    user.page.form.output.setFilePath(str(tmp_path / "f.gpkg"))
    with tile_server.serve(tile_server.picture_of(tmp_path / "scene" / "optical.tif")) as server:
        user.page.form.optical.setLayer(server.added_layer())
        assert "in the layer" in user.extract()
    assert len(questions) == 1
    shares = [feature["optical_share"] for feature in user.result().getFeatures()]
    assert len(shares) > 5 and sum(share > 0.9 for share in shares) > 0.8 * len(shares)
