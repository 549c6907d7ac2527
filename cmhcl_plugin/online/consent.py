"""The question whether a picture of an online layer may be fetched."""

from __future__ import annotations

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ..layers.scene_selection import SCOPE
from ..numbers import fill_in
from ..widgets.plain_text import literal
from .grid import PictureGrid
from .source import described

KEY = "/online/accepted"  # of the project's entry with the ids of layers

translate = QCoreApplication.translate


def may_fetch(layer: QgsRasterLayer, grid: PictureGrid, parent: QWidget) -> bool:
    """Ask the user, once for each layer and project; a refusal is not remembered."""
    project = QgsProject.instance()
    accepted, _ = project.readListEntry(SCOPE, KEY)
    if layer.id() in accepted:
        return True
    text = translate(
        "Online",
        "Fetch the picture of “{}” for this place: {:,} × {:,} pixels, roughly {:,.0f} MB?\n\n"
        "Check the provider’s terms first: many forbid fetching large areas, or deriving maps "
        "from their pictures. You are asked once for this layer.",
    )
    answer = QMessageBox.question(
        parent,
        translate("Online", "Fetch the online layer?"),
        literal(fill_in(text, described(layer), grid.width, grid.height, grid.megabytes)),
    )
    if answer != QMessageBox.StandardButton.Yes:
        return False
    project.writeEntry(SCOPE, KEY, [*accepted, layer.id()])
    return True
