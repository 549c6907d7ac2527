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
from ..core_translations import error_text
from ..durations import progress_text
from ..online.fetch import PictureFetch
from ..worker.handle import JobHandle
from ..worker.process import WorkerProcess
from .settings import FinetuneSettings


class LabelCheck(QObject):
    """One check at a time; a new one replaces the running one.

    If optical is an online layer, its picture is fetched first; if the user does not allow that,
    no optical layer is chosen.

    ``started`` is emitted when the picture is fetched and when the worker is asked,
    ``progressed`` carries what is done. Then comes one of ``finished`` with a CheckResult,
    ``refused`` with the sentence that says why not, or ``cancelled`` if the worker was stopped.
    ``blocks`` is the GeoJSON file of training and validation blocks that the latest check wrote,
    None before the first.
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
        fetch.failed.connect(self.refused)
        self._worker = worker
        self._settings = settings
        self._handle: Optional[JobHandle] = None
        self.is_up_to_date = False
        self.blocks: Optional[Path] = None

    @property
    def is_needed(self) -> bool:
        """Whether the current settings were not checked and no check is running."""
        is_running = self._handle is not None or self._fetch.is_running
        return not is_running and not self.is_up_to_date

    def start(self) -> None:
        """Check the current settings."""
        self.stop()
        try:
            if not self._fetch.attempt(self._submit):
                self._settings.scene.choose_optical(None)
        except InputError as error:
            self.refused.emit(error_text(error))
            return
        if self._fetch.is_running:
            self.started.emit()

    def _submit(self) -> None:
        """Ask the worker. Raises InputError."""
        folder = Path(tempfile.mkdtemp(prefix="cmhcl_"))
        try:
            labels = self._settings.write_labels(folder)
            job = self._settings.check_job(labels, folder / BLOCKS)
        except InputError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        handle = self._worker.submit(job)
        self._handle = handle
        handle.waits.connect(lambda text: self._on_waits(handle, text))
        handle.progress.connect(lambda event: self._on_progress(handle, event))
        handle.finished.connect(lambda result: self._on_finished(handle, folder, result))
        handle.failed.connect(lambda error: self._on_failed(handle, folder, error))
        self.started.emit()

    def stop(self) -> None:
        """Cancel the running check, because the settings or the worker changed."""
        handle, self._handle = self._handle, None
        self.is_up_to_date = False
        self._fetch.cancel()
        if handle:
            handle.cancel()

    def unload(self) -> None:
        """Delete the files of the latest check."""
        if self.blocks:
            shutil.rmtree(self.blocks.parent, ignore_errors=True)
            self.blocks = None

    def _on_waits(self, handle: JobHandle, text: str) -> None:
        if handle is self._handle:
            self.progressed.emit(text)

    def _on_progress(self, handle: JobHandle, event: Progress) -> None:
        if handle is self._handle:
            self.progressed.emit(progress_text(event))

    def _on_finished(self, handle: JobHandle, folder: Path, result: CheckResult) -> None:
        if handle is not self._handle:
            shutil.rmtree(folder, ignore_errors=True)
            return
        self.unload()
        self._handle, self.is_up_to_date, self.blocks = None, True, folder / BLOCKS
        self.finished.emit(result)

    def _on_failed(self, handle: JobHandle, folder: Path, error: Error) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        if handle is not self._handle:
            return
        self._handle = None
        if error.kind == "cancelled":
            self.cancelled.emit()
        else:
            self.refused.emit(error.sentence)
