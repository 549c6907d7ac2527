"""A timer for what asks the project."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer


def project_timer(slot: Callable[[], object], parent: QObject, delay_ms: int = 0) -> QTimer:
    """A timer that calls ``slot`` once after each start, but not if QGIS has deleted the project.

    When QGIS ends, the last signals of the project start such timers just before its deletion.
    """
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(delay_ms)
    timer.timeout.connect(slot)
    QgsProject.instance().destroyed.connect(timer.stop)
    return timer
