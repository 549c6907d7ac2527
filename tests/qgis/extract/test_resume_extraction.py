"""Extractions that were interrupted: offered, resumed, discarded."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import scenes
from conftest import CORE_PYTHON, REPOSITORY
from osgeo import gdal
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QLabel, QMessageBox, QPushButton

pytest_plugins = ["plugin_fixtures"]

TIMEOUT_MS = 180_000


def rows(plugin: Any) -> list[Any]:
    """The visible Resume and Discard buttons of the dialog."""
    from cmhcl_footprints.cmhcl_plugin.runs.resume_offers import ResumeRows

    found = plugin.pages.findChild(ResumeRows).findChildren(QPushButton)
    return [button for button in found if button.isVisible()]


def start(plugin: Any, sar: Path, out: Path) -> None:
    """Click Extract in the window."""
    plugin.panel.open()
    page = plugin.pages.extract
    page.form.sar.layers.choose(scenes.add_raster(sar))
    page.form.output.setFilePath(str(out))
    page.button.click()
    assert page.extraction.is_running


def wait(plugin: Any, qtbot: Any) -> None:
    """Wait for the end of the extraction."""
    extraction = plugin.pages.extract.extraction
    qtbot.waitUntil(lambda: not extraction.is_running, timeout=TIMEOUT_MS)


def raster(folder: Path, manner: str) -> Path:
    return scenes.write_raster(folder / f"{manner}.tif", scenes.speckle())


def runs(folder: Path) -> list[Path]:
    return list((folder / "runs").glob("*/job.json"))


# With a fake worker


@pytest.mark.parametrize("manner", ["crash", "exit"])
def test_worker_that_dies_leads_to_an_offer(
    plugin: Any, qtbot: Any, tmp_path: Path, manner: str
) -> None:
    start(plugin, raster(tmp_path, manner), tmp_path / "out.gpkg")
    wait(plugin, qtbot)
    resume, discard = rows(plugin)
    assert (resume.text(), discard.text()) == ("Resume", "Discard")
    (text,) = [label.text() for label in resume.parent().findChildren(QLabel) if label.text()]
    assert text == f"The extraction from “{manner}” was interrupted."
    assert "The worker ended unexpectedly" in scenes.visible_text(plugin.pages)
    (run,) = plugin.offers.runs
    resume.click()
    assert plugin.pages.extract.extraction.is_running and not plugin.offers.runs
    wait(plugin, qtbot)
    assert [again.folder for again in plugin.offers.runs] == [run.folder]
    rows(plugin)[1].click()
    assert not rows(plugin) and not runs(tmp_path)


def test_extraction_that_the_user_cancels_is_not_offered(
    plugin: Any, qtbot: Any, tmp_path: Path
) -> None:
    start(plugin, raster(tmp_path, "polite"), tmp_path / "out.gpkg")
    assert runs(tmp_path)
    plugin.pages.extract.button.click()
    wait(plugin, qtbot)
    assert "Cancelled" in scenes.visible_text(plugin.pages)
    assert not plugin.offers.runs and not runs(tmp_path)


def test_extraction_that_ends_is_not_offered(plugin: Any, qtbot: Any, tmp_path: Path) -> None:
    sar = raster(tmp_path, "plain")
    scenes.write_footprints(sar.with_suffix(".gpkg"))
    start(plugin, sar, tmp_path / "out.gpkg")
    wait(plugin, qtbot)
    assert "footprints" in scenes.visible_text(plugin.pages)
    assert not plugin.offers.runs and not runs(tmp_path)


def test_extraction_that_another_python_stops_is_offered(
    plugin: Any, qtbot: Any, tmp_path: Path
) -> None:
    start(plugin, raster(tmp_path, "polite"), tmp_path / "out.gpkg")
    page = plugin.pages.extract
    qtbot.waitUntil(lambda: "half asleep" in page.progress.text.text(), timeout=TIMEOUT_MS)
    plugin.on_options()
    assert len(plugin.offers.runs) == 1 and len(rows(plugin)) == 2


def test_extraction_is_offered_after_unload(plugin: Any, qtbot: Any, tmp_path: Path) -> None:
    sar = raster(tmp_path, "polite")
    start(plugin, sar, tmp_path / "out.gpkg")
    page = plugin.pages.extract
    qtbot.waitUntil(lambda: "half asleep" in page.progress.text.text(), timeout=TIMEOUT_MS)
    plugin.unload()
    assert plugin.iface.messageBar().currentItem() is None
    plugin.initGui()
    plugin.on_started()
    text = plugin.iface.messageBar().currentItem().text()
    assert "The extraction from “polite” was interrupted." in text
    scenes.write_raster(sar, scenes.speckle())
    plugin.panel.open()
    rows(plugin)[0].click()
    assert plugin.pages.extract.extraction.is_running
    plugin.pages.extract.button.click()
    wait(plugin, qtbot)


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_output_that_was_written_since_is_asked_about(
    plugin: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    out = tmp_path / "out.gpkg"
    start(plugin, raster(tmp_path, "exit"), out)
    wait(plugin, qtbot)
    scenes.write_footprints(out)
    asked: list[str] = []

    def question(_: Any, __: str, text: str) -> Any:
        asked.append(text)
        return getattr(QMessageBox.StandardButton, answer)

    monkeypatch.setattr(QMessageBox, "question", question)
    rows(plugin)[0].click()
    assert "Overwrite the earlier result?" in asked[0] and asked[0].endswith("out.gpkg")
    assert plugin.pages.extract.extraction.is_running == (answer == "Yes")
    assert len(plugin.offers.runs) == (answer == "No")
    wait(plugin, qtbot)


# With the real worker


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated SAR raster five times below itself, so that it has several rows of tiles."""
    folder = tmp_path_factory.mktemp("scene")
    options = ["--seed", "1", "--size", "384", "--out", str(folder)]
    subprocess.run(
        [CORE_PYTHON, "-m", "core", "simulate", *options],
        cwd=REPOSITORY,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    bands = gdal.Open(str(folder / "sar.tif")).ReadAsArray()
    return scenes.write_raster(folder / "high.tif", np.tile(bands, (1, 5, 1)))


@pytest.fixture
def real(
    qgis_iface: Any,
    monkeypatch: pytest.MonkeyPatch,
    folders: None,  # noqa: ARG001
) -> Iterator[Any]:
    """The plugin with the real worker."""
    import cmhcl_footprints
    from qgis.gui import QgsMessageBar

    bar = QgsMessageBar()
    monkeypatch.setattr(qgis_iface, "messageBar", lambda: bar, raising=False)
    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    qgis_iface.mainWindow().show()  # the panel is seen in it
    yield plugin
    qgis_iface.mainWindow().hide()
    plugin.unload()


def footprints() -> set[tuple[str, float]]:
    """Those of the layer on top of the map."""
    layer = QgsProject.instance().layerTreeRoot().findLayers()[0].layer()
    return {(f.geometry().asWkt(), f["confidence"]) for f in layer.getFeatures()}


@pytest.mark.slow
def test_killed_worker_continues_where_it_stopped(
    real: Any, qtbot: Any, scene: Path, tmp_path: Path
) -> None:
    from cmhcl_footprints.core.hatch.resume_folders import strips_folder

    out, whole = tmp_path / "out.gpkg", tmp_path / "whole.gpkg"
    start(real, scene, whole)
    wait(real, qtbot)
    unbroken = footprints()
    start(real, scene, out)
    kept = strips_folder(out)
    qtbot.waitUntil(lambda: len(list(kept.glob("*.npz"))) >= 2, timeout=TIMEOUT_MS)
    os.kill(real.worker.process_id, signal.SIGKILL)
    wait(real, qtbot)
    assert kept.is_dir() and not out.exists()
    rows(real)[0].click()
    wait(real, qtbot)
    assert footprints() == unbroken and len(unbroken) > 10
    assert "Continues from row" in real.worker.log_path.read_text(encoding="utf-8")
    probability = [path.with_name(f"{path.stem}_probability.tif") for path in (out, whole)]
    assert probability[0].read_bytes() == probability[1].read_bytes()
    assert not list(tmp_path.glob(".*")) and not runs(tmp_path) and not real.offers.runs
