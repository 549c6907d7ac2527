"""The message area of a page, which covers nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from qgis.core import Qgis, QgsApplication, QgsMessageLog
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from .plain_text import PlainLabel, literal

LOG = "CMH-CL"  # tab of QGIS's log panel
ICON_PX = 16
LONGEST_PATH = 40
ICONS = {
    Qgis.MessageLevel.Info: "/mIconInfo.svg",
    Qgis.MessageLevel.Warning: "/mIconWarning.svg",
    Qgis.MessageLevel.Critical: "/mIconCritical.svg",
    Qgis.MessageLevel.Success: "/mIconSuccess.svg",
}
# A path to the end of a line if it stands last, after a colon. Elsewhere to the end of a file's
# name, if it has an extension, before the next path; else up to the next blank.
_ROOT = r"(?:/|[A-Za-z]:[\\/]|\\\\)"
_PATH = re.compile(
    rf"(?<=: ){_ROOT}(?:(?! {_ROOT}).)+$"
    rf"|(?<![^\s“(]){_ROOT}(?:(?! {_ROOT})[^“”\n])*[\\/](?:(?! {_ROOT})[^\\/“”\n])*?\.\w{{1,9}}"
    r"(?=[\s,;:)”]|\.?$)"
    rf"|(?<![^\s“(]){_ROOT}[^\s“”]+",
    re.MULTILINE,
)

Action = tuple[str, Callable[[], object]]


def elide_paths(text: str) -> str:
    """The text with long paths shortened to their ends: their names, and folders that fit.

    A path with blanks in the middle of a sentence is found if it ends in a file's extension.
    """
    return _PATH.sub(lambda found: _elide(found.group()), text)


def _elide(path: str) -> str:
    if len(path) <= LONGEST_PATH:
        return path
    separator = "\\" if "\\" in path else "/"
    folders = path.split(separator)
    end = folders.pop()
    while folders and len(end) + len(folders[-1]) < LONGEST_PATH:
        end = folders.pop() + separator + end
    return f"…{separator}{end}"


class MessageArea(QFrame):
    """Shows the latest message, until ``clear`` or its close button; hidden without one.

    Paths are elided; the tool tip and QGIS's log have the whole text.
    """

    def __init__(self) -> None:
        super().__init__()
        self.text = ""  # in full; "" without a message
        self.buttons: list[QPushButton] = []
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._icon = PlainLabel(wrap=False)
        self._label = PlainLabel()
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setIcon(QgsApplication.getThemeIcon("/mIconClose.svg"))
        self.close_button.setToolTip(self.tr("Close this message"))
        self.close_button.clicked.connect(self.clear)
        row = QHBoxLayout()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._actions = QHBoxLayout()
        self._actions.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 3, 6, 3)
        layout.addLayout(row)
        layout.addLayout(self._actions)
        self.hide()

    def show_message(
        self, text: str, level: Qgis.MessageLevel, actions: Sequence[Action] = ()
    ) -> None:
        """Show a message instead of the one before, with a button for each action."""
        self.clear()
        self.text = text
        icon = QgsApplication.getThemeIcon(ICONS[level])
        self._icon.setPixmap(icon.pixmap(QSize(ICON_PX, ICON_PX)))
        self._label.setText(elide_paths(text))
        self._label.setToolTip(literal(text))
        for name, action in actions:
            button = QPushButton(name)
            button.clicked.connect(lambda _, action=action: action())
            self._actions.addWidget(button)
            self.buttons.append(button)
        QgsMessageLog.logMessage(literal(text), LOG, level, False)
        self.show()

    def withdraw(self, text: str) -> None:
        """Show this message no longer, if it is still shown."""
        if self.text == text:
            self.clear()

    def clear(self) -> None:
        """Show no message."""
        self.text = ""
        for button in self.buttons:
            self._actions.removeWidget(button)
            button.hide()
            button.deleteLater()  # not at once: it may have been clicked
        self.buttons = []
        self.hide()
