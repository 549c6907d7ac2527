"""cmhcl:compare: the differences between two layers of building polygons."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import CompareJob
from ...core.hatch.results import CompareResult
from ..compare.figures import details_text
from ..layers.inputs import raster_path
from ..layers.results import set_comparison
from ..paths import icon
from .algorithm import OUTPUT, LayerAlgorithm, Values
from .loaded_layers import when_loaded
from .scene_algorithm import AREA, SceneAlgorithm

INPUT = "INPUT"
REFERENCE = "REFERENCE"
PROBABILITY = "PROBABILITY"
MIN_IOU = "MIN_IOU"
CHANGED_IOU = "CHANGED_IOU"
MAX_SHIFT = "MAX_SHIFT"


class Compare(LayerAlgorithm, SceneAlgorithm):
    """CompareJob."""

    GROUP = "footprints"

    def name(self) -> str:
        return "compare"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Compare footprints")

    def tags(self) -> list[str]:
        return ["accuracy", "change detection", "difference", "update", "iou", "f1", "building"]

    def icon(self) -> QIcon:
        return icon("compare")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "The differences between two layers of building polygons, such as footprints and a "
            "reference, or a newer and an older map: which buildings are matched, changed, new or "
            "missing, with precision, recall, F1 and mean IoU.\n\n"
            "Polygons match one to one, best IoU first. Where no area and no probabilities are "
            "given, everything is compared, so a layer that covers more than the other has new or "
            "missing buildings there."
        )

    def initAlgorithm(self, configuration: Optional[Values] = None) -> None:  # noqa: N802, ARG002
        self.add_polygons(INPUT, self.tr("Layer"), self.tr("The layer to check, or the newer map."))
        self.add_polygons(
            REFERENCE, self.tr("Reference"), self.tr("The known buildings, or the older map.")
        )
        self.add_polygons(
            AREA,
            self.tr("Area"),
            self.tr("Polygons that both layers cover; empty: everything is compared."),
            optional=True,
        )
        self.add(
            QgsProcessingParameterRasterLayer(PROBABILITY, self.tr("Probabilities"), optional=True),
            self.tr(
                "The probabilities that the extraction of the layer wrote: they give the "
                "confidence, also of missing buildings, and limit the comparison to what was "
                "extracted."
            ),
        )
        self._add_number(
            MIN_IOU,
            self.tr("Same from an IoU of"),
            CompareJob.min_iou,
            self.tr("Intersection over union from which two polygons are the same building."),
            least=0.01,
        )
        self._add_number(
            CHANGED_IOU,
            self.tr("Changed below an IoU of"),
            CompareJob.changed_iou,
            self.tr("Intersection over union below which the same building has changed."),
        )
        self._add_number(
            MAX_SHIFT,
            self.tr("Changed if moved by more than (m)"),
            CompareJob.max_shift_m,
            self.tr("Distance of the centroids beyond which the same building has changed."),
            most=1000.0,
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                OUTPUT, self.tr("Comparison"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
            self.tr("File to write: GeoPackage, FlatGeobuf or GeoJSON, chosen by its extension."),
        )
        for name, title in self._figures().items():
            self.addOutput(QgsProcessingOutputNumber(name.upper(), title))

    def _add_number(
        self,
        name: str,
        title: str,
        default: float,
        help: str,
        least: float = 0.0,
        most: float = 1.0,
    ) -> None:
        kind = QgsProcessingParameterNumber.Type.Double
        parameter = QgsProcessingParameterNumber(
            name, title, kind, defaultValue=default, minValue=least, maxValue=most
        )
        self.add(parameter, help)

    def job(self, parameters: Values, context: QgsProcessingContext) -> CompareJob:
        """The job without the file to write."""
        self._name = self._layer(parameters, INPUT, context).name()
        self._reference_name = self._layer(parameters, REFERENCE, context).name()
        raster = self.parameterAsRasterLayer(parameters, PROBABILITY, context)
        if raster is None and parameters.get(PROBABILITY):
            text = self.tr("The probabilities {} cannot be opened; choose others or none.")
            raise InputError(text.format(parameters[PROBABILITY]))
        self.limit(parameters, context)
        return CompareJob(
            self.polygons_file(self._layer(parameters, INPUT, context)),
            self.polygons_file(self._layer(parameters, REFERENCE, context)),
            out="",
            min_iou=self.parameterAsDouble(parameters, MIN_IOU, context),
            changed_iou=self.parameterAsDouble(parameters, CHANGED_IOU, context),
            max_shift_m=self.parameterAsDouble(parameters, MAX_SHIFT, context),
            probability=raster_path(raster) if raster else "",
        )

    def _layer(
        self, parameters: Values, name: str, context: QgsProcessingContext
    ) -> QgsVectorLayer:
        """The layer of a parameter. Raises InputError."""
        layer = self.polygon_layer(parameters, name, context)
        if layer is None:
            raise InputError(self.tr("Choose a polygon layer and a reference."))
        return layer

    def outputs(
        self,
        result: CompareResult,
        parameters: Values,  # noqa: ARG002
        context: QgsProcessingContext,
    ) -> Values:
        if isinstance(self._job, CompareJob):
            limited = self._job.area is not None or bool(self._job.probability)
            details = details_text(self._name, self._reference_name, limited, result)
            when_loaded(context, result.out, lambda layer: set_comparison(layer, details))
        figures = {name: getattr(result, name) for name in self._figures()}
        known = {name.upper(): value for name, value in figures.items() if value is not None}
        return {OUTPUT: result.out, **known}

    def _figures(self) -> dict[str, str]:
        """Fields of the result that are outputs, with their titles."""
        return {
            "precision": self.tr("Precision"),
            "recall": self.tr("Recall"),
            "f1": self.tr("F1"),
            "mean_iou": self.tr("Mean IoU"),
            "median_shift_m": self.tr("Median shift (m)"),
            "matched": self.tr("Matched"),
            "changed": self.tr("Changed"),
            "new": self.tr("New"),
            "missing": self.tr("Missing"),
            "merged": self.tr("Merged"),
            "split": self.tr("Split"),
        }
