"""A share from 0 to 1 as a slider and a number, with a marked value."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint, QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QPolygon
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)

from ..numbers import percent_sign
from .decimal_box import DecimalBox

PERCENT = 100
MARK_PX = 4  # half of the mark's width


class MarkedSlider(QSlider):
    """A slider in per cent with a small triangle at ``mark``, if that is not None."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(least, most)
        self.setPageStep(5)
        self.setMinimumWidth(80)
        self.mark: Optional[float] = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.mark is None:
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, style = QStyle.ComplexControl.CC_Slider, self.style()
        handle = style.subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, self)
        groove = style.subControlRect(control, option, QStyle.SubControl.SC_SliderGroove, self)
        way = groove.width() - handle.width()
        at = QStyle.sliderPositionFromValue(
            PERCENT * self.minimum(), PERCENT * self.maximum(), round(self.mark * PERCENT**2), way
        )
        x, bottom = groove.left() + handle.width() // 2 + at, self.height() - 1
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().text())
        corners = (QPoint(x, bottom - MARK_PX), QPoint(x - MARK_PX, bottom))
        painter.drawPolygon(QPolygon([*corners, QPoint(x + MARK_PX, bottom)]))
        painter.end()


class ShareSlider(QWidget):
    """``moved`` carries the new value after a change by the user, None for the marked one.

    ``value`` None stands for the marked value, which ``set_mark`` sets.
    """

    moved = pyqtSignal(object)

    def __init__(
        self, least: int, most: int, *, with_mark: bool = False, in_percent: bool = False
    ) -> None:
        """``least`` and ``most`` are in per cent; ``with_mark``: a button chooses the marked
        value; ``in_percent``: so is the number, else it is from 0 to 1."""
        super().__init__()
        self.value: Optional[float] = None
        self.slider = MarkedSlider(least, most)
        self.number = DecimalBox()
        self._unit = PERCENT if in_percent else 1
        step = self._unit / PERCENT
        self.number.setRange(least * step, most * step)
        self.number.setSingleStep(step)
        if in_percent:
            self.number.setDecimals(0)
            self.number.setSuffix(percent_sign())
        self.number.setKeyboardTracking(False)
        self.reset = QToolButton()
        self.reset.setIcon(QgsApplication.getThemeIcon("/mActionUndo.svg"))
        self.reset.setVisible(with_mark)
        self.setFocusProxy(self.slider)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        row.addWidget(self.reset)
        self.slider.valueChanged.connect(lambda percent: self._move(percent / PERCENT))
        self.number.valueChanged.connect(lambda number: self._move(number / self._unit))
        self.reset.clicked.connect(lambda: self._move(None))

    def set_mark(self, mark: Optional[float]) -> None:
        """Mark a value, or none for None."""
        self.slider.mark = mark
        self.slider.update()
        self.set_value(self.value)

    def set_value(self, value: Optional[float]) -> None:
        """Show a value, or the marked one for None; ``moved`` is not emitted."""
        self.value = value
        shown = self.slider.mark if value is None else value
        blockers = [QSignalBlocker(self.slider), QSignalBlocker(self.number)]
        if shown is not None:
            self.slider.setValue(round(PERCENT * shown))
            self.number.setValue(self._unit * shown)
        for blocker in blockers:
            blocker.unblock()
        mark = self.slider.mark
        self.reset.setEnabled(value is not None and mark is not None and value != mark)

    def _move(self, value: Optional[float]) -> None:
        self.set_value(value)
        self.moved.emit(value)
