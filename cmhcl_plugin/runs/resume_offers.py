"""Offers to resume interrupted runs, in QGIS's message bar and in the panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, QSize, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...core.hatch.jobs import ExtractJob
from ..widgets.message_bar import bar_item
from ..widgets.plain_text import PlainLabel
from .run import Run

ICON_PX = 16

translate = QCoreApplication.translate


class ResumeOffers(QObject):
    """Offers each run with Resume and Discard; ignored ones are offered again at the next start.

    The message bar shows only the latest message, which may be one of QGIS's own: the same offers
    are made in the panel by ``ResumeRows``. ``resume`` resumes a run, or returns False if it
    cannot.
    """

    changed = pyqtSignal()

    def __init__(self, bar: QgsMessageBar, resume: Callable[[Run], bool]) -> None:
        super().__init__()
        self._bar = bar
        self._resume = resume
        self._offered: list[tuple[Run, QgsMessageBarItem]] = []

    @property
    def runs(self) -> list[Run]:
        """The runs on offer."""
        return [run for run, _ in self._offered]

    def offer(self, found: Sequence[Run]) -> None:
        """Offer these runs too."""
        for run in found:
            item = bar_item(self._bar, self.text(run))
            for button in self.buttons(run):
                item.layout().addWidget(button)
            self._offered.append((run, item))
            self._bar.pushWidget(item, Qgis.MessageLevel.Warning)
        self.changed.emit()

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
        for run in self.runs:
            self._close(run)
            run.release()

    def _on_resume(self, run: Run) -> None:
        if self._resume(run):
            self._close(run)

    def _on_discard(self, run: Run) -> None:
        self._close(run)
        run.delete()

    def _close(self, run: Run) -> None:
        for offered, item in list(self._offered):
            if offered is run:
                self._offered.remove((offered, item))
                if not sip.isdeleted(item):
                    self._bar.popWidget(item)
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
        layout.addWidget(icon)
        layout.addWidget(text, 1)
        for button in self._offers.buttons(run):
            layout.addWidget(button)
        return row
