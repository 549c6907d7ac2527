"""Where a layer is in relation to the map's view."""

from __future__ import annotations

from qgis.core import QgsCsException, QgsMapLayer, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip

MARGIN = 1.05  # of the view after ``zoom_to``, in widths of the layer


def is_in_view(layer: QgsMapLayer, canvas: QgsMapCanvas) -> bool:
    """Whether any part of a layer's extent is in the view."""
    extent = _extent(layer, canvas)
    return extent.isNull() or extent.intersects(canvas.extent())


def zoom_to(layer: QgsMapLayer, canvas: QgsMapCanvas) -> None:
    """Show all of a layer; nothing if it was removed meanwhile."""
    if sip.isdeleted(layer):
        return
    extent = _extent(layer, canvas)
    if not extent.isNull():
        canvas.setExtent(extent.scaled(MARGIN))
        canvas.refresh()


def _extent(layer: QgsMapLayer, canvas: QgsMapCanvas) -> QgsRectangle:
    """In map coordinates; null if it is not known there."""
    try:
        return canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent())
    except QgsCsException:
        return QgsRectangle()
