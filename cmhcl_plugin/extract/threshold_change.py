"""Changes the threshold of a layer of footprints, using the probabilities of its extraction."""

from __future__ import annotations

import itertools
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.jobs import OutlineJob
from ...core.hatch.results import OutlineResult
from ..layers.content import replace_content
from ..layers.provenance import Provenance, read_provenance, write_provenance
from ..layers.results import footprints_layer
from ..worker.handle import while_alive
from ..worker.process import WorkerProcess


class ThresholdChange(QObject):
    """One change at a time; the layer keeps its place, name and style.

    ``ended`` is emitted after every change, successful or not; ``done`` and ``problem`` carry a
    sentence for the user.
    """

    ended = pyqtSignal()
    done = pyqtSignal(str)
    problem = pyqtSignal(str)

    def __init__(self, worker: WorkerProcess, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._project = QgsProject.instance()
        self._folder = tempfile.TemporaryDirectory(prefix="cmhcl_", ignore_cleanup_errors=True)
        self._numbers = itertools.count(1)  # QGIS may keep files open, so none is written twice
        self.is_running = False

    def start(self, layer: QgsVectorLayer, probability: Path, threshold: float) -> None:
        """Replace the footprints of an extraction by those at this threshold."""
        provenance = read_provenance(layer)
        job = OutlineJob(
            probability=str(probability),
            out=str(Path(self._folder.name) / f"{next(self._numbers)}.gpkg"),
            threshold=threshold,
            min_area_m2=provenance.job.min_area_m2 if provenance else OutlineJob.min_area_m2,
        )
        layer_id = layer.id()
        self.is_running = True
        handle = self._worker.submit(job)
        handle.finished.connect(
            while_alive(self, lambda result: self._on_finished(layer_id, result))
        )
        handle.failed.connect(self._on_failed)

    def _on_finished(self, layer_id: str, result: OutlineResult) -> None:
        self.is_running = False
        layer = self._project.mapLayer(layer_id)
        provenance = read_provenance(layer)
        if layer is not None and provenance is not None:
            try:
                self._replace(layer, provenance, result)
            except InputError as error:
                self.problem.emit(str(error))
        self.ended.emit()

    def _on_failed(self, error: Error) -> None:
        self.is_running = False
        if error.kind != "cancelled":
            self.problem.emit(error.sentence)
        self.ended.emit()

    def _replace(
        self, layer: QgsVectorLayer, provenance: Provenance, result: OutlineResult
    ) -> None:
        if layer.isEditable():
            text = self.tr(
                "The layer “{}” was not changed, because it is being edited; save or discard "
                "its edits, then move the slider again."
            )
            raise InputError(text.format(layer.name()))
        replace_content(layer, footprints_layer(result.out))
        write_provenance(layer, replace(provenance, threshold=result.threshold))
        text = self.tr("{:,} footprints at the threshold {:.2f}.")
        self.done.emit(text.format(result.footprints, result.threshold))
