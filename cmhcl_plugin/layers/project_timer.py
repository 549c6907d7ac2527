"""A timer for what asks the project."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer


class ProjectTimer(QTimer):
    """A timer that calls ``slot`` once after each start, but not if QGIS has deleted the project.

    When QGIS ends, the last signals of the project and of the worker start such timers just before
    its deletion, or even after it.
    """

    def __init__(self, slot: Callable[[], object], parent: QObject, delay_ms: int = 0) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(delay_ms)
        self.timeout.connect(slot)
        QgsProject.instance().destroyed.connect(self._forget_slot)

    def _forget_slot(self) -> None:
        self.timeout.disconnect()
