"""cmhcl:finetune: fine-tunes a model on a labelled area."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputFolder,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import (
    COMPLETE,
    DISTANCES,
    EFFORTS,
    FROM_OPTICAL,
    LABELS_QUALITIES,
    SCOPES,
    FinetuneJob,
    LossSettings,
    TrainingSettings,
)
from ...core.hatch.library import unused_folder, unused_title
from ...core.hatch.results import FinetuneResult
from ...core.hatch.training_settings import LAMBDAS
from ..paths import models_folder
from .algorithm import Values, absolute
from .scene_algorithm import AREA, DEVICE, LABELS, OPTICAL, SceneAlgorithm

LABELS_FROM = "LABELS_FROM"
LABELS_QUALITY = "LABELS_QUALITY"
POLYGONS = "polygons"  # its value besides FROM_OPTICAL
BASE = "BASE"
TITLE = "TITLE"
EFFORT = "EFFORT"
SCOPE = "SCOPE"
STEPS = "STEPS"
BATCH = "BATCH"
LEARNING_RATE = "LEARNING_RATE"
FROZEN_TEACHER = "FROZEN_TEACHER"
TEMPERATURE = "TEMPERATURE"
DISTANCE = "DISTANCE"
SEED = "SEED"
FOLDER = "FOLDER"
MODEL = "MODEL"
REPORT = "REPORT"
VERDICT = "VERDICT"
DEFAULTS = FinetuneJob.training
# Outputs: each is the IoU of the figures with this ``what`` and ``head``.
IOUS = {
    "IOU_BASE": ("base", "sar"),
    "IOU_NEW": ("new", "sar"),
    "IOU_BASE_OPTICAL": ("base", "optical"),
    "IOU_NEW_OPTICAL": ("new", "optical"),
}


class Finetune(SceneAlgorithm):
    """FinetuneJob."""

    def name(self) -> str:
        return "finetune"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Fine-tune a model")

    def group(self) -> str:
        return self.tr("Models")

    def groupId(self) -> str:  # noqa: N802
        return "models"

    def tags(self) -> list[str]:
        return ["training", "transfer learning", "sar", "building", "labels"]

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Trains a model further on a labelled part of your own scene. Some blocks of the area "
            "are held out from the training and used to compare the new model with its base "
            "model; the report shows both.\n\n"
            "Inside the area, pixels without a label are background. With an optical raster all "
            "three branches are trained, without one only those for SAR alone.\n\n"
            "With an optical raster no labels are needed: those from optical are what the base "
            "model predicts with it where it is sure. The new model is then judged by these "
            "predictions too, not by the truth."
        )

    def initAlgorithm(self, configuration: Optional[Values] = None) -> None:  # noqa: N802, ARG002
        self.add_scene()
        self._add_labels()
        self.add_model(BASE, self.tr("Base model"), self.tr("Folder of the base model"))
        self.add(
            QgsProcessingParameterString(TITLE, self.tr("Name of the new model"), optional=True),
            self.tr("Empty: the name of the SAR layer."),
        )
        self.add_choice(
            EFFORT,
            self.tr("Effort"),
            EFFORTS,
            FinetuneJob.effort,
            self.tr("quick: minutes; thorough: about four times as long, for larger areas."),
        )
        self.add_choice(
            SCOPE,
            self.tr("What is trained"),
            SCOPES,
            DEFAULTS.scope,
            self.tr(
                "heads: only the last layers (the fusion heads and the shared block of the paper), "
                "for a scene similar to those of the base model; decoders: also the decoders; "
                "everything: the whole network, for many labels."
            ),
        )
        self.add(
            QgsProcessingParameterFile(
                FOLDER,
                self.tr("Folder of models"),
                behavior=QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            self.tr(
                "The new model becomes a folder in it; empty: the library that the page Models "
                "shows."
            ),
        )
        self.add_scene_options()
        self._add_settings()
        self._add_outputs()

    def _add_labels(self) -> None:
        """LABELS_FROM, LABELS, LABELS_QUALITY and AREA."""
        self.add_choice(
            LABELS_FROM,
            self.tr("Where the labels come from"),
            (POLYGONS, FROM_OPTICAL),
            POLYGONS,
            self.tr(
                "polygons: the layer of labels; optical: what the base model predicts with the "
                "optical raster."
            ),
        )
        self.add_polygons(
            LABELS,
            self.tr("Labels"),
            self.tr(
                "Polygons of buildings; 20 or more of them. Not used with labels from optical."
            ),
            optional=True,
        )
        self.add_choice(
            LABELS_QUALITY,
            self.tr("Quality of the labels"),
            LABELS_QUALITIES,
            FinetuneJob.labels_quality,
            self.tr(
                "complete: every building of the area has its outline in the right place; partial: "
                "outlines are partly missing, shifted or old, and are corrected by what the base "
                "model predicts. Not used with labels from optical."
            ),
        )
        self.add_polygons(
            AREA,
            self.tr("Labelled area"),
            self.tr(
                "Where all buildings are labelled; empty: the hull of the labels, or the whole "
                "scene for labels from optical."
            ),
            optional=True,
        )

    def _add_outputs(self) -> None:
        self.addOutput(QgsProcessingOutputFolder(MODEL, self.tr("New model")))
        self.addOutput(QgsProcessingOutputHtml(REPORT, self.tr("Report")))
        self.addOutput(QgsProcessingOutputString(VERDICT, self.tr("Verdict")))
        titles = (
            self.tr("IoU of the base model, SAR alone"),
            self.tr("IoU of the new model, SAR alone"),
            self.tr("IoU of the base model, with optical"),
            self.tr("IoU of the new model, with optical"),
        )
        for name, title in zip(IOUS, titles):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def job(self, parameters: Values, context: QgsProcessingContext) -> FinetuneJob:
        title = self.parameterAsString(parameters, TITLE, context).strip()
        title = title or self.sar_layers(parameters, context)[0].name()
        library = absolute(self.parameterAsFile(parameters, FOLDER, context)) or models_folder()
        title = unused_title(Path(library), title)
        self.limit(parameters, context)
        labels = self._labels(parameters, context)
        quality = self.parameterAsEnumString(parameters, LABELS_QUALITY, context)
        return FinetuneJob(
            self.scene(parameters, context),
            labels=labels,
            out=str(unused_folder(Path(library), title)),
            base=self.model_folder(parameters, BASE, context),
            title=title,
            effort=self.parameterAsEnumString(parameters, EFFORT, context),
            training=self._training(parameters, context),
            labels_quality=COMPLETE if labels == FROM_OPTICAL else quality,
        )

    def _labels(self, parameters: Values, context: QgsProcessingContext) -> str:
        """What FinetuneJob takes as labels. Raises InputError."""
        if self.parameterAsEnumString(parameters, LABELS_FROM, context) == FROM_OPTICAL:
            if self.parameterAsRasterLayer(parameters, OPTICAL, context) is None:
                raise InputError(
                    self.tr("There is no optical raster to take labels from; choose one.")
                )
            return FROM_OPTICAL
        return self.labels_file(parameters, context)

    def _training(self, parameters: Values, context: QgsProcessingContext) -> TrainingSettings:
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

    def outputs(
        self,
        result: FinetuneResult,
        parameters: Values,  # noqa: ARG002
        context: QgsProcessingContext,  # noqa: ARG002
    ) -> Values:
        ious = {(figures.what, figures.head): figures.iou for figures in result.figures}
        return {
            MODEL: result.model,
            REPORT: result.report,
            VERDICT: result.verdict,
            **{name: ious[key] for name, key in IOUS.items() if key in ious},
        }

    def _add_settings(self) -> None:
        """The settings of the training, advanced."""
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
            DISTANCES,
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
