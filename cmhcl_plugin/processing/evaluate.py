"""cmhcl:evaluate: figures of a model against label polygons."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
)

from ...core.hatch.errors import InputError
from ...core.hatch.files import atomic_output
from ...core.hatch.jobs import EvaluateJob
from ...core.hatch.results import EvaluateResult
from .algorithm import Values
from .scene_algorithm import AREA, LABELS, MODEL, SceneAlgorithm

OUTPUT = "OUTPUT"


class Evaluate(SceneAlgorithm):
    """EvaluateJob."""

    def name(self) -> str:
        return "evaluate"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Evaluate against reference")

    def group(self) -> str:
        return self.tr("Models")

    def groupId(self) -> str:  # noqa: N802
        return "models"

    def tags(self) -> list[str]:
        return ["accuracy", "iou", "f1", "validation", "building", "sar"]

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Compares the predictions of a model with known buildings: IoU, F1, precision and "
            "recall of pixels, IoU of boundaries, F1 of whole buildings (matched at an IoU of at "
            "least 0.5), and the calibration error of the probabilities (0: a probability of 80 % "
            "is right 8 times in 10).\n\n"
            "Pixels without a label are background: limit the area to where all buildings are "
            "labelled."
        )

    def initAlgorithm(self, configuration: Optional[Values] = None) -> None:  # noqa: N802, ARG002
        self.add_scene()
        self.add_polygons(LABELS, self.tr("Labels"), self.tr("Polygons of the true buildings."))
        self.add_polygons(
            AREA,
            self.tr("Area"),
            self.tr("Where all buildings are labelled; empty: the whole scene."),
            optional=True,
        )
        self.add_model(MODEL, self.tr("Model"))
        self.add_prediction()
        self.add_scene_options()
        self.add(
            QgsProcessingParameterFileDestination(
                OUTPUT,
                self.tr("Figures"),
                self.tr("JSON files (*.json)"),
                optional=True,
                createByDefault=False,
            ),
            self.tr("JSON file to write the figures into."),
        )
        for name, title in self._figures().items():
            self.addOutput(QgsProcessingOutputNumber(name.upper(), title))

    def job(self, parameters: Values, context: QgsProcessingContext) -> EvaluateJob:
        return EvaluateJob(
            self.scene(parameters, context, self.area(parameters, context)),
            labels=self.labels_file(parameters, context),
            **self.prediction(parameters, context),
        )

    def outputs(
        self, result: EvaluateResult, parameters: Values, context: QgsProcessingContext
    ) -> Values:
        outputs = {name.upper(): getattr(result, name) for name in self._figures()}
        path = self.parameterAsFileOutput(parameters, OUTPUT, context)
        if path:
            try:
                with atomic_output(Path(path)) as new:
                    text = json.dumps(asdict(result), indent=2) + "\n"
                    new.write_text(text, encoding="utf-8")
            except OSError as error:
                text = self.tr("The figures cannot be written to {} ({}); choose another file.")
                raise QgsProcessingException(text.format(path, error.strerror)) from error
            except InputError as error:
                raise QgsProcessingException(str(error)) from error
            outputs[OUTPUT] = path
        return outputs

    def _figures(self) -> dict[str, str]:
        """Fields of the result that are outputs, with their titles."""
        return {
            "iou": self.tr("IoU"),
            "f1": self.tr("F1"),
            "precision": self.tr("Precision"),
            "recall": self.tr("Recall"),
            "boundary_iou": self.tr("IoU of boundaries"),
            "object_f1": self.tr("F1 of buildings"),
            "object_precision": self.tr("Precision of buildings"),
            "object_recall": self.tr("Recall of buildings"),
            "ece": self.tr("Calibration error"),
            "threshold": self.tr("Threshold"),
        }
