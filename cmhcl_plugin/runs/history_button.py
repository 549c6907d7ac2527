"""A button with the menu of past extractions."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from ..numbers import fill_in
from ..widgets.plain_text import literal
from .history import History, PastRun

SHOWN = 15
LONGEST = 40  # characters of a name

translate = QCoreApplication.translate


class HistoryButton(QToolButton):
    """``chosen`` carries the Provenance of a run that the user wants to repeat."""

    chosen = pyqtSignal(object)

    def __init__(self, history: History) -> None:
        super().__init__()
        self._history = history
        self.setIcon(QgsApplication.getThemeIcon("/mIconHistory.svg"))
        self.setToolTip(
            translate("History", "Earlier runs: fills in the fields with the settings of one")
        )
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def _fill(self) -> None:
        """List the latest runs."""
        menu = self.menu()
        menu.clear()
        runs = self._history.runs()[:SHOWN]
        for run in runs:
            action = menu.addAction(_title(run).replace("&", "&&"))
            action.setToolTip(literal(_place(run)))
            action.triggered.connect(partial(self._choose, run))
        if runs:
            menu.addSeparator()
            menu.addAction(translate("History", "Clear this list")).triggered.connect(
                lambda: self._history.clear()
            )
        else:
            menu.addAction(translate("History", "No runs yet")).setEnabled(False)

    def _choose(self, run: PastRun, _: bool = False) -> None:
        self.chosen.emit(run.provenance)


def _title(run: PastRun) -> str:
    """Time, layer, model and number of footprints; the date too, unless it is today."""
    provenance = run.provenance
    when = provenance.date.replace(f"{date.today():%Y-%m-%d} ", "")
    text = translate("History", "{} · {} · {} · {:,} footprints")
    names = (_short(Path(provenance.job.scene.sar[0]).stem), _short(provenance.model))
    return fill_in(text, when, *names, run.footprints)


def _place(run: PastRun) -> str:
    """The rasters of a run."""
    scene = run.provenance.job.scene
    return ", ".join(filter(None, (*scene.sar, run.provenance.online or scene.optical)))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
