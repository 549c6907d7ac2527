"""The button "Extract by click", and its menu of drawing modes."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QMenu, QWidget

from ..paths import icon


class ClickAction(QAction):
    """Checked while the map tool is active. ``chosen`` is emitted when it or a mode is clicked,
    ``labels_chosen`` when the footprints are to be used as labels."""

    chosen = pyqtSignal()
    labels_chosen = pyqtSignal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(icon("click"), "", window)
        self.setText(self.tr("Extract by click"))
        self.setObjectName("cmhclExtractByClick")
        self.setCheckable(True)
        menu = QMenu(window)
        self.modes = QActionGroup(menu)
        for text, polygon in (
            (self.tr("Click buildings, or drag a rectangle around several"), False),
            (self.tr("Draw a polygon around several"), True),
        ):
            mode = QAction(text, self.modes)
            mode.setCheckable(True)
            mode.setChecked(not polygon)
            mode.setData(polygon)
            menu.addAction(mode)
        menu.addSeparator()
        self.labels = menu.addAction(self.tr("Use the footprints as labels for fine-tuning…"))
        self.labels.triggered.connect(lambda: self.labels_chosen.emit())
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
