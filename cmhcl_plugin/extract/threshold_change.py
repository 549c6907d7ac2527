"""Changes the threshold of a layer of footprints, using the probabilities of its extraction."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.jobs import OutlineJob
from ...core.hatch.results import OutlineResult
from ..background import run_in_background
from ..core_translations import error_text
from ..layers.content import Source, is_edited, replace_content, show_replaced, stored_digest
from ..layers.locked_layers import LockedLayers
from ..layers.project_layers import require_no_edits, same_file
from ..layers.provenance import read_provenance, write_provenance
from ..layers.results import footprints_layer
from ..numbers import fill_in
from ..temporary_folder import TemporaryFolder
from ..worker.handle import while_alive
from ..worker.process import WorkerProcess


@dataclass(frozen=True)
class Change:
    """What is to be changed; ``layer_id`` as the layer may be removed meanwhile.

    ``digest`` is that of the features that may be replaced, then of those that replaced them.
    """

    layer_id: str
    probability: Path
    threshold: float
    digest: str = ""


class ThresholdChange(QObject):
    """One change at a time; the layer keeps its place, name and style, as do others of its file.

    A change first looks for edits in a thread, then lets the worker outline the footprints, then
    writes them into the layer's file in a thread. ``waits`` says what is done around the job,
    ``progressed`` carries the Progress events of the job. ``ended`` is emitted after every change,
    successful or not; ``done`` and ``problem`` carry a sentence for the user.
    """

    waits = pyqtSignal(str)
    progressed = pyqtSignal(object)
    ended = pyqtSignal()
    done = pyqtSignal(str)
    problem = pyqtSignal(str)

    def __init__(
        self,
        worker: WorkerProcess,
        may_discard_edits: Callable[[QgsVectorLayer], bool],
        parent: Optional[QObject] = None,
    ) -> None:
        """``may_discard_edits`` asks the user, if the layer was edited after it was outlined."""
        super().__init__(parent)
        self._worker = worker
        self._may_discard_edits = may_discard_edits
        self._project = QgsProject.instance()
        self._folder = TemporaryFolder()
        self._numbers = itertools.count(1)  # QGIS may keep files open, so none is written twice
        self.is_running = False

    def start(self, layer: QgsVectorLayer, probability: Path, threshold: float) -> None:
        """Replace the footprints of an extraction by those at this threshold."""
        change = Change(layer.id(), probability, threshold)
        self.is_running = True
        self.waits.emit(self.tr("Looking for edits in “{}”").format(layer.name()))
        source, stored = Source.of(layer), stored_digest(layer)
        run_in_background(
            lambda: source.digest(stored),
            lambda digest, problem: self._on_digest(change, digest, problem),
            owner=self,
        )

    def _on_digest(self, change: Change, digest: str, problem: Optional[Exception]) -> None:
        layer = self._project.mapLayer(change.layer_id)
        if layer is None or problem:
            self._end(error_text(problem) if problem else "")
        elif is_edited(layer, digest) and not self._may_discard_edits(layer):
            self._end()
        else:
            self._outline(replace(change, digest=digest), layer)

    def _outline(self, change: Change, layer: QgsVectorLayer) -> None:
        provenance = read_provenance(layer)
        job = OutlineJob(
            probability=str(change.probability),
            out=str(Path(self._folder.name) / f"{next(self._numbers)}.gpkg"),
            threshold=change.threshold,
            min_area_m2=provenance.job.min_area_m2 if provenance else OutlineJob.min_area_m2,
        )
        handle = self._worker.submit(job)
        handle.waits.connect(self.waits)
        handle.progress.connect(self.progressed)
        handle.finished.connect(while_alive(self, lambda result: self._on_outlined(change, result)))
        handle.failed.connect(self._on_failed)

    def _on_failed(self, error: Error) -> None:
        self._end("" if error.kind == "cancelled" else error.sentence)

    def _on_outlined(self, change: Change, result: OutlineResult) -> None:
        layer = self._project.mapLayer(change.layer_id)
        if layer is None or read_provenance(layer) is None:
            self._end()
            return
        layers = same_file(layer, self._project)
        try:
            require_no_edits(layers)
        except InputError as error:
            self._end(error_text(error))
            return
        source, found = Source.of(layer), Source.of(footprints_layer(result.out))
        locked = LockedLayers(self._project)
        locked.lock(layers)
        self.waits.emit(self.tr("Writing “{}”").format(layer.name()))

        def end(digest: str, problem: Optional[Exception]) -> None:
            locked.unlock()
            self._on_replaced(change, result, digest, problem)

        run_in_background(
            lambda: replace_content(source, found, change.digest),
            end,
            owner=self._project,  # the panel may be deleted before the file is written
        )

    def _on_replaced(
        self, change: Change, result: OutlineResult, digest: str, problem: Optional[Exception]
    ) -> None:
        layer = self._project.mapLayer(change.layer_id)
        if layer is not None and problem is None:
            done = replace(change, threshold=result.threshold, digest=digest)
            for one in same_file(layer, self._project):
                if isinstance(one, QgsVectorLayer):
                    _show(one, done)
        if not sip.isdeleted(self):
            self._report(result, layer is not None, problem)

    def _report(self, result: OutlineResult, is_shown: bool, problem: Optional[Exception]) -> None:
        if isinstance(problem, InputError) or not is_shown:
            self._end(error_text(problem) if problem else "")
            return
        if problem:
            raise problem
        self._end()
        one = self.tr("{:,} footprint at the threshold {:.2f}.")
        many = self.tr("{:,} footprints at the threshold {:.2f}.")
        text = one if result.footprints == 1 else many
        self.done.emit(fill_in(text, result.footprints, result.threshold))

    def _end(self, problem: str = "") -> None:
        self.is_running = False
        if problem:
            self.problem.emit(problem)
        self.ended.emit()


def _show(layer: QgsVectorLayer, done: Change) -> None:
    """Show the new footprints; remember their threshold and the file of their probabilities."""
    provenance = read_provenance(layer)
    show_replaced(layer, done.digest if provenance else None)
    if provenance:
        place = str(done.probability)
        changed = replace(provenance, threshold=done.threshold, probability=place)
        write_provenance(layer, changed)
