"""The fields of the page Fine-tune: they show and edit the settings of a fine-tuning."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer
from qgis.PyQt.QtCore import QSignalBlocker
from qgis.PyQt.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ...core.hatch.jobs import COMPLETE, PARTIAL
from ..layers.optical_combo import OpticalCombo
from ..layers.sar_input import SarInput
from ..models.library import ModelLibrary
from ..models.model_choice import ModelChoice
from ..widgets.layer_combo import POLYGONS, LayerCombo
from ..widgets.narrow_combo import NarrowCombo
from ..widgets.plain_text import PlainLabel
from ..worker.process import WorkerProcess
from .settings import FinetuneSettings
from .training_box import TrainingBox


class FinetuneForm(QWidget):
    """Every field is bound to one value of the settings."""

    def __init__(
        self, worker: WorkerProcess, library: ModelLibrary, settings: FinetuneSettings
    ) -> None:
        super().__init__()
        self._settings = settings
        self.sar = SarInput(worker, settings.scene)
        self.optical = OpticalCombo(settings.scene)
        self.base = ModelChoice(library)
        self.advanced = TrainingBox(settings, self.sar)
        self._build()
        self._lay_out()
        self._show()
        self._connect()

    def _build(self) -> None:
        self.optical.setToolTip(
            self.tr(
                "With an optical layer, the optical branch is trained too and teaches the one that "
                "stands in for it where there is only SAR (hallucination branch in the paper)"
            )
        )
        self.branches = PlainLabel()
        self.labels_from = NarrowCombo()
        self.labels_from.addItem(self.tr("From a polygon layer"), False)
        self.labels_from.addItem(self.tr("From the optical image"), True)
        self.labels_from.setToolTip(
            self.tr(
                "From the optical image: no outlines are needed; what the base model confidently "
                "predicts with the optical layer becomes the labels for SAR alone"
            )
        )
        self.labels = LayerCombo(POLYGONS, self.tr("Choose a polygon layer…"))
        self.labels.setToolTip(
            self.tr("Outlines of buildings; unsaved edits and layer filters are taken into account")
        )
        self.corrections = LayerCombo(POLYGONS, self.tr("No corrections"))
        self.corrections.setToolTip(
            self.tr(
                "Outlines of buildings that you have drawn or clicked; they replace the "
                "predictions of the base model there, and a few where it errs are enough"
            )
        )
        self.quality = NarrowCombo()
        self.quality.addItem(self.tr("Complete"), COMPLETE)
        self.quality.addItem(self.tr("Partly missing or old"), PARTIAL)
        self.quality.setToolTip(
            self.tr(
                "Partly missing or old: the outlines are moved to the buildings in the optical "
                "image, and places where the base model confidently contradicts them are left out"
            )
        )
        self.validity = PlainLabel(
            self.tr(
                "The new model is also judged by these predictions, not by the truth; check it on "
                "the map before you rely on it."
            )
        )
        self.area = LayerCombo(POLYGONS, " ")
        self.area.setToolTip(
            self.tr(
                "The area in which every building has an outline; the rest of it is learned "
                "as “no building”, and nothing outside it is used. Without a layer it is the hull "
                "of the outlines, or the whole scene for labels from the optical image"
            )
        )
        self._build_training()

    def _build_training(self) -> None:
        self.name = QLineEdit()
        self.name.setToolTip(self.tr("Name of the new model in the list of models"))
        self.effort = NarrowCombo()
        self.effort.addItem(self.tr("Quick"), "quick")
        self.effort.addItem(self.tr("Thorough (about four times as long)"), "thorough")
        self.effort.setToolTip(self.tr("Number of training steps"))
        self.scope = NarrowCombo()
        self.scope.addItem(self.tr("Only the last layers"), "heads")
        self.scope.addItem(self.tr("Last layers and decoders"), "decoders")
        self.scope.addItem(self.tr("The whole network"), "everything")
        self.scope.setToolTip(
            self.tr(
                "With few labels, it is safer to train fewer parts. The last layers are the fusion "
                "heads and the shared block of the paper"
            )
        )

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("&SAR"), self.sar)
        optical = QVBoxLayout()
        optical.addWidget(self.optical)
        optical.addWidget(self.branches)
        form.addRow(self.tr("&Optical"), optical)
        form.labelForField(optical).setBuddy(self.optical)
        labels = QVBoxLayout()
        labels.addWidget(self.labels_from)
        labels.addWidget(self.labels)
        labels.addWidget(self.corrections)
        labels.addWidget(self.quality)
        labels.addWidget(self.validity)
        form.addRow(self.tr("&Labels"), labels)
        form.labelForField(labels).setBuddy(self.labels_from)
        form.addRow(self.tr("Labelled &area"), self.area)
        form.addRow(self.tr("&Base model"), self.base)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Effort"), self.effort)
        form.addRow(self.tr("&Train"), self.scope)
        form.addRow(self.advanced)

    def _connect(self) -> None:
        """From the fields to the settings, and back."""
        settings = self._settings
        self.labels_from.currentIndexChanged.connect(
            lambda: settings.update(from_optical=self.labels_from.currentData())
        )
        self.labels.layerChanged.connect(lambda layer: settings.update(labels=_id(layer)))
        self.corrections.layerChanged.connect(lambda layer: settings.update(corrections=_id(layer)))
        self.quality.currentIndexChanged.connect(
            lambda: settings.update(labels_quality=self.quality.currentData())
        )
        self.area.layerChanged.connect(lambda layer: settings.update(area=_id(layer)))
        self.base.changed.connect(lambda: settings.update(base=self.base.folder))
        self.name.textChanged.connect(settings.set_title)
        self.effort.currentIndexChanged.connect(
            lambda: settings.update(effort=self.effort.currentData())
        )
        self.scope.currentIndexChanged.connect(
            lambda: settings.update_training(scope=self.scope.currentData())
        )
        settings.changed.connect(self._show)

    def hide_layer(self, layer: Optional[QgsMapLayer]) -> None:
        """Do not offer this layer as labels, corrections or area."""
        for combo in (self.labels, self.corrections, self.area):
            combo.setExceptedLayerList([layer] if layer else [])

    def _show(self) -> None:
        settings, values = self._settings, self._settings.values
        self.labels.setVisible(not values.from_optical)
        self.quality.setVisible(not values.from_optical)
        self.corrections.setVisible(values.from_optical)
        self.validity.setVisible(values.from_optical)
        if values.from_optical:
            self.corrections.show_layer(settings.corrections_layer())
        else:
            self.labels.show_layer(settings.labels_layer())
        hull = self.tr("Hull of the labels")
        self.area.set_empty_text(self.tr("Whole scene") if values.from_optical else hull)
        self.area.show_layer(settings.area_layer())
        if self.base.folder != values.base:
            self.base.choose(values.base)
        fields = (self.labels_from, self.quality, self.name, self.effort, self.scope)
        blockers = [QSignalBlocker(field) for field in fields]
        self.labels_from.setCurrentIndex(self.labels_from.findData(values.from_optical))
        self.quality.setCurrentIndex(self.quality.findData(values.labels_quality))
        self._show_title()
        self.effort.setCurrentIndex(self.effort.findData(values.effort))
        self.scope.setCurrentIndex(self.scope.findData(values.training.scope))
        for blocker in blockers:
            blocker.unblock()
        self.branches.setText(
            self.tr(
                "All three branches are trained; the optical branch teaches the one that stands "
                "in for it where there is only SAR."
            )
            if settings.scene.optical_layer()
            else self.tr("Without an optical layer, only the branches for SAR alone are trained.")
        )

    def _show_title(self) -> None:
        """The suggested title does not come back while the field is being cleared."""
        text = self.name.text()
        being_cleared = self.name.hasFocus() and not text
        if text.strip() != self._settings.title and not being_cleared:
            self.name.setText(self._settings.title)


def _id(layer: Optional[QgsMapLayer]) -> str:
    return layer.id() if layer is not None else ""
