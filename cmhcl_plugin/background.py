"""Functions that take long, run by a thread of their own so that QGIS stays responsive."""

from __future__ import annotations

import gc
import threading
from typing import Any, Callable, Optional

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal


class _RestingCollector(QObject):
    """Switches Python's garbage collector off while threads run.

    It collects in whichever thread allocates. Outside of QGIS's thread it would delete objects that
    only QGIS's thread may delete, such as items of the map, and end QGIS.
    """

    thread_ended = pyqtSignal()  # delivered in QGIS's thread

    def __init__(self) -> None:
        super().__init__()
        self._threads = 0
        self._was_enabled = True
        self.thread_ended.connect(self._on_thread_ended)

    def begin(self) -> None:
        """A thread is about to start."""
        if not self._threads:
            self._was_enabled = gc.isenabled()
            gc.disable()
        self._threads += 1

    def _on_thread_ended(self) -> None:
        self._threads -= 1
        if not self._threads and self._was_enabled:
            gc.enable()


class _Answer(QObject):
    """Lives in QGIS's thread, so that its signal is delivered there."""

    came = pyqtSignal(object, object)


_collector = _RestingCollector()
_expected: set[_Answer] = set()  # kept from the garbage collector


def start_thread(function: Callable[[], None], *, daemon: bool = False) -> None:
    """Call a function in a thread. A ``daemon`` does not keep QGIS from ending.

    It must use no widgets and no layers of the project. Call this in QGIS's thread.
    """

    def work() -> None:
        try:
            function()
        finally:
            _collector.thread_ended.emit()

    _collector.begin()
    threading.Thread(target=work, name="cmhcl", daemon=daemon).start()


def run_in_background(
    function: Callable[[], Any],
    done: Callable[[Any, Optional[Exception]], None],
    owner: QObject,
) -> None:
    """Call ``function`` in a thread, then ``done`` with its result or its exception.

    ``function`` is as for ``start_thread``. ``done`` is called in QGIS's thread, unless Qt has
    deleted the owner meanwhile.
    """
    answer = _Answer()

    def finish(result: Any, problem: Optional[Exception]) -> None:
        _expected.discard(answer)
        if not sip.isdeleted(owner):
            done(result, problem)

    def work() -> None:
        try:
            result = function()
        except Exception as error:
            answer.came.emit(None, error)
        else:
            answer.came.emit(result, None)

    answer.came.connect(finish)
    _expected.add(answer)
    start_thread(work)
