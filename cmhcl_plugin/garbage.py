"""Python's garbage collector, kept to QGIS's thread while other threads run Python."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from qgis.PyQt.QtCore import QObject, QThread, QTimer, pyqtSignal

INTERVAL_MS = 1000


def collect_due() -> None:
    """Collect the oldest generation that is due, like Python's automatic collection."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            break


class _Collector(QObject):
    """Collects in QGIS's thread, in place of Python, while there are other threads.

    Python collects reference cycles in whichever thread allocates. Outside of QGIS's thread that
    destroys objects of QGIS, such as items of the map canvas, while QGIS uses them, and ends QGIS.
    """

    _changed = pyqtSignal()  # delivered in QGIS's thread

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._threads = 0
        self._was_enabled = True
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(collect_due)
        self._changed.connect(self._on_changed)

    def begin(self) -> None:
        """A thread begins to run Python. May be called in any thread."""
        with self._lock:
            if not self._threads:
                self._was_enabled = gc.isenabled()
                gc.disable()
            self._threads += 1
        self._changed.emit()

    def end(self) -> None:
        """A thread has ended, or runs no more Python. May be called in any thread."""
        with self._lock:
            self._threads -= 1
            if not self._threads and self._was_enabled:
                gc.enable()
        self._changed.emit()

    def _on_changed(self) -> None:
        if not self._threads:
            self._timer.stop()
        elif self._was_enabled and not self._timer.isActive():
            self._timer.start()


_collector = _Collector()
begin_thread = _collector.begin
end_thread = _collector.end


@contextmanager
def kept_to_main_thread() -> Iterator[None]:
    """Keep garbage collection to QGIS's thread; has no effect in QGIS's thread itself."""
    if QThread.currentThread() == _collector.thread():
        yield
        return
    begin_thread()
    try:
        yield
    finally:
        end_thread()
