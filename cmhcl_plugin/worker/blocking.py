"""Blocking calls for Processing, which runs each algorithm in its own thread."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Optional

from qgis.core import QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer

from ...core.hatch.events import Error, Log, Metric, Progress, Ready
from ...core.hatch.jobs import Job
from ..environment.selftest import Report, SelfTest
from ..environment.worker_python import find_python, no_python_message
from ..garbage import kept_to_main_thread
from ..numbers import fill_in
from .process import WorkerProcess

CANCEL_POLL_MS = 100
COUNT_S = 10.0

translate = QCoreApplication.translate


def run_job(job: Job, feedback: QgsProcessingFeedback) -> Any:
    """Run a job in its own worker process and return the result dataclass of this kind of job.

    Progress, log and figures go to the feedback; cancelling it cancels the job. Works in any
    thread. Raises QgsProcessingException with the job's sentence if it fails.
    """
    with _own_worker() as worker:
        end = _JobFollower(worker, feedback).run(job)
        if not isinstance(end, Error):
            return end
        if end.details:
            feedback.pushConsoleInfo(end.details)
        if end.kind in ("internal", "ended") and worker.log_path:
            feedback.pushInfo(translate("Processing", "Log: {}").format(worker.log_path))
    raise QgsProcessingException(end.sentence)


def check_python(feedback: QgsProcessingFeedback) -> Report:
    """Test the Python of the worker.

    Raises QgsProcessingException if there is none or it does not work.
    """
    python = find_python()
    if python is None:
        raise QgsProcessingException(no_python_message())
    loop = QEventLoop()
    test = SelfTest(python)
    reports: list[Report] = []
    test.finished.connect(reports.append)
    test.finished.connect(loop.quit)
    try:
        test.start()
        _run_loop(loop, feedback, cancel=loop.quit)
    finally:
        test.stop()
        sip.delete(test)
    if not reports:
        raise QgsProcessingException(translate("Processing", "Cancelled."))
    if not reports[0].facts:
        feedback.pushInfo(reports[0].text())
        raise QgsProcessingException(reports[0].problem)
    return reports[0]


def start_worker(feedback: QgsProcessingFeedback) -> tuple[Optional[Ready], str]:
    """Start a worker and end it: what it says of itself, or None and why it cannot be started."""
    loop = QEventLoop()
    found: list[Ready] = []
    problems: list[str] = []
    with _own_worker() as worker:
        worker.ready.connect(found.append)
        worker.unavailable.connect(problems.append)
        for signal in (worker.ready, worker.unavailable):
            signal.connect(lambda _: loop.quit())
        QTimer.singleShot(0, worker.start)
        _run_loop(loop, feedback, cancel=loop.quit)
    if found:
        return found[0], ""
    return None, problems[0] if problems else translate("Processing", "Cancelled.")


@contextmanager
def _own_worker() -> Iterator[WorkerProcess]:
    worker = WorkerProcess()
    try:
        yield worker
    finally:
        worker.stop()
        sip.delete(worker)  # in its own thread, not by the garbage collector in another


def _run_loop(
    loop: QEventLoop, feedback: QgsProcessingFeedback, cancel: Callable[[], None]
) -> None:
    """Run the event loop until it is quit; ``cancel`` is called once the feedback is cancelled.

    User input is not processed, in case this is QGIS's main thread.
    """
    poll = QTimer()
    poll.timeout.connect(lambda: cancel() if feedback.isCanceled() else None)
    poll.start(CANCEL_POLL_MS)
    with kept_to_main_thread():
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    poll.stop()


class _JobFollower:
    """Does one job on a worker of this thread and passes its events to the feedback."""

    def __init__(self, worker: WorkerProcess, feedback: QgsProcessingFeedback) -> None:
        self._worker = worker
        self._feedback = feedback
        self._loop = QEventLoop()
        self._end: Any = None
        self._stage = ""
        self._shown_at = 0.0

    def run(self, job: Job) -> Any:
        """The result of the job, or the Error that ended it."""
        self._feedback.setProgressText(translate("Processing", "Starting the worker"))
        self._worker.stalled.connect(self._feedback.pushWarning)
        handle = self._worker.submit(job)
        handle.waits.connect(self._feedback.setProgressText)
        handle.progress.connect(self._on_progress)
        handle.log.connect(self._on_log)
        handle.metric.connect(self._on_metric)
        handle.finished.connect(self._on_end)
        handle.failed.connect(self._on_end)
        _run_loop(self._loop, self._feedback, cancel=handle.cancel)  # a cancelled job fails
        return self._end

    def _on_end(self, end: object) -> None:
        self._end = end
        self._loop.quit()

    def _on_log(self, event: Log) -> None:
        warning = event.level == "warning"
        (self._feedback.pushWarning if warning else self._feedback.pushInfo)(event.message)

    def _on_metric(self, event: Metric) -> None:
        if "iou" in event.values:  # a validation, not every step
            figures = (fill_in("{} {:.4g}", name, value) for name, value in event.values.items())
            self._feedback.pushInfo(", ".join(figures))

    def _on_progress(self, event: Progress) -> None:
        """Each text is a line in Processing's log: a counting one is shown every COUNT_S."""
        if event.total > 0:
            self._feedback.setProgress(100 * event.share)
        stage, now = re.sub(r"\d+", "", event.message), time.monotonic()
        if stage != self._stage or now > self._shown_at + COUNT_S:
            self._stage, self._shown_at = stage, now
            self._feedback.setProgressText(event.message)
