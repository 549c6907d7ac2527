"""The worker's environment in the options: install, update, remove; where packages come from."""

from __future__ import annotations

from typing import Callable

from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
)

from ..environment.installation import PackageSource
from ..environment.installer import Installer
from ..environment.virtual_environment import State, is_usable, state
from ..settings import Settings, variable_of
from ..widgets.placeholder import PlaceholderStyle
from ..widgets.plain_text import literal
from .install_view import InstallView


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

        self.view = InstallView(installer)
        self.view.install_requested.connect(self.install)
        self.view.changed.connect(self._on_changed)
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.remove_button.setToolTip(self.tr("Deletes the environment and frees its disk space"))
        self.remove_button.clicked.connect(self.remove)
        self.view.add_button(self.remove_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view)
        layout.addWidget(self._source_box())
        self._on_changed()

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

    def _confirm(self, question: str) -> bool:
        if self._is_training():
            self.view.status.setText(
                self.tr(
                    "A model is being fine-tuned in this environment; stop it or wait until it "
                    "has finished, then try again."
                )
            )
            return False
        text = self.tr("{} Jobs that use it will be cancelled.").format(question)
        yes = QMessageBox.StandardButton.Yes
        return QMessageBox.question(self, self.tr("CMH-CL"), literal(text)) == yes

    def _on_changed(self) -> None:
        running = self._installer.is_running
        self.remove_button.setVisible(state() != State.ABSENT and not running)
        for field, name in ((self.index, "index"), (self.wheels, "wheels")):
            field.setEnabled(not running and not variable_of(name))
