"""Areas for the tests of the merge."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRectangle

MARGIN = 32.0
EDGE = 3.0


def area_of(box: QgsRectangle, crs: Any = None) -> Any:
    """The ClickArea of a box, in EPSG:32631 unless told otherwise."""
    from cmhcl_footprints.cmhcl_plugin.click.click_area import ClickArea

    return ClickArea(
        QgsGeometry.fromRect(box),
        QgsGeometry.fromRect(box.buffered(MARGIN)),
        QgsGeometry.fromRect(box.buffered(MARGIN - EDGE)),
        crs or QgsCoordinateReferenceSystem("EPSG:32631"),
    )
