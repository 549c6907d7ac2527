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
from ...core.hatch.jobs import Area, CompareJob
from ...core.hatch.results import CompareResult
from ..core_translations import error_text
from ..layers.areas import polygons_area
from ..layers.output_paths import file_stem
from ..layers.polygon_file import write_all_polygons
from ..layers.project_watch import ProjectWatch
from ..layers.provenance import find_probability_file, read_provenance
from ..layers.results import add_comparison
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


@dataclass(frozen=True)
class ComparisonRun:
    """A running comparison. Layers are known by their ids, as they may be removed meanwhile."""

    name: str
    layer_id: str
    reference_id: str
    layer_name: str
    reference_name: str
    job: CompareJob
    inputs: tempfile.TemporaryDirectory[str]
    handle: JobHandle
    task: JobTask  # kept from the garbage collector


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
        folder = tempfile.TemporaryDirectory(prefix="cmhcl_", ignore_cleanup_errors=True)
        job = _job(choice, Path(folder.name))
        layer, reference = choice.layer.name(), choice.reference.name()
        self._watch.start()
        name = self.tr("{} compared with {}").format(layer, reference)
        handle = self._worker.submit(job)
        task = JobTask(name, handle)
        ids = choice.layer.id(), choice.reference.id()
        self._run = ComparisonRun(name, *ids, layer, reference, job, folder, handle, task)
        handle.waits.connect(self.waits)
        handle.progress.connect(self.progressed)
        handle.finished.connect(while_alive(self, self._on_finished))
        handle.failed.connect(while_alive(self, self._on_failed))
        QgsApplication.taskManager().addTask(task)

    def unload(self) -> None:
        """Follow the project no longer."""
        self._watch.unload()

    def cancel(self) -> None:
        """Cancel the running comparison; ``ended`` follows."""
        if self._run:
            self._run.handle.cancel()

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
        limited = run.job.area is not None or bool(run.job.probability)
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


def _job(choice: Choice, folder: Path) -> CompareJob:
    """The job for layers as the user sees them, written to a folder. Raises InputError."""
    provenance = read_provenance(choice.layer)
    found = find_probability_file(choice.layer, provenance) if provenance else None
    area: Optional[Area] = polygons_area(choice.area) if choice.area else None
    if area is None and provenance:
        area = provenance.job.scene.area
    paths = []
    for role, layer in (("layer", choice.layer), ("reference", choice.reference)):
        path = folder / f"{role}_{file_stem(layer.name())}.gpkg"
        write_all_polygons(layer, path)
        paths.append(str(path))
    out = choice.out or Path(tempfile.mkdtemp(prefix="cmhcl_")) / "comparison.gpkg"
    return CompareJob(
        *paths,
        str(out),
        min_iou=choice.min_iou,
        changed_iou=choice.changed_iou,
        max_shift_m=choice.max_shift_m,
        area=area,
        probability=str(found) if found else "",
        overwrite=choice.overwrite,
    )
