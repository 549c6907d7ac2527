"""cmhcl:evaluate: figures of a model, or of finished footprints, against label polygons."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Optional, Union

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingUtils,
)

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import CompareJob, EvaluateJob
from ...core.hatch.results import CompareResult, EvaluateResult
from .algorithm import Values
from .json_file import check_json, write_json
from .overlap import overlap_figures
from .scene_algorithm import AREA, LABELS, MODEL, SAR, SceneAlgorithm

FOOTPRINTS = "FOOTPRINTS"
OUTPUT = "OUTPUT"
FOUND_IOU = 0.5  # from which a building counts as found


class Evaluate(SceneAlgorithm):
    """EvaluateJob for a model, CompareJob for footprints."""

    GROUP = "models"

    def name(self) -> str:
        return "evaluate"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Evaluate against reference")

    def tags(self) -> list[str]:
        return ["accuracy", "iou", "f1", "validation", "building", "sar"]

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Compares the predictions of a model, or finished footprints of any source, with "
            "known buildings: IoU, F1, precision and recall of pixels, IoU of boundaries, F1 of "
            "whole buildings (matched at an IoU of at least 0.5), and the calibration error of the "
            "probabilities (0: a probability of 80 % is right 8 times in 10). Of finished "
            "footprints, IoU, F1, precision and recall are those of areas instead of pixels; there "
            "are no figures of boundaries and probabilities.\n\n"
            "Pixels without a label are background: limit the area to where all buildings are "
            "labelled."
        )

    def initAlgorithm(self, configuration: Optional[Values] = None) -> None:  # noqa: N802, ARG002
        self.add_scene(optional=True)
        self.add_polygons(
            FOOTPRINTS,
            self.tr("Finished footprints"),
            self.tr("A layer to evaluate instead of a model; SAR is then not needed."),
            optional=True,
        )
        self.add_polygons(LABELS, self.tr("Labels"), self.tr("Polygons of the true buildings."))
        self.add_polygons(
            AREA,
            self.tr("Area"),
            self.tr("Where all buildings are labelled; empty: the whole scene."),
            optional=True,
        )
        self.add_model(MODEL, self.tr("Model"), self.tr("Folder of the model"))
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

    def checkParameterValues(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        if bool(parameters.get(SAR)) == bool(parameters.get(FOOTPRINTS)):
            return False, self.tr("Choose either SAR, to evaluate a model, or finished footprints.")
        return super().checkParameterValues(parameters, context)

    def check_outputs(self, parameters: Values, context: QgsProcessingContext) -> None:
        super().check_outputs(parameters, context)
        check_json(self.parameterAsFileOutput(parameters, OUTPUT, context))

    def job(
        self, parameters: Values, context: QgsProcessingContext
    ) -> Union[EvaluateJob, CompareJob]:
        self.limit(parameters, context)
        if parameters.get(FOOTPRINTS):
            return CompareJob(
                self._polygons_file(parameters, FOOTPRINTS, context),
                self._polygons_file(parameters, LABELS, context),
                out=QgsProcessingUtils.generateTempFilename("comparison.gpkg"),
                min_iou=FOUND_IOU,
                changed_iou=FOUND_IOU,
            )
        values = self.prediction(parameters, context)
        return EvaluateJob(
            self.scene(parameters, context),
            labels=self.labels_file(parameters, context),
            model=str(values.model),
            threshold=values.threshold,
            careful=values.careful,
            device=values.device,
        )

    def _polygons_file(self, parameters: Values, name: str, context: QgsProcessingContext) -> str:
        """A GeoPackage of all polygons of a parameter. Raises InputError."""
        layer = self.polygon_layer(parameters, name, context)
        if layer is None:
            raise InputError(self.tr("There are no labels; choose a layer of building polygons."))
        return self.polygons_file(layer)

    def outputs(
        self,
        result: Union[EvaluateResult, CompareResult],
        parameters: Values,
        context: QgsProcessingContext,
    ) -> Values:
        figures = asdict(result)
        if isinstance(result, CompareResult) and isinstance(self._job, CompareJob):
            figures = {
                **overlap_figures(self._job),
                "object_precision": result.precision,
                "object_recall": result.recall,
                "object_f1": result.f1,
                "polygons": result.polygons,
                "reference": result.reference,
                "seconds": result.seconds,
            }
        outputs: Values = {
            name.upper(): figures[name] for name in self._figures() if name in figures
        }
        path = self.parameterAsFileOutput(parameters, OUTPUT, context)
        if path:
            problem = self.tr("The figures cannot be written ({}); choose another file: {}")
            write_json(json.dumps(figures, indent=2), path, problem)
            outputs[OUTPUT] = path
        return outputs

    def _figures(self) -> dict[str, str]:
        """Fields of the result that are outputs, with their titles."""
        return {
            "iou": self.tr("IoU"),
            "f1": self.tr("F1"),
            "precision": self.tr("Precision"),
            "recall": self.tr("Recall"),
            "boundary_iou": self.tr("Boundary IoU"),
            "object_f1": self.tr("Object F1"),
            "object_precision": self.tr("Precision of buildings"),
            "object_recall": self.tr("Recall of buildings"),
            "ece": self.tr("Calibration error"),
            "threshold": self.tr("Threshold"),
        }
