"""The buttons that change the shape of the footprint under review."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QWidget

from .edit_tools import Tool, join, reshape, split
from .keyed_button import KeyedButton


class EditButtons(QWidget):
    """Their keys work in ``panel`` and on the map.

    ``tool_requested`` carries the Tool to start.
    """

    square_requested = pyqtSignal()
    tool_requested = pyqtSignal(object)

    def __init__(self, panel: QWidget, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._panel, self._canvas = panel, canvas
        icon = QgsApplication.getThemeIcon("/mActionRectangleExtent.svg")
        self.square = KeyedButton(panel, canvas, icon, Qt.Key.Key_Q, self.square_requested.emit)
        self.square.describe(
            self.tr("Square (Q)"),
            self.tr("Right angles where it nearly has them; Ctrl+Z undoes it"),
        )
        self.join = self._tool("/mActionMergeFeatures.svg", Qt.Key.Key_J, join)
        self.join.describe(
            self.tr("Join (J)"),
            self.tr("Merge it with the selected footprints and those that touch it"),
        )
        self.split = self._tool("/mActionSplitFeatures.svg", Qt.Key.Key_S, split)
        self.split.describe(
            self.tr("Split (S)"), self.tr("Draw a line across it; a right click ends the line")
        )
        self.reshape = self._tool("/mActionReshape.svg", Qt.Key.Key_R, reshape)
        self.reshape.describe(
            self.tr("Reshape (R)"),
            self.tr("Draw the part of the outline that is wrong; a right click ends the line"),
        )
        self.buttons = [self.square, self.join, self.split, self.reshape]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for number, button in enumerate(self.buttons):
            layout.addWidget(button, *divmod(number, 2))

    def _tool(self, icon: str, key: Qt.Key, tool: Tool) -> KeyedButton:
        image = QgsApplication.getThemeIcon(icon)
        emit = self.tool_requested.emit
        return KeyedButton(self._panel, self._canvas, image, key, lambda: emit(tool))
