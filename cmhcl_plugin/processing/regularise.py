"""cmhcl:regularise: straight walls and right angles for the polygons of any layer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsVectorFileWriter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtGui import QIcon

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import Job, RegulariseJob
from ...core.hatch.names import unused_name
from ...core.hatch.results import RegulariseResult
from ..core_translations import error_text
from ..layers.areas import flatten
from ..layers.polygon_file import incomplete
from ..layers.reading import require_complete, require_readable
from ..layers.thread_layer import thread_layer
from ..paths import icon
from . import sink_file
from .algorithm import JobAlgorithm, Values

INPUT = "INPUT"
TOLERANCE = "TOLERANCE"
OUTPUT = "OUTPUT"
POLYGONS = "POLYGONS"
INDEX = "feature"  # field: position of the feature that a polygon belongs to


class Regularise(JobAlgorithm):
    """RegulariseJob on the features of a layer, which keep their attributes."""

    GROUP = "footprints"

    def name(self) -> str:
        return "regularise"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Regularise building footprints")

    def tags(self) -> list[str]:
        return ["building", "footprint", "orthogonalise", "square", "right angles", "simplify"]

    def icon(self) -> QIcon:
        return icon("regularise")

    def shortHelpString(self) -> str:  # noqa: N802
        return self.tr(
            "Straight walls, and right angles where a building has them, for building polygons of "
            "any source: digitised by hand, from another model, or along the edges of pixels.\n\n"
            "Attributes are kept. Invalid polygons are repaired, every part of a multipolygon "
            "counts as one polygon, neighbours keep their common walls, and courtyards are kept "
            "unless they are tiny. A large polygon without two main directions is only simplified. "
            "Angles are right on the ground, also if the coordinates are in degrees."
        )

    def initAlgorithm(self, configuration: Optional[Values] = None) -> None:  # noqa: N802, ARG002
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.add(
            QgsProcessingParameterFeatureSource(INPUT, self.tr("Building polygons"), polygons),
            self.tr("One polygon per building."),
        )
        self.add(
            QgsProcessingParameterNumber(
                TOLERANCE,
                self.tr("Tolerance (m)"),
                QgsProcessingParameterNumber.Type.Double,
                defaultValue=RegulariseJob.tolerance_m,
                minValue=0.01,
            ),
            self.tr(
                "Distance on the ground by which a straight wall may deviate from the outline; "
                "walls shorter than twice that are merged into their neighbours."
            ),
        )
        self.add(
            QgsProcessingParameterFeatureSink(OUTPUT, self.tr("Regularised"), polygons[0]),
            self.tr("The layer to write."),
        )
        self.addOutput(QgsProcessingOutputNumber(POLYGONS, self.tr("Number of polygons")))

    def check_outputs(self, parameters: Values, context: QgsProcessingContext) -> None:
        layer = self.parameterAsVectorLayer(parameters, INPUT, context)
        sink_file.check(parameters.get(OUTPUT), layer)

    def files_to_write(self, parameters: Values) -> list[Path]:
        file = sink_file.file_of(parameters.get(OUTPUT))
        return [file] if file else super().files_to_write(parameters)

    def job(self, parameters: Values, context: QgsProcessingContext) -> RegulariseJob:
        """The job without the file of the geometries."""
        layer = self.parameterAsVectorLayer(parameters, INPUT, context)
        self._layer = ("", "ogr")  # name and provider
        if layer is not None:
            require_readable(layer)
            self._layer = (layer.name(), layer.providerType())
        return RegulariseJob(
            polygons="",
            out=QgsProcessingUtils.generateTempFilename("regularised.gpkg"),
            tolerance_m=self.parameterAsDouble(parameters, TOLERANCE, context),
        )

    def completed(self, job: Any, parameters: Values, context: QgsProcessingContext) -> Job:
        """Write the geometries to a file, and store the features until the job has ended."""
        source = self.parameterAsSource(parameters, INPUT, context)
        if source is None:
            raise InputError(self.invalidSourceError(parameters, INPUT))
        self._fields, self._crs = source.fields(), source.sourceCrs()
        # Invalid ones too: these are repaired.
        flag = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        self._features = list(source.getFeatures(QgsFeatureRequest(), flag))
        require_complete(*self._layer, len(self._features), source.featureCount())
        completed: Job = replace(job, polygons=self._write_geometries())
        return completed

    def _write_geometries(self) -> str:
        """A GeoPackage with the geometries and the field INDEX. Raises InputError."""
        path = QgsProcessingUtils.generateTempFilename("polygons.gpkg")
        fields = QgsFields()
        fields.append(QgsField(INDEX, QVariant.Int))
        writer = QgsVectorFileWriter.create(
            path,
            fields,
            QgsWkbTypes.Type.MultiPolygon,
            self._crs,
            QgsCoordinateTransformContext(),
            QgsVectorFileWriter.SaveVectorOptions(),
        )
        for index, feature in enumerate(self._features):
            geometry = flatten(feature.geometry())
            if not geometry.isNull():
                geometry.convertToMultiType()
            polygon = QgsFeature(fields)
            polygon.setGeometry(geometry)
            polygon.setAttributes([index])
            writer.addFeature(polygon)
        problem = writer.errorMessage()
        del writer  # closes the file
        problem = problem or incomplete(Path(path), len(self._features))
        if problem:
            text = self.tr("The polygons cannot be written ({}); free up disk space: {}")
            raise InputError(text.format(problem, path))
        return path

    def outputs(
        self, result: RegulariseResult, parameters: Values, context: QgsProcessingContext
    ) -> Values:
        value = sink_file.with_extension(parameters.get(OUTPUT))
        parameters = {**parameters, OUTPUT: value}
        try:
            with sink_file.complete_file(value) as target:
                output = self._write({**parameters, OUTPUT: target}, result, context)
        except InputError as error:
            raise QgsProcessingException(error_text(error)) from error
        if sink_file.file_of(value):
            # Its layer is loaded from the file in its place.
            output = self.parameterAsOutputLayer(parameters, OUTPUT, context)
        return {OUTPUT: output, POLYGONS: result.polygons}

    def _write(
        self, parameters: Values, result: RegulariseResult, context: QgsProcessingContext
    ) -> str:
        """Write the features with their new geometries; returns the layer that was written."""
        sink, output = self.parameterAsSink(
            parameters,
            OUTPUT,
            context,
            self._sink_fields(),
            QgsWkbTypes.Type.MultiPolygon,
            self._crs,
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, OUTPUT))
        with thread_layer(result.out) as layer:
            polygons = list(layer.getFeatures())
        for polygon in polygons:
            geometry = polygon.geometry()
            if not geometry.isNull():
                geometry.convertToMultiType()
            feature = self._features[polygon[INDEX]]
            feature.setGeometry(geometry)
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, parameters, OUTPUT))
        del sink  # closes the file
        path = sink_file.file_of(parameters[OUTPUT])
        problem = incomplete(path, len(polygons)) if path else ""
        if problem:
            text = self.tr("The polygons cannot be written ({}); free up disk space: {}")
            raise QgsProcessingException(text.format(problem, path))
        return str(output)

    def _sink_fields(self) -> QgsFields:
        """The fields under names that a GeoPackage can store."""
        fields, used = QgsFields(), {"geom"}
        for index, field in enumerate(self._fields):
            if field.name().lower() == "fid" and not self._is_key(index):
                used.add("fid")
            field.setName(unused_name(field.name(), used))
            used.add(field.name())
            fields.append(field)
        return fields

    def _is_key(self, index: int) -> bool:
        """Whether a field has another integer for each feature."""
        values = {feature.attribute(index) for feature in self._features}
        are_integers = all(isinstance(value, int) for value in values)
        return are_integers and len(values) == len(self._features)
