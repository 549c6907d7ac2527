"""The export of a model: the choice of a format, and the job that writes one for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.existence import exists
from ...core.hatch.jobs import ExportJob
from ...core.hatch.results import ExportResult
from ..layers.output_paths import file_stem
from ..worker.handle import JobHandle, while_alive
from ..worker.process import WorkerProcess
from ..worker.task import JobTask

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Target:
    """Where a model is written: one zip file, or a folder with ONNX files or without."""

    path: Path
    is_zip: bool
    onnx: bool = False


def ask_for_target(parent: QWidget, name: str) -> Optional[Target]:
    """Ask for a format and a place for the model of this name; None if the user cancels."""
    archive = translate("Models", "Zip file, for this plugin (*.zip)")
    onnx = translate("Models", "Folder with ONNX and STAC, for other programs (*)")
    items = translate("Models", "Folder with STAC alone, for catalogues (*)")
    dialog = QFileDialog(parent, translate("Models", "Export model"), str(Path.home()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters([archive, onnx, items])
    dialog.setDefaultSuffix("zip")
    dialog.filterSelected.connect(
        lambda chosen: dialog.setDefaultSuffix("zip" if chosen == archive else "")
    )
    dialog.selectFile(file_stem(name))
    agreed = dialog.exec()
    dialog.deleteLater()
    if not agreed:
        return None
    (text,), chosen = dialog.selectedFiles(), dialog.selectedNameFilter()
    is_zip = chosen not in (onnx, items)
    stem = text[:-4] if text.lower().endswith(".zip") else text  # some systems add it to folders
    return Target(Path(f"{stem}.zip" if is_zip else stem), is_zip, chosen == onnx)


class ModelExport(QObject):
    """Writes a folder for other programs in the worker, one at a time.

    ``waits`` says what it waits for, ``progressed`` carries its Progress events. ``ended`` is
    emitted at its end, then ``done`` with the folder or ``problem`` with a sentence for the user,
    empty if it was cancelled.
    """

    waits = pyqtSignal(str)
    progressed = pyqtSignal(object)
    ended = pyqtSignal()
    done = pyqtSignal(str)
    problem = pyqtSignal(str)

    def __init__(self, worker: WorkerProcess, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._handle: Optional[JobHandle] = None
        self._task: Optional[JobTask] = None  # kept from the garbage collector

    @property
    def is_running(self) -> bool:
        """Whether a model is being written."""
        return self._handle is not None

    def start(self, model: Path, name: str, target: Target) -> None:
        """Write a model of this name into the folder of a target. Raises InputError."""
        if exists(target.path):
            text = self.tr("The folder exists; choose another name: {}")
            raise InputError(text.format(target.path))
        job = ExportJob(str(target.path), str(model), target.onnx)
        self._handle = handle = self._worker.submit(job)
        self._task = JobTask(self.tr("Export of {}").format(name), handle)
        handle.waits.connect(self.waits)
        handle.progress.connect(self.progressed)
        handle.finished.connect(while_alive(self, self._on_finished))
        handle.failed.connect(while_alive(self, self._on_failed))
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        """Cancel the running export; ``ended`` follows."""
        if self._handle:
            self._handle.cancel()

    def _end(self) -> None:
        self._handle = self._task = None
        self.ended.emit()

    def _on_finished(self, result: ExportResult) -> None:
        self._end()
        self.done.emit(result.out)

    def _on_failed(self, error: Error) -> None:
        self._end()
        self.problem.emit("" if error.kind == "cancelled" else error.sentence)
