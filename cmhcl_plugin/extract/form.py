"""The fields of the page Extract: they show and edit the settings of an extraction."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QWidget

from ..layers.optical_combo import OpticalCombo
from ..layers.sar_input import SarInput
from ..models.library import ModelLibrary
from ..models.model_choice import ModelChoice
from ..widgets.decimal_box import DecimalBox
from ..widgets.device_combo import DeviceCombo
from ..widgets.narrow_combo import NarrowCombo
from ..widgets.output_file import OutputFile
from ..widgets.plain_text import PlainLabel
from ..widgets.share_slider import ShareSlider
from ..worker.process import WorkerProcess
from .device_label import DeviceLabel
from .settings import ExtractSettings
from .values import SAME_AREA, SELECTION, VIEW, WHOLE


class ExtractForm(QWidget):
    """Every field is bound to one value of the settings; ``device`` shows the device in use.

    ``edited``: the user chose another extent, model or output.
    """

    edited = pyqtSignal()

    def __init__(
        self, worker: WorkerProcess, library: ModelLibrary, settings: ExtractSettings
    ) -> None:
        super().__init__()
        self._settings = settings
        self.sar = SarInput(worker, settings.scene)
        self.optical = OpticalCombo(settings.scene)
        self.optical.setToolTip(self.tr("Used where it has valid pixels; SAR alone elsewhere"))
        self.model = ModelChoice(library)
        self.device = DeviceLabel(worker, settings)
        self._build()
        self._build_advanced()
        self._lay_out()
        self._show()
        self._connect()

    def _build(self) -> None:
        self.extent = NarrowCombo()
        self.extent.addItem(self.tr("Whole SAR layer"), WHOLE)
        self.extent.addItem(self.tr("Current map view"), VIEW)
        self.extent.addItem(self.tr("Selected polygons"), SELECTION)
        self.extent.setToolTip(self.tr("The area to extract footprints from"))
        self.threshold = ShareSlider(1, 99, with_mark=True)
        self.threshold_label = PlainLabel(wrap=False)
        self.threshold_label.setBuddy(self.threshold)
        self.threshold.reset.setToolTip(self.tr("The model’s own threshold"))
        self.threshold.setToolTip(
            self.tr(
                "Minimum probability of a building pixel: lower values find more buildings, "
                "higher values fewer. The triangle marks the model’s own. If a result is the "
                "active layer, its footprints are outlined again; the threshold of the next "
                "extraction stays the same."
            )
        )
        self.output = OutputFile()
        self.output.setToolTip(self.tr("GeoPackage to write; empty: a temporary file"))

    def _build_advanced(self) -> None:
        self.min_area = DecimalBox()
        self.min_area.setRange(0.0, 100_000.0)
        self.min_area.setDecimals(0)
        self.min_area.setSuffix(self.tr(" m²"))
        self.min_area.setToolTip(self.tr("Smaller footprints are omitted"))
        self.careful = QCheckBox(self.tr("Care&ful (8 times slower)"))
        self.careful.setToolTip(self.tr("Averages over rotated and mirrored views of the scene"))
        self.compute = DeviceCombo(predicts=True)
        self.advanced = QgsCollapsibleGroupBox(self.tr("Advanced"))
        self.advanced.setCollapsed(True)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("&SAR"), self.sar)
        form.addRow(self.tr("&Optical"), self.optical)
        form.addRow(self.tr("E&xtent"), self.extent)
        form.addRow(self.tr("&Model"), self.model)
        form.addRow(self.threshold_label, self.threshold)
        form.addRow(self.tr("Sa&ve to"), self.output)
        form.addRow(self.advanced)
        form.addRow(self.tr("Computes on"), self.device)
        advanced = QFormLayout(self.advanced)
        advanced.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        advanced.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        advanced.addRow(self.tr("&Polarisations"), self.sar.polarisations)
        advanced.addRow(self.tr("SAR va&lues"), self.sar.radiometry)
        advanced.addRow(self.tr("Smallest &area"), self.min_area)
        advanced.addRow("", self.careful)
        advanced.addRow(self.tr("&Device"), self.compute)

    def _connect(self) -> None:
        """From the fields to the settings, and back."""
        settings = self._settings
        self.extent.currentIndexChanged.connect(
            lambda: settings.update(extent=self.extent.currentData())
        )
        self.model.changed.connect(lambda: settings.update(model=self.model.folder))
        self.output.fileChanged.connect(settings.set_output)
        self.threshold.moved.connect(settings.set_threshold)
        self.min_area.valueChanged.connect(lambda value: settings.update(min_area_m2=value))
        self.careful.toggled.connect(lambda on: settings.update(careful=on))
        self.compute.currentIndexChanged.connect(
            lambda: settings.update(device=self.compute.currentData())
        )
        for edit in (self.extent.activated, self.model.combo.activated, self.output.fileChanged):
            edit.connect(self.edited)
        settings.changed.connect(self._show)

    def _show(self) -> None:
        """Update all fields; rounded values are not written back to the settings."""
        settings, values = self._settings, self._settings.values
        fields = (self.extent, self.min_area, self.careful)
        blockers = [QSignalBlocker(field) for field in (*fields, self.compute, self.output)]
        self._show_extent()
        if self.model.folder != values.model:
            self.model.choose(values.model)
        missing = settings.take_missing_model()
        if missing:
            self.model.say_missing(missing)
        if self.output.filePath() != settings.output:
            self.output.setFilePath(settings.output)
        self._show_threshold()
        self.min_area.setValue(values.min_area_m2)
        self.careful.setChecked(values.careful)
        self.compute.choose(values.device)
        for blocker in blockers:
            blocker.unblock()

    def _show_threshold(self) -> None:
        """That of the result in the active layer, else of the next extraction."""
        result, manifest = self._settings.result, self._settings.model.manifest
        if result:
            self.threshold_label.setText(self.tr("&Threshold of the result"))
            self.threshold.set_mark(result.own)
            self.threshold.set_value(result.value)
        else:
            self.threshold_label.setText(self.tr("&Threshold"))
            self.threshold.set_mark(manifest.threshold if manifest else None)
            self.threshold.set_value(self._settings.values.threshold)

    def _show_extent(self) -> None:
        """The area of an earlier extraction is one more choice."""
        values = self._settings.values
        offered = self.extent.findData(SAME_AREA) >= 0
        if values.area and not offered:
            self.extent.addItem(self.tr("The same area again"), SAME_AREA)
        elif offered and not values.area:
            self.extent.removeItem(self.extent.findData(SAME_AREA))
        self.extent.setCurrentIndex(self.extent.findData(values.extent))
