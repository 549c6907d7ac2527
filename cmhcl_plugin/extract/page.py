"""The page Extract: the form, the result in the active layer, progress and buttons."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from qgis.core import Qgis, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QHBoxLayout, QMessageBox, QPushButton, QVBoxLayout, QWidget

from ...core.hatch.errors import InputError
from ...core.hatch.events import Progress
from ...core.hatch.existence import exists
from ...core.hatch.jobs import ExtractJob
from ..compare.dialog import CompareDialog
from ..core_translations import error_text
from ..demo.box import DemoBox
from ..demo.scene import DemoScene
from ..layers import output_paths
from ..layers.layer_names import quoted_names
from ..layers.project_layers import layers_of, require_no_edits
from ..layers.provenance import Provenance
from ..models.library import ModelLibrary
from ..options.page import PAGE
from ..paths import history_file
from ..recipes.copy_button import CopyExtractButton
from ..runs.history import History
from ..runs.history_button import HistoryButton
from ..runs.run import Run
from ..widgets.job_progress import JobProgress
from ..widgets.message_area import Action, MessageArea
from ..widgets.message_bar import show_in_bar
from ..widgets.page_scroll import PageScroll
from ..widgets.plain_text import literal
from ..worker.process import WorkerProcess
from .extraction import Extraction
from .form import ExtractForm
from .result_box import ResultBox
from .settings import ExtractSettings


class ExtractPage(QWidget):
    """Starts and cancels one extraction at a time, and reports how it ended."""

    def __init__(
        self,
        iface: QgisInterface,
        worker: WorkerProcess,
        library: ModelLibrary,
        settings: ExtractSettings,
    ) -> None:
        super().__init__()
        self._iface = iface
        self._worker = worker
        self.settings = settings
        self.extraction = Extraction(iface, worker, settings, self)
        settings.scene.suggest(iface.activeLayer())
        self.form = ExtractForm(worker, library, settings)
        self.result = ResultBox(iface, worker, settings)
        self.compare = CompareDialog(iface, worker, self)
        self.demo = DemoScene(iface, worker, settings, self)
        self.demo_box = DemoBox(self.demo)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.messages = MessageArea()
        self.progress = JobProgress()
        self.button = QPushButton(self.tr("&Extract"))
        self.review_button = QPushButton(self.tr("&Review…"))
        self.review_button.setToolTip(
            self.tr("Go through the footprints of a layer, the least certain first")
        )
        self.copy_button = CopyExtractButton(self._job)
        self.history_button = HistoryButton(History(history_file()), self._job)
        content = QWidget()
        self._scrolled = scrolled = QVBoxLayout(content)
        scrolled.setContentsMargins(0, 0, 0, 0)
        scrolled.addWidget(self.demo_box)
        self.demo_box.show_state()
        scrolled.addWidget(self.form)
        scrolled.addStretch(1)
        scrolled.addWidget(self.result)
        buttons = QHBoxLayout()
        # At the left: QGIS's window can be wider than a small screen.
        buttons.addWidget(self.button)
        buttons.addWidget(self.review_button)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.history_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        self._scroll = PageScroll(content)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.messages)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        for signal in (self.settings.scene.changed, self.settings.scene.layer_changed):
            signal.connect(self._on_scene)
        self.form.device.linkActivated.connect(self._open_options)
        self.button.clicked.connect(self._on_button)
        for part in (self.extraction, self.result):
            part.waits.connect(self.progress.show_text)
            part.progressed.connect(self._show_progress)
        self.extraction.fetch.finished.connect(lambda: self.form.setEnabled(True))
        self.extraction.ended.connect(self._on_ended)
        self.extraction.added.connect(self._on_added)
        self.extraction.message.connect(self._show_message)
        self.result.run_again.connect(self.fill_in)
        self.history_button.chosen.connect(self.fill_in)
        self.result.compare_requested.connect(self.compare.open_with)
        for copy in (self.copy_button, self.result.copy_button):
            copy.copied.connect(self._inform)
            copy.problem.connect(self._warn)
        self.history_button.saved.connect(self._inform)
        self.history_button.problem.connect(self._warn)
        self.demo.finished.connect(lambda text: self._show_message(text, Qgis.MessageLevel.Success))
        self.demo.failed.connect(self._warn)
        self.result.problem.connect(self._warn)
        self.result.waits.connect(lambda _: self.messages.clear())  # of another change
        self.result.done.connect(self._inform)
        self.result.ended.connect(self._show_idle)
        self.form.threshold.moved.connect(self._on_threshold)
        self.form.edited.connect(self.messages.clear)  # they were about another choice

    def add_on_top(self, widget: QWidget) -> None:
        """Show a widget above the form."""
        self._scrolled.insertWidget(0, widget)

    # Settings

    def _on_scene(self) -> None:
        """Warn at once if Extract would refuse the scene."""
        if self.extraction.offer and self.messages.text == self.extraction.offer:
            return  # it is about the project that may just be opened again
        self.messages.clear()  # they were about another choice
        try:
            if self.settings.scene.sar_layers():
                self.settings.check_scene()
        except InputError as error:
            self._warn(error_text(error))

    def fill_in(self, provenance: Provenance) -> None:
        """Show the settings of an extraction, to be changed and run again."""
        try:
            self.settings.fill(provenance)
        except InputError as error:
            self._warn(error_text(error))
            return
        self.messages.clear()
        self.form.advanced.setCollapsed(False)
        if provenance.model_folder():
            self._inform(self.tr("The settings are filled in; change some and click Extract."))
        else:
            text = self.tr("The model “{}” no longer exists; choose another model.")
            self._warn(text.format(provenance.model))

    def unload(self) -> None:
        """Stop following the project."""
        self.extraction.unload()
        self.demo.unload()
        self.demo_box.unload()
        self.compare.comparison.unload()

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
        self.messages.clear()
        self.extraction.resume(run, overwrite=bool(existing))
        self._show_start()
        return True

    def _on_button(self) -> None:
        if self.extraction.is_running:
            self.button.setEnabled(False)
            self.progress.show_text(self.tr("Cancelling…"))
            self.extraction.cancel()
            return
        self.messages.clear()
        try:
            self.settings.check_scene()  # before a temporary folder is made
            out = self._output()
            existing = _existing(out)
            if not existing or self._may_overwrite(existing):
                self.extraction.start(out, overwrite=bool(existing))
                if self.extraction.is_running:
                    self._show_start()
        except (InputError, OSError) as error:
            self._warn(error_text(error))

    def _job(self) -> ExtractJob:
        """What Extract would do now, with a new file if the output is temporary."""
        self.settings.check_scene()
        output = self.settings.output or self.settings.suggested_output()
        return self.extraction.job(output_paths.with_extension(Path(output)))

    def _output(self) -> Path:
        """The file to write. Raises InputError."""
        if not self.settings.output:
            return Path(tempfile.mkdtemp(prefix="cmhcl_")) / "footprints.gpkg"
        out = output_paths.with_extension(Path(self.settings.output))
        output_paths.check_folder(out)
        return out

    def _may_overwrite(self, existing: list[Path]) -> bool:
        """Ask the user about one or two files."""
        project = QgsProject.instance()
        layers = [layer for path in existing for layer in layers_of(path, project)]
        try:
            require_no_edits(layers)
        except InputError as error:
            self._warn(error_text(error))
            return False
        names = quoted_names(layers)
        if names:
            text = self.tr("Overwrite the earlier result, and replace the layer {}?").format(names)
        else:
            text = self.tr("Overwrite the earlier result?")
        text = "\n".join([text, *map(str, existing)])
        answer = QMessageBox.question(self, self.tr("Overwrite?"), literal(text))
        return answer == QMessageBox.StandardButton.Yes

    def _show_start(self) -> None:
        self.progress.start()
        self.button.setText(self.tr("Canc&el"))
        self.form.setEnabled(not self.extraction.fetch.is_running)
        self.result.setEnabled(False)

    def _show_progress(self, event: Progress) -> None:
        if self.button.isEnabled():
            self.progress.show_event(event)
        else:  # it is being cancelled
            self.progress.show_share(event)

    def _show_idle(self) -> None:
        """Show that nothing is running, unless something still is."""
        if not self.extraction.is_running:
            self.progress.end()

    def _on_ended(self) -> None:
        self.button.setText(self.tr("&Extract"))
        self.button.setEnabled(True)
        self.form.setEnabled(True)
        self.result.setEnabled(True)
        self._show_idle()

    def _on_added(self) -> None:
        self.result.show_active_layer()
        QTimer.singleShot(0, self._scroll_to_result)  # once the page is laid out with it

    def _scroll_to_result(self) -> None:
        self._scroll.ensureWidgetVisible(self.result, 0, 0)

    def _on_threshold(self) -> None:
        """The user has moved the slider: outline the result again, unless the worker is busy."""
        if self.extraction.is_running:
            self.result.show_active_layer()
        else:
            self.result.outline()

    # Messages

    def _warn(self, text: str) -> None:
        self._show_message(text, Qgis.MessageLevel.Warning)

    def _inform(self, text: str) -> None:
        self._show_message(text, Qgis.MessageLevel.Info)

    def _show_message(
        self, text: str, level: Qgis.MessageLevel, actions: Sequence[Action] = ()
    ) -> None:
        """On the page while it is visible, else in QGIS's window; with the log if it failed."""
        log = self._worker.log_path
        if level == Qgis.MessageLevel.Critical and log:
            open_log = lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log)))  # noqa: E731
            actions = [*actions, (self.tr("Open log"), open_log)]
        self.messages.clear()  # earlier messages are out of date
        if self.isVisible():
            self.messages.show_message(text, level, actions)
            return
        show_in_bar(self._iface.messageBar(), text, level, actions, owner=self)

    def _open_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)


def _existing(out: Path) -> list[Path]:
    """Those of an extraction's two files that exist."""
    return [path for path in (out, output_paths.probability_path(out)) if exists(path)]
