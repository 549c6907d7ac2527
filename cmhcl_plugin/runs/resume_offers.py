"""Offers to resume interrupted runs, in QGIS's message bar and in the panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Optional

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, QSize, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...core.hatch.jobs import ExtractJob
from ..widgets.message_bar import bar_item
from ..widgets.plain_text import PlainLabel, literal
from .run import Run

ICON_PX = 16

translate = QCoreApplication.translate


class ResumeOffers(QObject):
    """Offers runs with Resume and Discard; ignored ones are offered again at the next start.

    The message bar shows only the latest message, which may be one of QGIS's own: the same offers
    are made in the panel by ``ResumeRows``. Several are one message, which leads there.
    ``resume`` resumes a run, or returns False if it cannot; ``show`` opens the panel.
    """

    changed = pyqtSignal()

    def __init__(
        self, bar: QgsMessageBar, resume: Callable[[Run], bool], show: Callable[[], object]
    ) -> None:
        super().__init__()
        self._bar = bar
        self._resume = resume
        self._show = show
        self._item: Optional[QgsMessageBarItem] = None
        self.runs: list[Run] = []  # on offer

    def offer(self, found: Sequence[Run]) -> None:
        """Offer these runs too."""
        if found:
            self.runs += found
            self._close_message()
            self._show_message()
        self.changed.emit()

    def _show_message(self) -> None:
        """About the runs on offer, in the message bar."""
        if not self.runs:
            return
        if len(self.runs) == 1:
            self._item = bar_item(self._bar, self.text(self.runs[0]))
            for button in self.buttons(self.runs[0]):
                self._item.layout().addWidget(button)
        else:
            text = translate("ResumeOffers", "{} runs were interrupted.").format(len(self.runs))
            action = translate("ResumeOffers", "Show"), self._show
            self._item = bar_item(self._bar, text, [action])
        self._bar.pushWidget(self._item, Qgis.MessageLevel.Warning)

    def _close_message(self) -> bool:
        """Returns whether there was one that the user had not closed."""
        item, self._item = self._item, None
        if item is None or sip.isdeleted(item):
            return False
        return bool(self._bar.popWidget(item))

    def text(self, run: Run) -> str:
        """The sentence of an offer."""
        if isinstance(run.job, ExtractJob):
            text = translate("ResumeOffers", "The extraction from “{}” was interrupted.")
        else:
            text = translate("ResumeOffers", "The fine-tuning of “{}” was interrupted.")
        return text.format(run.title)

    def buttons(self, run: Run) -> list[QPushButton]:
        """Resume and Discard."""
        buttons = []
        for name, slot in (
            (translate("ResumeOffers", "Resume"), self._on_resume),
            (translate("ResumeOffers", "Discard"), self._on_discard),
        ):
            button = QPushButton(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, slot=slot: slot(run))
            buttons.append(button)
        return buttons

    def withdraw(self) -> None:
        """Withdraw the offers and release the runs."""
        runs, self.runs = self.runs, []
        self._close_message()
        for run in runs:
            run.release()
        self.changed.emit()

    def _on_resume(self, run: Run) -> None:
        if self._resume(run):
            self._remove(run)

    def _on_discard(self, run: Run) -> None:
        self._remove(run)
        run.delete()

    def _remove(self, run: Run) -> None:
        self.runs.remove(run)
        if self._close_message():
            self._show_message()
        self.changed.emit()


class ResumeRows(QFrame):
    """The same offers, one row each, for the panel; hidden while there are none."""

    def __init__(self, offers: ResumeOffers) -> None:
        super().__init__()
        self._offers = offers
        self._rows: list[QWidget] = []
        self.setObjectName("cmhclResumeRows")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 3, 6, 3)
        offers.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()  # not at once: one of its buttons may have been clicked
        self._rows = [self._row(run) for run in self._offers.runs]
        for row in self._rows:
            self._layout.addWidget(row)
            row.show()
        self.setVisible(bool(self._rows))

    def _row(self, run: Run) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        icon = PlainLabel(wrap=False)
        icon.setPixmap(
            QgsApplication.getThemeIcon("/mIconWarning.svg").pixmap(QSize(ICON_PX, ICON_PX))
        )
        text = PlainLabel(self._offers.text(run))
        text.setToolTip(literal(run.job.out if run.job else ""))  # tells runs of a layer apart
        layout.addWidget(icon)
        layout.addWidget(text, 1)
        for button in self._offers.buttons(run):
            layout.addWidget(button)
        return row
