"""cmhcl:finetune: fine-tunes a model on a labelled area."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputFolder,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import (
    COMPLETE,
    FROM_OPTICAL,
    PARTIAL,
    FinetuneJob,
)
from ...core.hatch.library import unused_folder, unused_title
from ...core.hatch.results import FinetuneResult
from ..paths import models_folder
from .algorithm import Values, absolute
from .scene_algorithm import AREA, LABELS, OPTICAL
from .training_algorithm import TrainingAlgorithm

CORRECTIONS = "CORRECTIONS"
LABELS_FROM = "LABELS_FROM"
LABELS_QUALITY = "LABELS_QUALITY"
POLYGONS = "polygons"  # its value besides FROM_OPTICAL
BASE = "BASE"
TITLE = "TITLE"
EFFORT = "EFFORT"
FOLDER = "FOLDER"
MODEL = "MODEL"
REPORT = "REPORT"
VERDICT = "VERDICT"
# Outputs: each is the IoU of the figures with this ``what`` and ``head``.
IOUS = {
    "IOU_BASE": ("base", "sar"),
    "IOU_NEW": ("new", "sar"),
    "IOU_BASE_OPTICAL": ("base", "optical"),
    "IOU_NEW_OPTICAL": ("new", "optical"),
}


class Finetune(TrainingAlgorithm):
    """FinetuneJob."""

    GROUP = "models"

    def name(self) -> str:
        return "finetune"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Fine-tune a model")

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
            {"quick": self.tr("Quick"), "thorough": self.tr("Thorough")},
            FinetuneJob.effort,
            self.tr("quick: minutes; thorough: about four times as long, for larger areas."),
        )
        self.add_scope()
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
        self.add_training()
        self._add_outputs()

    def _add_labels(self) -> None:
        """LABELS_FROM, LABELS, LABELS_QUALITY and AREA."""
        self.add_choice(
            LABELS_FROM,
            self.tr("Where the labels come from"),
            {
                POLYGONS: self.tr("From a polygon layer"),
                FROM_OPTICAL: self.tr("From the optical image"),
            },
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
        self.add_polygons(
            CORRECTIONS,
            self.tr("Corrections"),
            self.tr(
                "Polygons of buildings, drawn or clicked, in place of labels from optical; used "
                "with these only."
            ),
            optional=True,
        )
        self.add_choice(
            LABELS_QUALITY,
            self.tr("Quality of the labels"),
            {COMPLETE: self.tr("Complete"), PARTIAL: self.tr("Partly missing or old")},
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
        corrections = ""
        if labels == FROM_OPTICAL and parameters.get(CORRECTIONS):
            corrections = self.labels_file(parameters, context, CORRECTIONS)
        quality = self.parameterAsEnumString(parameters, LABELS_QUALITY, context)
        return FinetuneJob(
            self.scene(parameters, context),
            labels=labels,
            out=str(unused_folder(Path(library), title)),
            base=self.model_folder(parameters, BASE, context),
            title=title,
            effort=self.parameterAsEnumString(parameters, EFFORT, context),
            training=self.training(parameters, context),
            labels_quality=COMPLETE if labels == FROM_OPTICAL else quality,
            corrections=corrections,
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
