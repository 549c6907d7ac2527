"""Messages with actions in QGIS's message bar."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser


@pytest.mark.parametrize("level", [Qgis.MessageLevel.Success, Qgis.MessageLevel.Critical])
def test_action_closes_its_message_unless_that_is_an_error(
    qtbot: Any, level: Qgis.MessageLevel
) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.message_bar import show_in_bar

    bar, done = QgsMessageBar(), []
    qtbot.addWidget(bar)
    show_in_bar(bar, "Another.", Qgis.MessageLevel.Warning, [("No", lambda: done.append("no"))])
    show_in_bar(bar, "It is ready.", level, [("Do", lambda: done.append("do"))])
    (button,) = bar.currentItem().findChildren(QPushButton)
    button.click()
    button.click()  # before Qt has removed it
    if level == Qgis.MessageLevel.Critical:
        assert done == ["do", "do"] and bar.currentItem().text() == "It is ready."
    else:
        assert done == ["do"] and bar.currentItem().text() == "Another."


def test_message_whose_actions_use_a_deleted_page_is_gone(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.message_bar import show_in_bar

    bar, page, level = QgsMessageBar(), QObject(), Qgis.MessageLevel.Success
    qtbot.addWidget(bar)
    show_in_bar(bar, "Of QGIS.", level)
    show_in_bar(bar, "Of the page.", level, [("Show", page.deleteLater)], owner=page)
    assert bar.currentItem().text() == "Of the page."
    sip.delete(page)
    assert bar.currentItem().text() == "Of QGIS."


def test_deleted_page_leaves_a_message_alone_that_was_closed(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.message_bar import show_in_bar

    bar, page, level = QgsMessageBar(), QObject(), Qgis.MessageLevel.Success
    qtbot.addWidget(bar)
    show_in_bar(bar, "Of the page.", level, [("Show", page.objectName)], owner=page)
    item = bar.currentItem()
    with qtbot.captureExceptions() as exceptions:
        item.findChild(QPushButton).click()
        qtbot.waitUntil(lambda: sip.isdeleted(item))
        sip.delete(page)
    assert exceptions == [] and bar.currentItem() is None


def test_message_with_buttons_leaves_room_for_a_panel(qtbot: Any) -> None:
    """QGIS gives its text 256 pixels, whatever the width of its window."""
    from cmhcl_footprints.cmhcl_plugin.widgets.message_bar import LEAST_TEXT_PX, bar_item

    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    item = bar_item(bar, "A long text. " * 9, [("Do", bar.update), ("Discard", bar.update)])
    bar.pushWidget(item)
    text = item.findChild(QTextBrowser)
    buttons = sum(button.sizeHint().width() for button in item.findChildren(QPushButton))
    assert item.sizeHint().width() < buttons + LEAST_TEXT_PX + 100
    bar.resize(900, 50)
    bar.show()
    qtbot.waitUntil(lambda: text.width() > 400)
