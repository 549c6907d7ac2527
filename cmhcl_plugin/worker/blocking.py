"""A job from start to end in the calling thread: for Processing, which has a thread for each."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Union

from qgis.core import QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer

from ...core.hatch.events import Error, Event, Log, Metric, Progress, Result
from ...core.hatch.jobs import Job
from ..environment.python import find_python, no_python
from ..environment.selftest import Report, SelfTest
from .process import Worker

CANCEL_POLL_MS = 100
COUNT_S = 10.0

translate = QCoreApplication.translate


def run_job(job: Job, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Do a job on a worker of its own; the values of its result.

    Progress, log and figures go to the feedback; its cancelling goes to the worker. Works in any
    thread. Raises QgsProcessingException with the sentence when there is no result.
    """
    with _own_worker() as worker:
        end = _Follower(worker, feedback).do(job)
        if isinstance(end, Result):
            return end.values
        if end.details:
            feedback.pushConsoleInfo(end.details)
        if end.kind == "internal" and worker.log_path:
            feedback.pushInfo(translate("Processing", "Log: {}").format(worker.log_path))
    raise QgsProcessingException(" ".join((end.message, end.hint)).strip())


def try_python(feedback: QgsProcessingFeedback) -> Report:
    """Try out the Python that the worker would run on; what was found.

    Raises QgsProcessingException with the sentence when there is none or it does not work.
    """
    python = find_python()
    if python is None:
        raise QgsProcessingException(no_python())
    loop = QEventLoop()
    test = SelfTest(python)
    reports: list[Report] = []
    test.finished.connect(reports.append)
    test.finished.connect(loop.quit)
    try:
        test.start()
        _live(loop, feedback, cancel=loop.quit)
    finally:
        test.stop()
        sip.delete(test)
    if not reports:
        raise QgsProcessingException(translate("Processing", "Cancelled."))
    if not reports[0].facts:
        feedback.pushInfo(reports[0].text())
        raise QgsProcessingException(reports[0].problem)
    return reports[0]


@contextmanager
def _own_worker() -> Iterator[Worker]:
    worker = Worker()
    try:
        yield worker
    finally:
        worker.stop()
        sip.delete(worker)  # now and in its thread, not whenever and wherever Python gets to it


def _live(loop: QEventLoop, feedback: QgsProcessingFeedback, cancel: Callable[[], None]) -> None:
    """Run the loop until somebody quits it; ``cancel`` is called while the user wants an end.

    Should it be QGIS's main thread, the user's clicks wait.
    """
    poll = QTimer()
    poll.timeout.connect(lambda: cancel() if feedback.isCanceled() else None)
    poll.start(CANCEL_POLL_MS)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    poll.stop()


class _Follower:
    """Does one job on a worker that lives in this thread, and relays what it tells."""

    def __init__(self, worker: Worker, feedback: QgsProcessingFeedback) -> None:
        self._worker = worker
        self._feedback = feedback
        self._loop = QEventLoop()
        self._id = ""
        self._end: list[Union[Result, Error]] = []
        self._stage = ""
        self._told = 0.0

    def do(self, job: Job) -> Union[Result, Error]:
        """The job's end."""
        self._feedback.setProgressText(translate("Processing", "Starting the worker"))
        self._worker.event_received.connect(self._on_event)
        self._id = self._worker.run(job)
        # Its end comes as an event, also when it is cancelled.
        _live(self._loop, self._feedback, cancel=lambda: self._worker.cancel(self._id))
        return self._end[0]

    def _on_event(self, id: str, event: Event) -> None:
        if id != self._id:
            return
        if isinstance(event, (Result, Error)):
            self._end.append(event)
            self._loop.quit()
        elif isinstance(event, Progress):
            if event.total > 0:
                self._feedback.setProgress(100 * event.done / event.total)
            self._tell_stage(event.message)
        elif isinstance(event, Log):
            warning = event.level == "warning"
            (self._feedback.pushWarning if warning else self._feedback.pushInfo)(event.message)
        elif isinstance(event, Metric) and "iou" in event.values:  # a validation, not every step
            figures = (f"{name} {value:.4g}" for name, value in event.values.items())
            self._feedback.pushInfo(", ".join(figures))

    def _tell_stage(self, message: str) -> None:
        """Each line stays in Processing's log: a count that goes up is told now and then."""
        stage, now = re.sub(r"\d+", "", message), time.monotonic()
        if stage != self._stage or now > self._told + COUNT_S:
            self._stage, self._told = stage, now
            self._feedback.setProgressText(message)
