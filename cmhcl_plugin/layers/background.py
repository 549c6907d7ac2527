"""Functions that take long, run by a thread of their own so that QGIS stays responsive."""

from __future__ import annotations

import threading
from typing import Any, Callable, Optional

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal


class _Answer(QObject):
    """Lives in QGIS's thread, so that its signal is delivered there."""

    came = pyqtSignal(object, object)


_expected: set[_Answer] = set()  # kept from the garbage collector


def run_in_background(
    function: Callable[[], Any],
    done: Callable[[Any, Optional[Exception]], None],
    owner: QObject,
) -> None:
    """Call ``function`` in a thread, then ``done`` with its result or its exception.

    ``function`` must use no widgets and no layers of the project. ``done`` is called in QGIS's
    thread, unless Qt has deleted the owner meanwhile.
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
    threading.Thread(target=work, name="cmhcl").start()
