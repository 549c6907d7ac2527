"""Answers to windows that wait for the user."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget


def when_asked(answer: Callable[[Any], object]) -> QTimer:
    """Call ``answer`` with the next window that waits for the user. Keep the timer until then."""
    timer = QTimer()

    def look() -> None:
        window: QWidget | None = QApplication.activeModalWidget()
        if window:
            timer.stop()
            try:
                answer(window)
            except Exception:
                window.close()  # or nobody would ever answer
                raise

    timer.timeout.connect(look)
    timer.start(10)
    return timer
