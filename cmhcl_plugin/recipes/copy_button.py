"""The button that copies a run as a command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import ExtractJob
from .area_file import area_file
from .commands import core_command, processing_command


class CopyCommandButton(QToolButton):
    """A menu of two commands, either of which is put into the clipboard.

    ``job`` gives what to repeat, with its outputs; it may raise InputError. ``copied`` and
    ``problem`` carry a sentence for the user.
    """

    copied = pyqtSignal(str)
    problem = pyqtSignal(str)

    def __init__(self, job: Callable[[], ExtractJob]) -> None:
        super().__init__()
        self._job = job
        self.setIcon(QgsApplication.getThemeIcon("/mActionEditCopy.svg"))
        self.setToolTip(self.tr("Copy as command, to repeat this run outside of QGIS"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(self.tr("Copy as command line")).triggered.connect(
            lambda: self._copy(core_command)
        )
        menu.addAction(self.tr("Copy as qgis_process command")).triggered.connect(
            lambda: self._copy(processing_command)
        )
        self.setMenu(menu)

    def _copy(self, command: Callable[[ExtractJob, str], str]) -> None:
        try:
            job = self._job()
            area = area_file(job.scene.area, Path(job.out))
            QgsApplication.clipboard().setText(command(job, area))
        except InputError as error:
            self.problem.emit(str(error))
            return
        if area:
            text = self.tr("The command is in the clipboard, its area in a file: {}")
            self.copied.emit(text.format(area))
        else:
            self.copied.emit(self.tr("The command is in the clipboard."))
