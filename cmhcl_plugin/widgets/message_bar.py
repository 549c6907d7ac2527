"""Messages in QGIS's message bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Optional

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QPushButton, QSizePolicy, QTextBrowser

from .message_area import LOG, Action, elide_paths
from .plain_text import literal

LEAST_TEXT_PX = 120


def show_in_bar(
    bar: QgsMessageBar,
    text: str,
    level: Qgis.MessageLevel,
    actions: Sequence[Action] = (),
    owner: Optional[QObject] = None,
) -> None:
    """Show a message with a button for each action, as MessageArea does on a page.

    An action closes the message, except an error, which is still to be read. A message with
    actions goes when Qt deletes ``owner``, which they use.
    """
    if actions:
        item = bar_item(bar, text, actions, level != Qgis.MessageLevel.Critical)
        bar.pushWidget(item, level)
        if owner:
            owner.destroyed.connect(item.dismiss)
    else:
        bar.pushMessage(LOG, literal(elide_paths(text)), level)
    QgsMessageLog.logMessage(literal(text), LOG, level, False)


def bar_item(
    bar: QgsMessageBar, text: str, actions: Sequence[Action] = (), closes: bool = True
) -> QgsMessageBarItem:
    """A message that is not in the bar yet, with long paths elided; its tool tip has all of it.

    ``closes``: the first action that is used closes the message.
    """
    item = bar.createMessage(LOG, literal(elide_paths(text)))
    item.setToolTip(literal(text))
    _let_shrink(item)

    def act(action: Callable[[], object]) -> None:
        if not closes or bar.popWidget(item):  # else it was closed by a click before
            action()

    for name, action in actions:
        button = QPushButton(name)
        button.clicked.connect(lambda _, action=action: act(action))
        item.layout().addWidget(button)
    return item


def _let_shrink(item: QgsMessageBarItem) -> None:
    """The text of a message takes 256 pixels else, with which QGIS's window outgrows a screen."""
    for text in item.findChildren(QTextBrowser):
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, text.sizePolicy().verticalPolicy())
        policy.setHorizontalStretch(1)
        text.setSizePolicy(policy)
        text.setMinimumWidth(LEAST_TEXT_PX)
