"""A fine-tuning while it runs: curves, preview, progress, and buttons to control it."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QByteArray, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QImage
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.events import Metric, Preview, Progress
from ..durations import remaining_text
from ..widgets.page_scroll import PageScroll
from ..widgets.plain_text import PlainLabel
from .curves import Curves, Picture

PROGRESS_STEPS = 1000


class TrainingView(QWidget):
    """Shows the events of one training; a signal for each button.

    After ``interrupt`` the training has ended, but can be resumed or discarded.
    """

    pause_clicked = pyqtSignal()
    resume_paused_clicked = pyqtSignal()
    finish_clicked = pyqtSignal()
    cancel_clicked = pyqtSignal()
    resume_clicked = pyqtSignal()
    discard_clicked = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._paused = False
        self._log: Optional[Path] = None
        self._build()
        self._build_preview()
        buttons = self._build_buttons()
        content = QWidget()
        scrolled = QVBoxLayout(content)
        scrolled.setContentsMargins(0, 0, 0, 0)
        scrolled.addWidget(self.title)
        scrolled.addWidget(self.curves, 1)
        scrolled.addWidget(self.preview, 1)
        scrolled.addWidget(self.waiting, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PageScroll(content), 1)
        layout.addWidget(self.status)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)
        self._show_buttons(running=True)

    def _build(self) -> None:
        self.title = PlainLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.curves = Curves()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.status = PlainLabel()

    def _build_preview(self) -> None:
        self.pictures = {name: Picture() for name in ("sar", "labels", "prediction")}
        captions = {
            "sar": self.tr("SAR"),
            "labels": self.tr("Labels"),
            "prediction": self.tr("Prediction"),
        }
        row = QHBoxLayout()
        for name, picture in self.pictures.items():
            caption = PlainLabel(captions[name], wrap=False)
            caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column = QVBoxLayout()
            column.addWidget(picture, 1)
            column.addWidget(caption)
            row.addLayout(column, 1)
        self.preview = QWidget()
        self.caption = PlainLabel(wrap=False)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        preview = QVBoxLayout(self.preview)
        preview.setContentsMargins(0, 0, 0, 0)
        preview.addLayout(row, 1)
        preview.addWidget(self.caption)
        self.waiting = PlainLabel(
            self.tr(
                "The first pictures appear after the first validation.\n"
                "You can close this panel; the fine-tuning continues."
            )
        )
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _build_buttons(self) -> QLayout:
        self.pause_button = QPushButton(self.tr("&Pause"))
        self.finish_button = QPushButton(self.tr("&Stop and keep best"))
        self.finish_button.setToolTip(
            self.tr("Ends the training now and keeps the best model so far")
        )
        self.cancel_button = QPushButton(self.tr("Canc&el"))
        self.log_button = QPushButton(self.tr("Open &log"))
        self.resume_button = QPushButton(self.tr("&Resume"))
        self.discard_button = QPushButton(self.tr("&Discard"))
        self.discard_button.setToolTip(self.tr("All training so far will be lost"))
        self.pause_button.clicked.connect(self._on_pause)
        self.finish_button.clicked.connect(self._on_finish)
        self.cancel_button.clicked.connect(self.cancel_clicked)
        self.log_button.clicked.connect(self._open_log)
        self.resume_button.clicked.connect(self.resume_clicked)
        self.discard_button.clicked.connect(self.discard_clicked)
        self.running_buttons = (self.pause_button, self.finish_button, self.cancel_button)
        self.interrupted_buttons = (self.resume_button, self.discard_button)
        buttons = QHBoxLayout()
        for button in (self.log_button, *self.running_buttons, *self.interrupted_buttons):
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    # The training

    def start(self, title: str) -> None:
        """Show a training from its first step on."""
        self.curves.clear()
        self.preview.hide()
        self.waiting.show()
        self.resume(title)

    def resume(self, title: str) -> None:
        """Show a training that continues; its curves and preview stay."""
        self.title.setText(title)
        self._paused = False
        self.pause_button.setText(self.tr("&Pause"))
        self.progress.setRange(0, 0)
        self.status.setText(self.tr("Starting…"))
        self._show_buttons(running=True)

    def interrupt(self, sentence: str, log: Optional[Path]) -> None:
        """Show that the training was interrupted, for the reason that the sentence gives."""
        self.status.setText(sentence)
        self._log = log
        self.progress.setRange(0, PROGRESS_STEPS)
        self._show_buttons(running=False)

    def wait(self, text: str) -> None:
        """Disable all buttons; the text says what is awaited."""
        for button in self.running_buttons:
            button.setEnabled(False)
        self.status.setText(text)

    def show_progress(self, event: Progress) -> None:
        """Show the step and the time left."""
        if event.total > 0:
            self.progress.setRange(0, PROGRESS_STEPS)
            self.progress.setValue(int(PROGRESS_STEPS * event.share))
        else:
            self.progress.setRange(0, 0)
        # The last steps before it finishes say nothing of what is left.
        is_step_of_the_end = event.total > 0 and not self.finish_button.isEnabled()
        if not self._paused and not is_step_of_the_end and self.cancel_button.isEnabled():
            left = remaining_text(event.eta_s)
            at = event.message
            if event.total > 0:
                at = self.tr("Step {:.0f} of {:.0f}").format(event.done, event.total)
            self.status.setText(" · ".join(part for part in (at, left) if part))

    def show_metric(self, event: Metric) -> None:
        """Add a step to the curves."""
        self.curves.add(event.values)

    def show_preview(self, event: Preview) -> None:
        """Show the pictures of a validation block."""
        for name, picture in self.pictures.items():
            data = QByteArray.fromBase64(event.images.get(name, "").encode("ascii", "ignore"))
            picture.show_image(QImage.fromData(data, "PNG"))
        self.caption.setText(event.caption)
        self.waiting.hide()
        self.preview.show()

    # Buttons

    def _on_pause(self) -> None:
        self._paused = not self._paused
        self.pause_button.setText(self.tr("&Resume") if self._paused else self.tr("&Pause"))
        self.status.setText(self.tr("Paused.") if self._paused else self.tr("Resuming…"))
        (self.pause_clicked if self._paused else self.resume_paused_clicked).emit()

    def _on_finish(self) -> None:
        self._paused = False
        self.pause_button.setEnabled(False)
        self.finish_button.setEnabled(False)
        self.status.setText(self.tr("Finishing with the best model so far…"))
        self.finish_clicked.emit()

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log)))

    def _show_buttons(self, *, running: bool) -> None:
        self.log_button.setVisible(not running and self._log is not None)
        for button in self.running_buttons:
            button.setVisible(running)
            button.setEnabled(True)
        for button in self.interrupted_buttons:
            button.setVisible(not running)
