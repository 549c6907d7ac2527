"""The pages, with Fine-tune in front, for the tests of fine-tuning."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import scenes
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

TIMEOUT_MS = 15_000


class Window:
    """The page Fine-tune, with its own folders, and what a user does there."""

    def __init__(self, iface: Any, worker: Any, folder: Path, qtbot: Any) -> None:
        from cmhcl_footprints.cmhcl_plugin.extract.settings import ExtractSettings
        from cmhcl_footprints.cmhcl_plugin.pages import Pages

        self.folder = folder
        self.worker = worker
        self.qtbot = qtbot
        self.dialog = Pages(iface, worker, worker, ExtractSettings())
        self.page = self.dialog.finetune
        self.settings = self.page.settings
        self.preparing = self.page.preparing
        self.form = self.preparing.form
        self.dialog.shown.connect(self.dialog.show)  # as the panel does
        self.dialog.show_page(self.page)

    @property
    def runs(self) -> list[Path]:
        return sorted((self.folder / "runs").glob("*"))

    def wait(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=TIMEOUT_MS)

    def click(self, button: Any) -> None:
        assert button.isVisible() and button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def fill(self, manner: str = "plain", labels: QgsVectorLayer | None = None) -> None:
        """Choose layers on which the fake worker behaves in this manner."""
        path = scenes.write_raster(self.folder / f"{manner}.tif", scenes.speckle())
        self.form.sar.layers.choose(scenes.add_raster(path))
        self.form.labels.setLayer(labels or scenes.add_labels())

    def start(self, manner: str = "plain") -> None:
        self.fill(manner)
        self.wait(self.preparing.start_button.isEnabled)
        self.click(self.preparing.start_button)

    def sees(self, widget: Any) -> bool:
        return self.page.stack.currentWidget() is widget

    def trains(self) -> bool:
        """Whether the training has come as far as its preview."""
        return self.page.training.preview.isVisible()

    def blocks(self) -> list[QgsVectorLayer]:
        layers = QgsProject.instance().mapLayers().values()
        return [layer for layer in layers if layer.name().startswith("Validation blocks")]
