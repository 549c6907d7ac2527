"""``qgis.core``: what the plugin needs of the application; every other name is an open class."""

from __future__ import annotations

import os
from typing import Any

from PyQt6.QtCore import QObject, QSettings, pyqtSignal
from PyQt6.QtGui import QClipboard, QIcon, QPixmap
from PyQt6.QtWidgets import QApplication

from .anything import Anything, open_class
from .features import QgsFeature as QgsFeature
from .features import QgsField as QgsField
from .features import QgsFields as QgsFields
from .geometry import QgsGeometry as QgsGeometry
from .geometry import QgsPointXY as QgsPointXY
from .geometry import QgsRectangle as QgsRectangle
from .layers import QgsCoordinateReferenceSystem as QgsCoordinateReferenceSystem
from .layers import QgsCoordinateTransform as QgsCoordinateTransform
from .layers import QgsMapLayer as QgsMapLayer
from .layers import QgsProject as QgsProject
from .layers import QgsProviderRegistry as QgsProviderRegistry
from .layers import QgsRasterLayer as QgsRasterLayer
from .layers import QgsVectorLayer as QgsVectorLayer
from .layers import QgsVectorLayerUtils as QgsVectorLayerUtils
from .layers import QgsWkbTypes as QgsWkbTypes


def __getattr__(name: str) -> type:
    """Any other class, made when it is first asked for."""
    found = globals()[name] = open_class(name)
    return found


class QgsCsException(Exception):
    pass


class QgsProcessingException(Exception):
    pass


class QgsSettings(QSettings):
    """In the folder of the test's profile."""

    def __init__(self) -> None:
        path = os.path.join(QgsApplication.qgisSettingsDirPath(), "QGIS4.ini")  # noqa: PTH118
        super().__init__(path, QSettings.Format.IniFormat)


class QgsTask(QObject):
    """A task that nobody runs."""

    Flag = open_class("Flag")
    progressChanged = pyqtSignal(float)

    def __init__(self, description: str, flags: Any) -> None:
        super().__init__()
        self._description, self._flags, self._cancelled = description, flags, False

    def description(self) -> str:
        return self._description

    def canCancel(self) -> bool:
        return self._flags is self.Flag.CanCancel

    def setProgress(self, percent: float) -> None:
        self.progressChanged.emit(percent)

    def isCanceled(self) -> bool:
        return self._cancelled

    def cancel(self) -> None:
        self._cancelled = True


class Registry:
    """The providers of Processing, or the tasks of the task bar."""

    def __init__(self) -> None:
        self.items: list[Any] = []

    def add(self, item: Any) -> bool:
        self.items.append(item)
        return True

    def removeProvider(self, provider: Any) -> None:
        self.items.remove(provider)

    addProvider = addTask = add


class QgsApplication(Anything):
    """``profile`` is set by the tests, as are the two registries."""

    profile = ""
    processing = Registry()
    tasks = Registry()

    @classmethod
    def qgisSettingsDirPath(cls) -> str:
        return cls.profile

    @staticmethod
    def getThemeIcon(name: str) -> QIcon:
        assert name.startswith("/m") and name.endswith(".svg"), name
        pixmap = QPixmap(16, 16)
        pixmap.fill()
        return QIcon(pixmap)

    @staticmethod
    def locale() -> str:
        return "en"

    @staticmethod
    def clipboard() -> QClipboard:
        return QApplication.clipboard()

    @classmethod
    def processingRegistry(cls) -> Registry:
        return cls.processing

    @classmethod
    def taskManager(cls) -> Registry:
        return cls.tasks


class QgsMessageLog(Anything):
    messages: list[str] = []  # noqa: RUF012

    @classmethod
    def logMessage(cls, text: str, *_: Any) -> None:
        cls.messages.append(text)


class QgsDistanceArea(Anything):
    def measureLine(self, first: QgsPointXY, second: QgsPointXY) -> float:
        return abs(second.x() - first.x()) + abs(second.y() - first.y())


class Qgis(Anything):
    QGIS_VERSION = "4.0.0 (a stand-in)"


class QgsVectorFileWriter(Anything):
    @staticmethod
    def supportedFormatExtensions(*_: Any) -> list[str]:
        return ["gpkg", "geojson", "fgb"]
