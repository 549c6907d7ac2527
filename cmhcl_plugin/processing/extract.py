"""cmhcl:extract: footprints of a scene."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional, Union

from qgis.core import (
    QgsGeometry,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)
from qgis.PyQt.QtGui import QIcon

from ...core.hatch.jobs import Area, ClusterJob, ExtractJob
from ...core.hatch.results import ClusterResult, ExtractResult
from ..layers.areas import area_of
from ..layers.content import mark_unedited
from ..layers.field_aliases import name_fields
from ..layers.probabilities import style_probabilities
from ..layers.provenance import Provenance, write_provenance
from ..layers.styles import set_style
from ..paths import icon
from .algorithm import Values
from .loaded_layers import when_loaded
from .scene_algorithm import AREA, MODEL, SceneAlgorithm

EXTENT = "EXTENT"
MIN_AREA = "MIN_AREA"
OUTPUT = "OUTPUT"
PROBABILITY = "PROBABILITY"
FOOTPRINTS = "FOOTPRINTS"
SCHEDULER = "SCHEDULER"


class Extract(SceneAlgorithm):
    """ExtractJob, or ClusterJob with a scheduler."""

    GROUP = "footprints"

    def name(self) -> str:
        return "extract"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Extract building footprints")

    def tags(self) -> list[str]:
        return ["sar", "radar", "building", "footprint", "optical", "deep learning"]

    def icon(self) -> QIcon:
        return icon("extract")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Building footprints from SAR, and from an optical raster where it has valid pixels, "
            "as polygons with confidence, area and share of optical.\n\n"
            "The rasters may be of any pixel size and coordinate system; scale and polarisations "
            "of SAR are detected. The default model was trained on simulated scenes: fine-tune it "
            "on your own area before you rely on it."
        )

    def initAlgorithm(self, configuration: Optional[Values] = None) -> None:  # noqa: N802, ARG002
        self.add_scene()
        self.add(
            QgsProcessingParameterExtent(EXTENT, self.tr("Extent"), optional=True),
            self.tr("The part of the scene to process; empty: the whole scene."),
        )
        self.add_polygons(
            AREA,
            self.tr("Area"),
            self.tr("Polygons to process, instead of an extent."),
            optional=True,
        )
        self.add_model(MODEL, self.tr("Model"), self.tr("Folder of the model"))
        self.add_prediction()
        self.add(
            QgsProcessingParameterNumber(
                MIN_AREA,
                self.tr("Smallest area (m²)"),
                QgsProcessingParameterNumber.Type.Double,
                defaultValue=ExtractJob.min_area_m2,
                minValue=0.0,
            ),
            self.tr("Smaller footprints are omitted."),
        )
        self.add_scene_options()
        self.add(
            QgsProcessingParameterString(SCHEDULER, self.tr("Scheduler"), optional=True),
            self.tr(
                "Address of a Dask cluster that computes the scene in parts, or local:N for N "
                "processes of this computer; empty: one process."
            ),
            advanced=True,
        )
        self._add_outputs()

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterVectorDestination(
                OUTPUT, self.tr("Footprints"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
            self.tr("File to write: GeoPackage, FlatGeobuf or GeoJSON, chosen by its extension."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                PROBABILITY, self.tr("Probabilities"), optional=True, createByDefault=False
            ),
            self.tr(
                "GeoTIFF to write the probabilities to: with it, the slider on the page Extract "
                "changes the threshold of the result."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(FOOTPRINTS, self.tr("Number of footprints")))

    def checkParameterValues(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        if parameters.get(EXTENT) and parameters.get(AREA):
            return False, self.tr("Choose an extent or area polygons, not both.")
        return super().checkParameterValues(parameters, context)

    def job(
        self, parameters: Values, context: QgsProcessingContext
    ) -> Union[ExtractJob, ClusterJob]:
        """The job without the files to write."""
        area = self._extent(parameters, context)
        if area is None:
            self.limit(parameters, context)
        scheduler = self.parameterAsString(parameters, SCHEDULER, context).strip()
        values = replace(
            self.prediction(parameters, context),
            min_area_m2=self.parameterAsDouble(parameters, MIN_AREA, context),
        )
        job = values.job(self.scene(parameters, context, area), out="")
        return ClusterJob(job, scheduler) if scheduler else job

    def processAlgorithm(  # noqa: N802
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Values:
        # Asked here because QGIS loads the layers of this thread's context alone.
        out = self.layer_to_write(parameters, OUTPUT, context)
        job = self._extraction
        if job is not None:
            probability = self.layer_to_write(parameters, PROBABILITY, context)
            # Processing has asked whether existing files may be overwritten.
            job = replace(job, out=out, probability=probability, overwrite=True)
            if isinstance(self._job, ClusterJob):
                self._job = replace(self._job, extract=job)
            else:
                self._job = job
        return super().processAlgorithm(parameters, context, feedback)

    def outputs(
        self,
        result: Union[ExtractResult, ClusterResult],
        parameters: Values,  # noqa: ARG002
        context: QgsProcessingContext,
    ) -> Values:
        job = self._extraction
        if job is not None:
            provenance = Provenance.from_result(job, result)
            when_loaded(context, result.out, lambda layer: _finish(layer, provenance))
        when_loaded(context, result.probability, style_probabilities)
        probability = {PROBABILITY: result.probability} if result.probability else {}
        return {OUTPUT: result.out, **probability, FOOTPRINTS: result.footprints}

    @property
    def _extraction(self) -> Optional[ExtractJob]:
        """What is extracted, None without a job."""
        job = self._job.extract if isinstance(self._job, ClusterJob) else self._job
        return job if isinstance(job, ExtractJob) else None

    def _extent(self, parameters: Values, context: QgsProcessingContext) -> Optional[Area]:
        """EXTENT as an area, None if it is empty."""
        if not parameters.get(EXTENT):
            return None
        crs = self.parameterAsExtentCrs(parameters, EXTENT, context)
        if not crs.isValid():
            crs = self.sar_layers(parameters, context)[0].crs()
        extent = self.parameterAsExtent(parameters, EXTENT, context)
        return area_of(QgsGeometry.fromRect(extent), crs)


def _finish(layer: QgsMapLayer, provenance: Provenance) -> None:
    """Give a layer of footprints the style and the provenance that the page gives."""
    set_style(layer, "footprints")
    name_fields(layer)
    write_provenance(layer, provenance)
    mark_unedited(layer)
