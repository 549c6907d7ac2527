"""The button "Extract by click", and its menu of drawing modes."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QMenu, QWidget

from ..paths import icon


class ClickAction(QAction):
    """Checked while the map tool is active. ``chosen`` is emitted when it or a mode is clicked."""

    chosen = pyqtSignal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(icon("click"), "", window)
        self.setText(self.tr("Extract by click"))
        self.setObjectName("cmhclExtractByClick")
        self.setCheckable(True)
        menu = QMenu(window)
        self.modes = QActionGroup(menu)
        for text, polygon in (
            (self.tr("Click, or drag a rectangle"), False),
            (self.tr("Draw a polygon"), True),
        ):
            mode = QAction(text, self.modes)
            mode.setCheckable(True)
            mode.setChecked(not polygon)
            mode.setData(polygon)
            menu.addAction(mode)
        self.setMenu(menu)
        self.triggered.connect(lambda: self.chosen.emit())
        self.modes.triggered.connect(lambda: self.chosen.emit())

    @property
    def draws_polygon(self) -> bool:
        """Whether clicks are the corners of a polygon."""
        return bool(self.modes.checkedAction().data())

    def unload(self) -> None:
        """Delete the action and its menu."""
        self.menu().deleteLater()
        self.deleteLater()
