"""The area of a job as a vector file, which commands need in place of a polygon."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer

from ...core.hatch.jobs import Area
from ..layers.inputs import write_all_polygons


def area_file(area: Optional[Area], out: Path) -> str:
    """A GeoPackage of the area next to an output, empty without one.

    It is named after the output and the area, and written once. Raises InputError.
    """
    if area is None:
        return ""
    digest = hashlib.sha256(f"{area.crs} {area.wkt}".encode()).hexdigest()[:8]
    path = out.with_name(f"{out.stem}_area_{digest}.gpkg")
    if not path.exists():
        layer = QgsVectorLayer("MultiPolygon", out.stem, "memory")
        layer.setCrs(QgsCoordinateReferenceSystem.fromWkt(area.crs))
        polygon = QgsGeometry.fromWkt(area.wkt)
        polygon.convertToMultiType()
        feature = QgsFeature()
        feature.setGeometry(polygon)
        layer.dataProvider().addFeature(feature)
        write_all_polygons(layer, path)
    return str(path)
