"""Buttons that copy a run as a command."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import ExtractJob
from ..background import run_in_background
from ..core_translations import error_text
from ..finetune.inputs import Inputs
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
        action = self.menu().addAction(translate("Recipes", "Copy as command line"))
        action.triggered.connect(self._write)

    def _write(self) -> None:
        """Write the labels in a thread, then put the command into the clipboard."""
        try:
            layers = self._settings.layers()
            name = f"cmhcl_{file_stem(self._settings.title)}"
            folder = new_folder(name, QgsProject.instance())
            folder.mkdir()
        except (InputError, OSError) as error:
            self.problem.emit(error_text(error))
            return
        self.setEnabled(False)
        run_in_background(
            lambda: layers.write(folder),
            lambda inputs, problem: self._on_written(folder, inputs, problem),
            owner=QCoreApplication.instance(),  # the page may be deleted before the end
        )

    def _on_written(self, folder: Path, inputs: Inputs, problem: Optional[Exception]) -> None:
        if sip.isdeleted(self):
            shutil.rmtree(folder, ignore_errors=True)
            return
        self.setEnabled(True)
        try:
            if problem:
                raise problem
            self._put(folder, inputs)
        except (InputError, OSError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            self.problem.emit(error_text(error))

    def _put(self, folder: Path, inputs: Inputs) -> None:
        job = self._settings.job(inputs, str(folder / "model"))
        job = replace(job, scene=with_kept_picture(job.scene, folder))
        area = area_path(job.scene.area, folder / "labelled.gpkg")
        write_area(job.scene.area, area)
        QgsApplication.clipboard().setText(finetune_command(job, area))
        text = translate(
            "Recipes", "The command is in the clipboard; its labels and its model are in: {}"
        )
        self.copied.emit(text.format(folder))
