"""The fine-tuning that the page Fine-tune starts: submitted, followed, resumed, discarded."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.results import FinetuneResult
from ..models.library import ModelLibrary
from ..online.record import with_kept_picture
from ..paths import runs_folder
from ..runs.run import Run, create_run, model_folders
from ..worker.handle import JobHandle
from ..worker.process import WorkerProcess
from ..worker.task import JobTask
from .inputs import Inputs
from .settings import FinetuneSettings


class Finetuning(QObject):
    """One fine-tuning at a time.

    ``started`` is emitted when a run was started or resumed; ``waits`` says what it waits for;
    ``progressed``, ``measured`` and ``previewed`` carry its Progress, Metric and Preview events. At
    its end comes one of
    ``finished`` with its title and FinetuneResult, ``interrupted`` with the Error, after which it
    can be resumed or discarded, or ``discarded``.
    """

    started = pyqtSignal()
    waits = pyqtSignal(str)
    progressed = pyqtSignal(object)
    measured = pyqtSignal(object)
    previewed = pyqtSignal(object)
    finished = pyqtSignal(str, object)
    interrupted = pyqtSignal(object)
    discarded = pyqtSignal()

    def __init__(
        self,
        worker: WorkerProcess,
        library: ModelLibrary,
        settings: FinetuneSettings,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._library = library
        self._settings = settings
        self._handle: Optional[JobHandle] = None
        self._task: Optional[JobTask] = None  # kept from the garbage collector
        self._discarding = False
        self.run: Optional[Run] = None

    @property
    def is_training(self) -> bool:
        """Whether a fine-tuning is running or paused."""
        return self._handle is not None

    def start(self, inputs: Inputs, blocks: Optional[Path]) -> None:
        """Create a run of the settings, and start it. Raises InputError or OSError.

        ``inputs`` and ``blocks`` are those of the check; their files are copied to the run.
        """
        self._settings.check_title()
        run = create_run(runs_folder())
        try:
            job = self._settings.job(inputs.copied(run.folder), str(self._model_folder()))
            scene = with_kept_picture(job.scene, run.folder)  # it may be resumed later
            job = replace(job, scene=scene)
            if blocks:
                shutil.copy(blocks, run.blocks)
            run.write_job(job)
        except (InputError, OSError):
            run.delete()
            raise
        self.resume(run)

    def _model_folder(self) -> Path:
        """A folder for the model that neither exists nor will be written by another run."""
        reserved = model_folders(runs_folder())
        return self._library.unused_folder(self._settings.title, reserved)

    def resume(self, run: Run) -> None:
        """Start a run, from its checkpoint if there is one."""
        if run.job is None:
            raise ValueError("a run without a job")
        self.run = run
        self._discarding = False
        handle = self._worker.submit(run.job)
        self._handle = handle
        handle.waits.connect(self.waits)
        handle.progress.connect(self.progressed)
        handle.metric.connect(self.measured)
        handle.preview.connect(self.previewed)
        handle.finished.connect(self._on_finished)
        handle.failed.connect(self._on_failed)
        title = self.tr("Fine-tuning “{}”").format(run.title)
        self._task = JobTask(title, handle, can_cancel=False)
        QgsApplication.taskManager().addTask(self._task)
        self.started.emit()

    # While it is running

    def pause(self) -> None:
        """Pause the run until ``resume_paused``."""
        if self._handle:
            self._handle.pause()

    def resume_paused(self) -> None:
        """Continue a paused run."""
        if self._handle:
            self._handle.resume()

    def finish(self) -> None:
        """End the run now, with the best model so far."""
        if self._handle:
            self._handle.finish()

    def cancel(self) -> None:
        """End the run, and discard it once the worker has stopped."""
        if self._handle:
            self._discarding = True
            self._handle.cancel()

    # After it

    def discard(self) -> None:
        """Delete an interrupted run."""
        if self.run:
            self.run.delete()
            self.run = None
        self.discarded.emit()

    def release(self) -> None:
        """Release the run, if there is one, so that it can be resumed at the next start."""
        if self.run:
            self.run.release()

    def _on_finished(self, result: FinetuneResult) -> None:
        run, self.run, self._handle, self._task = self.run, None, None, None
        if run:
            self._library.changed.emit()
            self.finished.emit(run.title, result)
            run.delete()

    def _on_failed(self, error: Error) -> None:
        self._handle = self._task = None
        if self._discarding:
            self.discard()
        else:
            self.interrupted.emit(error)
