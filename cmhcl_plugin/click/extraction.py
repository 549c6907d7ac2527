"""The extractions that clicks start: submitted as jobs, followed, cancelled."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections import deque
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.jobs import ExtractJob
from ...core.hatch.results import ExtractResult
from ..core_translations import error_text
from ..extract.settings import ExtractSettings
from ..online.fetch import PictureFetch
from ..online.pictures import MissingPictureError
from ..worker.handle import JobHandle
from ..worker.process import WorkerProcess
from ..worker.task import JobTask
from .area_band import AreaBand
from .click_area import ClickArea


@dataclass(frozen=True)
class ClickRun:
    """The extraction of one area."""

    area: ClickArea
    job: ExtractJob
    band: AreaBand
    handle: JobHandle
    task: JobTask  # kept from the garbage collector


class ClickExtraction(QObject):
    """Any number of extractions; the worker does one after the other.

    ``runs`` are those that have not ended. ``finished`` carries a ClickRun and its ExtractResult,
    ``refused`` and ``failed`` a sentence for the user; ``changed`` is emitted when an extraction
    starts or ends.
    """

    finished = pyqtSignal(object, object)
    refused = pyqtSignal(str)
    failed = pyqtSignal(str)
    changed = pyqtSignal()

    def __init__(
        self,
        worker: WorkerProcess,
        settings: ExtractSettings,
        canvas: QgsMapCanvas,
        fetch: PictureFetch,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._waiting: deque[ClickArea] = deque()  # until the picture of another one is there
        fetch.finished.connect(self._proceed)
        fetch.failed.connect(self._on_not_fetched)
        self._worker = worker
        self._settings = settings
        self._canvas = canvas
        self._folder: Optional[Path] = None  # of results that are not in the layer yet
        self._numbers = itertools.count(1)  # of the files in it
        self.runs: list[ClickRun] = []
        canvas.destinationCrsChanged.connect(self._show_bands)

    @property
    def is_running(self) -> bool:
        """Whether an extraction has not ended, or waits for a picture."""
        return bool(self.runs) or self._fetch.is_running

    def start(self, area: ClickArea) -> None:
        """Extract an area with the current settings, once its picture is there.

        Nothing follows if the user does not allow the picture to be fetched.
        """
        self._waiting.append(area)
        self._proceed()

    def _proceed(self) -> None:
        while self._waiting and not self._fetch.is_running:
            self._fetch.attempt(partial(self._submit_or_refuse, self._waiting.popleft()))
        self.changed.emit()

    def _submit_or_refuse(self, area: ClickArea) -> None:
        """Raises MissingPictureError."""
        try:
            self._submit(area)
        except MissingPictureError:
            raise
        except InputError as error:
            self.refused.emit(error_text(error))

    def _submit(self, area: ClickArea) -> None:
        """Submit the job to extract an area. Raises InputError."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="cmhcl_"))
        out = self._folder / f"{next(self._numbers)}.gpkg"
        job = self._settings.job(out, area.job_area())
        handle = self._worker.submit(job)
        task = JobTask(self.tr("Footprints by click"), handle)
        band = AreaBand(self._canvas)
        band.setLineStyle(Qt.PenStyle.DashLine)
        band.show_area(area)
        run = ClickRun(area, job, band, handle, task)
        self.runs.append(run)
        handle.finished.connect(lambda result: self._on_finished(run, result))
        handle.failed.connect(lambda error: self._on_failed(run, error))
        QgsApplication.taskManager().addTask(task)

    def cancel_all(self) -> None:
        """Cancel all extractions; no signal about their results follows."""
        self._waiting.clear()
        self._fetch.cancel()
        for run in list(self.runs):
            self._remove(run)
            run.handle.cancel()
        self.changed.emit()

    def unload(self) -> None:
        """Cancel all, disconnect from the canvas, delete temporary files."""
        self.cancel_all()
        self._canvas.destinationCrsChanged.disconnect(self._show_bands)
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _on_not_fetched(self, sentence: str) -> None:
        self._waiting.clear()
        self.changed.emit()
        self.failed.emit(sentence)

    def _on_finished(self, run: ClickRun, result: ExtractResult) -> None:
        if run in self.runs:
            self._remove(run)
            self.finished.emit(run, result)

    def _on_failed(self, run: ClickRun, error: Error) -> None:
        if run in self.runs:
            self._remove(run)
            if error.kind != "cancelled":
                self.failed.emit(error.sentence)

    def _remove(self, run: ClickRun) -> None:
        self.runs.remove(run)
        run.band.remove()
        self.changed.emit()

    def _show_bands(self) -> None:
        """Show the bands in the new coordinate system of the map."""
        for run in self.runs:
            run.band.show_area(run.area)
