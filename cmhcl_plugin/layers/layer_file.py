"""The file that a layer reads."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProviderRegistry


def file_of(layer: QgsMapLayer) -> str:
    """The path of a layer's file, empty if it has none."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return str(parts.get("path") or "")
