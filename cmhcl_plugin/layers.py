"""Map layers into job inputs, and results onto the map."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsMapSettings,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import InputError
from ..core.job import Area
from .paths import style

translate = QCoreApplication.translate


def raster_path(layer: QgsRasterLayer) -> str:
    """The file behind a raster layer. Raises InputError when it is no local raster file."""
    path = ""
    if layer.providerType() == "gdal":
        parts = QgsProviderRegistry.instance().decodeUri("gdal", layer.source())
        if not parts.get("vsiPrefix") and not parts.get("layerName"):
            path = parts.get("path", "")
    if not Path(path).is_file():
        text = translate(
            "Layers",
            "The layer “{}” is not a raster file on this computer; "
            "save it as a GeoTIFF (Layer > Save As…) and choose that.",
        )
        raise InputError(text.format(layer.name()))
    return path


def view_area(view: QgsMapSettings) -> Area:
    """What the map shows, rotation included."""
    polygon = view.visiblePolygon()
    polygon.append(polygon[0])
    return _area(QgsGeometry.fromQPolygonF(polygon), view.destinationCrs())


def selected_area(active: Optional[QgsVectorLayer], project: QgsProject) -> Area:
    """The selected polygons of the active layer, else of the only layer that has any selected.

    Raises InputError when there are none, or when several layers have some.
    """
    layers = [layer for layer in project.mapLayers().values() if _has_selected_polygons(layer)]
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
    return _area(QgsGeometry.unaryUnion(geometries), layers[0].crs())


def is_open(path: Path, project: QgsProject) -> bool:
    """Whether a layer of the project reads this file."""
    registry = QgsProviderRegistry.instance()
    for layer in project.mapLayers().values():
        source = registry.decodeUri(layer.providerType(), layer.source()).get("path")
        if source and Path(source).resolve() == path.resolve():
            return True
    return False


def add_footprints(path: Path, run: str, abstract: str, project: QgsProject) -> QgsVectorLayer:
    """Load a GeoPackage of footprints, styled, on top of the map in a group named after the run.

    ``abstract`` is kept in the layer's metadata. Raises InputError when the file cannot be opened.
    """
    layer = QgsVectorLayer(f"{path}|layername=footprints", path.stem, "ogr")
    if not layer.isValid():
        text = translate("Layers", "The footprints {} cannot be opened; run the extraction again.")
        raise InputError(text.format(path))
    layer.loadNamedStyle(str(style("footprints")))
    metadata = layer.metadata()
    metadata.setTitle(run)
    metadata.setAbstract(abstract)
    layer.setMetadata(metadata)
    project.addMapLayer(layer, False)
    project.layerTreeRoot().insertGroup(0, run).addLayer(layer)
    return layer


def _has_selected_polygons(layer: object) -> bool:
    return (
        isinstance(layer, QgsVectorLayer)
        and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
        and layer.selectedFeatureCount() > 0
    )


def _area(geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> Area:
    abstract = geometry.get()
    abstract.dropZValue()
    abstract.dropMValue()
    wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
    return Area(wkt=geometry.asWkt(), crs=wkt)
