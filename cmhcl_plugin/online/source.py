"""Where the picture of an online layer comes from, without keys and passwords."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from qgis.core import QgsRasterLayer

from ..layers.layer_file import source_parts

_PLACEHOLDER = re.compile(r"\{[^}]*\}\.?")  # as in {switch:a,b,c}.tile.example.org


def host_of(layer: QgsRasterLayer) -> str:
    """The host that an online layer is fetched from, "" if unknown."""
    url = str(source_parts(layer).get("url", ""))
    try:
        return urlsplit(_PLACEHOLDER.sub("", url)).hostname or ""
    except ValueError:
        return ""


def described(layer: QgsRasterLayer) -> str:
    """The name of an online layer and its host."""
    host = host_of(layer)
    return f"{layer.name()} ({host})" if host else str(layer.name())
