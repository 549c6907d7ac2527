"""What QGIS sees of the plugin: an action, an options page, and the dialog behind the action."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QAction

from .gui.dialog import Dialog
from .gui.options import OptionsFactory
from .jobs.process import Worker
from .paths import icon

MENU = "CMH-CL"


class CmhclPlugin:
    """Made by ``classFactory``; ``unload`` takes back line by line what ``initGui`` gave."""

    def __init__(self, iface: QgisInterface) -> None:
        self.iface = iface
        self.dialog: Optional[Dialog] = None

    def initGui(self) -> None:  # noqa: N802 (the name that QGIS calls)
        self.worker = Worker()
        text = QCoreApplication.translate("Plugin", "Extract building footprints…")
        self.action = QAction(icon("extract"), text, self.iface.mainWindow())
        self.action.setObjectName("cmhclExtract")
        self.action.triggered.connect(self.show_dialog)
        self.iface.addToolBarIcon(self.action)
        self.iface.addPluginToRasterMenu(MENU, self.action)
        self.options = OptionsFactory(applied=self.on_options)
        self.iface.registerOptionsWidgetFactory(self.options)

    def unload(self) -> None:
        self.iface.unregisterOptionsWidgetFactory(self.options)
        self.iface.removePluginRasterMenu(MENU, self.action)
        self.iface.removeToolBarIcon(self.action)
        self.action.deleteLater()
        self.worker.stop()
        self.worker.deleteLater()
        if self.dialog:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def show_dialog(self) -> None:
        """Open the dialog, or bring it to the front."""
        if self.dialog is None:
            self.dialog = Dialog(self.iface, self.worker)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def on_options(self) -> None:
        """Another Python was chosen: leave the old one, and look at the new one."""
        self.worker.stop()
        if self.dialog:
            self.worker.start()
