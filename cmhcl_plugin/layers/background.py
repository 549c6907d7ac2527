"""Functions that take long, run by a thread of QGIS so that its window stays responsive."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

_running: set[QgsTask] = set()  # kept from the garbage collector


def run_in_background(
    description: str,
    function: Callable[[], Any],
    done: Callable[[Any, Optional[Exception]], None],
    owner: QObject,
) -> None:
    """Call ``function`` in a thread, then ``done`` with its result or its exception.

    ``function`` must use no widgets and no layers of the project. ``done`` is called in QGIS's
    thread, unless Qt has deleted the owner meanwhile.
    """

    def finished(problem: Optional[Exception], result: Any = None) -> None:
        _running.discard(task)
        if not sip.isdeleted(owner):
            done(result, problem)

    task = QgsTask.fromFunction(description, lambda _: function(), on_finished=finished)
    _running.add(task)
    QgsApplication.taskManager().addTask(task)
