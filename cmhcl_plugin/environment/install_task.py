"""An installation as a task in QGIS's task bar, visible after the options are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication

from ..waiting_task import WaitingTask

if TYPE_CHECKING:
    from .installer import Installer


class InstallTask(WaitingTask):
    """Mirrors the installer's progress, and cancels it; the installer ends the task."""

    def __init__(self, installer: Installer) -> None:
        description = QCoreApplication.translate("InstallTask", "Install Python for CMH-CL")
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._installer = installer
        installer.progressed.connect(self._on_progress)

    def cancel(self) -> None:
        """Called by QGIS in the main thread."""
        self._installer.cancel()
        super().cancel()

    def _on_progress(self, _: str, percent: int) -> None:
        self.setProgress(max(percent, 0))
