"""The panel beside the map, which can also float."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QAction, QWidget

from .extract.settings import ExtractSettings
from .pages import Pages
from .widgets.overhang import Overhang
from .worker.process import WorkerProcess


class Panel(QgsDockWidget):
    """Added to QGIS's window while that starts, so that QGIS restores where it was.

    Its pages, which start the worker, are built when it is first opened; ``built`` carries them.
    Closing it hides it, and running jobs continue.
    """

    built = pyqtSignal(object)

    def __init__(
        self,
        iface: QgisInterface,
        worker: WorkerProcess,
        trainer: WorkerProcess,
        settings: ExtractSettings,
    ) -> None:
        super().__init__(iface.mainWindow())
        self.setObjectName("cmhclPanel")
        self.setWindowTitle(self.tr("CMH-CL Footprints"))
        self._iface = iface
        self._parts = worker, trainer, settings
        self.pages: Optional[Pages] = None
        self.setWidget(QWidget())
        self._is_new = False  # whether what opens the panel now has built the pages
        self._is_added = False
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)
        self._is_added = True
        Overhang(self, iface.mainWindow())
        self.hide()  # until QGIS restores its window, or the user opens it

    def follow(self, action: QAction) -> None:
        """Let a checkable action open and close the panel."""
        self.setToggleVisibilityAction(action)
        action.triggered.connect(lambda on: self.open() if on else None)

    def open(self) -> Pages:
        """Show the panel in front, and return its pages."""
        pages = self.content()
        self.setUserVisible(True)
        if self._is_new:
            QTimer.singleShot(0, self._widen)  # once it has the width that QGIS restores
        return pages

    def _widen(self) -> None:
        """Make it as wide as its pages want to be; QGIS opens it as narrow as they can be."""
        if self.pages and not self.isFloating():
            width = max(self.width(), self.pages.sizeHint().width())
            window = self._iface.mainWindow()
            window.resizeDocks([self], [width], Qt.Orientation.Horizontal)

    def _settle(self) -> None:
        """The width of a panel that QGIS has opened at its start is the user's."""
        self._is_new = False

    def content(self) -> Pages:
        """The pages, which are built at the first call."""
        if self.pages is None:
            self.pages = Pages(self._iface, *self._parts)
            self.pages.shown.connect(lambda: self.setUserVisible(True))
            self.setWidget(self.pages)
            self.built.emit(self.pages)
            self._is_new = True  # the action shows the panel before it calls ``open``
            QTimer.singleShot(0, self._settle)
        return self.pages

    def unload(self) -> None:
        """Remove and delete the panel, after the workers have stopped."""
        if self.pages:
            self.pages.unload()
        self._iface.removeDockWidget(self)
        self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        if self._is_added:  # QGIS shows every panel that is added
            self.content()
        super().showEvent(event)
