"""The file that a layer reads, and what else the source of a layer says."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapLayer, QgsProviderRegistry


def source_parts(layer: QgsMapLayer) -> dict[str, Any]:
    """The parts of a layer's source by QGIS's names, such as path, layerName and subset."""
    return uri_parts(layer.providerType(), layer.source())


def uri_parts(provider: str, uri: str) -> dict[str, Any]:
    """As ``source_parts``, of what a provider opens."""
    parts: dict[str, Any] = QgsProviderRegistry.instance().decodeUri(provider, uri)
    return parts


def file_of(layer: QgsMapLayer) -> str:
    """The path of a layer's file, empty if it has none."""
    return str(source_parts(layer).get("path") or "")
