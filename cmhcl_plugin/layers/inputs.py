"""Map layers as inputs of a job: files, areas and polygons."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsMapSettings,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QVariant

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import Area, SceneInput
from ...core.hatch.names import CONFIDENCE
from ...core.hatch.references import check_references, is_remote
from ..settings import Settings

WEB_PROVIDERS = ("wms", "wcs", "arcgismapserver")  # XYZ and WMTS are of "wms"

translate = QCoreApplication.translate


def is_online(layer: QgsRasterLayer) -> bool:
    """Whether a layer is a picture that a server on the network draws, such as XYZ or WMS."""
    return layer.providerType() in WEB_PROVIDERS


def raster_path(layer: QgsRasterLayer) -> str:
    """The file behind a raster layer, or its address on a server if the settings allow that.

    Raises InputError when there is neither.
    """
    if is_online(layer):
        text = translate(
            "Layers",
            "“{}” is an online layer, not a file; choose it as Optical on the page Extract, or "
            "save it as a GeoTIFF (right click, Export > Save As…) and choose that.",
        )
        raise InputError(text.format(layer.name()))
    path = ""
    if layer.providerType() == "gdal":
        if is_remote(layer.source()):
            return _allowed_address(layer)
        parts = QgsProviderRegistry.instance().decodeUri("gdal", layer.source())
        if not parts.get("vsiPrefix") and not parts.get("layerName"):
            path = parts.get("path", "")
    if not Path(path).is_file():
        text = translate(
            "Layers",
            "The layer “{}” is not a raster file on this computer; "
            "save it as a GeoTIFF (right click, Export > Save As…) and choose that.",
        )
        raise InputError(text.format(layer.name()))
    return str(Path(path).absolute())  # the worker runs in another folder


def _allowed_address(layer: QgsRasterLayer) -> str:
    """The address of a raster on a server. Raises InputError unless the settings allow it."""
    settings = Settings.load()
    if not (settings.allow_references and settings.allow_network):
        text = translate(
            "Layers",
            "The layer “{}” is on a server; allow rasters on servers in Settings > Options > "
            "CMH-CL, or save it as a GeoTIFF (right click, Export > Save As…) and choose that.",
        )
        raise InputError(text.format(layer.name()))
    return str(layer.source())


def sar_path(layer: QgsRasterLayer) -> str:
    """The file behind a layer of SAR values. Raises InputError when there is none."""
    if is_online(layer):
        text = translate(
            "Layers",
            "“{}” is an online layer, a picture without SAR values; choose a SAR raster file.",
        )
        raise InputError(text.format(layer.name()))
    return raster_path(layer)


def overriding_crs(layer: Optional[QgsRasterLayer]) -> str:
    """The CRS of a layer as WKT if another one than its file's is set in QGIS, else empty."""
    if layer is None or not layer.crs().isValid():
        return ""
    of_file, shown = layer.dataProvider().crs(), layer.crs()
    if of_file.isValid() and (of_file == shown or of_file.toProj() == shown.toProj()):
        return ""
    return shown.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)


def sar_crs(layers: Sequence[QgsRasterLayer]) -> str:
    """As ``overriding_crs``, for SAR layers of one scene. Raises InputError if they differ."""
    found = {overriding_crs(layer) for layer in layers}
    if len(found) > 1:
        names = ", ".join(f"“{layer.name()}”" for layer in layers)
        text = translate(
            "Layers",
            "The SAR layers have different coordinate systems; set the same one for all of them "
            "(Layer > Set CRS of Layer(s)…): {}",
        )
        raise InputError(text.format(names))
    return found.pop() if found else ""


def scene_input(
    sar: Sequence[QgsRasterLayer],
    optical: Optional[QgsRasterLayer] = None,
    picture: str = "",
    **values: Any,
) -> SceneInput:
    """The scene of these layers; ``values`` are its other fields. Raises InputError.

    ``picture`` is the file to read in place of an optical layer that is online.
    """
    return SceneInput(
        tuple(map(sar_path, sar)),
        picture or (raster_path(optical) if optical else ""),
        sar_crs=sar_crs(sar),
        optical_crs="" if picture else overriding_crs(optical),
        **values,
    )


def find_or_add_raster(path: str, project: QgsProject, crs: str = "") -> QgsRasterLayer:
    """The project's layer of a raster file, added if there is none, with this CRS if it is given.

    Raises InputError if the file refers to others, unless the settings allow that.
    """
    if not Settings.load().allow_references:
        check_references(path)
    registry = QgsProviderRegistry.instance()
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal":
            parts = registry.decodeUri("gdal", layer.source())
            is_file = Path(parts.get("path", "")) == Path(path) and not parts.get("layerName")
            if is_file or layer.source() == path:
                return layer
    layer = QgsRasterLayer(path, Path(path).stem)
    if crs:
        layer.setCrs(QgsCoordinateReferenceSystem.fromWkt(crs))
    project.addMapLayer(layer)
    return layer


def view_area(view: QgsMapSettings) -> Area:
    """The visible part of the map, rotation included."""
    polygon = view.visiblePolygon()
    polygon.append(polygon[0])
    return area_of(QgsGeometry.fromQPolygonF(polygon), view.destinationCrs())


def selected_area(active: Optional[QgsVectorLayer], project: QgsProject) -> Area:
    """The selected polygons of the active layer, else of the only layer that has any selected.

    Raises InputError when there are none, or when several layers have some.
    """
    layers = [
        layer
        for layer in project.mapLayers().values()
        if is_polygonal(layer) and layer.selectedFeatureCount() > 0
    ]
    if active in layers:
        layers = [active]
    if not layers:
        raise InputError(
            translate("Layers", "No polygon is selected; select one in a polygon layer.")
        )
    if len(layers) > 1:
        text = translate("Layers", "Polygons are selected in {}; make one of these layers active.")
        names = ", ".join(f"“{layer.name()}”" for layer in layers)
        raise InputError(text.format(names))
    geometries = [feature.geometry() for feature in layers[0].getSelectedFeatures()]
    return area_of(_union(geometries), layers[0].crs())


def is_polygonal(layer: object) -> bool:
    """Whether it is a vector layer of polygons."""
    return (
        isinstance(layer, QgsVectorLayer)
        and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    )


def layers_of(path: Path, project: QgsProject) -> list[QgsMapLayer]:
    """The layers of the project that read this file."""
    registry, found = QgsProviderRegistry.instance(), []
    for layer in project.mapLayers().values():
        source = registry.decodeUri(layer.providerType(), layer.source()).get("path")
        if source and Path(source).resolve() == path.resolve():
            found.append(layer)
    return found


def incomplete(path: Path, count: int) -> str:
    """What is wrong with a file that should have so many features, as on a full disk; or empty."""
    if QgsVectorLayer(str(path), "", "ogr").featureCount() == count:
        return ""
    return translate("Layers", "the file is incomplete")


def write_polygons(layer: QgsVectorLayer, near: QgsRasterLayer, path: Path) -> None:
    """Write a layer's polygons within a raster layer's extent into a new GeoPackage.

    They are written as the user sees them: filtered and with unsaved edits, from any provider.
    Raises InputError when there are none or the file cannot be written.
    """
    _require_crs(layer)
    request = QgsFeatureRequest().setFilterRect(_extent(near, layer.crs()))
    if not _write_polygons(layer, request, path):
        text = translate(
            "Layers",
            "The layer “{}” has no polygon where the SAR layer “{}” is; "
            "choose another layer, or check the coordinate systems of both.",
        )
        raise InputError(text.format(layer.name(), near.name()))


def write_all_polygons(layer: QgsVectorLayer, path: Path) -> None:
    """Write all polygons of a layer, as ``write_polygons`` does; there may be none."""
    _require_crs(layer)
    _write_polygons(layer, QgsFeatureRequest(), path)


def _write_polygons(layer: QgsVectorLayer, request: QgsFeatureRequest, path: Path) -> int:
    """Write polygons with their feature ids, and their confidence if they have one; the number."""
    fields = QgsFields()
    fields.append(QgsField("fid", QVariant.LongLong))
    confidence = layer.fields().indexFromName(CONFIDENCE)
    if confidence >= 0:
        fields.append(QgsField(CONFIDENCE, QVariant.Double))
    request.setSubsetOfAttributes([confidence] if confidence >= 0 else [])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "polygons"
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        QgsWkbTypes.Type.MultiPolygon,
        layer.crs(),
        QgsProject.instance().transformContext(),
        options,
    )
    written = 0
    for feature in layer.getFeatures(request):
        geometry = flatten(feature.geometry())
        if geometry.isEmpty():
            continue
        geometry.convertToMultiType()
        polygon = QgsFeature(fields)
        polygon.setGeometry(geometry)
        polygon.setAttribute(0, feature.id())
        if confidence >= 0:
            polygon.setAttribute(1, feature.attribute(confidence))
        written += writer.addFeature(polygon)
    problem = writer.errorMessage()
    del writer  # closes the file
    problem = problem or incomplete(path, written)
    if problem:
        text = translate(
            "Layers", "The polygons of “{}” cannot be written ({}); free up disk space: {}"
        )
        raise InputError(text.format(layer.name(), problem, path.parent))
    return written


def polygons_area(layer: QgsVectorLayer) -> Area:
    """The union of all polygons of a layer. Raises InputError when there are none."""
    _require_crs(layer)
    request = QgsFeatureRequest().setNoAttributes()
    union = _union([feature.geometry() for feature in layer.getFeatures(request)])
    if union.isEmpty():
        text = translate(
            "Layers", "The layer “{}” has no polygon; draw the area or choose another."
        )
        raise InputError(text.format(layer.name()))
    return area_of(union, layer.crs())


def extent_area(layer: QgsMapLayer) -> Area:
    """The extent of a layer."""
    return area_of(QgsGeometry.fromRect(layer.extent()), layer.crs())


def flatten(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry in two dimensions, its curves as straight segments."""
    if geometry.isNull():
        return geometry
    abstract = geometry.constGet().segmentize()
    abstract.dropZValue()
    abstract.dropMValue()
    return QgsGeometry(abstract)


def _union(geometries: list[QgsGeometry]) -> QgsGeometry:
    """The repaired union; the geometries as they are if it cannot be computed."""
    flat = [flatten(geometry) for geometry in geometries if not geometry.isEmpty()]
    valid = [geometry.makeValid() for geometry in flat]
    union = QgsGeometry.unaryUnion([geometry for geometry in valid if not geometry.isEmpty()])
    return QgsGeometry.collectGeometry(flat) if union.isEmpty() and flat else union


def has_crs(layer: QgsVectorLayer) -> bool:
    """Whether its CRS is known; that of a GeoPackage may be valid, but undefined."""
    return layer.crs().isValid() and not layer.crs().description().startswith("Undefined")


def _require_crs(layer: QgsVectorLayer) -> None:
    if not has_crs(layer):
        text = translate(
            "Layers",
            "The layer “{}” has no coordinate system; set it (Layer > Set CRS of Layer(s)…).",
        )
        raise InputError(text.format(layer.name()))


def _extent(layer: QgsRasterLayer, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """A layer's extent in another CRS, as a filter; empty, so no filter, if there is none.

    There is none across the antimeridian, where longitudes may be those of either side.
    """
    transform = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance())
    try:
        extent = transform.transformBoundingBox(layer.extent())
    except QgsCsException:
        return QgsRectangle()
    if crs.isGeographic() and max(-extent.xMinimum(), extent.xMaximum()) > 180:
        return QgsRectangle()
    return extent


def area_of(geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> Area:
    """The area of a polygon in a coordinate system."""
    wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
    return Area(wkt=flatten(geometry).asWkt(), crs=wkt)
