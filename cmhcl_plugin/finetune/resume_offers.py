"""Offers to resume interrupted fine-tunings, in QGIS's message bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QPushButton

from .finetuning_runs import FinetuningRun

translate = QCoreApplication.translate


class ResumeOffers:
    """One message per run, with Resume and Discard; a closed one comes back at the next start."""

    def __init__(self, bar: QgsMessageBar, resume: Callable[[FinetuningRun], bool]) -> None:
        """``resume`` takes a run, or returns False if it cannot resume it now."""
        self._bar = bar
        self._resume = resume
        self._offered: list[tuple[FinetuningRun, QgsMessageBarItem]] = []

    def offer(self, found: Sequence[FinetuningRun]) -> None:
        """Show a message for each run."""
        for run in found:
            text = translate("ResumeOffers", "The fine-tuning of “{}” was cut off.")
            item = self._bar.createMessage("CMH-CL", text.format(run.title))
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
        """Close the messages and release the runs."""
        for run, _ in list(self._offered):
            self._close(run)
            run.release()

    def _on_resume(self, run: FinetuningRun) -> None:
        if self._resume(run):
            self._close(run)

    def _on_discard(self, run: FinetuningRun) -> None:
        self._close(run)
        run.delete()

    def _close(self, run: FinetuningRun) -> None:
        for offered, item in list(self._offered):
            if offered is run:
                self._offered.remove((offered, item))
                if not sip.isdeleted(item):
                    self._bar.popWidget(item)
