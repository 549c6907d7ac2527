"""The page Extract: the form, the result in the active layer, progress and buttons."""

from __future__ import annotations

import tempfile
from html import escape
from pathlib import Path

from qgis.core import Qgis, QgsProject
from qgis.gui import QgisInterface, QgsMessageBar
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.errors import InputError
from ...core.hatch.events import Progress, Ready
from ..compare.dialog import CompareDialog
from ..durations import remaining_text
from ..layers import output_paths
from ..layers.provenance import Provenance
from ..models.library import ModelLibrary
from ..options.page import PAGE
from ..runs.run import Run
from ..widgets.plain_text import PlainLabel, literal
from ..worker.process import WorkerProcess
from .extraction import Extraction
from .form import ExtractForm
from .result_box import ResultBox
from .settings import ExtractSettings

PROGRESS_STEPS = 1000


class ExtractPage(QWidget):
    """Starts and cancels one extraction at a time, and reports how it ended."""

    def __init__(
        self,
        iface: QgisInterface,
        worker: WorkerProcess,
        messages: QgsMessageBar,
        library: ModelLibrary,
        settings: ExtractSettings,
    ) -> None:
        super().__init__()
        self._iface = iface
        self._worker = worker
        self._messages = messages
        self.settings = settings
        self.extraction = Extraction(iface, worker, settings, self)
        settings.scene.suggest(iface.activeLayer())
        self.form = ExtractForm(worker, library, settings)
        self.result = ResultBox(iface, worker)
        self.compare = CompareDialog(iface, worker, self)
        self._build()
        self._connect()
        if worker.readiness:
            self._on_ready(worker.readiness)

    def _build(self) -> None:
        self.progress = QProgressBar()
        self.progress.setRange(0, PROGRESS_STEPS)
        self.progress.setTextVisible(False)
        self.status = PlainLabel(wrap=False)
        self.button = QPushButton(self.tr("Extract"))
        self.button.setDefault(True)
        self.review_button = QPushButton(self.tr("Review…"))
        self.review_button.setAutoDefault(False)
        self.review_button.setToolTip(
            self.tr("Go through the footprints of a layer, the least certain first")
        )
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.status, 1)
        buttons.addWidget(self.button)
        buttons.addWidget(self.review_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        layout.addStretch(1)
        layout.addWidget(self.result)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.settings.scene.changed.connect(self._on_scene)
        self.form.device.linkActivated.connect(self._open_options)
        self.button.clicked.connect(self._on_button)
        self.extraction.progressed.connect(self._show_progress)
        self.extraction.ended.connect(self._on_ended)
        self.extraction.added.connect(self.result.show_active_layer)
        self.extraction.message.connect(self._show_message)
        self.result.run_again.connect(self.fill_in)
        self.result.compare_requested.connect(self.compare.open_with)
        self.result.problem.connect(self._warn)
        self.result.done.connect(self.status.setText)
        self._worker.ready.connect(self._on_ready)
        self._worker.unavailable.connect(self._on_unavailable)

    # Settings

    def _on_scene(self) -> None:
        """Warn at once if Extract would refuse the scene."""
        self._messages.clearWidgets()  # they were about another choice
        try:
            if self.settings.scene.sar_layers():
                self.settings.scene.scene()
        except InputError as error:
            self._warn(str(error))

    def fill_in(self, provenance: Provenance) -> None:
        """Show the settings of an extraction, to be changed and run again."""
        try:
            self.settings.fill(provenance)
        except InputError as error:
            self._warn(str(error))
            return
        self._messages.clearWidgets()
        self.form.advanced.setCollapsed(False)
        if Path(provenance.job.model).is_dir():
            text = self.tr("The settings are filled in; change some and click Extract.")
            self._show_message(text, Qgis.MessageLevel.Info)
        else:
            text = self.tr("The model “{}” no longer exists; choose another model.")
            self._warn(text.format(provenance.model))

    # The extraction

    def resume(self, run: Run) -> bool:
        """Resume an interrupted extraction, unless the page is busy or the user keeps its output.

        Returns whether it was resumed.
        """
        if self.extraction.is_running or run.job is None:
            return False
        existing = _existing(Path(run.job.out))  # written since
        if existing and not self._may_overwrite(existing):
            return False
        self._messages.clearWidgets()
        self.extraction.resume(run, overwrite=bool(existing))
        self._show_start()
        return True

    def _on_button(self) -> None:
        if self.extraction.is_running:
            self.button.setEnabled(False)
            self.status.setText(self.tr("Cancelling…"))
            self.extraction.cancel()
            return
        self._messages.clearWidgets()
        try:
            self.settings.scene.scene()  # before a temporary folder is made
            out = self._output()
            existing = _existing(out)
            if not existing or self._may_overwrite(existing):
                self.extraction.start(out, overwrite=bool(existing))
                self._show_start()
        except (InputError, OSError) as error:
            self._warn(str(error))

    def _output(self) -> Path:
        """The file to write. Raises InputError."""
        if not self.settings.output:
            return Path(tempfile.mkdtemp(prefix="cmhcl_")) / "footprints.gpkg"
        return output_paths.checked_output(Path(self.settings.output), QgsProject.instance())

    def _may_overwrite(self, existing: list[Path]) -> bool:
        """Ask the user about one or two files."""
        one, two = self.tr("{} exists. Overwrite it?"), self.tr("{} and {} exist. Overwrite them?")
        text = (one if len(existing) == 1 else two).format(*existing)
        answer = QMessageBox.question(self, self.tr("Overwrite?"), literal(text))
        return answer == QMessageBox.StandardButton.Yes

    def _show_start(self) -> None:
        self.progress.setRange(0, 0)
        self.status.setText(self.tr("Starting…"))
        self.button.setText(self.tr("Cancel"))
        self.result.setEnabled(False)

    def _show_progress(self, event: Progress) -> None:
        if event.total > 0:
            self.progress.setRange(0, PROGRESS_STEPS)
            self.progress.setValue(int(PROGRESS_STEPS * event.done / event.total))
        if self.button.isEnabled():
            left = remaining_text(event.eta_s)
            self.status.setText(" · ".join(part for part in (event.message, left) if part))

    def _on_ended(self) -> None:
        self.button.setText(self.tr("Extract"))
        self.button.setEnabled(True)
        self.result.setEnabled(True)
        self.progress.setRange(0, PROGRESS_STEPS)
        self.progress.setValue(0)
        self.status.clear()

    # Messages

    def _warn(self, text: str) -> None:
        self._show_message(text, Qgis.MessageLevel.Warning)

    def _show_message(self, text: str, level: Qgis.MessageLevel) -> None:
        """In the dialog while it is open, else in QGIS's window; with the log if it failed."""
        bar = self._messages if self.isVisible() else self._iface.messageBar()
        self._messages.clearWidgets()  # earlier messages are out of date
        item = bar.createMessage("" if self.isVisible() else "CMH-CL", literal(text))
        log = self._worker.log_path
        if level == Qgis.MessageLevel.Critical and log:
            button = QPushButton(self.tr("Open log"))
            button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log))))
            item.layout().addWidget(button)
        bar.pushWidget(item, level)

    def _on_ready(self, event: Ready) -> None:
        self.form.device.setText(escape(f"{event.device} ({event.reason})"))

    def _on_unavailable(self, sentence: str) -> None:
        link = f'<a href="options">{self.tr("Options…")}</a>'
        self.form.device.setText(f"{escape(sentence)} {link}")

    def _open_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)


def _existing(out: Path) -> list[Path]:
    """Those of an extraction's two files that exist."""
    return [path for path in (out, output_paths.probability_path(out)) if path.exists()]
