"""Panels in a window that is wider than the screen."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QHBoxLayout, QMainWindow, QWidget

MARGIN_PX = 60


class Window(QMainWindow):
    """Maximised; without a window manager Qt makes none wider than the screen."""

    def isMaximized(self) -> bool:  # noqa: N802
        return True


@pytest.mark.usefixtures("plugin_folder")
def test_a_docked_panel_ends_at_the_edge_of_the_screen(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.overhang import Overhang

    window = Window()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    dock, contents, shown = QDockWidget(), QWidget(), QWidget()
    layout = QHBoxLayout(contents)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(shown)
    shown.setMinimumWidth(200)
    dock.setWidget(contents)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    Overhang(dock, window)
    screen = QApplication.primaryScreen().geometry()
    window.setGeometry(screen)
    window.show()

    def end() -> int:
        return shown.mapToGlobal(QPoint(shown.width(), 0)).x()

    qtbot.waitUntil(lambda: shown.width() >= 200 and contents.contentsMargins().right() == 0)
    window.resize(screen.width() + MARGIN_PX, screen.height())
    qtbot.waitUntil(lambda: contents.contentsMargins().right() >= MARGIN_PX)
    qtbot.waitUntil(lambda: end() == screen.right() + 1 and shown.width() >= 200)
    dock.setFloating(True)
    qtbot.waitUntil(lambda: contents.contentsMargins().right() == 0)


@pytest.mark.usefixtures("plugin_folder")
def test_keys_of_a_tool_are_written_on_the_part_of_the_map_on_the_screen(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.click.key_hint import KeyHint

    window, canvas = Window(), QgsMapCanvas()
    qtbot.addWidget(window)
    window.setCentralWidget(canvas)
    hint = KeyHint(canvas)
    hint.show_text("A key: what it does · " * 20)
    screen = QApplication.primaryScreen().geometry()
    window.setGeometry(screen)
    window.show()
    qtbot.waitUntil(lambda: hint.width() > screen.width() / 2)
    window.resize(screen.width() + MARGIN_PX, screen.height())
    qtbot.waitUntil(lambda: canvas.width() == screen.width() + MARGIN_PX)
    assert hint.mapToGlobal(QPoint(hint.width(), 0)).x() <= screen.right()
