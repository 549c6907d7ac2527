"""The advanced fields of the page Fine-tune: how the training loop works."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QSignalBlocker
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QSpinBox

from ..layers.sar_input import SarInput
from ..widgets.decimal_box import DecimalBox
from ..widgets.device_combo import DeviceCombo
from .settings import FinetuneSettings


class TrainingBox(QgsCollapsibleGroupBox):
    """Shows and edits ``training`` of the settings, and the overrides of the SAR layers."""

    def __init__(self, settings: FinetuneSettings, sar: SarInput) -> None:
        super().__init__()
        self._settings = settings
        self.setTitle(self.tr("Advanced"))
        self.setCollapsed(True)
        self._build()
        self._lay_out(sar)
        self._show()
        self._connect()

    def _build(self) -> None:
        self.learning_rate = _number(0.0, 0.01, 0.00005, 5)
        self.learning_rate.setSpecialValueText(self.tr("Automatic"))
        self.learning_rate.setToolTip(
            self.tr("Higher values learn faster, but forget more of the base model")
        )
        self.temperature = _number(0.5, 20.0, 0.5, 1)
        self.temperature.setToolTip(
            self.tr(
                "Temperature T of the paper: higher values give more weight to pixels where the "
                "optical branch is uncertain"
            )
        )
        self.lambda_msa = _number(0.0, 10.0, 0.1, 2)
        self.lambda_msa.setToolTip(
            self.tr(
                "λ of MSAL in the paper: higher values align SAR features more closely with "
                "optical ones; outlines count less"
            )
        )
        self.lambda_mfa = _number(0.0, 10.0, 0.1, 2)
        self.lambda_mfa.setToolTip(
            self.tr(
                "λ of MFAL in the paper: higher values align predictions from SAR alone more "
                "closely with those with optical; outlines count less"
            )
        )
        self.frozen_teacher = QCheckBox(self.tr("&Keep the optical branch"))
        self.frozen_teacher.setToolTip(
            self.tr(
                "Frozen teacher in the paper: the optical branch stays that of the base model; "
                "useful if the optical image is poor"
            )
        )
        self.batch = QSpinBox()
        self.batch.setRange(1, 64)
        self.batch.setToolTip(
            self.tr(
                "Crops per step; higher values make training steadier, but need more time and "
                "memory"
            )
        )
        self.seed = QSpinBox()
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setToolTip(self.tr("Determines the validation blocks and the order of the crops"))
        self.compute = DeviceCombo()

    def _lay_out(self, sar: SarInput) -> None:
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("&Polarisations"), sar.polarisations)
        form.addRow(self.tr("SAR &values"), sar.radiometry)
        form.addRow(self.tr("Learn&ing rate"), self.learning_rate)
        form.addRow(self.tr("Weight of &uncertain pixels"), self.temperature)
        form.addRow(self.tr("Alignment of &features"), self.lambda_msa)
        form.addRow(self.tr("Ali&gnment of predictions"), self.lambda_mfa)
        form.addRow("", self.frozen_teacher)
        form.addRow(self.tr("Bat&ch"), self.batch)
        form.addRow(self.tr("Rando&m seed"), self.seed)
        form.addRow(self.tr("&Device"), self.compute)

    def _connect(self) -> None:
        """From the fields to the settings, and back."""
        training, losses = self._settings.update_training, self._settings.update_losses
        self.learning_rate.valueChanged.connect(lambda value: training(learning_rate=value))
        self.temperature.valueChanged.connect(lambda value: losses(temperature=value))
        self.lambda_msa.valueChanged.connect(lambda value: losses(lambda_msa=value))
        self.lambda_mfa.valueChanged.connect(lambda value: losses(lambda_mfa=value))
        self.frozen_teacher.toggled.connect(lambda on: training(frozen_teacher=on))
        self.batch.valueChanged.connect(lambda value: training(batch=value))
        self.seed.valueChanged.connect(lambda value: training(seed=value))
        self.compute.currentIndexChanged.connect(
            lambda: training(device=self.compute.currentData())
        )
        self._settings.changed.connect(self._show)

    def _show(self) -> None:
        training = self._settings.values.training
        fields = {
            self.learning_rate: training.learning_rate,
            self.temperature: training.losses.temperature,
            self.lambda_msa: training.losses.lambda_msa,
            self.lambda_mfa: training.losses.lambda_mfa,
            self.batch: training.batch,
            self.seed: training.seed,
        }
        blockers = [QSignalBlocker(field) for field in (*fields, self.frozen_teacher, self.compute)]
        for field, value in fields.items():
            field.setValue(value)
        self.frozen_teacher.setChecked(training.frozen_teacher)
        self.compute.choose(training.device)
        for blocker in blockers:
            blocker.unblock()
        with_optical = self._settings.scene.optical_layer() is not None
        for widget in (self.temperature, self.lambda_msa, self.lambda_mfa, self.frozen_teacher):
            widget.setEnabled(with_optical)


def _number(least: float, most: float, step: float, decimals: int) -> DecimalBox:
    field = DecimalBox()
    field.setDecimals(decimals)
    field.setRange(least, most)
    field.setSingleStep(step)
    return field
