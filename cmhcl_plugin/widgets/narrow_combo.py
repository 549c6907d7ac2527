"""A combo box that may be narrower than its longest item."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPaintEvent
from qgis.PyQt.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

LEAST_LETTERS = 8
ICON_GAP = 8  # pixels around icon and text, in all styles of Qt


class NarrowCombo(QComboBox):
    """Its current text is elided where there is no room; the list shows all of each item."""

    def __init__(self) -> None:
        super().__init__()
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(LEAST_LETTERS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        paint_elided(self, Qt.TextElideMode.ElideRight)


def paint_elided(combo: QComboBox, mode: Qt.TextElideMode) -> None:
    """Paint a combo box with its current text elided; Qt's styles cut it off within a letter."""
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    control = QStyle.ComplexControl.CC_ComboBox
    width = combo.style().subControlRect(control, option, part, combo).width() - ICON_GAP
    if not option.currentIcon.isNull():
        width -= option.iconSize.width()
    option.currentText = combo.fontMetrics().elidedText(option.currentText, mode, width)
    painter = QStylePainter(combo)
    painter.drawComplexControl(control, option)
    painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
    painter.end()
