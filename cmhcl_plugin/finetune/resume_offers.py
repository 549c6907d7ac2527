"""Fine-tunings that were cut off, offered in QGIS's message bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QPushButton

from .runs import TrainingRun

translate = QCoreApplication.translate


class ResumeOffers:
    """One message a run, with Resume and Discard; closing it leaves the run for the next start.

    ``resume`` takes a run, or answers False while it cannot.
    """

    def __init__(self, bar: QgsMessageBar, resume: Callable[[TrainingRun], bool]) -> None:
        self._bar = bar
        self._resume = resume
        self._offered: list[tuple[TrainingRun, QgsMessageBarItem]] = []

    def offer(self, found: Sequence[TrainingRun]) -> None:
        """Show a message for each run."""
        for run in found:
            text = translate("ResumeOffers", "The fine-tuning of “{}” was cut off.")
            item = self._bar.createMessage("CMH-CL", text.format(run.job.title if run.job else ""))
            for name, slot in (
                (translate("ResumeOffers", "Resume"), self._on_resume),
                (translate("ResumeOffers", "Discard"), self._on_discard),
            ):
                button = QPushButton(name)
                button.clicked.connect(lambda _, slot=slot, run=run: slot(run))
                item.layout().addWidget(button)
            self._offered.append((run, item))
            self._bar.pushWidget(item, Qgis.MessageLevel.Warning)

    def withdraw(self) -> None:
        """Take the messages back and leave the runs to others."""
        for run, _ in list(self._offered):
            self._close(run)
            run.release()

    def _on_resume(self, run: TrainingRun) -> None:
        if self._resume(run):
            self._close(run)

    def _on_discard(self, run: TrainingRun) -> None:
        self._close(run)
        run.remove()

    def _close(self, run: TrainingRun) -> None:
        for offered, item in list(self._offered):
            if offered is run:
                self._offered.remove((offered, item))
                if not sip.isdeleted(item):
                    self._bar.popWidget(item)
