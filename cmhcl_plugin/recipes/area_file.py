"""The area of a job as a vector file, which commands need in place of a polygon."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer

from ...core.hatch.existence import exists
from ...core.hatch.jobs import Area
from ..layers.polygon_file import LayerPolygons


def area_path(area: Optional[Area], out: Path) -> str:
    """The GeoPackage of an area next to an output, named after both; empty without an area."""
    if area is None:
        return ""
    digest = hashlib.sha256(f"{area.crs} {area.wkt}".encode()).hexdigest()[:8]
    return str(out.with_name(f"{out.stem}_area_{digest}.gpkg"))


def write_area(area: Optional[Area], path: str) -> None:
    """Write the area, unless the file exists or there is none. Raises InputError."""
    if area is not None and not exists(path):
        layer = QgsVectorLayer("MultiPolygon", Path(path).stem, "memory")
        layer.setCrs(QgsCoordinateReferenceSystem.fromWkt(area.crs))
        polygon = QgsGeometry.fromWkt(area.wkt)
        polygon.convertToMultiType()
        feature = QgsFeature()
        feature.setGeometry(polygon)
        layer.dataProvider().addFeature(feature)
        LayerPolygons(layer).write(Path(path))
