"""The page Fine-tune: check the labels, train on them, tell what it brought."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.gui import QgisInterface, QgsMessageBar, QgsScrollArea
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error, Event, Metric, Preview, Progress, Result
from ...core.hatch.jobs import CheckJob
from ..layers import outputs
from ..layers import project as layers
from ..models.library import Library
from ..options.page import PAGE
from ..paths import runs_folder
from ..worker.process import Worker
from ..worker.task import JobTask
from . import runs
from .form import FinetuneForm
from .progress_view import TrainingView
from .result_view import TrainingResult
from .runs import TrainingRun

CHECK_DELAY_MS = 600
ICON = "<img src=':/images/themes/default/{}.svg' width='16' height='16'>"


class FinetunePage(QWidget):
    """One of three is seen: the form with the answer of its check, the training, its result.

    ``use_model`` carries the folder of a model that page Extract is to use; ``wanted`` asks for the
    page to be brought to the front.
    """

    use_model = pyqtSignal(object)
    wanted = pyqtSignal()

    def __init__(
        self, iface: QgisInterface, worker: Worker, messages: QgsMessageBar, library: Library
    ) -> None:
        """``worker`` trains and checks; it is not the one that extracts."""
        super().__init__()
        self._iface = iface
        self._worker = worker
        self._messages = messages
        self._library = library
        self._project = QgsProject.instance()
        self._unavailable = ""
        self._check_id = ""
        self._checks: dict[str, Path] = {}  # the temporary folders of checks under way
        self._checked: Optional[Path] = None  # the one of the latest check that was answered
        self._blocks_id = ""
        self._model_blocks_id = ""
        self._run: Optional[TrainingRun] = None
        self._run_id = ""
        self._task: Optional[JobTask] = None  # kept from the garbage collector
        self._discarding = False
        self._model = Path()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.form = FinetuneForm(self._iface, self._worker, self._library)
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.start_button = QPushButton(self.tr("Start"))
        self.start_button.setAutoDefault(False)
        self.start_button.setEnabled(False)
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        scroll = QgsScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.form)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.close_button)
        self.preparing = QWidget()
        preparing = QVBoxLayout(self.preparing)
        preparing.setContentsMargins(0, 0, 0, 0)
        preparing.addWidget(scroll, 1)
        preparing.addWidget(self.answer)
        preparing.addLayout(buttons)
        self.training = TrainingView()
        self.result = TrainingResult()
        self.stack = QStackedWidget()
        for widget in (self.preparing, self.training, self.result):
            self.stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.addWidget(self.stack)

    def _connect(self) -> None:
        self._check_soon = QTimer(self)
        self._check_soon.setSingleShot(True)
        self._check_soon.timeout.connect(self._check)
        self.form.changed.connect(self.check_soon)
        self.answer.linkActivated.connect(self._open_options)
        self.start_button.clicked.connect(self._start)
        self.training.steered.connect(self._steer)
        self.training.cancelled.connect(self._ask_to_cancel)
        self.training.resumed.connect(self._resume_here)
        self.training.discarded.connect(self._discard)
        self.result.use.connect(self._use)
        self.result.keep_base.connect(self._keep_base)
        self.result.again.connect(self._prepare)
        self._worker.event_received.connect(self._on_event)
        self._worker.unavailable.connect(self._on_unavailable)

    # For the plugin

    @property
    def is_training(self) -> bool:
        """Whether a fine-tuning is under way, paused or not."""
        return bool(self._run_id)

    @property
    def is_busy(self) -> bool:
        """Whether a fine-tuning is under way, or waits here for Resume or Discard."""
        return self._run is not None

    def resume(self, run: TrainingRun) -> None:
        """Go on with a run that was cut off; not while the page is busy."""
        self.training.start(run.job.title if run.job else "")
        self._launch(run)

    def check_soon(self) -> None:
        """The fields, or the worker, are others now."""
        self.start_button.setEnabled(False)
        self._stop_check()
        self._check_soon.start(CHECK_DELAY_MS)

    def leave(self) -> None:
        """Let go of everything outside this page; after the worker has stopped."""
        self._remove_blocks()
        if self._run:
            self._run.release()
        if self._checked:
            shutil.rmtree(self._checked, ignore_errors=True)

    # The check

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if not self._check_id:
            self._check_soon.start(CHECK_DELAY_MS)

    def _stop_check(self) -> None:
        if self._check_id in self._checks:
            self._worker.cancel(self._check_id)
        self._check_id = ""

    def _check(self) -> None:
        """Ask the worker what a training would meet; the answer comes as an event."""
        if self._run or not self.preparing.isVisible():
            return
        missing = self.form.missing()
        if missing:
            self._remove_blocks()
            self.answer.setText(escape(missing))
            return
        folder = Path(tempfile.mkdtemp(prefix="cmhcl_"))
        try:
            training = self.form.job(self.form.write_labels(folder), out="")
        except InputError as error:
            shutil.rmtree(folder, ignore_errors=True)
            self._refuse(str(error))
            return
        self.answer.setText(self.tr("Checking…"))
        job = CheckJob(training=training, blocks=str(folder / runs.BLOCKS))
        self._check_id = self._worker.run(job)
        self._checks[self._check_id] = folder

    def _on_checked(self, id: str, event: Event) -> None:
        folder = self._checks.pop(id)
        if id != self._check_id or not isinstance(event, Result):
            shutil.rmtree(folder, ignore_errors=True)
        if id != self._check_id:
            return
        if isinstance(event, Result):
            if self._checked:
                shutil.rmtree(self._checked, ignore_errors=True)
            self._checked = folder
            self._show_blocks(folder / runs.BLOCKS)
            self.answer.setText(self._describe(event.values))
            self.start_button.setEnabled(True)
        elif isinstance(event, Error):
            self._check_id = ""
            if event.kind == "cancelled":  # the worker was stopped
                self.check_soon()
                return
            self._refuse(" ".join((event.message, event.hint)).strip())

    def _refuse(self, sentence: str) -> None:
        self._remove_blocks()
        text = f"{ICON.format('mIconCritical')} {escape(sentence)}"
        if sentence == self._unavailable:
            text += f' <a href="options">{self.tr("Options…")}</a>'
        self.answer.setText(text)

    def _describe(self, values: dict[str, Any]) -> str:
        """The check's answer as HTML."""
        facts = [self.tr("{:,} buildings").format(values["buildings"])]
        if values["validation_blocks"]:
            blocks = self.tr("blocks: {} to learn from, {} to validate on ({:,} buildings)")
            facts.append(
                blocks.format(
                    values["training_blocks"],
                    values["validation_blocks"],
                    values["validation_buildings"],
                )
            )
        time = self.tr("Takes {} on {}.").format(
            outputs.duration(values["seconds"]), values["device"]
        )
        lines = [escape(" · ".join(facts)), escape(time)]
        lines += [f"{ICON.format('mIconWarning')} {escape(text)}" for text in values["warnings"]]
        return "".join(f"<p style='margin:4px 0'>{line}</p>" for line in lines)

    # Train

    def _start(self) -> None:
        self._messages.clearWidgets()
        try:
            run = runs.create(runs_folder())
        except InputError as error:
            self._warn(str(error))
            return
        try:
            job = self.form.job(self.form.write_labels(run.folder), self._fresh_out())
            if self._checked:
                shutil.copy(self._checked / runs.BLOCKS, run.blocks)
            run.begin(job)
        except (InputError, OSError) as error:
            run.remove()
            self._warn(str(error))
            return
        self.training.start(job.title)
        self._launch(run)

    def _fresh_out(self) -> str:
        """A folder for the model that neither is there nor will be made by another run."""
        taken = runs.outs(runs_folder())
        title, number = self.form.title, 2
        out = self._library.fresh_folder(title)
        while str(out) in taken:
            out = self._library.fresh_folder(f"{title} ({number})")
            number += 1
        return str(out)

    def _launch(self, run: TrainingRun) -> None:
        if run.job is None:
            raise ValueError("a run that never began")
        self._stop_check()
        self._run = run
        self._discarding = False
        self._run_id = self._worker.run(run.job)
        title = self.tr("Fine-tuning “{}”").format(run.job.title)
        self._task = JobTask(title, self._worker, self._run_id, can_cancel=False)
        QgsApplication.taskManager().addTask(self._task)
        if run.blocks.exists():
            self._show_blocks(run.blocks)
        self.stack.setCurrentWidget(self.training)

    def _resume_here(self) -> None:
        if self._run and self._run.job:
            self.training.resume(self._run.job.title)
            self._launch(self._run)

    def _steer(self, wish: str) -> None:
        self._worker.steer(self._run_id, wish)

    def _ask_to_cancel(self) -> None:
        id = self._run_id
        answer = QMessageBox.question(
            self,
            self.tr("Cancel the fine-tuning?"),
            self.tr("What it has learnt is lost. “Stop and keep best” would keep it."),
        )
        if answer == QMessageBox.StandardButton.Yes and id == self._run_id:
            self._discarding = True
            self.training.wait(self.tr("Cancelling…"))
            self._worker.cancel(id)

    def _discard(self) -> None:
        self._remove_blocks()
        if self._run:
            self._run.remove()
            self._run = None
        self._prepare()

    def _on_event(self, id: str, event: Event) -> None:
        if id in self._checks:
            if isinstance(event, Progress) and id == self._check_id:
                self.answer.setText(self.tr("Checking: {}…").format(escape(event.message)))
            elif isinstance(event, (Result, Error)):
                self._on_checked(id, event)
        elif id == self._run_id:
            if isinstance(event, Progress):
                self.training.show_progress(event)
            elif isinstance(event, Metric):
                self.training.show_metric(event)
            elif isinstance(event, Preview):
                self.training.show_preview(event)
            elif isinstance(event, Result):
                self._end(event.values)
            elif isinstance(event, Error):
                self._interrupt(event)

    def _end(self, values: dict[str, Any]) -> None:
        run, self._run, self._run_id, self._task = self._run, None, "", None
        if run is None or run.job is None:
            return
        self._model = Path(values["model"])
        self._library.changed.emit()
        self._remove_blocks()
        with suppress(InputError):  # without them the rest is as good
            name = self.tr("Validation blocks of {}").format(run.job.title)
            blocks = layers.add_blocks(self._model / runs.BLOCKS, name, self._project, kept=True)
            self._model_blocks_id = blocks.id()
        run.remove()
        self.stack.setCurrentWidget(self.result)
        self.result.show_result(run.job.title, values)
        level = Qgis.MessageLevel.Warning
        if values["verdict"] == "better":
            level = Qgis.MessageLevel.Success
        self._tell_elsewhere(self.result.verdict.text(), level)

    def _interrupt(self, event: Error) -> None:
        self._run_id, self._task = "", None
        if self._discarding:
            self._discard()
            return
        sentence = " ".join((event.message, event.hint)).strip()
        self.training.interrupt(sentence, self._worker.log_path)
        if event.kind != "cancelled":  # not on leaving
            self._tell_elsewhere(sentence, Qgis.MessageLevel.Critical)

    # After it

    def _prepare(self) -> None:
        self.stack.setCurrentWidget(self.preparing)
        self.check_soon()

    def _use(self) -> None:
        self.use_model.emit(self._model)
        self._prepare()

    def _keep_base(self) -> None:
        answer = QMessageBox.question(
            self,
            self.tr("Delete the new model?"),
            self.tr("The new model and its report are deleted; the base model stays as it is."),
        )
        if answer != QMessageBox.StandardButton.Yes:
            return
        self._project.removeMapLayer(self._model_blocks_id)
        try:
            self._library.delete(self._model)
        except InputError as error:
            self._warn(str(error))
            return
        self._prepare()

    # The map, and messages

    def _show_blocks(self, path: Path) -> None:
        self._remove_blocks()
        name = self.tr("Validation blocks")
        with suppress(InputError):  # without them the rest is as good
            layer = layers.add_blocks(path, name, self._project, kept=False)
            self._blocks_id = layer.id()
            self.form.except_layer(layer)

    def _remove_blocks(self) -> None:
        if self._blocks_id:
            self._project.removeMapLayer(self._blocks_id)
            self._blocks_id = ""

    def _warn(self, text: str) -> None:
        self._messages.pushMessage(text, Qgis.MessageLevel.Warning)

    def _tell_elsewhere(self, text: str, level: Qgis.MessageLevel) -> None:
        """In the window that the user is likely to see, unless that is this page."""
        if self.isVisible():
            return
        bar = self._messages if self.window().isVisible() else self._iface.messageBar()
        item = bar.createMessage("CMH-CL", text)
        button = QPushButton(self.tr("Show"))
        button.clicked.connect(self.wanted)
        item.layout().addWidget(button)
        bar.pushWidget(item, level)

    def _on_unavailable(self, sentence: str) -> None:
        self._unavailable = sentence

    def _open_options(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)
