"""Widgets of QGIS as real Qt 6 widgets, with the methods that the plugin uses."""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QModelIndex, pyqtSignal
from PyQt6.QtGui import QAction, QCloseEvent, QStandardItem, QStandardItemModel
from PyQt6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .anything import open_class
from .core import QgsMapLayerProxyModel
from .layers import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer

KINDS = {
    QgsMapLayerProxyModel.Filter.RasterLayer: QgsRasterLayer,
    QgsMapLayerProxyModel.Filter.PolygonLayer: QgsVectorLayer,
}


class QgsDockWidget(QDockWidget):
    closed = pyqtSignal()
    _action: QAction | None = None

    def setToggleVisibilityAction(self, action: QAction) -> None:
        self._action = action
        action.triggered.connect(self.setUserVisible)

    def setUserVisible(self, visible: bool) -> None:
        self.setVisible(visible)
        if self._action:
            self._action.setChecked(visible)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)


class QgsScrollArea(QScrollArea):
    pass


class QgsCollapsibleGroupBox(QGroupBox):
    """Its content stays visible, so that it is drawn too."""

    collapsedStateChanged = pyqtSignal(bool)

    def setCollapsed(self, collapsed: bool) -> None:
        self.collapsedStateChanged.emit(collapsed)


class QgsFileWidget(QWidget):
    StorageMode = open_class("StorageMode")
    fileChanged = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = QLineEdit()
        button = QToolButton()
        button.setText("…")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._edit)
        row.addWidget(button)
        self._edit.textChanged.connect(self.fileChanged)

    def lineEdit(self) -> QLineEdit:
        return self._edit

    def filePath(self) -> str:
        return self._edit.text()

    def setFilePath(self, path: str) -> None:
        self._edit.setText(path)

    def setStorageMode(self, mode: Any) -> None:
        pass

    def setFilter(self, filter: str) -> None:
        assert isinstance(filter, str)

    def setConfirmOverwrite(self, on: bool) -> None:
        assert isinstance(on, bool)


class QgsMapLayerComboBox(QComboBox):
    """Lists the layers of a kind, after an empty row if that is allowed."""

    layerChanged = pyqtSignal(QgsMapLayer)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self._layers: list[QgsMapLayer | None] = []
        self._kind: type = QgsMapLayer
        self._empty: str | None = None
        self._excepted: list[QgsMapLayer] = []
        self.setModel(self._rows)
        project = QgsProject.instance()
        project.layersAdded.connect(self._fill)
        project.layersRemoved.connect(self._fill)
        self.currentIndexChanged.connect(lambda: self.layerChanged.emit(self.currentLayer()))

    def setFilters(self, filter: Any) -> None:
        self._kind = KINDS[filter]
        self._fill()

    def setAllowEmptyLayer(self, allow: bool, text: str = "") -> None:
        self._empty = text if allow else None
        self._fill()

    def allowEmptyLayer(self) -> bool:
        return self._empty is not None

    def setExceptedLayerList(self, layers: list[QgsMapLayer]) -> None:
        self._excepted = layers
        self._fill()

    def layer(self, row: int) -> QgsMapLayer | None:
        return self._layers[row] if 0 <= row < len(self._layers) else None

    def currentLayer(self) -> QgsMapLayer | None:
        return self.layer(self.currentIndex())

    def setLayer(self, layer: QgsMapLayer | None) -> None:
        self.setCurrentIndex(self._layers.index(layer) if layer in self._layers else -1)

    def _fill(self, *_: object) -> None:
        current = self.currentLayer()
        self.blockSignals(True)
        layers = QgsProject.instance().mapLayers().values()
        found = [x for x in layers if isinstance(x, self._kind) and x not in self._excepted]
        self._layers = [None, *found] if self.allowEmptyLayer() else list(found)
        self._rows.removeRows(0, self._rows.rowCount(QModelIndex()))
        for layer in self._layers:
            self._rows.appendRow(QStandardItem(layer.name() if layer else self._empty))
        self.setCurrentIndex(self._layers.index(current) if current in self._layers else 0)
        self.blockSignals(False)
        if self.currentLayer() is not current:
            self.layerChanged.emit(self.currentLayer())


class QgsMessageBarItem(QWidget):
    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        row = QHBoxLayout(self)
        row.addWidget(QLabel(title))
        row.addWidget(QLabel(text))

    def text(self) -> str:
        return self._text

    def dismiss(self) -> None:
        self.parent().popWidget(self)


class QgsMessageBar(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = QVBoxLayout(self)

    def createMessage(self, title: str, text: str) -> QgsMessageBarItem:
        return QgsMessageBarItem(title, text, self)

    def pushWidget(self, item: QgsMessageBarItem, level: Any) -> None:
        self._items.insertWidget(0, item)
        item.show()

    def pushMessage(self, title: str, text: str, level: Any, duration: int = -1) -> None:
        self.pushWidget(self.createMessage(title, text), level)

    def popWidget(self, item: QgsMessageBarItem) -> None:
        self._items.removeWidget(item)
        item.deleteLater()

    def texts(self) -> list[str]:
        """What it says, for the tests."""
        return [item.text() for item in self.findChildren(QgsMessageBarItem)]
