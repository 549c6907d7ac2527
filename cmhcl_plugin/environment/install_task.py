"""An installation as a task in QGIS's task bar, visible after the options are closed."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication

from ..waiting_task import WaitingTask


class InstallTask(WaitingTask):
    """Cancels the installer, which tells the task its progress and its end."""

    def __init__(self, cancel: Callable[[], None]) -> None:
        description = QCoreApplication.translate("InstallTask", "Install Python for CMH-CL")
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._cancel = cancel

    def cancel(self) -> None:
        """Called by QGIS in the main thread."""
        self._cancel()
        super().cancel()

    def show_progress(self, _: str, percent: int) -> None:
        """``percent`` is negative if it is not known."""
        self.setProgress(max(percent, 0))
