"""The result in the active layer: a slider for its threshold, buttons for what else to do."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QSignalBlocker, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.errors import InputError
from ..layers.content import is_edited
from ..layers.provenance import Provenance, find_probability_file, read_provenance
from ..widgets.plain_text import PlainLabel, literal
from ..worker.process import WorkerProcess
from .threshold_change import ThresholdChange

PERCENT = 100
DELAY_MS = 200  # after the slider's last move


class ResultBox(QGroupBox):
    """Hidden unless the active layer is the result of an extraction.

    ``run_again`` carries the Provenance whose settings are to be filled in,
    ``compare_requested`` the layer, ``problem`` and ``done`` a sentence for the user.
    """

    run_again = pyqtSignal(object)
    compare_requested = pyqtSignal(object)
    problem = pyqtSignal(str)
    done = pyqtSignal(str)

    def __init__(
        self, iface: QgisInterface, worker: WorkerProcess, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._iface = iface
        self._project = QgsProject.instance()
        self._layer_id = ""
        self._change = ThresholdChange(worker, self)
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DELAY_MS)
        self._connect()
        self.show_active_layer()

    def _build(self) -> None:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, PERCENT - 1)
        self.slider.setPageStep(5)
        self.slider.setToolTip(
            self.tr("Outlines the footprints again from the saved probabilities")
        )
        self.value = PlainLabel(wrap=False)
        self.value.setMinimumWidth(self.value.fontMetrics().horizontalAdvance("0.00 "))
        self.caption = PlainLabel(self.tr("Threshold"), wrap=False)
        self.caption.setBuddy(self.slider)
        self.unavailable = PlainLabel(
            self.tr(
                "The probabilities of this result are not available; run the extraction again "
                "instead."
            )
        )
        self.again_button = QPushButton(self.tr("Run again with other settings…"))
        self.again_button.setAutoDefault(False)
        self.again_button.setToolTip(
            self.tr("Fills in the fields above with the settings of this result")
        )
        self.compare_button = QPushButton(self.tr("Compare…"))
        self.compare_button.setAutoDefault(False)
        self.compare_button.setToolTip(
            self.tr("What is new, missing or changed compared with a reference or an older map")
        )
        row = QHBoxLayout()
        row.addWidget(self.caption)
        row.addWidget(self.slider, 1)
        row.addWidget(self.value)
        last = QHBoxLayout()
        last.addWidget(self.unavailable, 1)
        last.addStretch()
        last.addWidget(self.compare_button)
        last.addWidget(self.again_button)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addLayout(last)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._on_slider)
        self.again_button.clicked.connect(self._on_again)
        self.compare_button.clicked.connect(self._on_compare)
        self._soon.timeout.connect(self._change_threshold)
        self._change.done.connect(self.done)
        self._change.problem.connect(self._on_problem)
        self._change.ended.connect(self._change_if_moved)
        self._iface.currentLayerChanged.connect(self.show_active_layer)

    @property
    def is_busy(self) -> bool:
        """Whether a move of the slider has not been applied to the layer yet."""
        return self._soon.isActive() or self._change.is_running

    # The layer

    def show_active_layer(self, *_: object) -> None:
        """Show the extraction of the active layer, if it is the result of one."""
        layer = self._iface.activeLayer()
        provenance = read_provenance(layer)
        self._soon.stop()
        self._layer_id = layer.id() if provenance else ""
        self.setVisible(provenance is not None)
        if provenance:
            self.setTitle(self._name(layer).replace("&", "&&"))  # one alone marks a key
            available = find_probability_file(layer, provenance) is not None
            for widget in (self.caption, self.slider, self.value):
                widget.setVisible(available)
            self.unavailable.setVisible(not available)
            self._show_threshold()

    def _name(self, layer: QgsVectorLayer) -> str:
        """The title of the extraction, else the layer's name."""
        return layer.metadata().title() or layer.name()

    def _result(self) -> Optional[tuple[QgsVectorLayer, Provenance]]:
        """The layer that is shown and its provenance, None if the layer was removed."""
        layer = self._project.mapLayer(self._layer_id)
        provenance = read_provenance(layer)
        return (layer, provenance) if provenance else None

    def _on_again(self) -> None:
        result = self._result()
        if result:
            self.run_again.emit(result[1])

    def _on_compare(self) -> None:
        result = self._result()
        if result:
            self.compare_requested.emit(result[0])

    # The slider

    def _show_threshold(self) -> None:
        """Move the slider to the threshold that the layer has."""
        result = self._result()
        if result:
            blocker = QSignalBlocker(self.slider)
            self.slider.setValue(round(result[1].threshold * PERCENT))
            blocker.unblock()
            self.value.setText(f"{result[1].threshold:.2f}")

    def _on_slider(self, percent: int) -> None:
        self.value.setText(f"{percent / PERCENT:.2f}")
        self._soon.start()

    def _change_threshold(self) -> None:
        result = self._result()
        if result is None or self._change.is_running:
            return  # the next change starts when the running one has ended
        layer, provenance = result
        try:
            probability = self._probabilities(layer, provenance)
        except InputError as error:
            self._on_problem(str(error))
            return
        if probability:
            self._change.start(layer, probability, self.slider.value() / PERCENT)
        else:
            self._show_threshold()

    def _probabilities(self, layer: QgsVectorLayer, provenance: Provenance) -> Optional[Path]:
        """The probability file, None: the user does not discard the edits. Raises InputError."""
        if layer.isEditable():
            text = self.tr("The layer “{}” is being edited; save its edits or discard them first.")
            raise InputError(text.format(layer.name()))
        probability = find_probability_file(layer, provenance)
        if probability is None:
            text = self.tr("The probabilities {} no longer exist; run the extraction again.")
            raise InputError(text.format(provenance.probability))
        if is_edited(layer):
            text = self.tr(
                "“{}” was edited after it was outlined. Outline it again and discard these edits?"
            )
            answer = QMessageBox.question(
                self, self.tr("Discard edits?"), literal(text.format(self._name(layer)))
            )
            if answer != QMessageBox.StandardButton.Yes:
                return None
        return probability

    def _on_problem(self, sentence: str) -> None:
        self._show_threshold()
        self.problem.emit(sentence)

    def _change_if_moved(self) -> None:
        """Change the threshold again if the slider was moved during a change."""
        result = self._result()
        if result and self.slider.value() != round(result[1].threshold * PERCENT):
            self._soon.start()
