"""A fine-tuning while it runs: curves, pictures, progress, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QByteArray, QRectF, QSize, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QImage, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.curves import Words, curves_svg
from ...core.hatch.events import Metric, Preview, Progress
from ..layers import outputs

PROGRESS_STEPS = 1000


class Curves(QLabel):
    """The history of a training as curves; a label, since themes give those a readable colour."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.history: list[Mapping[str, float]] = []
        self._words = Words(
            loss=self.tr("Loss"),
            total=self.tr("total"),
            iou=self.tr("Validation IoU"),
            sar=self.tr("SAR alone"),
            optical=self.tr("with optical"),
            step=self.tr("step"),
            step_of=self.tr("step {:.0f} of {:.0f}"),
            best=self.tr("best"),
            no_steps=self.tr("No steps yet"),
            no_validation=self.tr("No validation yet"),
        )
        self.setMinimumSize(420, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(600, 220)

    def clear(self) -> None:
        self.history = []
        self.update()

    def add(self, values: Mapping[str, float]) -> None:
        """One more entry; a training that was resumed starts again from its checkpoint."""
        self.history = [past for past in self.history if past["step"] < values["step"]]
        self.history.append(values)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        ink = self.palette().color(QPalette.ColorRole.WindowText).name()
        size = self.width(), self.height()
        svg = curves_svg(self.history, *size, ink=ink, words=self._words)
        painter = QPainter(self)
        QSvgRenderer(QByteArray(svg.encode("utf-8"))).render(painter, QRectF(self.rect()))
        painter.end()


class Picture(QWidget):
    """An image as large as there is room for, its pixels kept square and sharp."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setMinimumSize(120, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(180, 180)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        if self._image.isNull():
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter = QPainter(self)
        smaller = size.width() * self.devicePixelRatioF() < self._image.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smaller)
        # Down to its caption.
        left, top = (self.width() - size.width()) / 2, self.height() - size.height()
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
        painter.end()


class TrainingView(QWidget):
    """Shows the events of one training, and asks for what its buttons say.

    ``steered`` carries one of job.WISHES. After ``interrupt`` the training is over, but can be
    resumed or discarded.
    """

    steered = pyqtSignal(str)
    cancelled = pyqtSignal()
    resumed = pyqtSignal()
    discarded = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._paused = False
        self._log: Optional[Path] = None
        self._build()

    def _build(self) -> None:
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.curves = Curves()
        self.pictures = {name: Picture() for name in ("sar", "labels", "prediction")}
        captions = {
            "sar": self.tr("SAR"),
            "labels": self.tr("Labels"),
            "prediction": self.tr("Prediction"),
        }
        row = QHBoxLayout()
        for name, picture in self.pictures.items():
            caption = QLabel(captions[name])
            caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column = QVBoxLayout()
            column.addWidget(picture, 1)
            column.addWidget(caption)
            row.addLayout(column, 1)
        self.preview = QWidget()
        self.caption = QLabel()
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        preview = QVBoxLayout(self.preview)
        preview.setContentsMargins(0, 0, 0, 0)
        preview.addLayout(row, 1)
        preview.addWidget(self.caption)
        self.waiting = QLabel(
            self.tr(
                "The first pictures come with the first validation.\n"
                "You can close this window meanwhile; the fine-tuning goes on."
            )
        )
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.pause_button = self._button(self.tr("Pause"))
        self.finish_button = self._button(self.tr("Stop and keep best"))
        self.finish_button.setToolTip(self.tr("Ends now; the model is the best one so far"))
        self.cancel_button = self._button(self.tr("Cancel"))
        self.log_button = self._button(self.tr("Open log"))
        self.resume_button = self._button(self.tr("Resume"))
        self.discard_button = self._button(self.tr("Discard"))
        self.discard_button.setToolTip(self.tr("What it has learnt is lost"))
        self.pause_button.clicked.connect(self._on_pause)
        self.finish_button.clicked.connect(self._on_finish)
        self.cancel_button.clicked.connect(self.cancelled)
        self.log_button.clicked.connect(self._open_log)
        self.resume_button.clicked.connect(self.resumed)
        self.discard_button.clicked.connect(self.discarded)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.running_buttons = (self.pause_button, self.finish_button, self.cancel_button)
        self.interrupted_buttons = (self.resume_button, self.discard_button)
        for button in (self.log_button, *self.running_buttons, *self.interrupted_buttons):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.title)
        layout.addWidget(self.curves, 1)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.waiting, 1)
        layout.addWidget(self.status)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def start(self, title: str) -> None:
        """A training begins."""
        self.curves.clear()
        self.preview.hide()
        self.waiting.show()
        self.resume(title)

    def resume(self, title: str) -> None:
        """A training goes on; what was seen of it stays."""
        self.title.setText(title)
        self._paused = False
        self.pause_button.setText(self.tr("Pause"))
        self.progress.setRange(0, 0)
        self.status.setText(self.tr("Starting…"))
        self._offer(running=True)

    def interrupt(self, sentence: str, log: Optional[Path]) -> None:
        """The training is over before its end, for the reason that the sentence gives."""
        self.status.setText(sentence)
        self._log = log
        self.progress.setRange(0, PROGRESS_STEPS)
        self._offer(running=False)

    def wait(self, text: str) -> None:
        """Nothing can be asked any more; the text says what is awaited."""
        for button in self.running_buttons:
            button.setEnabled(False)
        self.status.setText(text)

    def show_progress(self, event: Progress) -> None:
        if event.total > 0:
            self.progress.setRange(0, PROGRESS_STEPS)
            self.progress.setValue(int(PROGRESS_STEPS * event.done / event.total))
        else:
            self.progress.setRange(0, 0)
        if not self._paused and self.cancel_button.isEnabled():
            left = outputs.time_left(event.eta_s)
            at = event.message
            if event.total > 0:
                at = self.tr("Step {:.0f} of {:.0f}").format(event.done, event.total)
            self.status.setText(" · ".join(part for part in (at, left) if part))

    def show_metric(self, event: Metric) -> None:
        self.curves.add(event.values)

    def show_preview(self, event: Preview) -> None:
        for name, picture in self.pictures.items():
            data = QByteArray.fromBase64(event.images.get(name, "").encode("ascii"))
            picture.show_image(QImage.fromData(data, "PNG"))
        self.caption.setText(event.caption)
        self.waiting.hide()
        self.preview.show()

    def _on_pause(self) -> None:
        self._paused = not self._paused
        self.pause_button.setText(self.tr("Resume") if self._paused else self.tr("Pause"))
        self.status.setText(self.tr("Paused.") if self._paused else self.tr("Going on…"))
        self.steered.emit("pause" if self._paused else "resume")

    def _on_finish(self) -> None:
        self._paused = False
        self.pause_button.setEnabled(False)
        self.finish_button.setEnabled(False)
        self.status.setText(self.tr("Finishing with the best so far…"))
        self.steered.emit("finish")

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log)))

    def _offer(self, running: bool) -> None:
        self.log_button.setVisible(not running and self._log is not None)
        for button in self.running_buttons:
            button.setVisible(running)
            button.setEnabled(True)
        for button in self.interrupted_buttons:
            button.setVisible(not running)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        return button
