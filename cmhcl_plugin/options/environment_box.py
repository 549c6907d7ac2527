"""The worker's environment in the options: install, update, remove, and the progress."""

from __future__ import annotations

from html import escape
from typing import Callable

from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtCore import QDate, QLocale, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from ..environment.installation import PackageSource
from ..environment.installer import Installer
from ..environment.pytorch import NEWEST_DRIVER, choose_build
from ..environment.virtual_environment import State, is_usable, read_marker, state
from ..numbers import fill_in
from ..paths import environment_folder
from ..settings import Settings, variable_of
from ..widgets.placeholder import PlaceholderStyle
from ..widgets.plain_text import HtmlLabel, PlainLabel, literal


class EnvironmentBox(QGroupBox):
    """Shows and controls the installer, which continues when the options are closed."""

    def __init__(
        self, installer: Installer, end_jobs: Callable[[], None], is_training: Callable[[], bool]
    ) -> None:
        """``end_jobs`` is called when an environment in use is about to change.

        While ``is_training`` it is not changed.
        """
        super().__init__()
        self.setTitle(self.tr("Python and PyTorch"))
        self._installer = installer
        self._end_jobs = end_jobs
        self._is_training = is_training

        self.status = HtmlLabel()
        self.status.linkActivated.connect(self._open_log)
        self.notes = PlainLabel()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.install_button = QPushButton()
        self.install_button.clicked.connect(self.install)
        self.cancel_button = QPushButton(self.tr("Cance&l"))
        self.cancel_button.clicked.connect(installer.cancel)
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.remove_button.setToolTip(self.tr("Deletes the environment and frees its disk space"))
        self.remove_button.clicked.connect(self.remove)
        buttons = QHBoxLayout()
        for button in (self.install_button, self.cancel_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)

        layout = QVBoxLayout(self)
        layout.addWidget(self.status)
        layout.addWidget(self.progress)
        layout.addWidget(self.notes)
        layout.addLayout(buttons)
        layout.addWidget(self._source_box())
        installer.progressed.connect(self._on_progress)
        installer.finished.connect(self._on_finished)
        self._update()

    def install(self) -> None:
        """Install, continue or update, from the source in the fields."""
        if is_usable() and not self._confirm(self.tr("Update the environment?")):
            return
        self.save_settings()
        extra = Settings.load().extra_index
        source = PackageSource(self.index.text(), self._wheels(), extra)
        self._start(lambda: self._installer.install(source))

    def remove(self) -> None:
        """Remove, after confirmation."""
        if self._confirm(self.tr("Remove the environment?")):
            self._start(self._installer.remove)

    def save_settings(self) -> None:
        """Save where packages come from."""
        settings = Settings.load()
        settings.index, settings.wheels = self.index.text(), self._wheels()
        settings.save()

    def _source_box(self) -> QgsCollapsibleGroupBox:
        settings = Settings.load()
        self.index = QLineEdit(settings.index)
        self.index.setPlaceholderText(self.tr("public indexes, or those in pip’s configuration"))
        self.index.setToolTip(self.tr("The address of your organisation’s package index"))
        self.wheels = QgsFileWidget()
        self.wheels.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.wheels.setFilePath(settings.wheels)
        self.wheels.lineEdit().setPlaceholderText(self.tr("for computers without a network"))
        self.wheels.setToolTip(
            self.tr(
                "A folder filled on a similar machine with\npython -m pip download -r "
                "core/requirements.txt -d FOLDER"
            )
        )
        for edit in (self.index, self.wheels.lineEdit()):
            PlaceholderStyle(edit)
        for field, name in ((self.index, "index"), (self.wheels, "wheels")):
            if variable_of(name):
                preset = self.tr("Preset by the environment variable {}")
                field.setToolTip(literal(preset.format(variable_of(name))))
        box = QgsCollapsibleGroupBox(self.tr("Where packages come from"))
        box.setCollapsed(not (settings.index or settings.wheels))
        form = QFormLayout(box)
        form.addRow(self.tr("&Package index"), self.index)
        form.addRow(self.tr("&Folder of wheels"), self.wheels)
        return box

    def _wheels(self) -> str:
        return str(self.wheels.filePath())

    def _start(self, begin: Callable[[], None]) -> None:
        was_usable = is_usable()
        begin()
        if was_usable:
            self._end_jobs()
        self._update()

    def _confirm(self, question: str) -> bool:
        if self._is_training():
            self.status.setText(
                self.tr(
                    "A model is being fine-tuned in this environment; stop it or wait until it "
                    "has finished, then try again."
                )
            )
            return False
        text = self.tr("{} Jobs that use it will be cancelled.").format(question)
        yes = QMessageBox.StandardButton.Yes
        return QMessageBox.question(self, self.tr("CMH-CL"), literal(text)) == yes

    def _on_progress(self, message: str, percent: int) -> None:
        self.status.setText(escape(message))
        self.progress.setRange(0, 100 if percent >= 0 else 0)
        self.progress.setValue(percent)
        self._show_notes()

    def _on_finished(self, problem: str) -> None:
        self._update()
        if problem:
            link = f'<a href="log">{self.tr("Open log")}</a>' if self._installer.log_path else ""
            self.status.setText(f"<b>{escape(problem)}</b> {link}")

    def _update(self) -> None:
        present, running = state(), self._installer.is_running
        verbs = {
            State.ABSENT: self.tr("&Install"),
            State.PARTIAL: self.tr("Co&ntinue"),
            State.OUTDATED: self.tr("&Update"),
        }
        self.install_button.setText(verbs.get(present, ""))
        self.install_button.setVisible(present in verbs and not running)
        self.remove_button.setVisible(present != State.ABSENT and not running)
        self.cancel_button.setVisible(running)
        self.progress.setVisible(running)
        for field, name in ((self.index, "index"), (self.wheels, "wheels")):
            field.setEnabled(not running and not variable_of(name))
        self._show_notes()
        if running:
            self._on_progress(self._installer.message, self._installer.percent)
        else:
            self.status.setText(escape(self._state_text(present)))

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
