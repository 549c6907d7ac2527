"""The comparison that the window starts: submitted, followed, its result added to the map."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.jobs import CompareJob
from ...core.hatch.results import CompareResult
from ..background import run_in_background
from ..core_translations import error_text
from ..layers.output_paths import file_stem
from ..layers.polygon_file import LayerPolygons
from ..layers.project_watch import ProjectWatch
from ..layers.provenance import find_probability_file, read_provenance
from ..layers.results import add_comparison
from ..temporary_folder import TemporaryFolder
from ..worker.handle import JobHandle, while_alive
from ..worker.process import WorkerProcess
from ..worker.task import JobTask
from .figures import details_text, figures_text


@dataclass(frozen=True)
class Choice:
    """What is compared, and how.

    ``area`` None: where the layer was extracted if it is the result of an extraction, else
    everything. ``out`` None: a temporary file. The other fields are as in CompareJob.
    """

    layer: QgsVectorLayer
    reference: QgsVectorLayer
    area: Optional[QgsVectorLayer] = None
    min_iou: float = CompareJob.min_iou
    changed_iou: float = CompareJob.changed_iou
    max_shift_m: float = CompareJob.max_shift_m
    out: Optional[Path] = None
    overwrite: bool = False


@dataclass
class ComparisonRun:
    """A running comparison. Layers are known by their ids, as they may be removed meanwhile.

    The last three are None while the layers are written.
    """

    name: str
    layer_id: str
    reference_id: str
    layer_name: str
    reference_name: str
    inputs: TemporaryFolder
    job: Optional[CompareJob] = None
    handle: Optional[JobHandle] = None
    task: Optional[JobTask] = None  # kept from the garbage collector


class Comparison(QObject):
    """One comparison at a time.

    ``waits`` says what it waits for, ``progressed`` carries its Progress events. ``ended`` is
    emitted at its end, then ``done`` with the figures as text or ``problem`` with a sentence for
    the user, empty if it was cancelled.
    """

    waits = pyqtSignal(str)
    progressed = pyqtSignal(object)
    ended = pyqtSignal()
    done = pyqtSignal(str)
    problem = pyqtSignal(str)

    def __init__(self, worker: WorkerProcess, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._run: Optional[ComparisonRun] = None
        self._watch = ProjectWatch()

    @property
    def is_running(self) -> bool:
        """Whether a comparison is running."""
        return self._run is not None

    def start(self, choice: Choice) -> None:
        """Compare these layers. Raises InputError."""
        inputs = _Inputs(choice)
        folder = TemporaryFolder()
        layer, reference = choice.layer.name(), choice.reference.name()
        self._watch.start()
        name = self.tr("{} compared with {}").format(layer, reference)
        ids = choice.layer.id(), choice.reference.id()
        run = self._run = ComparisonRun(name, *ids, layer, reference, folder)
        self.waits.emit(self.tr("Reading the layers"))
        run_in_background(
            lambda: inputs.job(Path(folder.name)),
            lambda job, problem: self._on_written(run, job, problem),
            owner=self,
        )

    def _on_written(
        self, run: ComparisonRun, job: CompareJob, problem: Optional[Exception]
    ) -> None:
        if run is not self._run:  # cancelled
            run.inputs.cleanup()
        elif isinstance(problem, InputError):
            self._end()
            self.problem.emit(error_text(problem))
        elif problem:
            self._end()
            raise problem
        else:
            self._submit(run, job)

    def _submit(self, run: ComparisonRun, job: CompareJob) -> None:
        handle = self._worker.submit(job)
        run.job, run.handle, run.task = job, handle, JobTask(run.name, handle)
        handle.waits.connect(self.waits)
        handle.progress.connect(self.progressed)
        handle.finished.connect(while_alive(self, self._on_finished))
        handle.failed.connect(while_alive(self, self._on_failed))
        QgsApplication.taskManager().addTask(run.task)

    def unload(self) -> None:
        """Stop following the project."""
        self._watch.unload()

    def cancel(self) -> None:
        """Cancel the running comparison; ``ended`` follows."""
        if self._run and self._run.handle:
            self._run.handle.cancel()
        elif self._run:
            self._end()
            self.problem.emit("")

    def _end(self) -> ComparisonRun:
        run, self._run = self._run, None
        if run is None:
            raise ValueError("no comparison is running")
        run.inputs.cleanup()
        self.ended.emit()
        return run

    def _on_failed(self, error: Error) -> None:
        self._end()
        self.problem.emit("" if error.kind == "cancelled" else error.sentence)

    def _on_finished(self, result: CompareResult) -> None:
        run, project = self._end(), QgsProject.instance()
        limited = run.job is not None and (run.job.area is not None or bool(run.job.probability))
        details = details_text(run.layer_name, run.reference_name, limited, result)
        if not self._watch.is_same:
            text = self.tr(
                "The comparison is ready, but not on the map, because another project was "
                "opened: {}"
            )
            self.done.emit(f"{figures_text(result)}\n{text.format(result.out)}")
            return
        compared = project.mapLayer(run.layer_id)
        try:
            add_comparison(Path(result.out), run.name, details, compared, project)
        except InputError as error:
            self.problem.emit(error_text(error))
            return
        # All their polygons are in the comparison, and would cover it or what is below.
        for layer_id in (run.layer_id, run.reference_id):
            node = project.layerTreeRoot().findLayer(layer_id)
            if node:
                node.setItemVisibilityChecked(False)
                node.setExpanded(False)
        self.done.emit(figures_text(result))


class _Inputs:
    """The layers of a comparison as the user sees them now. Raises InputError without a CRS."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._layers = {
            "layer": LayerPolygons(choice.layer),
            "reference": LayerPolygons(choice.reference),
        }
        self._area = LayerPolygons(choice.area) if choice.area else None
        provenance = read_provenance(choice.layer)
        self._extracted = provenance.job.scene.area if provenance else None
        self._probability = find_probability_file(choice.layer, provenance) if provenance else None

    def job(self, folder: Path) -> CompareJob:
        """The job for the layers, written to a folder. Works in any thread. Raises InputError."""
        choice, paths = self._choice, []
        for role, polygons in self._layers.items():
            path = folder / f"{role}_{file_stem(polygons.name)}.gpkg"
            polygons.write(path)
            paths.append(str(path))
        out = choice.out or Path(tempfile.mkdtemp(prefix="cmhcl_")) / "comparison.gpkg"
        return CompareJob(
            *paths,
            str(out),
            min_iou=choice.min_iou,
            changed_iou=choice.changed_iou,
            max_shift_m=choice.max_shift_m,
            area=self._area.area() if self._area else self._extracted,
            probability=str(self._probability or ""),
            overwrite=choice.overwrite,
        )
