"""Extractions on the page Extract, with the real worker and the default model."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import scenes
from conftest import CORE_PYTHON, REPOSITORY
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

TIMEOUT_MS = 180_000
SIZE = 384


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated scene: sar.tif, optical.tif, buildings.geojson."""
    folder = tmp_path_factory.mktemp("scene with späces")
    options = ["--seed", "1", "--size", str(SIZE), "--out", str(folder)]
    subprocess.run(
        [CORE_PYTHON, "-m", "core", "simulate", *options],
        cwd=REPOSITORY,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder


@pytest.fixture
def user(qgis_iface: Any, worker: Any, qtbot: Any, tmp_path: Path) -> Iterator[User]:
    from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
    from cmhcl_footprints.cmhcl_plugin.pages import Pages

    dialog = Pages(qgis_iface, worker, worker, ExtractSettings())
    dialog.show()
    yield User(dialog, qtbot, tmp_path / "out.gpkg")
    dialog.close()
    qtbot.waitUntil(lambda: not dialog.extract.extraction.is_running, timeout=TIMEOUT_MS)
    dialog.deleteLater()


class User:
    """Chooses layers, clicks, and reads what the dialog says."""

    def __init__(self, dialog: Any, qtbot: Any, out: Path) -> None:
        self.dialog = dialog
        self.page = dialog.extract
        self.form = dialog.extract.form
        self.qtbot = qtbot
        self.out = out

    def choose(self, sar: Path, optical: Path | None = None) -> None:
        if optical:
            self.form.optical.setLayer(scenes.add_raster(optical))
        self.form.sar.layers.choose(scenes.add_raster(sar))

    def click(self) -> None:
        self.qtbot.mouseClick(self.page.button, Qt.MouseButton.LeftButton)

    def extract(self) -> str:
        """Click and wait for the end; the message."""
        self.form.output.setFilePath(str(self.out))
        self.click()
        self.qtbot.waitUntil(lambda: self.page.button.text() == "&Extract", timeout=TIMEOUT_MS)
        return scenes.visible_text(self.dialog)

    def refused(self) -> str:
        """Extract, and see that nothing was written; the sentence."""
        before = set(self.out.parent.iterdir())
        sentence = self.extract()
        sidecars = {path for path in self.out.parent.iterdir() if path.name.endswith(".aux.xml")}
        assert set(self.out.parent.iterdir()) - sidecars == before - sidecars
        return sentence

    def footprints(self) -> QgsVectorLayer:
        return QgsProject.instance().layerTreeRoot().children()[0].layer()


@pytest.mark.slow
@pytest.mark.parametrize("with_optical", [False, True])
def test_footprints_of_a_scene_are_added_to_the_map(
    user: User, scene: Path, with_optical: bool
) -> None:
    user.choose(scene / "sar.tif", scene / "optical.tif" if with_optical else None)
    assert "in the layer" in user.extract()
    layer = user.footprints()
    assert layer.featureCount() > 0
    features = list(layer.getFeatures())
    assert all(feature.geometry().isGeosValid() for feature in features)
    assert all(0 < feature["confidence"] <= 1 for feature in features)
    assert (max(feature["optical_share"] for feature in features) > 0.9) == with_optical


@pytest.mark.slow
def test_selected_polygon_limits_the_extraction(user: User, scene: Path) -> None:
    user.choose(scene / "sar.tif")
    extent = user.form.sar.layers.layers()[0].extent()
    extent.setXMaximum(extent.center().x())
    scenes.add_polygon(extent.asWktPolygon(), crs=user.form.sar.layers.layers()[0].crs().authid())
    user.form.extent.setCurrentIndex(user.form.extent.findData("selection"))
    assert "in the layer" in user.extract()
    assert user.footprints().featureCount() > 0
    assert user.footprints().extent().xMaximum() <= extent.xMaximum() + 2


def test_result_has_the_crs_that_was_set_in_qgis_only(
    user: User, scene: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "bare.tif"
    copy = gdal.GetDriverByName("GTiff").CreateCopy(str(bare), gdal.Open(str(scene / "sar.tif")))
    copy.SetProjection("")
    copy = None
    user.choose(bare)
    (layer,) = QgsProject.instance().mapLayers().values()
    assert not layer.crs().isValid()
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    assert "in the layer" in user.extract()
    found = [x for x in QgsProject.instance().mapLayers().values() if x is not layer]
    assert [x.crs().authid() for x in found] == ["EPSG:32633"]


def test_cancelled_extraction_leaves_no_file_and_a_working_worker(
    user: User, worker: Any, scene: Path
) -> None:
    user.choose(scene / "sar.tif")
    user.form.output.setFilePath(str(user.out))
    user.qtbot.waitUntil(lambda: "·" in user.form.sar.found.text(), timeout=TIMEOUT_MS)
    user.click()
    user.qtbot.waitUntil(lambda: user.page.progress.text.text() != "Starting…", timeout=TIMEOUT_MS)
    process = worker.process_id
    user.click()
    user.qtbot.waitUntil(lambda: user.page.button.text() == "&Extract", timeout=TIMEOUT_MS)
    assert worker.process_id == process  # it stopped when it was asked to
    assert scenes.visible_text(user.dialog) == "Cancelled; nothing was written."
    assert list(user.out.parent.iterdir()) == []
    assert "in the layer" in user.extract()


def test_optical_layer_elsewhere_is_refused(user: User, scene: Path, tmp_path: Path) -> None:
    far = scenes.write_raster(
        tmp_path / "far.tif", np.full((3, 50, 50), 9, np.uint8), origin=(200_000.0, 1_000_000.0)
    )
    user.choose(scene / "sar.tif", far)
    assert "overlap" in user.refused()


def test_raster_without_data_is_refused(user: User, tmp_path: Path) -> None:
    user.choose(scenes.write_raster(tmp_path / "void.tif", np.zeros((1, 64, 64), np.float32)))
    assert "void.tif" in user.refused()


def test_truncated_raster_is_refused(user: User, tmp_path: Path) -> None:
    whole = scenes.write_raster(tmp_path / "cut.tif", scenes.speckle(1, 400))
    whole.write_bytes(whole.read_bytes()[:200_000])
    user.choose(whole)
    assert "cut.tif" in user.refused()


def test_model_with_a_wrong_checksum_is_refused(user: User, scene: Path, tmp_path: Path) -> None:
    from cmhcl_footprints.core.hatch.library import DEFAULT_MODEL

    broken = tmp_path / "broken"
    shutil.copytree(DEFAULT_MODEL, broken)
    manifest = json.loads((broken / "manifest.json").read_text(encoding="utf-8"))
    manifest["sha256"] = "0" * 64
    (broken / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    user.choose(scene / "sar.tif")
    user.form.model.choose(broken)
    assert "broken" in user.refused()
