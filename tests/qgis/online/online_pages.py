"""The pages with an online layer, for the tests of what is fetched."""

from __future__ import annotations

from typing import Any

import scenes
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt

TIMEOUT_MS = 60_000


class Online:
    """A user of the page Extract."""

    def __init__(self, pages: Any, worker: Any, qtbot: Any, monkeypatch: Any) -> None:
        self.pages = pages
        self.page = pages.extract
        self.settings = pages.extract.settings
        self.qtbot = qtbot
        self.worker = worker
        self.jobs: list[Any] = []
        self.submit = worker.submit
        monkeypatch.setattr(worker, "submit", self._submit)

    def _submit(self, job: Any) -> Any:
        self.jobs.append(job)
        return self.submit(job)

    def press(self) -> None:
        self.qtbot.mouseClick(self.page.button, Qt.MouseButton.LeftButton)

    def extract(self) -> str:
        """Press Extract and wait for the end; the message."""
        self.press()
        self.wait(lambda: not self.page.extraction.is_running)
        return scenes.visible_text(self.pages)

    def wait(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=TIMEOUT_MS)

    def extractions(self) -> list[Any]:
        from cmhcl_footprints.core.hatch.jobs import ExtractJob

        return [job for job in self.jobs if isinstance(job, ExtractJob)]

    def result(self) -> Any:
        """The topmost layer."""
        return QgsProject.instance().layerTreeRoot().children()[0].layer()
