"""The check of the labels and the scene before a fine-tuning is started."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error, Progress
from ...core.hatch.library import BLOCKS
from ...core.hatch.results import CheckResult
from ..background import run_in_background
from ..core_translations import error_text
from ..durations import progress_text
from ..online.fetch import PictureFetch
from ..worker.handle import JobHandle, while_alive
from ..worker.process import WorkerProcess
from .inputs import Inputs
from .settings import FinetuneSettings


class LabelCheck(QObject):
    """One check at a time; a new one replaces the running one.

    A thread writes the labels first. If optical is an online layer, its picture is fetched then; if
    the user does not allow that, no optical layer is chosen.

    ``started`` is emitted at the start, ``progressed`` carries what is done. Then comes one of
    ``finished`` with a CheckResult, ``refused`` with the sentence that says why not, or
    ``cancelled`` if the worker was stopped. ``inputs`` are those of the latest check that has
    succeeded, ``blocks`` is the GeoJSON file of training and validation blocks that it wrote; both
    are None before the first.
    """

    started = pyqtSignal()
    progressed = pyqtSignal(str)
    finished = pyqtSignal(object)
    refused = pyqtSignal(str)
    cancelled = pyqtSignal()

    def __init__(
        self,
        worker: WorkerProcess,
        settings: FinetuneSettings,
        fetch: PictureFetch,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        fetch.progressed.connect(lambda event: self.progressed.emit(progress_text(event)))
        fetch.failed.connect(self._refuse)
        self._worker = worker
        self._settings = settings
        self._folder: Optional[Path] = None  # of the running check
        self._handle: Optional[JobHandle] = None
        self.is_up_to_date = False
        self.inputs: Optional[Inputs] = None
        self.blocks: Optional[Path] = None

    @property
    def is_needed(self) -> bool:
        """Whether the current settings were not checked and no check is running."""
        return self._folder is None and not self.is_up_to_date

    def start(self) -> None:
        """Check the current settings."""
        self.stop()
        try:
            layers = self._settings.layers()
        except InputError as error:
            self.refused.emit(error_text(error))
            return
        folder = Path(tempfile.mkdtemp(prefix="cmhcl_"))
        self._folder = folder
        self.started.emit()
        self.progressed.emit(self.tr("Reading the layers"))
        run_in_background(
            lambda: layers.write(folder),
            lambda inputs, problem: self._on_written(folder, inputs, problem),
            owner=self,
        )

    def _on_written(self, folder: Path, inputs: Inputs, problem: Optional[Exception]) -> None:
        if folder != self._folder:
            shutil.rmtree(folder, ignore_errors=True)
        elif isinstance(problem, InputError):
            self._refuse(error_text(problem))
        elif problem:
            self._forget()
            raise problem
        else:
            self._attempt(folder, inputs)

    def _attempt(self, folder: Path, inputs: Inputs) -> None:
        """Ask the worker, or fetch the picture of an online layer first."""
        try:
            if not self._fetch.attempt(lambda: self._submit(folder, inputs)):
                self._forget()
                self._settings.scene.choose_optical(None)
        except InputError as error:
            self._refuse(error_text(error))

    def _submit(self, folder: Path, inputs: Inputs) -> None:
        """Ask the worker. Raises InputError."""
        handle = self._worker.submit(self._settings.check_job(inputs, folder / BLOCKS))
        self._handle = handle
        for signal, slot in (
            (handle.waits, lambda text: self._on_waits(handle, text)),
            (handle.progress, lambda event: self._on_progress(handle, event)),
            (handle.finished, lambda result: self._on_finished(handle, folder, inputs, result)),
            (handle.failed, lambda error: self._on_failed(handle, folder, error)),
        ):
            signal.connect(while_alive(self, slot))

    def stop(self) -> None:
        """Cancel the running check, because the settings or the worker changed."""
        handle, self._handle = self._handle, None
        self.is_up_to_date = False
        self._fetch.cancel()
        if handle:
            self._folder = None  # deleted once the worker has stopped
            handle.cancel()
        else:
            self._forget()

    def _forget(self) -> None:
        """End the running check, and delete its files."""
        folder, self._folder = self._folder, None
        if folder:
            shutil.rmtree(folder, ignore_errors=True)

    def _refuse(self, sentence: str) -> None:
        self._forget()
        self.refused.emit(sentence)

    def unload(self) -> None:
        """Delete the files of the latest check."""
        if self.blocks:
            shutil.rmtree(self.blocks.parent, ignore_errors=True)
            self.blocks = self.inputs = None

    def _on_waits(self, handle: JobHandle, text: str) -> None:
        if handle is self._handle:
            self.progressed.emit(text)

    def _on_progress(self, handle: JobHandle, event: Progress) -> None:
        if handle is self._handle:
            self.progressed.emit(progress_text(event))

    def _on_finished(
        self, handle: JobHandle, folder: Path, inputs: Inputs, result: CheckResult
    ) -> None:
        if handle is not self._handle:
            shutil.rmtree(folder, ignore_errors=True)
            return
        self.unload()
        self._handle, self._folder, self.is_up_to_date = None, None, True
        self.inputs, self.blocks = inputs, folder / BLOCKS
        self.finished.emit(result)

    def _on_failed(self, handle: JobHandle, folder: Path, error: Error) -> None:
        if handle is not self._handle:
            shutil.rmtree(folder, ignore_errors=True)
            return
        self._handle = None
        self._forget()
        if error.kind == "cancelled":
            self.cancelled.emit()
        else:
            self.refused.emit(error.sentence)
