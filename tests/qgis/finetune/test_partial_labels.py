"""Labels that are partly missing and shifted, on the page Fine-tune with the real worker."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import scenes
from desk import TIMEOUT_MS, Desk
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

pytest_plugins = ["desk_fixtures", "plugin_fixtures"]

EAST_M = 4.0


def old_labels(desk: Desk) -> QgsVectorLayer:
    """Two thirds of the buildings, too far east."""
    layer = QgsVectorLayer(str(desk.folder / "buildings.geojson"), "", "ogr")
    old = QgsVectorLayer(f"Polygon?crs={layer.crs().authid()}", "old map", "memory")
    features = [f for number, f in enumerate(layer.getFeatures()) if number % 3]
    for feature in features:
        geometry = feature.geometry()
        geometry.translate(EAST_M, 0)
        feature.setGeometry(geometry)
    assert old.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(old)
    return old


@pytest.mark.slow
@pytest.mark.usefixtures("folders")
def test_an_old_map_teaches_a_model(desk: Desk, tmp_path: Path, qtbot: Any) -> None:
    page = desk.dialog.finetune
    desk.dialog.show_page(page)
    form, preparing = page.preparing.form, page.preparing
    page.settings.scene.choose_sar([scenes.add_raster(desk.folder / "sar.tif")])
    page.settings.scene.choose_optical(scenes.add_raster(desk.folder / "optical.tif"))
    page.settings.update_training(steps=2, batch=1, scope="heads")
    form.labels.setLayer(old_labels(desk))
    form.quality.setCurrentIndex(1)
    qtbot.waitUntil(preparing.start_button.isEnabled, timeout=TIMEOUT_MS)
    assert "m on average, to the buildings in the optical image" in preparing.answer.text()
    qtbot.mouseClick(preparing.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.result, timeout=TIMEOUT_MS)
    (path,) = (tmp_path / "models").glob("*/manifest.json")
    training = json.loads(path.read_text(encoding="utf-8"))["training"]
    assert training["labels_quality"] == "partial" and training["labels"] == "old_map.gpkg"
    assert training["labels_correction"]["moved_m"] == pytest.approx(EAST_M, abs=1.7)
