"""The choice of a vector file to write."""

from __future__ import annotations

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.names import DRIVERS
from ..layers.output_paths import extensions
from .placeholder import PlaceholderStyle

_NAMES = {**DRIVERS, ".gpkg": "GeoPackage"}


class OutputFile(QgsFileWidget):
    """A file that need not exist, "" for a temporary one. Overwriting is asked about later."""

    def __init__(self) -> None:
        super().__init__()
        self.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.setFilter(";;".join(f"{_NAMES[end]} (*{end})" for end in extensions()))
        self.setConfirmOverwrite(False)
        edit = self.lineEdit()
        edit.setPlaceholderText(QCoreApplication.translate("OutputFile", "Temporary file"))
        PlaceholderStyle(edit)
        self.setFocusProxy(edit)
