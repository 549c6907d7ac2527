"""The file that a layer reads, and what else the source of a layer says."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProviderRegistry


def source_parts(layer: QgsMapLayer) -> dict[str, Any]:
    """The parts of a layer's source by QGIS's names, such as path, layerName and subset."""
    return uri_parts(layer.providerType(), layer.source())


def uri_parts(provider: str, uri: str) -> dict[str, Any]:
    """As ``source_parts``, of what a provider opens."""
    parts: dict[str, Any] = QgsProviderRegistry.instance().decodeUri(provider, uri)
    return parts


def is_file(path: str | Path) -> bool:
    """Whether there is such a file, as far as this user can see.

    ``Path.is_file`` raises OSError for a name that is too long and in a folder of another user.
    """
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: str | Path) -> bool:
    """Whether there is such a folder, as ``is_file``."""
    return os.path.isdir(path)  # noqa: PTH112


def exists(path: str | Path) -> bool:
    """Whether there is such a file or folder, as ``is_file``."""
    return os.path.exists(path)  # noqa: PTH110


def file_of(layer: QgsMapLayer) -> str:
    """The path of a layer's file, empty if it has none."""
    return str(source_parts(layer).get("path") or "")
