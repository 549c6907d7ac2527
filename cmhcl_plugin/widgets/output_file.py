"""The choice of a GeoPackage to write."""

from __future__ import annotations

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QCoreApplication

from .placeholder import PlaceholderStyle


class OutputFile(QgsFileWidget):
    """A file that need not exist; empty: a temporary one. Overwriting is asked later."""

    def __init__(self) -> None:
        super().__init__()
        self.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.setFilter(QCoreApplication.translate("OutputFile", "GeoPackage (*.gpkg)"))
        self.setConfirmOverwrite(False)
        edit = self.lineEdit()
        edit.setPlaceholderText(QCoreApplication.translate("OutputFile", "Temporary file"))
        PlaceholderStyle(edit)
        self.setFocusProxy(edit)
