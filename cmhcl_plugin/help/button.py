"""The button that opens the guide."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton

from . import guide


class HelpButton(QToolButton):
    """Opens the page of the guide that ``page`` names when it is clicked."""

    def __init__(self, page: Callable[[], str]) -> None:
        super().__init__()
        self.page = page
        self.setText(self.tr("Help"))
        self.setIcon(QgsApplication.getThemeIcon("/mActionHelpContents.svg"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setToolTip(self.tr("Open the guide in the browser"))
        self.clicked.connect(lambda: guide.show(self.page()))
