"""Files that were moved together with the file of a layer, as when a project's folder is moved."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsMapLayer

from ...core.hatch.existence import exists
from ...core.hatch.jobs import SceneInput
from ...core.hatch.references import is_connection
from .file_properties import written_for
from .layer_file import file_of


def moved_scene(layer: QgsMapLayer, scene: SceneInput) -> SceneInput:
    """The scene in a layer's properties, its files where they are now."""
    sar = tuple(moved(layer, path) for path in scene.sar)
    return replace(scene, sar=sar, optical=moved(layer, scene.optical))


def moved(layer: QgsMapLayer, path: str) -> str:
    """A path in a layer's properties; where it is now if it was moved with the layer's file.

    It is the path as it is if that exists, or if nothing is at the place where it would be.
    """
    written, file = written_for(layer), file_of(layer)
    if not (path and written and file) or is_connection(path) or exists(path):
        return path
    try:
        way = os.path.relpath(path, Path(written).parent)
    except ValueError:  # on another drive of Windows
        return path
    place = os.path.normpath(Path(file).parent / way)
    return place if exists(place) else path
