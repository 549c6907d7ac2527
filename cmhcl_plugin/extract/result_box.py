"""The active layer's extraction: another threshold at once, or all of it again."""

from __future__ import annotations

import itertools
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error, Event, Result
from ...core.hatch.jobs import OutlineJob
from ..layers.content import is_edited, replace_content
from ..layers.provenance import Memory, kept_probabilities, recall, remember
from ..worker.process import Worker

PERCENT = 100
DELAY_MS = 200  # after the slider's last move


class ResultBox(QGroupBox):
    """Hidden unless the active layer is the result of an extraction.

    ``again`` asks for an extraction with the settings of a Memory to start from, ``problem`` and
    ``done`` carry a sentence for the user.
    """

    again = pyqtSignal(object)
    problem = pyqtSignal(str)
    done = pyqtSignal(str)

    def __init__(
        self, iface: QgisInterface, worker: Worker, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._iface = iface
        self._worker = worker
        self._project = QgsProject.instance()
        self._folder = tempfile.TemporaryDirectory(prefix="cmhcl_", ignore_cleanup_errors=True)
        self._numbers = itertools.count(1)  # QGIS may keep files open, so none is written twice
        self._layer_id = ""
        self._run = ""
        self._running: Optional[tuple[str, OutlineJob]] = None  # layer's id, what becomes of it
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DELAY_MS)
        self._soon.timeout.connect(self._outline)
        iface.currentLayerChanged.connect(self.follow)
        worker.event_received.connect(self._on_event)
        self.follow()

    def _build(self) -> None:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, PERCENT - 1)
        self.slider.setPageStep(5)
        self.slider.setToolTip(
            self.tr("Outlines the footprints again, from the probabilities that were kept")
        )
        self.slider.valueChanged.connect(self._on_slider)
        self.value = QLabel()
        self.value.setMinimumWidth(self.value.fontMetrics().horizontalAdvance("0.00 "))
        self.caption = QLabel(self.tr("Threshold"))
        self.caption.setBuddy(self.slider)
        self.gone = QLabel(self.tr("Its probabilities were not kept; run it again instead."))
        self.gone.setWordWrap(True)
        self.again_button = QPushButton(self.tr("Run again with other settings…"))
        self.again_button.setAutoDefault(False)
        self.again_button.setToolTip(self.tr("Fills in the fields above as they were"))
        self.again_button.clicked.connect(self._ask_again)
        row = QHBoxLayout()
        row.addWidget(self.caption)
        row.addWidget(self.slider, 1)
        row.addWidget(self.value)
        last = QHBoxLayout()
        last.addWidget(self.gone, 1)
        last.addStretch()
        last.addWidget(self.again_button)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addLayout(last)

    # Which layer

    def follow(self, *_: object) -> None:
        """Show what the active layer remembers."""
        layer = self._iface.activeLayer()
        memory = recall(layer)
        self._soon.stop()
        self._layer_id = layer.id() if memory else ""
        self.setVisible(memory is not None)
        if memory:
            self.setTitle(self._name(layer).replace("&", "&&"))  # one alone marks a key
            kept = kept_probabilities(layer, memory) is not None
            for widget in (self.caption, self.slider, self.value):
                widget.setVisible(kept)
            self.gone.setVisible(not kept)
            self._show_threshold(memory.threshold)

    def _name(self, layer: QgsVectorLayer) -> str:
        """The title that the run gave, else the layer's name."""
        return layer.metadata().title() or layer.name()

    @property
    def _layer(self) -> Optional[QgsVectorLayer]:
        return self._project.mapLayer(self._layer_id)

    def _ask_again(self) -> None:
        memory = recall(self._layer)
        if memory:
            self.again.emit(memory)

    # From the slider to the layer

    def _show_threshold(self, threshold: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(threshold * PERCENT))
        self.slider.blockSignals(False)
        self.value.setText(f"{threshold:.2f}")

    def _on_slider(self, percent: int) -> None:
        self.value.setText(f"{percent / PERCENT:.2f}")
        self._soon.start()

    def _outline(self) -> None:
        """Ask the worker for the footprints at the slider's threshold."""
        layer, memory = self._layer, recall(self._layer)
        if layer is None or memory is None or self._running:
            return  # while one is under way the next waits for its end
        try:
            kept = self._probabilities(layer, memory)
        except InputError as error:
            self._show_threshold(memory.threshold)
            self.problem.emit(str(error))
            return
        if kept is None:
            self._show_threshold(memory.threshold)
            return
        job = OutlineJob(
            probability=str(kept),
            out=str(Path(self._folder.name) / f"{next(self._numbers)}.gpkg"),
            threshold=self.slider.value() / PERCENT,
            min_area_m2=memory.job.min_area_m2,
        )
        self._running = (layer.id(), job)
        self._run = self._worker.run(job)

    def _probabilities(self, layer: QgsVectorLayer, memory: Memory) -> Optional[Path]:
        """What to outline; None: the user wants to keep edits. Raises InputError."""
        if layer.isEditable():
            text = self.tr("The layer “{}” is being edited; save its edits or discard them first.")
            raise InputError(text.format(layer.name()))
        kept = kept_probabilities(layer, memory)
        if kept is None:
            text = self.tr("The probabilities {} are gone; run the extraction again.")
            raise InputError(text.format(memory.probability))
        if is_edited(layer):
            text = self.tr(
                "“{}” was edited since it was outlined. Outline it again and lose these edits?"
            )
            answer = QMessageBox.question(
                self, self.tr("Lose edits?"), text.format(self._name(layer))
            )
            if answer != QMessageBox.StandardButton.Yes:
                return None
        return kept

    def _on_event(self, id: str, event: Event) -> None:
        if id != self._run or self._running is None or not isinstance(event, (Result, Error)):
            return
        (layer_id, job), self._running = self._running, None
        layer = self._project.mapLayer(layer_id)
        memory = recall(layer)
        if layer is None or memory is None:
            return
        if isinstance(event, Result):
            self._take_over(layer, memory, job, event.values)
        elif event.kind != "cancelled":
            self._show_threshold(memory.threshold)
            self.problem.emit(" ".join((event.message, event.hint)).strip())
        if layer_id == self._layer_id and self.slider.value() != self._percent(layer):
            self._soon.start()

    @staticmethod
    def _percent(layer: QgsVectorLayer) -> int:
        memory = recall(layer)
        return round(memory.threshold * PERCENT) if memory else 0

    def _take_over(
        self, layer: QgsVectorLayer, memory: Memory, job: OutlineJob, values: dict[str, Any]
    ) -> None:
        found = QgsVectorLayer(f"{job.out}|layername=footprints", "", "ogr")
        try:
            if layer.isEditable():
                text = self.tr("The layer “{}” is being edited now; it stays as it is.")
                raise InputError(text.format(layer.name()))
            replace_content(layer, found)
        except InputError as error:
            self._show_threshold(memory.threshold)
            self.problem.emit(str(error))
            return
        remember(layer, replace(memory, threshold=values["threshold"]))
        text = self.tr("{:,} footprints at the threshold {:.2f}.")
        self.done.emit(text.format(values["footprints"], values["threshold"]))
