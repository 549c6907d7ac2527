"""A job as a task in QGIS's task bar."""

from __future__ import annotations

from qgis.core import QgsTask

from ...core.hatch.events import Progress
from ..waiting_task import WaitingTask
from ..widgets.plain_text import without_tags
from .handle import JobHandle


class JobTask(WaitingTask):
    """Mirrors one job: its progress, its end, and cancelling it from the task bar.

    The work is done by the worker process. The code that submitted the job gets its result from the
    handle, because QGIS deletes a cancelled task at once.
    """

    def __init__(self, description: str, handle: JobHandle, *, can_cancel: bool = True) -> None:
        """``can_cancel`` false: neither the task bar nor QGIS on exit cancels the job.

        QGIS then does not ask on exit; an exit blocker does.
        """
        flag = QgsTask.Flag.CanCancel if can_cancel else QgsTask.Flag.CancelWithoutPrompt
        super().__init__(without_tags(description), flag)
        self.job_name = handle.job.name
        self._handle = handle
        handle.progress.connect(self._on_progress)
        handle.finished.connect(lambda _: self.end(succeeded=True))
        handle.failed.connect(lambda _: self.end(succeeded=False))

    def cancel(self) -> None:
        """Called by QGIS in the main thread; on exit, before any exit blocker."""
        if self.canCancel():
            self._handle.cancel()
            super().cancel()

    def _on_progress(self, progress: Progress) -> None:
        if progress.total > 0:
            self.setProgress(100 * progress.share)
