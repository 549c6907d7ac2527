"""The fields of the page Fine-tune: what to learn from, where to start, how long."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Optional

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgisInterface, QgsCollapsibleGroupBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import AUTO, Area, FinetuneJob, LossSettings
from ..layers import outputs
from ..layers import project as layers
from ..layers.provenance import recall
from ..layers.sar_input import SarInput, choose_images
from ..layers.sar_layers import raster_combo
from ..models.library import Library
from ..models.model_combo import ModelChoice
from ..settings import Settings
from ..worker.process import Worker


class FinetuneForm(QWidget):
    """``changed`` tells that the fields describe another job, its name left aside."""

    changed = pyqtSignal()

    def __init__(self, iface: QgisInterface, worker: Worker, library: Library) -> None:
        super().__init__()
        self._library = library
        self._suggested = ""
        self._watched: list[QgsVectorLayer] = []
        self._build(worker)
        self._connect()
        if isinstance(iface.activeLayer(), QgsRasterLayer):
            self.sar.layers.choose(iface.activeLayer())
        elif layers.is_polygonal(iface.activeLayer()):
            self.labels.setLayer(iface.activeLayer())
        self._on_layers()

    def _build(self, worker: Worker) -> None:
        self.sar = SarInput(worker)
        self.optical = raster_combo()
        self.optical.setAllowEmptyLayer(True, self.tr("None"))
        self.optical.setCurrentIndex(0)
        self.optical.setToolTip(
            self.tr("With it the optical branch learns too, and teaches the hallucination branch")
        )
        self.teaching = QLabel()
        self.teaching.setWordWrap(True)
        self.labels = _polygon_combo(self.tr("Choose a polygon layer…"))
        self.labels.setToolTip(self.tr("Outlines of buildings; unsaved edits and filters count"))
        self.area = _polygon_combo(self.tr("Hull of the labels"))
        self.area.setToolTip(
            self.tr(
                "The ground on which every building has an outline: what has none there is learnt "
                "as “no building”; nothing is learnt outside"
            )
        )
        self.base = ModelChoice(self._library)
        self.name = QLineEdit()
        self.name.setToolTip(self.tr("Of the new model, in the list of models"))
        self.effort = QComboBox()
        self.effort.addItem(self.tr("Quick"), "quick")
        self.effort.addItem(self.tr("Thorough (about four times as long)"), "thorough")
        self.effort.setToolTip(self.tr("How many steps are trained"))
        self.scope = QComboBox()
        self.scope.addItem(self.tr("Heads and shared block"), "heads")
        self.scope.addItem(self.tr("Decoders too"), "decoders")
        self.scope.addItem(self.tr("Everything"), "everything")
        self.scope.setCurrentIndex(self.scope.findData(FinetuneJob.scope))
        self.scope.setToolTip(
            self.tr("The less is trained, the less there is to spoil where labels are few")
        )
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("SAR"), self.sar)
        optical = QVBoxLayout()
        optical.addWidget(self.optical)
        optical.addWidget(self.teaching)
        form.addRow(self.tr("Optical"), optical)
        form.addRow(self.tr("Labels"), self.labels)
        form.addRow(self.tr("Labelled area"), self.area)
        form.addRow(self.tr("Base model"), self.base)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Effort"), self.effort)
        form.addRow(self.tr("Train"), self.scope)
        form.addRow(self._build_advanced())

    def _build_advanced(self) -> QWidget:
        losses = LossSettings()
        self.learning_rate = _number(0.0, 0.01, 0.0, 0.00005, 5)
        self.learning_rate.setSpecialValueText(self.tr("By itself"))
        self.learning_rate.setToolTip(
            self.tr("Higher: learns faster, and forgets more of what the base model knows")
        )
        self.temperature = _number(0.5, 20.0, losses.temperature, 0.5, 1)
        self.temperature.setToolTip(
            self.tr("Higher: more is taught about the pixels of which the optical branch is unsure")
        )
        self.lambda_msa = _number(0.0, 10.0, losses.lambda_msa, 0.1, 2)
        self.lambda_msa.setToolTip(
            self.tr("Higher: SAR features come closer to optical ones (MSAL), outlines count less")
        )
        self.lambda_mfa = _number(0.0, 10.0, losses.lambda_mfa, 0.1, 2)
        self.lambda_mfa.setToolTip(
            self.tr(
                "Higher: the answer from SAR alone comes closer to that with optical (MFAL), "
                "outlines count less"
            )
        )
        self.frozen_teacher = QCheckBox(self.tr("Frozen teacher"))
        self.frozen_teacher.setToolTip(
            self.tr("The optical branch stays as the base model has it; for poor optical images")
        )
        self.batch = QSpinBox()
        self.batch.setRange(1, 64)
        self.batch.setValue(FinetuneJob.batch)
        self.batch.setToolTip(
            self.tr("Crops a step; higher: steadier learning, more time and memory")
        )
        self.seed = QSpinBox()
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setToolTip(
            self.tr("Another seed: other blocks for validation, and another order of the crops")
        )
        self.compute = QComboBox()
        self.compute.addItem(self.tr("Fastest there is"), AUTO)
        self.compute.addItem(self.tr("CPU"), "cpu")
        self.compute.addItem(self.tr("NVIDIA GPU (CUDA)"), "cuda")
        self.compute.setCurrentIndex(max(0, self.compute.findData(Settings.load().device)))
        self.compute.setToolTip(self.tr("What computes; results differ in the last digits only"))
        box = QgsCollapsibleGroupBox(self.tr("Advanced"))
        box.setCollapsed(True)
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Polarisations"), self.sar.polarisations)
        form.addRow(self.tr("SAR values"), self.sar.radiometry)
        form.addRow(self.tr("Learning rate"), self.learning_rate)
        form.addRow(self.tr("Temperature T"), self.temperature)
        form.addRow(self.tr("λ of MSAL"), self.lambda_msa)
        form.addRow(self.tr("λ of MFAL"), self.lambda_mfa)
        form.addRow("", self.frozen_teacher)
        form.addRow(self.tr("Batch"), self.batch)
        form.addRow(self.tr("Seed"), self.seed)
        form.addRow(self.tr("Device"), self.compute)
        return box

    def _connect(self) -> None:
        for signal in (
            self.sar.changed,
            self.optical.layerChanged,
            self.labels.layerChanged,
            self.area.layerChanged,
        ):
            signal.connect(self._on_layers)
        for signal in (
            self.sar.overruled,
            self.base.changed,
            self.effort.currentIndexChanged,
            self.scope.currentIndexChanged,
            self.compute.currentIndexChanged,
            self.learning_rate.valueChanged,
            self.temperature.valueChanged,
            self.lambda_msa.valueChanged,
            self.lambda_mfa.valueChanged,
            self.frozen_teacher.toggled,
            self.batch.valueChanged,
            self.seed.valueChanged,
        ):
            signal.connect(self.changed)
        self._library.changed.connect(self.suggest_name)

    def except_layer(self, layer: Optional[QgsMapLayer]) -> None:
        """A layer that is neither labels nor area."""
        for combo in (self.labels, self.area):
            combo.setExceptedLayerList([layer] if layer else [])

    def suggest_name(self) -> None:
        """A fresh name for the new model, unless the user has given one."""
        chosen = self.sar.layers.layers()
        if not chosen or self.name.text() not in ("", self._suggested):
            return
        title = f"{chosen[0].name()} {date.today():%Y-%m-%d}"
        taken = {entry.manifest.name for entry in self._library.entries() if entry.manifest}
        self._suggested, number = title, 2
        while self._suggested in taken:
            self._suggested, number = f"{title} ({number})", number + 1
        self.name.setText(self._suggested)

    @property
    def title(self) -> str:
        """The name of the new model."""
        return self.name.text().strip() or self._suggested

    def missing(self) -> str:
        """The sentence for what is missing; empty: nothing is."""
        if not self.labels.currentLayer():
            return self.tr("Choose the polygon layer with the outlines of your buildings.")
        if not self.sar.layers.layers():
            return self.tr("Choose a SAR layer.")
        if self.labels.currentLayer() == self.area.currentLayer():
            return self.tr(
                "Labels and labelled area are the same layer; choose as area the ground on which "
                "every building has an outline, or the hull of the labels."
            )
        return ""

    def use_labels(self, layer: QgsVectorLayer) -> None:
        """Choose the labels and, where they are the result of an extraction, its images."""
        self.labels.setLayer(layer)
        memory = recall(layer)
        if memory:
            choose_images(memory.job, self.sar, self.optical)

    def write_labels(self, folder: Path) -> Path:
        """The labels as a file in a folder, named after their layer. Raises InputError."""
        layer = self.labels.currentLayer()
        path = folder / f"{outputs.file_stem(layer.name())}.gpkg"
        layers.write_polygons(layer, self.sar.layers.layers()[0], path)
        return path

    def job(self, labels: Path, out: str) -> FinetuneJob:
        """The job that the fields describe. Raises InputError."""
        if self.base.manifest is None:
            raise InputError(self.tr("The base model cannot be read; choose another."))
        optical = self.optical.currentLayer()
        return FinetuneJob(
            sar=self.sar.paths(),
            labels=str(labels),
            out=out,
            optical=layers.raster_path(optical) if optical else "",
            area=self._labelled_area(),
            base=str(self.base.folder),
            title=self.title,
            polarisations=tuple(self.sar.polarisations.currentData()),
            radiometry=self.sar.radiometry.currentData(),
            effort=self.effort.currentData(),
            scope=self.scope.currentData(),
            batch=self.batch.value(),
            learning_rate=self.learning_rate.value(),
            losses=LossSettings(
                temperature=self.temperature.value(),
                lambda_msa=self.lambda_msa.value(),
                lambda_mfa=self.lambda_mfa.value(),
            ),
            frozen_teacher=self.frozen_teacher.isChecked(),
            seed=self.seed.value(),
            device=self.compute.currentData(),
        )

    def _labelled_area(self) -> Optional[Area]:
        layer = self.area.currentLayer()
        return layers.whole_area(layer) if layer else None

    def _on_layers(self) -> None:
        with_optical = self.optical.currentLayer() is not None
        self.teaching.setText(
            self.tr(
                "All three branches learn; the optical branch teaches the hallucination branch "
                "(MSAL, MFAL)."
            )
            if with_optical
            else self.tr("Only the hallucination and SAR branches learn; the optical branch rests.")
        )
        for field in (self.temperature, self.lambda_msa, self.lambda_mfa, self.frozen_teacher):
            field.setEnabled(with_optical)
        self._watch([self.labels.currentLayer(), self.area.currentLayer()])
        self.suggest_name()
        self.changed.emit()

    def _watch(self, chosen: list[Optional[QgsVectorLayer]]) -> None:
        """Follow the edits of the chosen layers."""
        for layer in self._watched:
            layer.layerModified.disconnect(self.changed)
            layer.subsetStringChanged.disconnect(self.changed)
        self._watched = [layer for layer in dict.fromkeys(chosen) if layer]
        for layer in self._watched:
            layer.layerModified.connect(self.changed)
            layer.subsetStringChanged.connect(self.changed)


def _polygon_combo(empty: str) -> QgsMapLayerComboBox:
    combo = QgsMapLayerComboBox()
    combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
    combo.setAllowEmptyLayer(True, empty)
    combo.setCurrentIndex(0)
    combo.setMinimumWidth(240)
    return combo


def _number(least: float, most: float, value: float, step: float, decimals: int) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setDecimals(decimals)
    field.setRange(least, most)
    field.setSingleStep(step)
    field.setValue(value)
    return field
