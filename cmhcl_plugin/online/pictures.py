"""Pictures of the online layer chosen as optical: which are needed and which exist."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.existence import exists
from ...core.hatch.jobs import Area, SceneInput
from ..layers.inputs import is_online
from ..layers.output_paths import file_stem
from ..layers.scene_selection import SceneSelection
from ..settings import Settings
from .grid import PictureGrid, grid_over
from .record import write_record
from .source import described

translate = QCoreApplication.translate


class MissingPictureError(InputError):
    """The picture ``grid`` of an online layer has to be fetched first."""

    def __init__(self, layer: QgsRasterLayer, grid: PictureGrid) -> None:
        text = translate(
            "Online",
            "The picture of “{}” has not been fetched for this place yet; start the run once.",
        )
        super().__init__(text.format(layer.name()))
        self.layer, self.grid = layer, grid


@dataclass(frozen=True)
class Picture:
    """A fetched picture; ``source`` is the layer's, ``description`` its name and host."""

    path: Path
    grid: PictureGrid
    source: str
    description: str

    def is_of(self, layer: QgsRasterLayer) -> bool:
        """Whether it shows this layer."""
        return (self.source, self.description) == (layer.source(), described(layer))


class Pictures:
    """The pictures that were fetched for a selection, in a temporary folder."""

    def __init__(self, selection: SceneSelection) -> None:
        self._selection = selection
        self._project = QgsProject.instance()
        self._folder: Optional[Path] = None
        self._numbers = itertools.count(1)
        self._fetched: list[Picture] = []

    @property
    def layer(self) -> Optional[QgsRasterLayer]:
        """The optical layer if it is online, else None."""
        layer = self._selection.optical_layer()
        return layer if layer is not None and is_online(layer) else None

    def grid(self, area: Optional[Area], pixel_m: float) -> PictureGrid:
        """The grid of a picture of an area, or of the SAR layers if None. Raises InputError."""
        return grid_over(self._selection.required_sar_layers(), area, pixel_m, self._project)

    def path(self, layer: QgsRasterLayer, area: Optional[Area], pixel_m: float) -> str:
        """The file of a picture of the online layer, of an area.

        Raises MissingPictureError if it was not fetched, and InputError if the settings do not
        allow the network, or as ``grid`` does.
        """
        grid = self.grid(area, pixel_m)
        for picture in self._fetched:
            if picture.is_of(layer) and picture.grid.covers(grid) and exists(picture.path):
                return str(picture.path)
        if not Settings.load().allow_network:
            text = translate(
                "Online",
                "The settings of this computer forbid network access; choose an optical layer "
                "that is a file.",
            )
            raise InputError(text)
        raise MissingPictureError(layer, grid)

    def new(self, layer: QgsRasterLayer, grid: PictureGrid) -> Picture:
        """A picture that is to be fetched; its file, named after the layer, does not exist."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="cmhcl_"))
        description = described(layer)
        path = self._folder / f"{file_stem(description)}_{next(self._numbers)}.tif"
        return Picture(path, grid, layer.source(), description)

    def add(self, picture: Picture) -> None:
        """Remember a picture that was fetched. Raises OSError if its record cannot be written."""
        write_record(picture.path, picture.description)
        self._fetched.append(picture)

    def is_of_choice(self, picture: Picture) -> bool:
        """Whether a picture shows the optical layer that is chosen."""
        layer = self.layer
        return layer is not None and picture.is_of(layer)

    def fill(self, scene: SceneInput, online: str) -> None:
        """Choose the layers of a scene; ``online`` is its online layer, or "".

        Raises InputError if that is no longer in the project.
        """
        if not online:
            self._selection.fill(scene)
            return
        layer = self._layer_of(online)
        self._selection.fill(replace(scene, optical=""))
        self._selection.choose_optical(layer)

    def _layer_of(self, description: str) -> QgsRasterLayer:
        for layer in self._project.mapLayers().values():
            online = isinstance(layer, QgsRasterLayer) and is_online(layer)
            if online and described(layer) == description:
                return layer
        text = translate("Online", "The online layer is no longer in the project; add it again: {}")
        raise InputError(text.format(description))

    def unload(self) -> None:
        """Delete the files, except those that are open on Windows."""
        self._fetched = []
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
