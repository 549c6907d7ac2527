"""The parameters of a training in Processing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
)

from ...core.hatch.jobs import (
    DEVICES,
    FinetuneJob,
    LossSettings,
    TrainingSettings,
)
from ...core.hatch.training_settings import LAMBDAS
from .algorithm import Values
from .scene_algorithm import DEVICE, SceneAlgorithm

SCOPE = "SCOPE"
STEPS = "STEPS"
BATCH = "BATCH"
LEARNING_RATE = "LEARNING_RATE"
FROZEN_TEACHER = "FROZEN_TEACHER"
TEMPERATURE = "TEMPERATURE"
DISTANCE = "DISTANCE"
SEED = "SEED"
DEFAULTS = FinetuneJob.training


class TrainingAlgorithm(SceneAlgorithm):
    """An algorithm with TrainingSettings among its parameters."""

    devices = DEVICES

    def add_scope(self) -> None:
        """SCOPE."""
        self.add_choice(
            SCOPE,
            self.tr("What is trained"),
            {
                "heads": self.tr("Only the last layers"),
                "decoders": self.tr("Last layers and decoders"),
                "everything": self.tr("The whole network"),
            },
            DEFAULTS.scope,
            self.tr(
                "heads: only the last layers (the fusion heads and the shared block of the paper), "
                "for a scene similar to those of the base model; decoders: also the decoders; "
                "everything: the whole network, for many labels."
            ),
        )

    def add_training(self) -> None:
        """The other settings, advanced."""
        self._add_number(
            STEPS, self.tr("Steps"), DEFAULTS.steps, self.tr("0: the number that the effort sets.")
        )
        self._add_number(
            BATCH,
            self.tr("Batch"),
            DEFAULTS.batch,
            self.tr(
                "Crops per step; higher values make training steadier, but need more time and "
                "memory."
            ),
            least=1,
        )
        self._add_number(
            LEARNING_RATE,
            self.tr("Learning rate"),
            DEFAULTS.learning_rate,
            self.tr(
                "Higher values learn faster, but forget more of the base model; 0: chosen by "
                "what is trained."
            ),
        )
        self._add_loss_settings()
        self.add(
            QgsProcessingParameterBoolean(
                FROZEN_TEACHER, self.tr("Keep the optical branch"), defaultValue=False
            ),
            self.tr(
                "Frozen teacher in the paper: the optical branch stays that of the base model; "
                "useful if the optical image is poor."
            ),
            advanced=True,
        )
        self._add_number(
            SEED,
            self.tr("Seed"),
            DEFAULTS.seed,
            self.tr("Determines the validation blocks and the order of the crops."),
        )

    def _add_loss_settings(self) -> None:
        """The settings of the losses, advanced."""
        self._add_number(
            TEMPERATURE,
            self.tr("Weight of uncertain pixels"),
            LossSettings.temperature,
            self.tr(
                "Temperature T of the paper: higher values align the branches on uncertain pixels "
                "too."
            ),
            least=0.1,
        )
        texts = {
            "lambda_msa": (
                self.tr("Alignment of features"),
                self.tr("λ of MSAL in the paper, the weight of the shared block; 0: off."),
            ),
            "lambda_mfa": (
                self.tr("Alignment of predictions"),
                self.tr("λ of MFAL in the paper, the weight of the fused branches; 0: off."),
            ),
            "lambda_edge": (
                self.tr("Weight of edges"),
                self.tr("λ of the edge loss, for sharp edges; 0: off."),
            ),
            "lambda_contact": (
                self.tr("Weight of contacts"),
                self.tr("λ of the contact loss, which separates touching buildings; 0: off."),
            ),
        }
        for name in LAMBDAS:
            title, help = texts[name]
            self._add_number(name.upper(), title, getattr(LossSettings, name), help)
        self.add_choice(
            DISTANCE,
            self.tr("Distance of alignment"),
            {
                "kl": self.tr("Divergence of the predictions (KL)"),
                "mse": self.tr("Squared difference of the predictions"),
                "features": self.tr("Squared difference of the features"),
            },
            LossSettings.distance,
            self.tr("Measure of the difference between the branches."),
            advanced=True,
        )

    def _add_number(
        self, name: str, title: str, default: float, help: str, least: float = 0.0
    ) -> None:
        """A number of at least ``least``; an integer if its default is one."""
        kinds = QgsProcessingParameterNumber.Type
        kind = kinds.Integer if isinstance(default, int) else kinds.Double
        parameter = QgsProcessingParameterNumber(name, title, kind, default, minValue=least)
        self.add(parameter, help, advanced=True)

    def training(self, parameters: Values, context: QgsProcessingContext) -> TrainingSettings:
        """The settings of a job."""
        weights: dict[str, Any] = {
            name: self.parameterAsDouble(parameters, name.upper(), context) for name in LAMBDAS
        }
        losses = LossSettings(
            temperature=self.parameterAsDouble(parameters, TEMPERATURE, context),
            distance=self.parameterAsEnumString(parameters, DISTANCE, context),
            **weights,
        )
        return replace(
            DEFAULTS,
            scope=self.parameterAsEnumString(parameters, SCOPE, context),
            steps=self.parameterAsInt(parameters, STEPS, context),
            batch=self.parameterAsInt(parameters, BATCH, context),
            learning_rate=self.parameterAsDouble(parameters, LEARNING_RATE, context),
            losses=losses,
            frozen_teacher=self.parameterAsBoolean(parameters, FROZEN_TEACHER, context),
            seed=self.parameterAsInt(parameters, SEED, context),
            device=self.parameterAsEnumString(parameters, DEVICE, context),
        )
