"""The page CMH-CL in Settings > Options."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QGuiApplication, QIcon
from qgis.PyQt.QtWidgets import QCheckBox, QGroupBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..environment.installer import Installer
from ..environment.selftest import Report, SelfTest
from ..environment.virtual_environment import python_path
from ..environment.worker_python import find_python, no_python_message
from ..help.button import HelpButton
from ..paths import icon
from ..settings import Settings
from ..widgets.placeholder import PlaceholderStyle
from ..widgets.plain_text import PlainLabel
from .environment_box import EnvironmentBox

PAGE = "CMH-CL"


class OptionsPage(QgsOptionsPageWidget):
    """The environment to install, the Python in use, and a test of it."""

    def __init__(
        self,
        parent: QWidget,
        installer: Installer,
        applied: Callable[[], None],
        is_training: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        self._applied = applied
        self._test: Optional[SelfTest] = None
        self._report: Optional[Report] = None

        self.environment = EnvironmentBox(installer, applied, is_training)
        installer.finished.connect(self._on_installed)
        self.python = QgsFileWidget()
        PlaceholderStyle(self.python.lineEdit())
        self.python.setFilePath(Settings.load().python)
        self.python.setToolTip(
            self.tr("Another interpreter with the same libraries; empty: detected")
        )
        self.check_button = QPushButton(self.tr("Chec&k"))
        self.check_button.setToolTip(self.tr("Libraries, device and speed"))
        self.check_button.clicked.connect(self.check)
        self.copy_button = QPushButton(self.tr("Cop&y report"))
        self.copy_button.setToolTip(self.tr("For a bug report; it contains no personal paths"))
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self.copy)
        self.answer = PlainLabel()

        self.allow_references = QCheckBox(
            self.tr("&Allow rasters on servers, and files that refer to others")
        )
        self.allow_references.setToolTip(
            self.tr(
                "Rasters on a server, virtual rasters whose sources are in other folders, web maps "
                "saved as files, and the like; only for those that you trust"
            )
        )
        self.allow_references.setChecked(Settings.load().allow_references)
        self.help_button = HelpButton(lambda: "install")
        row = QHBoxLayout()
        row.addWidget(self.python, 1)
        row.addWidget(self.check_button)
        row.addWidget(self.copy_button)
        used = QGroupBox(self.tr("Python in use"))
        inner = QVBoxLayout(used)
        inner.addLayout(row)
        inner.addWidget(self.answer)
        layout = QVBoxLayout(self)
        layout.addWidget(self.environment)
        layout.addWidget(used)
        layout.addWidget(self.allow_references)
        layout.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignRight)
        layout.addStretch(1)
        self._show_found()

    def check(self) -> None:
        """Test the interpreter in the field, else the detected one, and show the answer."""
        path = self.python.filePath()
        python = Path(path) if path else find_python()
        if python is None:
            self.answer.setText(no_python_message())
            return
        self.check_button.setEnabled(False)
        self.answer.setText(self.tr("Checking {}…").format(python))
        self._test = SelfTest(python, self)
        self._test.finished.connect(self._on_tested)
        self._test.start()

    def copy(self) -> None:
        """The report of the latest check, for a bug report."""
        if self._report:
            QGuiApplication.clipboard().setText(self._report.text())

    def apply(self) -> None:
        """Save the settings; called by QGIS when the options dialog is accepted."""
        self.environment.save_settings()
        settings = Settings.load()
        earlier = (settings.python, settings.allow_references)
        settings.python = self.python.filePath()
        settings.allow_references = self.allow_references.isChecked()
        if earlier != (settings.python, settings.allow_references):
            settings.save()
            self._applied()

    def _show_found(self) -> None:
        found = find_python()
        self.python.lineEdit().setPlaceholderText(str(found) if found else self.tr("none yet"))

    def _on_installed(self) -> None:
        """An earlier report may be of another Python."""
        self._show_found()
        self._report = None
        self.copy_button.setEnabled(False)
        self.answer.clear()

    def _on_tested(self, report: Report) -> None:
        self._report = report
        self.check_button.setEnabled(True)
        self.copy_button.setEnabled(True)
        self.answer.setText(report.summary())


class OptionsFactory(QgsOptionsWidgetFactory):
    """Creates the page CMH-CL of QGIS's options; ``applied`` is called after a change.

    While ``is_training`` the environment cannot be changed.
    """

    def __init__(
        self, applied: Callable[[], None], is_training: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__(QCoreApplication.translate("OptionsFactory", "CMH-CL"), icon("icon"))
        self._applied = applied
        self._is_training = is_training
        self.installer = Installer()  # outlives the pages
        self.installer.finished.connect(self._on_installed)

    def close(self) -> None:
        """End a running installation; it can be continued."""
        self.installer.stop()

    def icon(self) -> QIcon:
        return icon("icon")

    def createWidget(self, parent: QWidget) -> OptionsPage:  # noqa: N802
        return OptionsPage(parent, self.installer, self._applied, self._is_training)

    def _on_installed(self, problem: str) -> None:
        if not problem and find_python() == python_path():
            self._applied()
