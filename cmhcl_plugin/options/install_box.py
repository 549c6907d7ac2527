"""The installation of the worker's environment on top of the page Extract, while there is none."""

from __future__ import annotations

from typing import Callable

from qgis.PyQt.QtWidgets import QFrame, QPushButton, QVBoxLayout

from ..environment.installation import PackageSource
from ..environment.installer import Installer
from ..environment.worker_python import find_python
from ..settings import Settings
from .install_view import InstallView


class InstallBox(QFrame):
    """Hidden once there is a Python to run the worker on.

    Call ``show_state`` once it is in a layout, and when another Python was chosen.
    """

    def __init__(self, installer: Installer, open_options: Callable[[], None]) -> None:
        super().__init__()
        self.installer = installer
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.view = InstallView(installer)
        self.view.install_requested.connect(self._install)
        self.view.changed.connect(self.show_state)
        self.options_button = QPushButton(self.tr("&Options…"))
        self.options_button.setToolTip(self.tr("Where packages come from, or another Python"))
        self.options_button.clicked.connect(open_options)
        self.view.add_button(self.options_button)
        QVBoxLayout(self).addWidget(self.view)

    def show_state(self) -> None:
        """Show the box, or hide it."""
        self.setVisible(self.installer.is_running or find_python() is None)

    def _install(self) -> None:
        settings = Settings.load()
        self.installer.install(PackageSource(settings.index, settings.wheels, settings.extra_index))
