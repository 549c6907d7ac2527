"""Detects a worker that stops responding."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

# Ticks are counted, not the time: while the computer sleeps there are none.
TICK_MS = 5_000
STALLED_TICKS = 12
EXPIRED_TICKS = 120


class Watchdog(QObject):
    """Counts the ticks since the worker was last heard.

    ``ticked`` is emitted at each of them, so that the worker can be asked for an answer,
    ``stalled`` after STALLED_TICKS, with a sentence, and ``expired`` after EXPIRED_TICKS.
    ``recovered`` follows ``stalled`` once the worker is heard, or nothing more is expected.
    """

    ticked = pyqtSignal()
    stalled = pyqtSignal(str)
    expired = pyqtSignal()
    recovered = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._silent = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Count from now on."""
        self._silent = 0
        self._timer.start(TICK_MS)

    def heard(self) -> None:
        """The worker said something."""
        was_silent, self._silent = self._silent, 0
        if was_silent >= STALLED_TICKS:
            self.recovered.emit()

    def stop(self) -> None:
        """Expect nothing more."""
        self._timer.stop()
        self.heard()

    def _tick(self) -> None:
        self._silent += 1
        if self._silent == STALLED_TICKS:
            self.stalled.emit(self._sentence())
        if self._silent >= EXPIRED_TICKS:
            self.stop()
            self.expired.emit()
        else:
            self.ticked.emit()

    def _sentence(self) -> str:
        text = self.tr(
            "The worker has not answered for {} s. It is ended if it does not answer within {} min."
        )
        return text.format(TICK_MS * STALLED_TICKS // 1000, TICK_MS * EXPIRED_TICKS // 60_000)
