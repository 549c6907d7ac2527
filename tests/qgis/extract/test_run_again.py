"""Run again: the provenance of a layer fills in the page Extract, with the real worker."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import scenes
from desk import TIMEOUT_MS, Desk
from qgis.core import QgsProject

pytest_plugins = ["desk_fixtures"]


@pytest.mark.slow
def test_result_of_an_extraction_keeps_probabilities_and_provenance(desk: Desk) -> None:
    sar = scenes.add_raster(desk.folder / "sar.tif")
    desk.form.sar.layers.choose(sar)
    desk.form.output.setFilePath(str(desk.folder / "new.gpkg"))
    desk.form.min_area.setValue(33)
    desk.page.button.click()
    desk.qtbot.waitUntil(lambda: "in the layer" in desk.says(), timeout=TIMEOUT_MS)
    assert (desk.folder / "new_probability.tif").is_file()
    assert desk.box.isVisible() and not desk.box.unavailable.isVisible()
    layer = desk.iface.activeLayer()
    abstract = layer.metadata().abstract()
    for fact in ("Date: 2", "Plugin: CMH-CL Footprints 0.", "Model: cmhcl", "Threshold: 0.3"):
        assert fact in abstract
    for fact in ("Smallest area: 33 m²", str(desk.folder / "sar.tif")):
        assert fact in abstract
    assert re.search("Engine: (OpenVINO|PyTorch) 2", abstract)  # the faster one
    desk.form.min_area.setValue(20)
    history = desk.page.history_button.menu()
    history.aboutToShow.emit()
    latest = history.actions()[0]
    assert latest.text().endswith(f" · {layer.featureCount()} footprints")
    latest.trigger()
    assert desk.form.min_area.value() == 33 and "filled in" in desk.says()


def test_run_again_fills_in_all_settings(desk: Desk) -> None:
    from cmhcl_footprints.core.hatch.jobs import Area

    optical = str(desk.folder / "optical.tif")
    area = Area("Polygon ((0 0, 1 0, 1 1, 0 0))", "EPSG:4326")
    names = ("HV", "HH", "VV", "VH")
    scene = {"optical": optical, "area": area, "polarisations": names, "radiometry": "amplitude"}
    layer = desk.add(scene, min_area_m2=44, careful=True, device="cpu")
    rasters = [x for x in QgsProject.instance().mapLayers().values() if x is not layer]
    assert rasters == []
    form = desk.form
    form.output.setFilePath(str(desk.folder / "f.gpkg"))
    desk.box.again_button.click()
    assert form.optical.currentLayer().source() == optical
    assert form.extent.currentText() == "The same area again"
    desk.qtbot.waitUntil(lambda: "·" in form.sar.found.text(), timeout=TIMEOUT_MS)
    job = desk.settings.job(desk.folder / "again.gpkg", desk.area())
    assert job.scene.sar == (str(desk.folder / "sar.tif"),) and job.scene.optical == optical
    assert job.scene.area == area and job.threshold == 0.3
    assert job.scene.polarisations == names and job.scene.radiometry == "amplitude"
    assert form.sar.polarisations.currentData() == names
    assert job.min_area_m2 == 44 and job.careful and job.device == "cpu"
    assert not form.advanced.isCollapsed()
    assert form.output.filePath() != str(desk.folder / "f.gpkg")
    # Layers are not added twice, and without an area the choice of it goes.
    desk.activate(desk.add())
    desk.box.again_button.click()
    assert form.optical.currentLayer() is None and desk.area() is None
    assert form.extent.findText("The same area again") < 0
    assert len(QgsProject.instance().mapLayers()) == 4


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (
            {"scene": {"sar": ("/gone/sar.tif",)}},
            "no longer exists; choose another layer: /gone/sar.tif",
        ),
        ({"model": "/gone/model"}, "The model “a model” no longer exists"),
    ],
)
def test_run_again_names_a_file_or_model_that_is_missing(
    desk: Desk, settings: dict[str, Any], sentence: str
) -> None:
    desk.add(**settings)
    desk.box.again_button.click()
    assert sentence in desk.says()


def test_run_again_fills_in_the_settings_of_a_layer_of_plugin_0_1_0(desk: Desk) -> None:
    layer = desk.add()
    values = {
        "job": {
            "sar": [str(desk.folder / "sar.tif")],
            "optical": "",
            "model": "",
            "area": None,
            "polarisations": ["HH", "HV", "VH", "VV"],
            "radiometry": "db",
            "threshold": 0.4,
            "min_area_m2": 12.0,
            "careful": True,
            "adapt": False,
            "device": "cpu",
        },
        "model": "Town",
        "threshold": 0.45,
        "engine": "PyTorch on cpu",
        "probability": str(desk.folder / "f_probability.tif"),
        "date": "2026-11-26 00:09",
        "version": "0.1.0",
    }
    layer.setCustomProperty("cmhcl/extraction", json.dumps(values))
    desk.activate(layer)
    assert desk.box.isVisible() and desk.form.threshold.number.value() == 0.45
    desk.box.again_button.click()
    job = desk.settings.job(desk.folder / "again.gpkg", desk.area())
    assert job.threshold == 0.45 and job.min_area_m2 == 12.0 and job.careful
    assert job.scene.polarisations == ("HH", "HV", "VH", "VV") and job.scene.radiometry == "db"


def test_action_is_visible_only_for_results_of_extractions(qgis_iface: Any, desk: Desk) -> None:
    from cmhcl_footprints.cmhcl_plugin.extract.run_again import RunAgainAction

    asked: list[Any] = []
    action = RunAgainAction(qgis_iface, asked.append)
    desk.activate(scenes.add_labels())
    assert not action.isVisible()
    desk.add(min_area_m2=44)
    assert action.isVisible()
    action.trigger()
    assert asked[0].job.min_area_m2 == 44
    action.unload()


def test_provenance_of_a_newer_version_is_ignored(desk: Desk) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import PROPERTY

    layer = desk.add()
    for text in ("{", '{"job": {"sar": ["a"], "new": 1}}', "[]"):
        layer.setCustomProperty(PROPERTY, text)
        desk.activate(layer)
        assert not desk.box.isVisible()
