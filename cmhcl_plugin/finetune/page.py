"""The page Fine-tune: the form with its check, then the training, then its result."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.existence import exists
from ...core.hatch.results import FinetuneResult
from ..core_translations import error_text
from ..models.library import ModelLibrary
from ..options.page import PAGE
from ..runs.run import Run
from ..widgets.message_area import MessageArea
from ..widgets.message_bar import show_in_bar
from ..widgets.questions import may_be_lost
from ..worker.process import WorkerProcess
from .block_layers import BlockLayers
from .finetuning import Finetuning
from .preparing_view import PreparingView
from .progress_view import TrainingView
from .result_view import TrainingResult
from .settings import FinetuneSettings


class FinetunePage(QWidget):
    """Shows one of ``preparing``, ``training`` and ``result``.

    ``use_model`` carries the folder of a model to choose on the page Extract; ``show_requested``
    asks the panel to show this page.
    """

    use_model = pyqtSignal(object)
    show_requested = pyqtSignal()

    def __init__(self, iface: QgisInterface, worker: WorkerProcess, library: ModelLibrary) -> None:
        """``worker`` checks and trains; it is not the one that extracts."""
        super().__init__()
        self._iface = iface
        self._worker = worker
        self.messages = MessageArea()
        self._library = library
        self._blocks = BlockLayers()
        self.model = Path()  # the latest one that was trained here
        self.settings = FinetuneSettings(library, self)
        self.settings.suggest(iface.activeLayer())
        self.finetuning = Finetuning(worker, library, self.settings, self)
        self.preparing = PreparingView(worker, library, self.settings, self._blocks)
        self.training = TrainingView()
        self.result = TrainingResult()
        self.stack = QStackedWidget()
        for widget in (self.preparing, self.training, self.result):
            self.stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.messages)
        self.preparing.answer.linkActivated.connect(self._open_options)
        self.preparing.start_button.clicked.connect(self._start)
        self.settings.changed.connect(self.messages.clear)  # it was about another choice
        self.settings.edited.connect(self.messages.clear)
        copy = self.preparing.copy_button
        copy.copied.connect(lambda text: self.messages.show_message(text, Qgis.MessageLevel.Info))
        copy.problem.connect(self._warn)
        self._connect_finetuning()
        self.result.use.connect(self._use)
        self.result.keep_base.connect(self._keep_base)
        self.result.again.connect(self._prepare)

    def _connect_finetuning(self) -> None:
        finetuning, training = self.finetuning, self.training
        finetuning.started.connect(self._on_started)
        finetuning.waits.connect(training.status.setText)
        finetuning.progressed.connect(training.show_progress)
        finetuning.measured.connect(training.show_metric)
        finetuning.previewed.connect(training.show_preview)
        finetuning.finished.connect(self._on_finished)
        finetuning.interrupted.connect(self._on_interrupted)
        finetuning.discarded.connect(self._prepare)
        training.pause_clicked.connect(finetuning.pause)
        training.resume_paused_clicked.connect(finetuning.resume_paused)
        training.finish_clicked.connect(finetuning.finish)
        training.cancel_clicked.connect(self._ask_to_cancel)
        training.resume_clicked.connect(self._resume_interrupted)
        training.discard_clicked.connect(finetuning.discard)

    # For the plugin

    @property
    def is_training(self) -> bool:
        """Whether a fine-tuning is running or paused."""
        return self.finetuning.is_training

    @property
    def is_busy(self) -> bool:
        """Whether a fine-tuning is running, or was interrupted and can be resumed or discarded."""
        return self.finetuning.run is not None

    def resume(self, run: Run) -> bool:
        """Resume an interrupted run, unless the page is busy. Returns whether it was resumed."""
        if self.is_busy:
            return False
        self.training.start(run.title)
        self.finetuning.resume(run)
        return True

    def unload(self) -> None:
        """Remove layers and temporary files, and release the run, after the worker has stopped."""
        self._blocks.unload()
        self.finetuning.release()
        self.preparing.check.stop()
        self.preparing.check.unload()
        self.settings.pictures.unload()
        self.settings.scene.unload()

    # The training

    def _start(self) -> None:
        check = self.preparing.check
        if check.inputs is None:
            return  # the button is enabled by a check
        self.messages.clear()
        self.training.start(self.settings.title)
        try:
            self.finetuning.start(check.inputs, check.blocks)
        except (InputError, OSError) as error:
            self._warn(error_text(error))

    def _on_started(self) -> None:
        self.preparing.check.stop()
        run = self.finetuning.run
        self._blocks.start()
        if run and exists(run.blocks):
            self._blocks.show(run.blocks)
        self.stack.setCurrentWidget(self.training)

    def _resume_interrupted(self) -> None:
        run = self.finetuning.run
        if run:
            self.training.resume(run.title)
            self.finetuning.resume(run)

    def _ask_to_cancel(self) -> None:
        run = self.finetuning.run
        agreed = may_be_lost(
            self,
            self.tr("Cancel the fine-tuning?"),
            self.tr(
                "All training so far will be lost. To keep it, use “Stop and keep best” instead."
            ),
        )
        still_under_way = self.is_training and run is self.finetuning.run
        if agreed and still_under_way:
            self.training.wait(self.tr("Cancelling…"))
            self.finetuning.cancel()

    def _on_finished(self, title: str, result: FinetuneResult) -> None:
        self.model = Path(result.model)
        self._blocks.show_of_model(title, self.model)
        self.stack.setCurrentWidget(self.result)
        self.result.show_result(title, result)
        better = result.verdict == "better"
        level = Qgis.MessageLevel.Success if better else Qgis.MessageLevel.Warning
        self._show_if_hidden(self.result.verdict.text(), level)

    def _on_interrupted(self, error: Error) -> None:
        sentence = error.sentence
        self.training.interrupt(sentence, self._worker.log_path)
        if error.kind != "cancelled":  # as when QGIS is closed
            self._show_if_hidden(sentence, Qgis.MessageLevel.Critical)

    # After it

    def _prepare(self) -> None:
        self._blocks.remove()
        self.stack.setCurrentWidget(self.preparing)
        self.preparing.check_soon()

    def _use(self) -> None:
        self.use_model.emit(self.model)
        self._prepare()

    def _keep_base(self) -> None:
        agreed = may_be_lost(
            self,
            self.tr("Delete the new model?"),
            self.tr(
                "The new model and its report will be deleted. The base model does not change."
            ),
        )
        if not agreed:
            return
        self._blocks.remove_of_model()
        try:
            self._library.delete(self.model)
        except InputError as error:
            self._warn(error_text(error))
            return
        self._prepare()

    # Messages

    def _warn(self, text: str) -> None:
        self.messages.show_message(text, Qgis.MessageLevel.Warning)

    def _show_if_hidden(self, text: str, level: Qgis.MessageLevel) -> None:
        """A message in QGIS's window, unless this page is visible."""
        if self.isVisible():
            return
        show = (self.tr("Show"), self.show_requested.emit)
        show_in_bar(self._iface.messageBar(), text, level, [show], owner=self)

    def _open_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)
