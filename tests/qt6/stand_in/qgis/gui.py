"""``qgis.gui``: the widgets, the canvas, and the window that the plugin is given."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QObject, Qt, pyqtSignal
from PyQt6.QtGui import QAction, QIcon
from PyQt6.QtWidgets import QDoubleSpinBox, QMainWindow, QStatusBar, QToolBar, QWidget

from .anything import open_class
from .canvas import QgsMapCanvas as QgsMapCanvas
from .canvas import QgsMapMouseEvent as QgsMapMouseEvent
from .canvas import QgsMapTool as QgsMapTool
from .canvas import QgsRubberBand as QgsRubberBand
from .layers import QgsMapLayer
from .widgets import QgsCollapsibleGroupBox as QgsCollapsibleGroupBox
from .widgets import QgsDockWidget as QgsDockWidget
from .widgets import QgsFileWidget as QgsFileWidget
from .widgets import QgsMapLayerComboBox as QgsMapLayerComboBox
from .widgets import QgsMessageBar as QgsMessageBar
from .widgets import QgsMessageBarItem as QgsMessageBarItem
from .widgets import QgsScrollArea as QgsScrollArea

_WRAPPER = "QgsAbstractProcessingParameterWidgetWrapper"
QgsAbstractProcessingParameterWidgetWrapper = open_class(_WRAPPER)
QgsGui = open_class("QgsGui")
QgsProcessingGui = open_class("QgsProcessingGui")


class QgsDoubleSpinBox(QDoubleSpinBox):
    pass


class QgsOptionsPageWidget(QWidget):
    pass


class QgsOptionsWidgetFactory(QObject):
    def __init__(self, title: str, icon: QIcon) -> None:
        super().__init__()
        self._title, self._icon = title, QIcon(icon)


class QgsApplicationExitBlockerInterface:
    pass


class QgisInterface(QObject):
    """A main window with a map, a message bar and a raster menu; what was added can be counted."""

    initializationCompleted = pyqtSignal()
    currentLayerChanged = pyqtSignal(QgsMapLayer)

    def __init__(self) -> None:
        super().__init__()
        self._window = QMainWindow()
        self._canvas = QgsMapCanvas()
        self._window.setCentralWidget(self._canvas)
        self._bar = QgsMessageBar(self._window)
        self._status = QStatusBar()
        self._window.setStatusBar(self._status)
        self._tools = QToolBar()
        self._window.addToolBar(self._tools)
        self._menu = self._window.menuBar().addMenu("Raster")
        self._pan = QAction("Pan", self._window)
        self._active: QgsMapLayer | None = None
        self.registered: list[Any] = []  # exit blockers, options pages, actions of layers

    def mainWindow(self) -> QMainWindow:
        return self._window

    def mapCanvas(self) -> QgsMapCanvas:
        return self._canvas

    def messageBar(self) -> QgsMessageBar:
        return self._bar

    def statusBarIface(self) -> QStatusBar:
        return self._status

    def actionPan(self) -> QAction:
        return self._pan

    def activeLayer(self) -> QgsMapLayer | None:
        return self._active

    def setActiveLayer(self, layer: QgsMapLayer | None) -> None:
        self._active = layer
        self.currentLayerChanged.emit(layer)

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QgsDockWidget) -> None:
        self._window.addDockWidget(area, dock)

    def removeDockWidget(self, dock: QgsDockWidget) -> None:
        self._window.removeDockWidget(dock)

    def addToolBarIcon(self, action: QAction) -> None:
        self._tools.addAction(action)

    def removeToolBarIcon(self, action: QAction) -> None:
        self._tools.removeAction(action)

    def addPluginToRasterMenu(self, name: str, action: QAction) -> None:
        self._menu.addAction(action)

    def removePluginRasterMenu(self, name: str, action: QAction) -> None:
        self._menu.removeAction(action)

    def addCustomActionForLayerType(
        self, action: QAction, menu: str, kind: Any, all_layers: bool
    ) -> None:
        self.registered.append(action)

    def showOptionsDialog(self, parent: QWidget, page: str) -> None:
        self.shown_options = page

    def _register(self, thing: Any) -> None:
        self.registered.append(thing)

    def _unregister(self, thing: Any) -> None:
        self.registered.remove(thing)

    registerOptionsWidgetFactory = registerApplicationExitBlocker = _register
    unregisterOptionsWidgetFactory = unregisterApplicationExitBlocker = _unregister
    removeCustomActionForLayerType = _unregister
