"""Runs slow functions in threads, so that QGIS stays responsive."""

from __future__ import annotations

import threading
from typing import Any, Callable, Optional

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .garbage import begin_thread, end_thread

Function = Callable[[], Any]
Done = Callable[[Any, Optional[Exception]], None]


def run_in_background(
    function: Function, done: Done, owner: QObject, *, daemon: bool = False
) -> None:
    """Call ``function`` in a thread, then ``done`` with its result or its exception.

    ``function`` must use no widgets and no layers of the project; it opens files of vector data by
    ``thread_layer``. ``done`` is called in QGIS's thread, unless Qt has deleted the owner
    meanwhile. Call this in QGIS's thread. A ``daemon`` does not keep QGIS from ending.
    """
    call = _Call(function, done, owner, daemon)
    _calls.add(call)
    call.start()


class _Call(QObject):
    """A function and its thread. Lives in QGIS's thread, so that its signal is delivered there."""

    _returned = pyqtSignal(object, object)

    def __init__(self, function: Function, done: Done, owner: QObject, daemon: bool) -> None:
        super().__init__()
        self._function = function
        self._done = done
        self._owner = owner
        self._thread = threading.Thread(target=self._work, name="cmhcl", daemon=daemon)
        self._returned.connect(self._on_returned)

    def start(self) -> None:
        begin_thread()
        self._thread.start()

    def _work(self) -> None:
        try:
            result = self._function()
        except Exception as error:
            self._returned.emit(None, error)
        else:
            self._returned.emit(result, None)

    def _on_returned(self, result: Any, problem: Optional[Exception]) -> None:
        self._thread.join()  # nothing is deleted in the thread from here on
        end_thread()
        _calls.discard(self)
        if not sip.isdeleted(self._owner):
            self._done(result, problem)


_calls: set[_Call] = set()  # referenced until they have returned
