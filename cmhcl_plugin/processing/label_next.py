"""cmhcl:label_next: the blocks of a scene where the model is least certain."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import LabelNextJob
from ...core.hatch.results import LabelNextResult
from ..layers.inputs import raster_path
from ..layers.label_next import style_blocks
from .algorithm import OUTPUT, LayerAlgorithm, Values
from .loaded_layers import when_loaded

PROBABILITY = "PROBABILITY"
COUNT = "COUNT"
BLOCK = "BLOCK"
BLOCKS = "BLOCKS"


class LabelNext(LayerAlgorithm):
    """LabelNextJob."""

    GROUP = "models"

    def name(self) -> str:
        return "label_next"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Where to label next")

    def tags(self) -> list[str]:
        return ["active learning", "uncertainty", "entropy", "labels", "training", "fine-tune"]

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "The square blocks of a scene where the model is least certain, from the probabilities "
            "that an extraction wrote. Label every building in some of them, delete the others, "
            "and fine-tune with them as the labelled area.\n\n"
            "The uncertainty is the mean entropy of the probabilities, from 0 to 1. Blocks of "
            "which less than half has data are left out."
        )

    def initAlgorithm(self, configuration: Optional[Values] = None) -> None:  # noqa: N802, ARG002
        self.add(
            QgsProcessingParameterRasterLayer(PROBABILITY, self.tr("Probabilities")),
            self.tr("The probabilities that an extraction wrote."),
        )
        self.add(
            QgsProcessingParameterNumber(
                COUNT,
                self.tr("Number of blocks"),
                QgsProcessingParameterNumber.Type.Integer,
                defaultValue=LabelNextJob.count,
                minValue=1,
            ),
            self.tr("At most; a small scene may have fewer."),
        )
        self.add(
            QgsProcessingParameterNumber(
                BLOCK,
                self.tr("Side of a block (m)"),
                QgsProcessingParameterNumber.Type.Double,
                defaultValue=LabelNextJob.block_m,
                minValue=1.0,
            ),
            self.tr("In metres on the ground."),
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                OUTPUT, self.tr("Label next"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
            self.tr("File to write: GeoPackage, FlatGeobuf or GeoJSON, chosen by its extension."),
        )
        self.addOutput(QgsProcessingOutputNumber(BLOCKS, self.tr("Number of blocks")))

    def job(self, parameters: Values, context: QgsProcessingContext) -> LabelNextJob:
        """The job without the file to write."""
        raster = self.parameterAsRasterLayer(parameters, PROBABILITY, context)
        if raster is None:
            text = self.tr("The probabilities {} cannot be opened; choose others.")
            raise InputError(text.format(parameters.get(PROBABILITY)))
        return LabelNextJob(
            raster_path(raster),
            out="",
            count=self.parameterAsInt(parameters, COUNT, context),
            block_m=self.parameterAsDouble(parameters, BLOCK, context),
        )

    def outputs(
        self,
        result: LabelNextResult,
        parameters: Values,  # noqa: ARG002
        context: QgsProcessingContext,
    ) -> Values:
        when_loaded(context, result.out, style_blocks)
        return {OUTPUT: result.out, BLOCKS: result.blocks}
