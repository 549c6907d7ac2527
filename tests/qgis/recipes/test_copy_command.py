"""Commands that repeat an extraction, run as a user would paste them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
import scenes
from conftest import CORE_PYTHON
from desk import TIMEOUT_MS, Desk, content
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsVectorLayer

pytest_plugins = ["desk_fixtures"]


def copy(button: Any, entry: int) -> str:
    """Choose an entry of the menu; the clipboard."""
    QgsApplication.clipboard().clear()
    assert button.isVisible() and button.isEnabled()
    button.menu().actions()[entry].trigger()
    return str(QgsApplication.clipboard().text())


def run(command: str) -> str:
    """Paste it into a shell; the last line of stdout."""
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().splitlines()[-1]


def left_half(desk: Desk) -> Any:
    """A polygon layer over the left half of the scene, selected."""
    extent = scenes.add_raster(desk.folder / "sar.tif").extent()
    extent.setXMaximum(extent.center().x())
    crs = QgsVectorLayer(str(desk.folder / "f.gpkg"), "", "ogr").crs().authid()
    return scenes.add_polygon(extent.asWktPolygon(), crs=crs)


@pytest.mark.slow
def test_command_of_a_result_gives_the_same_footprints(desk: Desk) -> None:
    layer = desk.add(threshold=0.3)
    command = copy(desk.box.copy_button, 0)
    assert desk.says() == "The command is in the clipboard."
    assert f"{CORE_PYTHON} -m core extract --sar" in command
    result = json.loads(run(command))
    out = desk.folder / "f_2.gpkg"
    assert result["out"] == str(out) and result["probability"]
    again = QgsVectorLayer(str(out), "", "ogr")
    assert again.featureCount() > 3 and content(again) == content(layer)


@pytest.mark.slow
def test_command_of_the_page_with_an_area(desk: Desk) -> None:
    left_half(desk)
    desk.settings.update(extent="selection", output=str(desk.folder / "page.gpkg"))
    desk.settings.update(threshold=0.4, min_area_m2=30.0)
    command = copy(desk.page.copy_button, 0)
    area = next(desk.folder.glob("page_area_*.gpkg"))
    assert desk.says() == f"The command is in the clipboard, its area in a file: {area}"
    assert copy(desk.page.copy_button, 0) == command
    assert json.loads(run(command))["threshold"] == 0.4
    found = QgsVectorLayer(str(desk.folder / "page.gpkg"), "", "ogr")
    whole = QgsVectorLayer(str(desk.folder / "f.gpkg"), "", "ogr")
    middle = (whole.extent().xMinimum() + whole.extent().xMaximum()) / 2
    assert 0 < found.featureCount() < whole.featureCount()
    assert found.extent().xMaximum() < middle + 15


@pytest.mark.slow
def test_qgis_process_gives_the_same_footprints(desk: Desk, tmp_path: Path) -> None:
    layer = desk.add(threshold=0.3)
    command = copy(desk.box.copy_button, 1)
    program, _, arguments = command.partition(" ")
    assert arguments.startswith("run cmhcl:extract -- ")
    if not shutil.which(program):
        pytest.skip(f"{program} is not installed")
    profile = tmp_path / "profile"
    with zipfile.ZipFile(os.environ["CMHCL_ZIP"]) as archive:
        archive.extractall(profile / "profiles" / "default" / "python" / "plugins")
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "QT_QPA_PLATFORM": "offscreen",
    }
    enable = [program, "plugins", "enable", "cmhcl_footprints"]
    subprocess.run(enable, env=environment, check=True, capture_output=True)
    done = subprocess.run(
        ["sh", "-c", command], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    again = QgsVectorLayer(str(desk.folder / "f_2.gpkg"), "", "ogr")
    assert again.featureCount() > 3 and content(again) == content(layer)


def test_settings_are_in_both_commands(desk: Desk, tmp_path: Path) -> None:
    scene = {"polarisations": ("VV",), "radiometry": "db", "optical": str(desk.folder / "sar.tif")}
    desk.add(scene=scene, careful=True, device="cpu", model=str(tmp_path), min_area_m2=7.0)
    line = copy(desk.box.copy_button, 0)
    for part in ("--polarisations VV", "--radiometry db", "--careful", "--device cpu"):
        assert part in line
    assert f"--model {tmp_path}" in line and "--min-area 7.0" in line
    process = copy(desk.box.copy_button, 1)
    for part in ("POLARISATIONS=VV", "RADIOMETRY=db", "CAREFUL=true", "DEVICE=cpu", "MIN_AREA=7.0"):
        assert part in process
    assert f"MODEL={tmp_path}" in process


def test_device_is_reported_even_if_a_setting_is_another(desk: Desk) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    desk.add()
    settings = Settings.load()
    settings.device = "cpu"
    settings.save()
    assert "DEVICE=auto" in copy(desk.box.copy_button, 1)


def test_system_that_was_set_in_qgis(desk: Desk) -> None:
    from cmhcl_footprints.core.hatch.jobs import Area

    wkt = QgsCoordinateReferenceSystem("EPSG:32633").toWkt()
    desk.add(scene={"sar_crs": wkt, "area": Area("POLYGON ((0 0, 1 0, 1 1, 0 0))", wkt)})
    assert "--sar-crs EPSG:32633" in copy(desk.box.copy_button, 0)
    before = sorted(desk.folder.iterdir())
    assert copy(desk.box.copy_button, 1) == ""
    assert desk.says().startswith(
        "A coordinate system was set in QGIS, which cannot be passed to qgis_process"
    )
    assert sorted(desk.folder.iterdir()) == before  # no file of the area


def test_files_elsewhere_stay_allowed(desk: Desk) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    settings = Settings.load()
    settings.allow_references = True
    settings.save()
    desk.add()
    assert "&& CMHCL_ALLOW_REFERENCES=1 /" in copy(desk.box.copy_button, 0)


def test_job_that_cannot_be_copied_is_reported(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert copy(desk.page.copy_button, 0) == ""
    assert desk.says() == "Add a SAR raster to the project first."
    desk.add(scene={"optical": str(desk.folder / "gone.tif")})
    assert copy(desk.box.copy_button, 0) == ""
    assert desk.says().startswith("A file of this result no longer exists; run the extraction")
    module = "cmhcl_footprints.cmhcl_plugin.recipes.commands"
    monkeypatch.setattr(f"{module}.find_python", lambda: None)
    scenes.add_raster(desk.folder / "sar.tif")
    assert copy(desk.page.copy_button, 0) == ""
    assert "no Python environment yet" in desk.says()


@pytest.mark.slow
def test_command_of_a_fine_tuning_trains_a_model(desk: Desk) -> None:
    from qgis.core import QgsProject

    QgsProject.instance().setPresetHomePath(str(desk.folder))
    page = desk.dialog.finetune
    desk.dialog.show_page(page)
    assert copy(page.preparing.copy_button, 0) == ""
    assert page.messages.text.startswith("Choose the polygon layer with the outlines")
    page.settings.scene.choose_sar([scenes.add_raster(desk.folder / "sar.tif")])
    labels = QgsVectorLayer(str(desk.folder / "buildings.geojson"), "houses", "ogr")
    QgsProject.instance().addMapLayer(labels)
    page.settings.update(labels=labels.id(), area=labels.id(), title="My model")
    assert copy(page.preparing.copy_button, 0) == ""
    assert "are the same layer" in page.messages.text
    page.settings.update(area=left_half(desk).id())
    page.settings.update_training(batch=1, scope="heads", seed=7)
    page.settings.update(labels_quality="partial")
    copy(page.preparing.copy_button, 0)
    desk.qtbot.waitUntil(lambda: page.preparing.copy_button.isEnabled(), timeout=TIMEOUT_MS)
    command = QgsApplication.clipboard().text()
    assert "--labels-quality partial" in command
    folder = desk.folder / "cmhcl_My_model"
    assert str(folder) in page.messages.text
    assert "--batch 1" in command and "--scope heads" in command and "--seed 7" in command
    result = json.loads(run(f"{command} --steps 2"))
    assert result["model"] == str(folder / "model") and result["steps"] == 2
    manifest = json.loads((folder / "model" / "manifest.json").read_text())
    assert manifest["name"] == "My model"
    assert manifest["training"]["labels_quality"] == "partial"
