"""Warnings of the page Extract when the user sets the coordinate system of a layer."""

from __future__ import annotations

import shutil

import scenes
from desk import TIMEOUT_MS, Desk
from qgis.core import QgsCoordinateReferenceSystem

pytest_plugins = ["desk_fixtures"]
WEB = QgsCoordinateReferenceSystem("EPSG:3857")


def test_warning_goes_once_both_sar_layers_have_one_system(desk: Desk) -> None:
    shutil.copy(desk.folder / "sar.tif", desk.folder / "second.tif")
    first = scenes.add_raster(desk.folder / "sar.tif")
    second = scenes.add_raster(desk.folder / "second.tif")
    desk.settings.scene.choose_sar([first, second])
    second.setCrs(WEB)
    assert desk.says().startswith("The SAR layers have different coordinate systems")
    first.setCrs(WEB)
    assert not desk.says()


def test_sar_layer_is_read_again_once_its_system_is_set(desk: Desk) -> None:
    layer = scenes.add_raster(desk.folder / "sar.tif")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    desk.settings.scene.choose_sar([layer])
    found = desk.form.sar.found
    desk.qtbot.waitUntil(lambda: "assign the right one" in found.text(), timeout=TIMEOUT_MS)
    layer.setCrs(layer.dataProvider().crs())
    desk.qtbot.waitUntil(lambda: "HH, HV, VH, VV" in found.text(), timeout=TIMEOUT_MS)
