"""The state of the worker's environment, and the buttons that install and cancel."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QDate, QLocale, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..environment.installer import Installer
from ..environment.pytorch import NEWEST_DRIVER, choose_build
from ..environment.virtual_environment import State, read_marker, state
from ..numbers import fill_in
from ..paths import environment_folder
from ..widgets.plain_text import HtmlLabel, PlainLabel


class InstallView(QWidget):
    """Shows an installer, which continues when the view is closed. There may be several views."""

    install_requested = pyqtSignal()
    changed = pyqtSignal()  # the environment, or whether an installation is running

    def __init__(self, installer: Installer) -> None:
        super().__init__()
        self._installer = installer
        self.status = HtmlLabel()
        self.status.linkActivated.connect(self._open_log)
        self.notes = PlainLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.install_button = QPushButton()
        self.install_button.clicked.connect(self.install_requested)
        self.cancel_button = QPushButton(self.tr("Cance&l"))
        self.cancel_button.clicked.connect(installer.cancel)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.install_button)
        self._buttons.addWidget(self.cancel_button)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.status)
        layout.addWidget(self.progress)
        layout.addWidget(self.notes)
        layout.addLayout(self._buttons)
        installer.started.connect(self.show_state)
        installer.progressed.connect(self._on_progress)
        installer.finished.connect(self._on_finished)
        self.show_state()

    def add_button(self, button: QPushButton) -> None:
        """Add a button to the right of the others."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def show_state(self) -> None:
        """Show what is installed, or the progress of an installation."""
        present, running = state(), self._installer.is_running
        verbs = {
            State.ABSENT: self.tr("&Install"),
            State.PARTIAL: self.tr("Co&ntinue"),
            State.OUTDATED: self.tr("&Update"),
        }
        self.install_button.setText(verbs.get(present, ""))
        self.install_button.setVisible(present in verbs and not running)
        self.cancel_button.setVisible(running)
        self.progress.setVisible(running)
        self._show_notes()
        if running:
            self._on_progress(self._installer.message, self._installer.percent)
        else:
            self.status.setText(escape(self._state_text(present)))
        self.changed.emit()

    def _on_progress(self, message: str, percent: int) -> None:
        self.status.setText(escape(message))
        self.progress.setRange(0, 100 if percent >= 0 else 0)
        self.progress.setValue(percent)
        self._show_notes()

    def _on_finished(self, problem: str) -> None:
        self.show_state()
        if problem:
            link = f'<a href="log">{self.tr("Open log")}</a>' if self._installer.log_path else ""
            self.status.setText(f"<b>{escape(problem)}</b> {link}")

    def _show_notes(self) -> None:
        self.notes.setText("\n".join(self._installer.notes))
        self.notes.setVisible(bool(self._installer.notes))

    def _state_text(self, present: State) -> str:
        if present == State.PARTIAL:
            return self.tr("The installation is not complete.")
        if present == State.ABSENT:
            return self._size_text()
        if present == State.OUTDATED:
            return self.tr(
                "The installed libraries do not match this version of the plugin; update them."
            )
        marker = read_marker()
        day = QLocale().toString(QDate.fromString(marker["date"], Qt.DateFormat.ISODate))
        text = self.tr("Installed on {} in {}: {}.")
        return text.format(day, environment_folder(), marker["engine"])

    def _size_text(self) -> str:
        """What Install does, and how large that is with each build this system may get."""
        cpu, gpu = choose_build(None), choose_build(NEWEST_DRIVER)
        text = self.tr(
            "Footprints are computed outside QGIS, in a separate Python environment. Install "
            "creates it in {}: about {:.1f} GB to download and {:.1f} GB on disk."
        )
        text = fill_in(text, environment_folder(), cpu.download_mb / 1000, cpu.disk_mb / 1000)
        if gpu == cpu:
            return text
        more = self.tr("With an NVIDIA GPU it is {:.1f} and {:.1f} GB.")
        return f"{text} {fill_in(more, gpu.download_mb / 1000, gpu.disk_mb / 1000)}"

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._installer.log_path)))
