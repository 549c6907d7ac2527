"""An installation as a task in QGIS's task bar, visible after the options are closed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QCoreApplication

from .virtual_environment import is_usable

if TYPE_CHECKING:
    from .install import Installer


class InstallTask(QgsTask):
    """Mirrors the installer's progress and end, and cancels it; ``run`` only waits."""

    def __init__(self, installer: Installer) -> None:
        description = QCoreApplication.translate("InstallTask", "Install Python for CMH-CL")
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._installer = installer
        installer.progressed.connect(self._on_progress)

    def run(self) -> bool:
        """In a background thread."""
        while self._installer.is_running:
            if self.isCanceled():  # QGIS cancels all tasks on leaving and waits
                return False
            time.sleep(0.1)
        return is_usable()

    def cancel(self) -> None:
        """Called by QGIS in the main thread."""
        self._installer.cancel()
        super().cancel()

    def _on_progress(self, _: str, percent: int) -> None:
        self.setProgress(max(percent, 0))
