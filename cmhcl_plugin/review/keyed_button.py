"""A button whose key also works on the map."""

from __future__ import annotations

from typing import Callable

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QIcon, QKeySequence
from qgis.PyQt.QtWidgets import QAction, QSizePolicy, QToolButton, QWidget

from ..widgets.plain_text import literal


class KeyedButton(QToolButton):
    """Its key works while the panel or the map has the focus, and its action is enabled."""

    def __init__(
        self,
        panel: QWidget,
        canvas: QgsMapCanvas,
        icon: QIcon,
        key: Qt.Key,
        on_triggered: Callable[[], None],
    ) -> None:
        super().__init__()
        self._canvas = canvas
        self._key = key
        self.action = QAction(icon, "", panel)
        self.action.setShortcut(QKeySequence(key))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.action.triggered.connect(lambda: on_triggered())
        panel.addAction(self.action)
        canvas.installEventFilter(self)
        self.setDefaultAction(self.action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def describe(self, text: str, tip: str) -> None:
        """Set the text, which names the key, and the tool tip."""
        self.action.setText(text)
        self.action.setToolTip(literal(tip))

    def eventFilter(self, canvas: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Take the key on the map before an action of QGIS that has the same one.

        Two shortcuts with one key do nothing: R is also that of stream digitising in QGIS 3.40.
        """
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        has_modifier = event.modifiers() != Qt.KeyboardModifier.NoModifier
        if event.key() != self._key or has_modifier or not self.action.isEnabled():
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.action.trigger()
        return True

    def unload(self) -> None:
        """Take the key from the map."""
        self._canvas.removeEventFilter(self)
