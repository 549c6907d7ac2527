"""The window that compares a result with a reference, and shows the figures."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.errors import InputError
from ...core.hatch.existence import exists
from ...core.hatch.jobs import CompareJob
from ..core_translations import error_text
from ..help.button import HelpButton
from ..layers import output_paths
from ..layers.provenance import read_provenance
from ..widgets.decimal_box import DecimalBox
from ..widgets.job_progress import JobProgress
from ..widgets.layer_combo import POLYGONS, LayerCombo
from ..widgets.message_area import MessageArea
from ..widgets.message_bar import show_in_bar
from ..widgets.output_file import OutputFile
from ..widgets.page_scroll import PageScroll
from ..widgets.plain_text import PlainLabel, literal
from ..worker.process import WorkerProcess
from .comparison import Choice, Comparison

WIDTH = 480


class CompareDialog(QDialog):
    """Non-modal; closing it hides it, and a running comparison continues."""

    def __init__(
        self, iface: QgisInterface, worker: WorkerProcess, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("cmhclCompare")
        self.setWindowTitle(self.tr("Compare footprints"))
        self._iface = iface
        self.comparison = Comparison(worker, self)
        self._shown_choice: tuple[object, ...] = ()  # what the figures and the message are about
        self._build()
        self._lay_out()
        self._connect()
        self.resize(WIDTH, self.sizeHint().height())

    def open_with(self, layer: QgsVectorLayer) -> None:
        """Open the window for this layer."""
        if layer != self.layer.currentLayer():
            self.layer.setLayer(layer)
        if self.reference.currentLayer() == layer:
            self.reference.show_layer(None)
        self._show_area_hint()
        self.show()
        self.raise_()
        self.activateWindow()

    def _build(self) -> None:
        self.messages = MessageArea()
        self.layer = LayerCombo(POLYGONS)
        self.layer.setToolTip(self.tr("The layer to check, or the newer map"))
        self.reference = LayerCombo(POLYGONS, self.tr("Choose a layer…"))
        self.reference.setToolTip(self.tr("The known buildings, or the older map"))
        self.area = LayerCombo(POLYGONS, " ")
        self.area.setToolTip(self.tr("Polygons that both layers cover"))
        self.min_iou = _share(CompareJob.min_iou)
        self.min_iou.setMinimum(0.01)
        self.min_iou.setToolTip(
            self.tr(
                "Least intersection over union at which two polygons count as the same building"
            )
        )
        self.changed_iou = _share(CompareJob.changed_iou)
        self.changed_iou.setToolTip(
            self.tr(
                "Intersection over union below which a building that is in both counts as changed"
            )
        )
        self.max_shift = DecimalBox()
        self.max_shift.setRange(0.0, 1000.0)
        self.max_shift.setDecimals(1)
        self.max_shift.setSuffix(self.tr(" m"))
        self.max_shift.setValue(CompareJob.max_shift_m)
        self.max_shift.setToolTip(
            self.tr(
                "Distance between the centroids beyond which a building that is in both counts as "
                "changed"
            )
        )
        self.output = OutputFile()
        self.figures = PlainLabel()
        self.figures.setVisible(False)
        self.progress = JobProgress()
        self.button = QPushButton(self.tr("&Compare"))
        self.close_button = QPushButton(self.tr("Cl&ose"))
        for button in (self.button, self.close_button):
            button.setAutoDefault(False)  # Enter in a field starts nothing

    def _lay_out(self) -> None:
        content = QWidget()
        form = QFormLayout(content)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Layer"), self.layer)
        form.addRow(self.tr("&Reference"), self.reference)
        form.addRow(self.tr("&Area"), self.area)
        form.addRow(self.tr("&Same from an IoU of"), self.min_iou)
        form.addRow(self.tr("Changed &below an IoU of"), self.changed_iou)
        form.addRow(self.tr("or if &moved by more than"), self.max_shift)
        form.addRow(self.tr("Save &to"), self.output)
        buttons = QHBoxLayout()
        buttons.addWidget(HelpButton(lambda: "compare"))
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        self.scroll = PageScroll(content)
        layout.addWidget(self.scroll, 1)
        layout.addWidget(self.figures)
        layout.addWidget(self.messages)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.button.clicked.connect(self._on_button)
        self.close_button.clicked.connect(self.close)
        self.layer.layerChanged.connect(self._show_area_hint)
        for combo in (self.layer, self.reference, self.area):
            combo.layerChanged.connect(self._forget)
        for field in (self.min_iou, self.changed_iou, self.max_shift):
            field.valueChanged.connect(self._forget)
        self.output.fileChanged.connect(self._forget)
        self.comparison.waits.connect(self.progress.show_text)
        self.comparison.progressed.connect(self.progress.show_event)
        self.comparison.ended.connect(self._on_ended)
        self.comparison.done.connect(self._on_done)
        self.comparison.problem.connect(self._on_problem)

    def _chosen(self) -> tuple[object, ...]:
        """What the figures and the message are about."""
        combos = (self.layer, self.reference, self.area)
        fields = (self.min_iou, self.changed_iou, self.max_shift)
        layers = tuple(combo.currentLayer() for combo in combos)
        return (*layers, *(field.value() for field in fields), self.output.filePath())

    def _forget(self, *_: object) -> None:
        """Hide the figures and the message if they are about another choice."""
        if self._chosen() != self._shown_choice:
            self.messages.clear()
            self.figures.setVisible(False)

    def _show_area_hint(self, *_: object) -> None:
        """What no area means for this layer."""
        extracted = read_provenance(self.layer.currentLayer()) is not None
        text = self.tr("Where it was extracted") if extracted else self.tr("Everything")
        index = self.area.currentIndex()
        self.area.setAllowEmptyLayer(True, text)
        self.area.setCurrentIndex(index)

    def _on_button(self) -> None:
        if self.comparison.is_running:
            self.comparison.cancel()
            return
        self.messages.clear()
        self._shown_choice = self._chosen()
        try:
            choice = self._choice()
            if choice:
                self.comparison.start(choice)
                self._show_running(True)
        except InputError as error:
            self._on_problem(error_text(error))

    def _choice(self) -> Optional[Choice]:
        """What the fields say, None if the user does not overwrite a file. Raises InputError."""
        layer, reference = self.layer.currentLayer(), self.reference.currentLayer()
        if layer is None or reference is None or layer == reference:
            raise InputError(self.tr("Choose two different polygon layers."))
        out = None
        if self.output.filePath():
            path = Path(self.output.filePath())
            out = output_paths.with_extension(path)
            output_paths.check_closed(out, QgsProject.instance())
            output_paths.check_folder(out)
        is_old = out is not None and exists(out)
        if is_old:
            text = self.tr("Overwrite the earlier result?") + f"\n{out}"
            answer = QMessageBox.question(self, self.tr("Overwrite?"), literal(text))
            if answer != QMessageBox.StandardButton.Yes:
                return None
        return Choice(
            layer,
            reference,
            self.area.currentLayer(),
            self.min_iou.value(),
            self.changed_iou.value(),
            self.max_shift.value(),
            out,
            is_old,
        )

    def _show_running(self, running: bool) -> None:
        (self.progress.start if running else self.progress.end)()
        self.button.setText(self.tr("Can&cel") if running else self.tr("&Compare"))
        if running:
            self.figures.setVisible(False)

    def _on_ended(self) -> None:
        self._show_running(False)

    def _on_done(self, figures: str) -> None:
        """Show the figures, in QGIS's bar if the window shows another choice or is hidden."""
        is_chosen = self._chosen() == self._shown_choice
        if is_chosen:
            self.figures.setText(figures)
            self.figures.setVisible(True)
            self._grow()
        if not is_chosen or not self.isVisible():
            show_in_bar(self._iface.messageBar(), figures, Qgis.MessageLevel.Info)

    def _grow(self) -> None:
        """Make the window as high as its content, if the screen is."""
        window = self.windowHandle()
        if window is None:  # never shown
            return
        screen = window.screen().availableGeometry()
        frame = self.frameGeometry().height() - self.height()
        height = min(self.layout().totalHeightForWidth(self.width()), screen.height() - frame)
        self.resize(self.width(), max(self.height(), height))
        lowest = screen.bottom() + 1 - self.height() - frame
        self.move(self.x(), max(screen.top(), min(self.y(), lowest)))

    def _on_problem(self, sentence: str) -> None:
        if sentence:
            level = Qgis.MessageLevel.Warning
            if self.isVisible():
                self.messages.show_message(sentence, level)
            else:
                show_in_bar(self._iface.messageBar(), sentence, level)


def _share(value: float) -> DecimalBox:
    """A field for an IoU."""
    field = DecimalBox()
    field.setRange(0.0, 1.0)
    field.setSingleStep(0.05)
    field.setValue(value)
    return field
