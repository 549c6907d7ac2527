"""A button with the menu of past extractions and of files of settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import ExtractJob
from ..core_translations import error_text
from ..numbers import fill_in
from ..widgets.plain_text import literal
from .history import History, PastRun
from .settings_file import ENDING, read_settings, write_settings

SHOWN = 15
LONGEST = 40  # characters of a name

translate = QCoreApplication.translate


class HistoryButton(QToolButton):
    """``job`` gives the extraction whose settings can be saved; it may raise InputError.

    ``chosen`` carries the Provenance of a run that the user wants to repeat, ``saved`` and
    ``problem`` a sentence for the user.
    """

    chosen = pyqtSignal(object)
    saved = pyqtSignal(str)
    problem = pyqtSignal(str)

    def __init__(self, history: History, job: Callable[[], ExtractJob]) -> None:
        super().__init__()
        self._history = history
        self._job = job
        self.setIcon(QgsApplication.getThemeIcon("/mIconHistory.svg"))
        self.setToolTip(
            translate("History", "Earlier runs and saved settings, to fill in the fields")
        )
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def _fill(self) -> None:
        """List the latest runs, then what else can be done."""
        menu = self.menu()
        menu.clear()
        runs = self._history.runs()[:SHOWN]
        for run in runs:
            action = menu.addAction(_title(run).replace("&", "&&"))
            action.setToolTip(literal(_place(run)))
            action.triggered.connect(partial(self._choose, run))
        if not runs:
            menu.addAction(translate("History", "No runs yet")).setEnabled(False)
        menu.addSeparator()
        save = menu.addAction(translate("History", "Save settings…"))
        save.triggered.connect(lambda: self._save())
        open_ = menu.addAction(translate("History", "Open settings…"))
        open_.triggered.connect(lambda: self._open())
        if runs:
            menu.addSeparator()
            clear = menu.addAction(translate("History", "Clear this list"))
            clear.triggered.connect(lambda: self._history.clear())

    def _choose(self, run: PastRun, _: bool = False) -> None:
        self.chosen.emit(run.provenance)

    def _save(self) -> None:
        """Ask for a file and write the present settings into it."""
        try:
            job = self._job()
            folder, stem = Path(job.out).parent, Path(job.out).stem
            path = _ask_for_file(self.window(), folder / f"{stem}{ENDING}")
            if path:
                write_settings(job, path)
                self.saved.emit(translate("History", "The settings were saved: {}").format(path))
        except InputError as error:
            self.problem.emit(error_text(error))

    def _open(self) -> None:
        """Ask for a file and give the settings in it."""
        title = translate("History", "Open settings")
        path, _ = QFileDialog.getOpenFileName(self.window(), title, "", _filter())
        if path:
            try:
                self.chosen.emit(read_settings(Path(path)))
            except InputError as error:
                self.problem.emit(error_text(error))


def _ask_for_file(parent: QWidget, suggested: Path) -> Optional[Path]:
    """Ask for a file to write, also whether one may be replaced; None if the user cancels."""
    dialog = QFileDialog(
        parent, translate("History", "Save settings"), str(suggested.parent), _filter()
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ENDING)  # before it asks about an existing file
    dialog.selectFile(suggested.name)
    agreed = dialog.exec()
    dialog.deleteLater()
    if not agreed:
        return None
    (text,) = dialog.selectedFiles()
    return Path(text if text.lower().endswith(".json") else f"{text}{ENDING}")


def _filter() -> str:
    return translate("History", "Settings (*{})").format(ENDING)


def _title(run: PastRun) -> str:
    """Time, layer, model and number of footprints; the date too, unless it is today."""
    provenance = run.provenance
    when = provenance.date.replace(f"{date.today():%Y-%m-%d} ", "")
    one = translate("History", "{} · {} · {} · {:,} footprint")
    many = translate("History", "{} · {} · {} · {:,} footprints")
    text = one if run.footprints == 1 else many
    names = (_short(Path(provenance.job.scene.sar[0]).stem), _short(provenance.model))
    return fill_in(text, when, *names, run.footprints)


def _place(run: PastRun) -> str:
    """The rasters of a run."""
    scene = run.provenance.job.scene
    return ", ".join(filter(None, (*scene.sar, run.provenance.online or scene.optical)))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
