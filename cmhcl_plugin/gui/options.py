"""The page CMH-CL in Settings > Options."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..jobs.python import PythonCheck, find_python, no_python
from ..paths import icon
from ..settings import Settings

PAGE = "CMH-CL"


class OptionsPage(QgsOptionsPageWidget):
    """Which Python the worker runs on, with a check that says what is wrong with it."""

    def __init__(self, parent: QWidget, applied: Callable[[], None]) -> None:
        super().__init__(parent)
        self._applied = applied
        self._check: Optional[PythonCheck] = None

        self.python = QgsFileWidget()
        self.python.setFilePath(Settings.load().python)
        found = find_python()
        self.python.lineEdit().setPlaceholderText(
            str(found) if found else self.tr("python of an environment with PyTorch")
        )
        self.python.setToolTip(self.tr("Empty: found by itself"))
        self.check_button = QPushButton(self.tr("Check"))
        self.check_button.clicked.connect(self.check)
        self.answer = QLabel()
        self.answer.setWordWrap(True)

        row = QHBoxLayout()
        row.addWidget(self.python, 1)
        row.addWidget(self.check_button)
        form = QFormLayout()
        form.addRow(self.tr("Worker’s Python"), row)
        about = QLabel(
            self.tr(
                "Footprints are computed outside QGIS, by a Python of its own "
                "(3.10 or newer, with PyTorch, rasterio and what else the README lists)."
            )
        )
        about.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(self.answer)
        layout.addStretch(1)

    def check(self) -> None:
        """Ask the interpreter in the field, or the one found by itself, and show the answer."""
        path = self.python.filePath()
        python = Path(path) if path else find_python()
        if python is None:
            self.answer.setText(no_python())
            return
        self.check_button.setEnabled(False)
        self.answer.setText(self.tr("Checking {}…").format(python))
        self._check = PythonCheck(python, self)
        self._check.finished.connect(lambda problem: self._on_checked(python, problem))
        self._check.start()

    def apply(self) -> None:
        """Remember the choice; called by QGIS when the options dialog is accepted."""
        settings = Settings.load()
        if settings.python != self.python.filePath():
            settings.python = self.python.filePath()
            settings.save()
            self._applied()

    def _on_checked(self, python: Path, problem: str) -> None:
        self.check_button.setEnabled(True)
        self.answer.setText(problem or self.tr("{} has all that is needed.").format(python))


class OptionsFactory(QgsOptionsWidgetFactory):
    """Gives QGIS's options dialog its page CMH-CL; ``applied`` is called after a change."""

    def __init__(self, applied: Callable[[], None]) -> None:
        super().__init__(QCoreApplication.translate("OptionsFactory", "CMH-CL"), icon("icon"))
        self._applied = applied

    def icon(self) -> QIcon:
        return icon("icon")

    def createWidget(self, parent: QWidget) -> OptionsPage:  # noqa: N802
        return OptionsPage(parent, self._applied)
