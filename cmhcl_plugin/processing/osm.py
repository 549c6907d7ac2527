"""cmhcl:osm: footprints as buildings for OpenStreetMap's editors."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional, cast

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
)

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import Job, OsmJob
from ...core.hatch.results import OsmResult
from ..layers.output_paths import file_stem
from ..layers.polygon_file import LayerPolygons
from .algorithm import OUTPUT, JobAlgorithm, Values, absolute

INPUT = "INPUT"
SOURCE = "SOURCE"
SQUARE = "SQUARE"
ACCEPTED = "ACCEPTED"
BUILDINGS = "BUILDINGS"
LEFT_OUT = "LEFT_OUT"


class Osm(JobAlgorithm):
    """OsmJob."""

    GROUP = "footprints"

    def name(self) -> str:
        return "osm"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Export buildings for OpenStreetMap")

    def tags(self) -> list[str]:
        return ["osm", "openstreetmap", "josm", "rapid", "building", "import"]

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Building polygons for the editors of OpenStreetMap, with the tags building=yes and "
            "source: an .osm file for JOSM, in which neighbours share the nodes of their common "
            "wall, or GeoJSON for Rapid. Walls are straight, and nothing overlaps.\n\n"
            "This uploads nothing. Check every building against imagery that OpenStreetMap may "
            "use, and follow its import guidelines before you upload more than a few."
        )

    def initAlgorithm(self, configuration: Optional[Values] = None) -> None:  # noqa: N802, ARG002
        kinds = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.add(
            QgsProcessingParameterVectorLayer(INPUT, self.tr("Building polygons"), kinds),
            self.tr("Footprints, after a review, or polygons of any source."),
        )
        self.add(
            QgsProcessingParameterString(SOURCE, self.tr("Source"), defaultValue=OsmJob.source),
            self.tr("The tag source of each building: which imagery it is from."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                ACCEPTED, self.tr("Only accepted footprints"), defaultValue=OsmJob.accepted
            ),
            self.tr("Only those that a review accepted."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                SQUARE, self.tr("Straighten walls"), defaultValue=OsmJob.square
            ),
            self.tr("Footprints of an extraction have straight walls already and stay."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFileDestination(
                OUTPUT,
                self.tr("OpenStreetMap data"),
                self.tr("JOSM (*.osm);;GeoJSON (*.geojson)"),
            ),
            self.tr("File to write: .osm for JOSM, .geojson for Rapid."),
        )
        self.addOutput(QgsProcessingOutputNumber(BUILDINGS, self.tr("Number of buildings")))
        self.addOutput(QgsProcessingOutputNumber(LEFT_OUT, self.tr("Number left out")))

    def job(self, parameters: Values, context: QgsProcessingContext) -> OsmJob:
        """The job without the file to write."""
        layer = self.parameterAsVectorLayer(parameters, INPUT, context)
        if layer is None:
            text = self.tr("The layer {} cannot be opened; choose a polygon layer.")
            raise InputError(text.format(parameters.get(INPUT)))
        path = QgsProcessingUtils.generateTempFilename(f"{file_stem(layer.name())}.gpkg")
        self._polygons = LayerPolygons(layer)
        return OsmJob(
            path,
            out="",
            source=self.parameterAsString(parameters, SOURCE, context).strip(),
            square=self.parameterAsBool(parameters, SQUARE, context),
            accepted=self.parameterAsBool(parameters, ACCEPTED, context),
        )

    def completed(self, job: Job, parameters: Values, context: QgsProcessingContext) -> Job:
        osm = cast(OsmJob, super().completed(job, parameters, context))
        self._polygons.write(Path(osm.polygons))
        out = absolute(self.parameterAsFileOutput(parameters, OUTPUT, context))
        # Processing has asked whether an existing file may be overwritten.
        return replace(osm, out=out, overwrite=True)

    def outputs(
        self,
        result: OsmResult,
        parameters: Values,  # noqa: ARG002
        context: QgsProcessingContext,  # noqa: ARG002
    ) -> Values:
        return {OUTPUT: result.out, BUILDINGS: result.buildings, LEFT_OUT: result.left_out}
