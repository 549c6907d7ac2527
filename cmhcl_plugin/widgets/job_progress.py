"""What a job is doing, how far it is and the time left; takes no room without a job."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ...core.hatch.events import Progress
from ..durations import progress_text
from .plain_text import PlainLabel

STEPS = 1000


class JobProgress(QWidget):
    """A line of text above a bar; either is hidden while it has nothing to show."""

    def __init__(self) -> None:
        super().__init__()
        self.text = PlainLabel()
        self.text.setMinimumWidth(1)  # a long word of the worker must not widen the panel
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        layout.addWidget(self.bar)
        self.end()

    def start(self) -> None:
        """A job was submitted."""
        self.bar.setRange(0, 0)
        self.bar.show()
        self.show_text(self.tr("Starting…"))

    def show_text(self, text: str) -> None:
        """Show this text, also without a job; hide it if it is empty."""
        self.text.setText(text)
        self.text.setVisible(bool(text))

    def show_event(self, event: Progress) -> None:
        """Show how far the job is; its text, and the time left."""
        self.show_share(event)
        self.show_text(progress_text(event))

    def show_share(self, event: Progress) -> None:
        """Show how far the job is, and leave the text as it is."""
        self.bar.show()
        if event.total > 0:
            self.bar.setRange(0, STEPS)
            self.bar.setValue(int(STEPS * event.share))

    def end(self) -> None:
        """The job has ended."""
        self.bar.setRange(0, STEPS)
        self.bar.setValue(0)
        self.bar.hide()
        self.show_text("")
