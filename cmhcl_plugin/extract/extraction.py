"""The extraction that the page Extract starts: submitted, followed, its result added to the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Optional

from qgis.core import Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.jobs import ExtractJob, SceneInput
from ...core.hatch.library import entry_of
from ...core.hatch.results import ExtractResult
from ..core_translations import error_text
from ..layers import output_paths
from ..layers.content import mark_unedited
from ..layers.project_watch import ProjectWatch
from ..layers.provenance import Provenance, write_provenance
from ..layers.replaced_layers import ReplacedLayers
from ..layers.results import add_footprints, run_name
from ..layers.view import is_in_view, zoom_to
from ..numbers import fill_in
from ..online.fetch import PictureFetch
from ..online.record import with_kept_picture
from ..paths import history_file, runs_folder
from ..runs.history import History, PastRun
from ..runs.run import Run, create_run
from ..worker.handle import JobHandle
from ..worker.process import WorkerProcess
from ..worker.task import JobTask
from .settings import ExtractSettings


@dataclass(frozen=True)
class ExtractionRun:
    """A running extraction.

    ``saved`` is its run on disk, ``layer`` the name of the SAR layer, ``crs`` that of it;
    ``suggest_folder``: the folder of the result is suggested for the next one; ``replaced`` are the
    layers that read the earlier file.
    """

    saved: Run
    layer: str
    model: str
    started: datetime
    job: ExtractJob
    crs: QgsCoordinateReferenceSystem
    suggest_folder: bool
    replaced: ReplacedLayers
    handle: JobHandle
    task: JobTask  # kept from the garbage collector


class Extraction(QObject):
    """One extraction at a time.

    ``waits`` says what it waits for before it starts, ``progressed`` carries its Progress events.
    ``ended`` is emitted at its end, then ``added`` if its layer is on the map. ``message`` carries
    a sentence for the user, its Qgis.MessageLevel and what the user can do about it,
    ``interrupted`` the Run of an extraction that can be resumed. A result is not added to another
    project than it was started in.
    """

    waits = pyqtSignal(str)
    progressed = pyqtSignal(object)
    added = pyqtSignal()
    ended = pyqtSignal()
    message = pyqtSignal(str, object, list)  # the last: message_area.Actions
    interrupted = pyqtSignal(object)

    def __init__(
        self,
        iface: QgisInterface,
        worker: WorkerProcess,
        settings: ExtractSettings,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._iface = iface
        self._worker = worker
        self._settings = settings
        self._run: Optional[ExtractionRun] = None
        self.offer = ""  # what is said about a result of another project, until it is added
        self.fetch = PictureFetch(settings.pictures, iface.mainWindow(), self)
        self._project = QgsProject.instance()
        self._watch = ProjectWatch()
        self._history = History(history_file())
        self.fetch.progressed.connect(self.progressed)
        self.fetch.failed.connect(self._on_not_fetched)

    @property
    def is_running(self) -> bool:
        """Whether an extraction is running."""
        return self._run is not None or self.fetch.is_running

    def start(self, out: Path, overwrite: bool = False) -> None:
        """Extract into this file as the settings say. Raises InputError or OSError.

        ``overwrite``: the user allows the file and its probabilities to be replaced. If optical is
        an online layer, its picture is fetched first, unless the user does not allow that.
        """
        make_job = self._maker(out, overwrite)
        self.fetch.attempt(lambda: self._start(make_job()))

    def job(self, out: Path) -> ExtractJob:
        """The job that ``start`` would do now. Raises InputError."""
        return self._maker(out)()

    def _maker(self, out: Path, overwrite: bool = False) -> Callable[[], ExtractJob]:
        """Makes the job of the area as it is now. Raises InputError if there is none."""
        settings, iface = self._settings, self._iface
        area = settings.area(iface.mapCanvas().mapSettings(), iface.activeLayer())
        probability = str(output_paths.probability_path(out))
        return partial(settings.job, out, area, probability, overwrite)

    def _start(self, job: ExtractJob) -> None:
        settings = self._settings
        sar = settings.scene.sar_layers()[0]
        settings.scene.keep()
        saved = create_run(runs_folder())
        try:
            scene = with_kept_picture(job.scene, saved.folder)  # it may be resumed later
            saved.write_job(replace(job, scene=scene))
        except (InputError, OSError):
            saved.delete()
            raise
        self._submit(saved, job, sar.name(), sar.crs(), bool(settings.output))

    def resume(self, saved: Run, overwrite: bool = False) -> None:
        """Continue an extraction that was interrupted; ``overwrite`` is as in ``start``."""
        if not isinstance(saved.job, ExtractJob):
            raise ValueError("not the run of an extraction")
        job = replace(saved.job, overwrite=overwrite)
        self._submit(saved, job, saved.title, _sar_crs(job.scene), False)

    def _submit(
        self,
        saved: Run,
        job: ExtractJob,
        layer: str,
        crs: QgsCoordinateReferenceSystem,
        suggest_folder: bool,
    ) -> None:
        entry, started = entry_of(Path(job.model)), datetime.now()
        model = entry.manifest.name if entry.manifest else entry.folder.name
        self._watch.start()
        replaced = ReplacedLayers([Path(job.out), Path(job.probability)], self._project)
        kept = saved.job or job  # has the picture of an online layer that stays
        handle = self._worker.submit(replace(job, scene=kept.scene))
        task = JobTask(run_name(layer, model, started, self._project), handle)
        self._run = ExtractionRun(
            saved, layer, model, started, job, crs, suggest_folder, replaced, handle, task
        )
        handle.waits.connect(self.waits)
        handle.progress.connect(self.progressed)
        handle.finished.connect(self._on_finished)
        handle.failed.connect(self._on_failed)
        QgsApplication.taskManager().addTask(task)

    def unload(self) -> None:
        """Stop following the project."""
        self.fetch.cancel()
        self._watch.unload()

    def cancel(self) -> None:
        """Cancel the running extraction; ``ended`` follows."""
        if self._run:
            self._run.handle.cancel()
        elif self.fetch.is_running:
            self.fetch.cancel()
            self.ended.emit()
            self.message.emit(self._cancelled(), Qgis.MessageLevel.Info, [])

    def _on_not_fetched(self, sentence: str) -> None:
        self.ended.emit()
        self.message.emit(sentence, Qgis.MessageLevel.Warning, [])

    def _cancelled(self) -> str:
        return self.tr("Cancelled; nothing was written.")

    def _end(self) -> ExtractionRun:
        run, self._run = self._run, None
        if run is None:
            raise ValueError("no extraction is running")
        self.ended.emit()
        return run

    def _on_failed(self, error: Error) -> None:
        run = self._end()
        run.replaced.put_back()
        if error.kind == "cancelled" and not run.handle.is_cancelled:  # the worker was stopped
            self.interrupted.emit(run.saved)
        elif error.kind == "cancelled":
            run.saved.delete()
            self.message.emit(self._cancelled(), Qgis.MessageLevel.Info, [])
        else:
            self.message.emit(error.sentence, Qgis.MessageLevel.Critical, [])
            if error.kind in ("ended", "memory"):
                self.interrupted.emit(run.saved)
            else:
                run.saved.delete()

    def _on_finished(self, result: ExtractResult) -> None:
        run = self._end()
        provenance = Provenance.from_result(run.job, result)
        run.saved.delete()
        self._history.add(PastRun(provenance, result.footprints))
        run.replaced.remove()
        if self._watch.is_same:
            self._add(run, result, provenance)
            return
        text = self.tr(
            "The footprints are ready, but not on the map, because another project was opened: {}"
        )
        self.offer = text.format(result.out)
        add = self.tr("Add to this project"), lambda: self._add(run, result, provenance)
        self.message.emit(self.offer, Qgis.MessageLevel.Success, [add])

    def _add(self, run: ExtractionRun, result: ExtractResult, provenance: Provenance) -> None:
        """Add the footprints to the map, and say so."""
        self.offer = ""
        name = run_name(run.layer, run.model, run.started, self._project)
        try:
            layer = add_footprints(Path(result.out), run.crs, name, self._project)
        except InputError as error:
            self.message.emit(error_text(error), Qgis.MessageLevel.Critical, [])
            return
        write_provenance(layer, provenance)
        mark_unedited(layer)
        self._iface.setActiveLayer(layer)
        self.added.emit()
        if run.suggest_folder:
            self._settings.suggest_folder_of(Path(result.out))
        one = self.tr("{:,} footprint in {:.1f} s, in the layer “{}”.")
        many = self.tr("{:,} footprints in {:.1f} s, in the layer “{}”.")
        text = one if result.footprints == 1 else many
        text = fill_in(text, result.footprints, result.seconds, layer.name())
        actions = []
        if result.footprints and not is_in_view(layer, self._iface.mapCanvas()):
            canvas = self._iface.mapCanvas()
            actions.append((self.tr("Zoom to"), lambda: zoom_to(layer, canvas)))
        self.message.emit(text, Qgis.MessageLevel.Success, actions)


def _sar_crs(scene: SceneInput) -> QgsCoordinateReferenceSystem:
    """The CRS of the first SAR layer of a scene."""
    if scene.sar_crs:
        return QgsCoordinateReferenceSystem.fromWkt(scene.sar_crs)
    return QgsRasterLayer(scene.sar[0]).crs()
