"""Extract by click: the action, what the map tool asks for as jobs, their results on the map."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis, QgsApplication, QgsCsException, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QMenu

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error, Event, Result
from ...core.hatch.jobs import ExtractJob
from ..extract.page import ExtractPage
from ..layers import outputs
from ..layers.project import place
from ..layers.provenance import Memory, describe
from ..paths import icon
from ..worker.process import Worker
from ..worker.task import JobTask
from . import layer as click_layer
from .click_area import Ground
from .map_tool import ExtractTool, GroundBand, Target

STATUS_MS = 8_000


@dataclass(frozen=True)
class Run:
    """One piece of ground under way."""

    ground: Ground
    job: ExtractJob
    band: GroundBand
    task: JobTask  # kept from the garbage collector


class ByClick(QObject):
    """``action`` is for toolbar and menu. Runs as the page Extract is set, any number in a row."""

    def __init__(
        self, iface: QgisInterface, worker: Worker, page: Callable[[], ExtractPage]
    ) -> None:
        """``page`` makes the page Extract where there is none yet."""
        super().__init__(iface.mainWindow())
        self._iface = iface
        self._worker = worker
        self._page = page
        self._canvas = iface.mapCanvas()
        self._project = QgsProject.instance()
        self._folder: Optional[Path] = None  # of results on their way to the layer
        self._numbers = itertools.count(1)
        self._runs: dict[str, Run] = {}
        self.tool = ExtractTool(self._canvas, Target(page, self._canvas))
        self.action = self._build_action()
        self.tool.setAction(self.action)
        self._connect()

    def leave(self) -> None:
        """Take everything back, after the worker has stopped; the layer stays."""
        self._cancel()
        self._project.cleared.disconnect(self._cancel)
        self._canvas.destinationCrsChanged.disconnect(self._show_again)
        self._worker.event_received.disconnect(self._on_event)
        if self._canvas.mapTool() == self.tool:
            self._iface.actionPan().trigger()  # else QGIS would be left without a tool
            self._iface.statusBarIface().clearMessage()
        self._canvas.unsetMapTool(self.tool)
        self.tool.leave()
        self.action.menu().deleteLater()
        self.action.deleteLater()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
        self.deleteLater()

    def _build_action(self) -> QAction:
        """A button, and in its menu what clicks mean."""
        window = self._iface.mainWindow()
        action = QAction(icon("click"), self.tr("Extract by click"), window)
        action.setObjectName("cmhclExtractByClick")
        action.setCheckable(True)
        action.triggered.connect(self._activate)
        menu = QMenu(window)
        self.modes = QActionGroup(menu)
        modes = ((self.tr("Click, or drag a rectangle"), False), (self.tr("Draw a polygon"), True))
        for text, polygon in modes:
            mode = QAction(text, self.modes)
            mode.setCheckable(True)
            mode.setChecked(not polygon)
            mode.setData(polygon)
            menu.addAction(mode)
        self.modes.triggered.connect(self._activate)
        action.setMenu(menu)
        return action

    def _connect(self) -> None:
        self.tool.activated.connect(self._tell_what_for)
        self.tool.asked.connect(self._start)
        self.tool.refused.connect(lambda text: self._tell(text, Qgis.MessageLevel.Warning))
        self.tool.escaped.connect(self._escape)
        self._worker.event_received.connect(self._on_event)
        self._project.cleared.connect(self._cancel)
        self._canvas.destinationCrsChanged.connect(self._show_again)

    def _activate(self) -> None:
        self._worker.start()  # warm by the first click
        self.tool.draws_polygon = self.modes.checkedAction().data()
        if self._canvas.mapTool() == self.tool:
            self._tell_what_for()
        self._canvas.setMapTool(self.tool)
        self.action.setChecked(True)  # like QGIS's own tools, another click leaves it on
        self._canvas.setFocus()  # for Escape

    def _tell_what_for(self) -> None:
        chosen = self._page().sar.layers.layers()
        how = (
            self.tr("click for each corner, right-click to end")
            if self.tool.draws_polygon
            else self.tr("click, or drag a rectangle")
        )
        if chosen:
            text = self.tr("Footprints from “{}”: {}. Esc cancels.")
            self._iface.statusBarIface().showMessage(text.format(chosen[0].name(), how))

    # Run, follow, end

    def _start(self, ground: Ground) -> None:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="cmhcl_"))
        out = self._folder / f"{next(self._numbers)}.gpkg"
        try:
            # One tile is too little to adapt to, and a click does not wait for it.
            job = replace(self._page().job(out, ground.job_area()), adapt=False)
        except InputError as error:
            self._tell(str(error), Qgis.MessageLevel.Warning)
            return
        id = self._worker.run(job)
        task = JobTask(self.tr("Footprints by click"), self._worker, id)
        QgsApplication.taskManager().addTask(task)
        band = GroundBand(self._canvas)
        band.setLineStyle(Qt.PenStyle.DashLine)
        band.show_ground(ground)
        self._runs[id] = Run(ground, job, band, task)
        self.tool.set_busy(True)

    def _on_event(self, id: str, event: Event) -> None:
        if id not in self._runs or not isinstance(event, (Result, Error)):
            return
        run = self._forget(id)
        if isinstance(event, Result):
            self._show(run, event.values)
        elif event.kind != "cancelled":
            self._tell(" ".join((event.message, event.hint)).strip(), Qgis.MessageLevel.Critical)

    def _show(self, run: Run, values: dict[str, Any]) -> None:
        """Bring a result into the layer, which the first one makes."""
        nothing = self.tr("No building was found here.")
        if not values["footprints"]:
            self._tell_status(nothing)
            return
        found = QgsVectorLayer(f"{run.job.out}|layername=footprints", "", "ogr")
        place(found, run.ground.crs)
        try:
            layer = click_layer.find(self._project)
            if layer is None:
                layer = self._create(run, found, values)
            self._iface.setActiveLayer(layer)  # whose edits Ctrl+Z takes back
            title = self.tr("Footprints by click")
            merged = click_layer.add(layer, found, run.ground, title)
        except InputError as error:
            self._tell(str(error), Qgis.MessageLevel.Critical)
        except QgsCsException:
            text = self.tr("The footprints cannot be brought into the layer of earlier clicks.")
            self._tell(text, Qgis.MessageLevel.Critical)
        else:
            text = self.tr("{:,} added, {:,} replaced, in {:.1f} s. Ctrl+Z takes them back.")
            text = text.format(len(merged.added), len(merged.removed), values["seconds"])
            self._tell_status(text if merged.added else nothing)

    def _create(self, run: Run, found: QgsVectorLayer, values: dict[str, Any]) -> QgsVectorLayer:
        stem = self.tr("by_click_{}").format(Path(run.job.sar[0]).stem)
        folder = self._page().output_folder() or Path(tempfile.mkdtemp(prefix="cmhcl_"))
        layer = click_layer.create(
            outputs.fresh(folder, stem),
            found,
            run.ground.crs,
            self.tr("Footprints by click"),
            self._project,
        )
        # Not remembered: it is one of many extractions, none of which can be run again for all.
        describe(layer, Memory.of(run.job, values))
        return layer

    # Cancel

    def _escape(self) -> None:
        if self._runs:
            self._cancel()
            self._tell_status(self.tr("Cancelled."))

    def _cancel(self) -> None:
        """Drop what runs and waits; its results will not be seen."""
        for id in list(self._runs):
            self._forget(id)
            self._worker.cancel(id)

    def _forget(self, id: str) -> Run:
        run = self._runs.pop(id)
        run.band.take_away()
        self.tool.set_busy(bool(self._runs))
        return run

    def _show_again(self) -> None:
        """The map has another coordinate system."""
        for run in self._runs.values():
            run.band.show_ground(run.ground)

    # Messages

    def _tell(self, text: str, level: Qgis.MessageLevel) -> None:
        self._iface.messageBar().pushMessage("CMH-CL", text, level)

    def _tell_status(self, text: str) -> None:
        self._iface.statusBarIface().showMessage(text, STATUS_MS)
