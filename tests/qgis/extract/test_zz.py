"""The page Extract overwrites earlier results when the user agrees, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
import scenes
from desk import TIMEOUT_MS, Desk
from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox

pytest_plugins = ["desk_fixtures"]


@pytest.fixture
def asked(monkeypatch: Any) -> list[str]:
    """The questions that were asked; all are answered with yes."""
    questions: list[str] = []

    def answer(_parent: Any, _title: str, text: str) -> Any:
        questions.append(text)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", answer)
    return questions


def extract(desk: Desk, name: str) -> str:
    """Extract into a file of the folder; what the page says then."""
    desk.form.sar.layers.choose(scenes.add_raster(desk.folder / "sar.tif"))
    desk.form.output.setFilePath(str(desk.folder / name))
    desk.qtbot.mouseClick(desk.page.button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.page.button.text() == "&Extract", timeout=TIMEOUT_MS)
    return desk.says()


def footprints() -> QgsMapLayer:
    """The only layer of footprints of the project."""
    layers = QgsProject.instance().mapLayers().values()
    (found,) = [layer for layer in layers if layer.name().startswith("Footprints")]
    return found


def test_threshold_of_a_format_that_cannot_be_changed_is_told(
    desk: Desk, asked: list[str]
) -> None:
    extract(desk, "new.fgb")
    desk.activate(footprints())
    print("S", desk.form.threshold.slider.value(), desk.box._result(), desk.box.isVisible())
    desk.slide(60)
    print("S", desk.form.threshold.slider.value(), desk.box._threshold(), desk.box.is_busy, desk.page.extraction.is_running)
    desk.qtbot.wait(4000)
    print(desk.says())
    assert "cannot be replaced" in desk.says() and asked == []
