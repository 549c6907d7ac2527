"""Finds the blocks to label next: where the model of an extraction is least certain."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.jobs import LabelNextJob
from ...core.hatch.results import LabelNextResult
from ..core_translations import error_text
from ..layers.label_next import add_label_next
from ..numbers import fill_in
from ..temporary_folder import TemporaryFolder
from ..worker.handle import while_alive
from ..worker.process import WorkerProcess


class LabelNext(QObject):
    """Adds the blocks to the map, above the footprints; one search at a time.

    ``waits`` says what it waits for, ``progressed`` carries the Progress events of the job.
    ``ended`` is emitted at the end of each search; ``done`` and ``problem`` carry a sentence for
    the user.
    """

    waits = pyqtSignal(str)
    progressed = pyqtSignal(object)
    ended = pyqtSignal()
    done = pyqtSignal(str)
    problem = pyqtSignal(str)

    def __init__(self, worker: WorkerProcess, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._project = QgsProject.instance()
        self._folder = TemporaryFolder()
        self.is_running = False

    def start(self, layer: QgsVectorLayer, probability: Path) -> None:
        """Find the blocks of an extraction from its probabilities."""
        layer_id = layer.id()  # as the layer may be removed meanwhile
        self.is_running = True
        out = str(Path(self._folder.name) / "label_next.gpkg")
        handle = self._worker.submit(LabelNextJob(str(probability), out, overwrite=True))
        handle.waits.connect(self.waits)
        handle.progress.connect(self.progressed)
        handle.finished.connect(while_alive(self, lambda result: self._on_found(layer_id, result)))
        handle.failed.connect(self._on_failed)

    def _on_failed(self, error: Error) -> None:
        self._end("" if error.kind == "cancelled" else error.sentence)

    def _on_found(self, layer_id: str, result: LabelNextResult) -> None:
        layer = self._project.mapLayer(layer_id)
        if layer is None:
            self._end()
            return
        try:
            add_label_next(Path(result.out), layer, self._project)
        except InputError as error:
            self._end(error_text(error))
            return
        self._end()
        text = self.tr(
            "{:,} blocks where the model is least certain are on the map. Label every building in "
            "some of them, delete the others, and fine-tune with them as the labelled area."
        )
        self.done.emit(fill_in(text, result.blocks))

    def _end(self, problem: str = "") -> None:
        self.is_running = False
        self.ended.emit()
        if problem:
            self.problem.emit(problem)
