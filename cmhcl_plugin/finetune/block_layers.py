"""The training and validation blocks of a fine-tuning on the map."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.library import BLOCKS
from ..layers.project_watch import ProjectWatch
from ..layers.results import add_blocks

translate = QCoreApplication.translate


class BlockLayers:
    """The temporary layer of a check or a training, and that of the latest model.

    The blocks of a new model are not shown in another project than its training began in.
    """

    def __init__(self) -> None:
        self._project = QgsProject.instance()
        self._temporary = ""  # layer ids or ""
        self._of_model = ""
        self._watch = ProjectWatch()

    def unload(self) -> None:
        """Remove the temporary layer, and follow the project no longer."""
        self.remove()
        self._watch.unload()

    def start(self) -> None:
        """A training begins, in the present project."""
        self._watch.start()

    def show(self, path: Path) -> Optional[QgsVectorLayer]:
        """Show a file of blocks in place of the one before; None if it cannot be opened."""
        self.remove()
        name = translate("BlockLayers", "Validation blocks")
        with suppress(InputError):  # all else works without them
            layer = add_blocks(path, name, self._project, temporary=True)
            self._temporary = layer.id()
            return layer
        return None

    def remove(self) -> None:
        """Remove the temporary layer."""
        if self._temporary:
            self._project.removeMapLayer(self._temporary)  # no effect in another project
            self._temporary = ""

    def show_of_model(self, title: str, model: Path) -> None:
        """Show the blocks of a new model instead of the temporary ones."""
        self.remove()
        if not self._watch.is_same:
            return
        with suppress(InputError):
            name = translate("BlockLayers", "Validation blocks of {}").format(title)
            self._of_model = add_blocks(model / BLOCKS, name, self._project, temporary=False).id()

    def remove_of_model(self) -> None:
        """Remove the layer of the latest model."""
        self._project.removeMapLayer(self._of_model)
