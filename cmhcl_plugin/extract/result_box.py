"""The result in the active layer: its threshold, its filter, buttons for what else to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QMessageBox,
    QPushButton,
    QSizePolicy,
)

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import ExtractJob
from ...core.hatch.library import DEFAULT_MODEL, entry_of
from ..core_translations import error_text
from ..layers.confidence_filter import least_confidence, show_from
from ..layers.layer_file import file_of
from ..layers.output_paths import numbered, probability_path
from ..layers.project_layers import require_no_edits, require_writable, same_file
from ..layers.project_timer import ProjectTimer
from ..layers.provenance import find_probability_file, read_provenance
from ..recipes.copy_button import CopyExtractButton
from ..widgets.plain_text import PlainLabel, literal
from ..widgets.share_slider import ShareSlider
from ..worker.process import WorkerProcess
from .label_next import LabelNext
from .more_button import MoreButton, Result
from .settings import ExtractSettings, ResultThreshold
from .threshold_change import ThresholdChange

DELAY_MS = 200  # after a slider's last move
SAME = 0.0005  # thresholds that differ less are shown as the same


class ResultBox(QGroupBox):
    """Hidden unless the active layer is the result of an extraction.

    Its threshold is then ``result`` of the settings, and ``outline`` applies a new one to the
    layer. ``run_again`` carries the Provenance whose settings are to be filled in,
    ``compare_requested`` the layer, ``waits`` and ``progressed`` are those of a ThresholdChange,
    ``problem`` and ``done`` a sentence for the user; ``ended`` is emitted after each change.
    """

    run_again = pyqtSignal(object)
    compare_requested = pyqtSignal(object)
    waits = pyqtSignal(str)
    progressed = pyqtSignal(object)
    problem = pyqtSignal(str)
    done = pyqtSignal(str)
    ended = pyqtSignal()

    def __init__(
        self, iface: QgisInterface, worker: WorkerProcess, settings: ExtractSettings
    ) -> None:
        super().__init__()
        self._iface = iface
        self._settings = settings
        self._project = QgsProject.instance()
        self._layer_id = ""
        self._was_moved = False  # the slider, during a change
        self._change = ThresholdChange(worker, self._may_discard_edits, self)
        self._label_next = LabelNext(worker, self)
        self._build()
        self._lay_out()
        self._soon = ProjectTimer(self._change_threshold, self, DELAY_MS)
        self._connect()
        self.show_active_layer()

    def _build(self) -> None:
        self.name = PlainLabel()  # a title of the box would make the page as wide as its text
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.confidence = ShareSlider(0, 99, in_percent=True)
        self.confidence.setToolTip(
            self.tr("Hides the less certain footprints with a filter of the layer; none is deleted")
        )
        self.unavailable = PlainLabel(
            self.tr(
                "The probabilities of this result are not available; to change its threshold, "
                "run the extraction again."
            )
        )
        self.again_button = QPushButton(self.tr("Run a&gain…"))
        self.again_button.setToolTip(
            self.tr("Fills in the fields above with the settings of this result")
        )
        self.compare_button = QPushButton(self.tr("&Compare…"))
        self.compare_button.setToolTip(
            self.tr("What is new, missing or changed compared with a reference or an older map")
        )
        self.label_next_button = QPushButton(self.tr("W&here to label next"))
        self.label_next_button.setToolTip(
            self.tr("Adds the blocks in which the model is least certain to the map")
        )
        self.copy_button = CopyExtractButton(self._job)
        self.more_button = MoreButton(self._result)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.name)
        form.addRow(self.tr("Show from co&nfidence"), self.confidence)
        form.addRow(self.unavailable)
        buttons = QGridLayout()
        buttons.addWidget(self.compare_button, 0, 0)
        buttons.addWidget(self.again_button, 0, 1)
        buttons.addWidget(self.copy_button, 0, 2)
        buttons.addWidget(self.label_next_button, 1, 0, 1, 2)
        buttons.addWidget(self.more_button, 1, 2)
        form.addRow(buttons)

    def _connect(self) -> None:
        self.confidence.moved.connect(self._filter)
        self.again_button.clicked.connect(self._on_again)
        self.compare_button.clicked.connect(self._on_compare)
        self.label_next_button.clicked.connect(self._on_label_next)
        for part in (self._change, self._label_next):
            part.waits.connect(self.waits)
            part.progressed.connect(self.progressed)
            part.done.connect(self.done)
        for part in (self._label_next, self.more_button):
            part.problem.connect(self.problem)
        self._label_next.ended.connect(self._on_searched)
        self._change.problem.connect(self._on_problem)
        self._change.ended.connect(self._on_ended)
        self._iface.currentLayerChanged.connect(self.show_active_layer)

    @property
    def is_busy(self) -> bool:
        """Whether a move of the threshold has not been applied to the layer yet."""
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
            self.name.setText(self._name(layer))
            self._show_availability()
            self.confidence.set_value(least_confidence(layer))
        self._show_threshold()

    def _show_availability(self) -> None:
        """Show whether there are probabilities, for the slider and for the blocks."""
        result = self._result()
        available = result is not None and find_probability_file(*result) is not None
        self.unavailable.setVisible(not available)
        self.label_next_button.setEnabled(available and not self._label_next.is_running)

    def _name(self, layer: QgsVectorLayer) -> str:
        """The title of the extraction, else the layer's name."""
        return layer.metadata().title() or layer.name()

    def _result(self) -> Result:
        """The layer that is shown and its provenance, None if the layer was removed."""
        layer = self._project.mapLayer(self._layer_id)
        provenance = read_provenance(layer)
        return (layer, provenance) if provenance else None

    def _job(self) -> ExtractJob:
        """The job that repeats the result into a new file beside it. Raises InputError."""
        result = self._result()
        if result is None:
            raise InputError(self.tr("The layer of this result was removed."))
        layer, provenance = result
        missing = self._settings.scene.missing_file(provenance.job.scene)
        if missing:
            text = self.tr("A file of this result no longer exists; run the extraction again: {}")
            raise InputError(text.format(missing))
        out = numbered(Path(file_of(layer) or self._settings.suggested_output()))
        probability = str(probability_path(out)) if provenance.probability else ""
        return replace(
            provenance.job, out=str(out), probability=probability, threshold=provenance.threshold
        )

    def _on_again(self) -> None:
        result = self._result()
        if result:
            self.run_again.emit(result[1])

    def _on_compare(self) -> None:
        result = self._result()
        if result:
            self.compare_requested.emit(result[0])

    def _on_label_next(self) -> None:
        result = self._result()
        probability = find_probability_file(*result) if result else None
        if result and probability:
            self.label_next_button.setEnabled(False)
            self._label_next.start(result[0], probability)

    def _on_searched(self) -> None:
        self._show_availability()
        self.ended.emit()

    def _filter(self, least: Optional[float]) -> None:
        result = self._result()
        if result is None or least is None:
            return
        try:
            show_from(result[0], least)
        except InputError as error:
            self.problem.emit(error_text(error))
        self.confidence.set_value(least_confidence(result[0]))

    # The threshold

    def outline(self) -> None:
        """Outline the result again at its threshold in the settings, when the slider rests."""
        if self._result() and self._settings.result:
            self._soon.start()

    def _threshold(self) -> Optional[float]:
        """The threshold that is wanted, None without a result."""
        return self._settings.result.value if self._settings.result else None

    def _show_threshold(self) -> None:
        """Set the threshold of the result in the settings to that of the layer."""
        self._was_moved = False
        result, threshold = self._result(), None
        if result:
            provenance = result[1]
            manifest = entry_of(Path(provenance.job.model or DEFAULT_MODEL)).manifest
            own = manifest.threshold if manifest else None
            threshold = ResultThreshold(provenance.threshold, own)
        self._settings.show_result(threshold)

    def _change_threshold(self) -> None:
        result, threshold = self._result(), self._threshold()
        if result is None or threshold is None:
            return
        if self._change.is_running:
            self._was_moved = True  # the next change starts when the running one has ended
            return
        self._was_moved = False
        layer, provenance = result
        probability = find_probability_file(layer, provenance)
        try:
            require_writable(layer)
            require_no_edits(same_file(layer, self._project))
        except InputError as error:
            self._on_problem(error_text(error))
            return
        if probability:
            self._change.start(layer, probability, threshold)
        elif provenance.probability:
            self._show_availability()
            text = self.tr("The probabilities no longer exist; run the extraction again: {}")
            self._on_problem(text.format(provenance.probability))

    def _may_discard_edits(self, layer: QgsVectorLayer) -> bool:
        text = self.tr(
            "“{}” was edited after it was outlined. Outline it again and discard these edits?"
        )
        answer = QMessageBox.question(
            self, self.tr("Discard edits?"), literal(text.format(self._name(layer)))
        )
        if answer == QMessageBox.StandardButton.Yes:
            return True
        self._show_threshold()
        return False

    def _on_problem(self, sentence: str) -> None:
        self._show_threshold()
        self.problem.emit(sentence)

    def _on_ended(self) -> None:
        """Change the threshold again if the slider was moved during a change, else show it."""
        self.ended.emit()
        result, threshold = self._result(), self._threshold()
        if result is None or threshold is None or self._soon.isActive():
            return
        if not self._was_moved:
            self._show_threshold()  # the layer may be another one of the file that was changed
        elif abs(result[1].threshold - threshold) >= SAME:
            self._soon.start()
