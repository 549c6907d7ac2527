"""Buttons that copy a run as a command."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import ExtractJob
from ..core_translations import error_text
from ..finetune.settings import FinetuneSettings
from ..layers.output_paths import file_stem, new_folder
from ..online.record import with_kept_picture
from .area_file import area_path, write_area
from .commands import extract_command, finetune_command, processing_command

translate = QCoreApplication.translate


class CopyCommandButton(QToolButton):
    """A menu of commands, each of which can be put into the clipboard.

    ``copied`` and ``problem`` carry a sentence for the user.
    """

    copied = pyqtSignal(str)
    problem = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setIcon(QgsApplication.getThemeIcon("/mActionEditCopy.svg"))
        self.setToolTip(translate("Recipes", "Copy as command, to repeat this run outside of QGIS"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))

    def add_entry(self, title: str, copy: Callable[[], str]) -> None:
        """``copy`` puts a command into the clipboard and returns what to say.

        It may raise InputError or OSError.
        """
        self.menu().addAction(title).triggered.connect(lambda: self._copy(copy))

    def _copy(self, copy: Callable[[], str]) -> None:
        try:
            self.copied.emit(copy())
        except (InputError, OSError) as error:
            self.problem.emit(error_text(error))


class CopyExtractButton(CopyCommandButton):
    """``job`` gives the extraction to repeat, with its outputs; it may raise InputError.

    Its area and the picture of an online layer are written next to its output.
    """

    def __init__(self, job: Callable[[], ExtractJob]) -> None:
        super().__init__()
        self._job = job
        line = translate("Recipes", "Copy as command line")
        self.add_entry(line, lambda: self._put(extract_command))
        process = translate("Recipes", "Copy as qgis_process command")
        self.add_entry(process, lambda: self._put(processing_command))

    def _put(self, command: Callable[[ExtractJob, str], str]) -> str:
        job = self._job()
        out = Path(job.out)
        area = area_path(job.scene.area, out)
        command(job, area)  # raises before a file is written
        write_area(job.scene.area, area)
        job = replace(job, scene=with_kept_picture(job.scene, out.parent))
        QgsApplication.clipboard().setText(command(job, area))
        if not area:
            return translate("Recipes", "The command is in the clipboard.")
        text = translate("Recipes", "The command is in the clipboard, its area in a file: {}")
        return text.format(area)


class CopyFinetuneButton(CopyCommandButton):
    """The fine-tuning of the settings; its labels and area are written to a new folder."""

    def __init__(self, settings: FinetuneSettings) -> None:
        super().__init__()
        self._settings = settings
        self.add_entry(translate("Recipes", "Copy as command line"), self._put)

    def _put(self) -> str:
        settings = self._settings
        missing = settings.missing()
        if missing:
            raise InputError(missing)
        folder = new_folder(f"cmhcl_{file_stem(settings.title)}", QgsProject.instance())
        folder.mkdir()
        try:
            job = settings.job(settings.write_labels(folder), str(folder / "model"))
            job = replace(job, scene=with_kept_picture(job.scene, folder))
            area = area_path(job.scene.area, folder / "labelled.gpkg")
            write_area(job.scene.area, area)
            QgsApplication.clipboard().setText(finetune_command(job, area))
        except (InputError, OSError):
            shutil.rmtree(folder, ignore_errors=True)
            raise
        text = translate(
            "Recipes", "The command is in the clipboard; its labels and its model are in: {}"
        )
        return text.format(folder)
