"""cmhcl:extract: footprints of a scene."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputNumber,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
    QgsProviderRegistry,
)
from qgis.PyQt.QtGui import QIcon

from ...core.hatch.jobs import Area, ExtractJob
from ..layers.content import mark_unedited
from ..layers.inputs import polygons_area
from ..layers.styles import set_style
from ..paths import icon
from .algorithm import AREA, MODEL, JobAlgorithm, Values, absolute

EXTENT = "EXTENT"
MIN_AREA = "MIN_AREA"
OUTPUT = "OUTPUT"
PROBABILITY = "PROBABILITY"
FOOTPRINTS = "FOOTPRINTS"


class Extract(JobAlgorithm):
    """ExtractJob."""

    def name(self) -> str:
        return "extract"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Extract building footprints")

    def group(self) -> str:
        return self.tr("Footprints")

    def groupId(self) -> str:  # noqa: N802
        return "footprints"

    def tags(self) -> list[str]:
        return ["sar", "radar", "building", "footprint", "optical", "deep learning"]

    def icon(self) -> QIcon:
        return icon("extract")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Building footprints from SAR, and from an optical raster where there is a valid one, "
            "as polygons with confidence, area and share of optical.\n\n"
            "The rasters may be of any pixel size and coordinate system; scale and polarisations "
            "of SAR are found out. The default model was trained on simulated scenes: fine-tune it "
            "on your own area before you rely on it."
        )

    def initAlgorithm(self, configuration: Optional[Values] = None) -> None:  # noqa: N802, ARG002
        self.add_images()
        self.add(
            QgsProcessingParameterExtent(EXTENT, self.tr("Extent"), optional=True),
            self.tr("The part of the scene to work on; empty: the whole scene."),
        )
        self.add_polygons(
            AREA,
            self.tr("Area"),
            self.tr("Polygons to work in, instead of an extent."),
            optional=True,
        )
        self.add_model(MODEL, self.tr("Model"))
        self.add_threshold()
        self.add(
            QgsProcessingParameterNumber(
                MIN_AREA,
                self.tr("Smallest area (m²)"),
                QgsProcessingParameterNumber.Type.Double,
                defaultValue=ExtractJob.min_area_m2,
                minValue=0.0,
            ),
            self.tr("Smaller footprints are left out."),
        )
        self.add_overrules()
        self.add(
            QgsProcessingParameterVectorDestination(
                OUTPUT, self.tr("Footprints"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
            self.tr("GeoPackage to write."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                PROBABILITY, self.tr("Probabilities"), optional=True, createByDefault=False
            ),
            self.tr(
                "GeoTIFF to keep the probabilities in: with it, the slider on the page Extract "
                "outlines the result at another threshold."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(FOOTPRINTS, self.tr("Number of footprints")))

    def checkParameterValues(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        if parameters.get(EXTENT) and parameters.get(AREA):
            return False, self.tr("Choose an extent or area polygons, not both.")
        return super().checkParameterValues(parameters, context)

    def job(self, parameters: Values, context: QgsProcessingContext) -> ExtractJob:
        """All but the file to write."""
        return ExtractJob(
            out="",
            area=self._area(parameters, context),
            min_area_m2=self.parameterAsDouble(parameters, MIN_AREA, context),
            **self.images(parameters, context),
            **self.prediction(parameters, context),
        )

    def processAlgorithm(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        # Asked here because QGIS loads the layers of this thread's context alone.
        out = absolute(self.parameterAsOutputLayer(parameters, OUTPUT, context))
        if isinstance(self._job, ExtractJob):
            kept = absolute(self.parameterAsOutputLayer(parameters, PROBABILITY, context))
            self._job = replace(self._job, out=out, probability=kept)
        return super().processAlgorithm(parameters, context, feedback)

    def outputs(self, result: Values, parameters: Values, context: QgsProcessingContext) -> Values:  # noqa: ARG002
        out = result["out"]
        if context.willLoadLayerOnCompletion(out) and isinstance(self._job, ExtractJob):
            _FINISHER.memories[Path(out)] = Memory.of(self._job, result)
            context.layerToLoadOnCompletionDetails(out).setPostProcessor(_FINISHER)
        kept = {PROBABILITY: result["probability"]} if result["probability"] else {}
        return {OUTPUT: out, **kept, FOOTPRINTS: result["footprints"]}

    def _area(self, parameters: Values, context: QgsProcessingContext) -> Optional[Area]:
        layer = self.polygon_layer(parameters, AREA, context)
        if layer:
            return polygons_area(layer)
        if not parameters.get(EXTENT):
            return None
        crs = self.parameterAsExtentCrs(parameters, EXTENT, context)
        if not crs.isValid():
            crs = self.sar_layers(parameters, context)[0].crs()
        extent = QgsGeometry.fromRect(self.parameterAsExtent(parameters, EXTENT, context))
        wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
        return Area(wkt=extent.asWkt(), crs=wkt)


class _Finisher(QgsProcessingLayerPostProcessorInterface):
    """Makes a layer one of the dialog's results: its style, and what it remembers."""

    def __init__(self) -> None:
        super().__init__()
        self.memories: dict[Path, Memory] = {}  # by the file of the footprints

    def postProcessLayer(  # noqa: N802
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,  # noqa: ARG002
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> None:
        set_style(layer, "footprints")
        source = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        memory = self.memories.pop(Path(source["path"]), None)
        if memory:
            remember(layer, memory)
            mark_unedited(layer)


_FINISHER = _Finisher()  # QGIS keeps no reference
