"""A job as a task in QGIS's task bar."""

from __future__ import annotations

import threading

from qgis.core import QgsTask

from ...core.hatch.events import Error, Event, Progress, Result
from .process import Worker


class JobTask(QgsTask):
    """Mirrors one job of the worker: its progress, its end, and cancelling it from the task bar.

    The work is done by the worker's process; ``run`` only waits. Results are not handled here:
    whoever started the job listens to the worker, because QGIS deletes a cancelled task at once.
    """

    def __init__(
        self,
        description: str,
        worker: Worker,
        id: str,
        *,
        can_cancel: bool = True,
    ) -> None:
        """``can_cancel`` false: neither the task bar nor QGIS on leaving stops the job.

        QGIS then asks nothing of its own on leaving; an exit blocker is there to ask.
        """
        flag = QgsTask.Flag.CanCancel if can_cancel else QgsTask.Flag.CancelWithoutPrompt
        super().__init__(description, flag)
        self._worker = worker
        self._id = id
        self._over = threading.Event()
        self._succeeded = False
        worker.event_received.connect(self._on_event)

    def run(self) -> bool:
        """Wait in a background thread for the job's end, or for the task's cancellation: waiting
        for the job then would hang QGIS when it cancels all tasks on leaving."""
        while not self._over.wait(0.1):
            if self.isCanceled():
                return False
        return self._succeeded

    def cancel(self) -> None:
        """Called by QGIS in the main thread; on leaving, before any exit blocker."""
        if self.canCancel():
            self._worker.cancel(self._id)
            super().cancel()

    def _on_event(self, id: str, event: Event) -> None:
        if id != self._id:
            return
        if isinstance(event, Progress) and event.total > 0:
            self.setProgress(100 * event.done / event.total)
        elif isinstance(event, (Result, Error)):
            self._succeeded = isinstance(event, Result)
            self._over.set()
