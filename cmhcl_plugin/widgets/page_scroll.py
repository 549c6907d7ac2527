"""The part of a page that scrolls, above buttons that do not."""

from __future__ import annotations

from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtWidgets import QFrame, QSizePolicy, QWidget

LEAST_HEIGHT = 48
GAP = 4  # pixels between the content and the bar


class PageScroll(QgsScrollArea):
    """Scrolls its content vertically; it is never narrower than the content needs.

    ``highest`` limits its own height in pixels; 0 for no limit.
    """

    def __init__(self, content: QWidget, highest: int = 0) -> None:
        super().__init__()
        self._highest = highest
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 0, GAP, 0)
        self.setWidget(content)
        if highest:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def event(self, event: QEvent) -> bool:
        if self._highest and event.type() == QEvent.Type.LayoutRequest:  # other content
            self.updateGeometry()
        return bool(super().event(event))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        bar = self.verticalScrollBar().sizeHint().width()
        hint = self.widget().minimumSizeHint()
        width = hint.width() + GAP + bar + 2 * self.frameWidth()
        return QSize(width, min(hint.height(), LEAST_HEIGHT))

    def sizeHint(self) -> QSize:  # noqa: N802
        """The size of the content, so that no bar is shown if there is room."""
        content = self.widget()
        hint = content.sizeHint()
        width = max(hint.width(), self.minimumSizeHint().width())
        height = hint.height()
        if content.hasHeightForWidth():
            height = content.heightForWidth(self.viewport().width())
        height += 2 * self.frameWidth()  # of themes
        return QSize(width, min(height, self._highest or height))
