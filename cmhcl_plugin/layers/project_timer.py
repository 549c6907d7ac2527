"""A timer for code that uses the project."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

DAY_MS = 86_400_000


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
        # Active until the project is deleted. The project would keep a connection to a slot in
        # Python, which could set a flag, also after the end of the timer.
        self._project_exists = QTimer(self)
        self._project_exists.start(DAY_MS)
        for timer in (self, self._project_exists):
            QgsProject.instance().destroyed.connect(timer.stop)

    def start(self) -> None:
        """Start, or start again, unless the project was deleted."""
        if self._project_exists.isActive():
            super().start()
