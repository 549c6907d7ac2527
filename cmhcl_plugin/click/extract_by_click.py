"""Extract by click: connects the button, the map tool, the extractions and their layer."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qgis.core import Qgis, QgsCsException, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject

from ...core.hatch.errors import InputError
from ...core.hatch.results import ExtractResult
from ..extract.settings import ExtractSettings
from ..layers import output_paths
from ..layers.provenance import Provenance, write_metadata
from ..layers.results import footprints_layer, set_missing_crs
from ..widgets.plain_text import literal
from ..worker.process import WorkerProcess
from . import layer as click_layer
from .action import ClickAction
from .click_area import ClickArea
from .extraction import ClickExtraction, ClickRun
from .map_tool import ClickTool
from .target import ClickTarget

STATUS_MS = 8_000


class ExtractByClick(QObject):
    """``action`` is for toolbar and menu; extractions use ``settings``."""

    def __init__(
        self, iface: QgisInterface, worker: WorkerProcess, settings: ExtractSettings
    ) -> None:
        super().__init__(iface.mainWindow())
        self._iface = iface
        self._worker = worker
        self._settings = settings
        self._canvas = iface.mapCanvas()
        self._project = QgsProject.instance()
        self.extraction = ClickExtraction(worker, settings, self._canvas, self)
        self.tool = ClickTool(self._canvas, ClickTarget(settings, self._canvas))
        self.action = ClickAction(iface.mainWindow())
        self.tool.setAction(self.action)
        self._connect()

    def _connect(self) -> None:
        self.action.chosen.connect(self._activate)
        self.tool.activated.connect(self._show_help)
        self.tool.requested.connect(self._start)
        self.tool.refused.connect(self._warn)
        self.tool.escaped.connect(self._on_escape)
        self.extraction.changed.connect(lambda: self.tool.set_busy(bool(self.extraction.runs)))
        self.extraction.finished.connect(self._add_to_layer)
        self.extraction.failed.connect(lambda text: self._show(text, Qgis.MessageLevel.Critical))
        self._project.cleared.connect(self.extraction.cancel_all)

    def unload(self) -> None:
        """Remove all that this added to QGIS, after the worker has stopped; the layer stays."""
        self._project.cleared.disconnect(self.extraction.cancel_all)
        self.extraction.unload()
        if self._canvas.mapTool() == self.tool:
            self._iface.actionPan().trigger()  # or QGIS would have no map tool
            self._iface.statusBarIface().clearMessage()
        self._canvas.unsetMapTool(self.tool)
        self.tool.unload()
        self.action.unload()
        self.deleteLater()

    def _activate(self) -> None:
        self._worker.start()  # ready by the first click
        self._settings.scene.suggest(self._iface.activeLayer())
        self.tool.draws_polygon = self.action.draws_polygon
        if self._canvas.mapTool() == self.tool:
            self._show_help()
        self._canvas.setMapTool(self.tool)
        self.action.setChecked(True)  # like QGIS's own tools, another click keeps it on
        self._canvas.setFocus()  # for Escape

    def _show_help(self) -> None:
        chosen = self._settings.scene.sar_layers()
        how = (
            self.tr("click for each corner, right-click to end")
            if self.tool.draws_polygon
            else self.tr("click, or drag a rectangle")
        )
        if chosen:
            text = self.tr("Footprints from “{}”: {}. Esc cancels.")
            self._iface.statusBarIface().showMessage(text.format(chosen[0].name(), how))

    def _start(self, area: ClickArea) -> None:
        try:
            self.extraction.start(area)
        except InputError as error:
            self._warn(str(error))

    def _on_escape(self) -> None:
        if self.extraction.runs:
            self.extraction.cancel_all()
            self._show_status(self.tr("Cancelled."))

    # Results

    def _add_to_layer(self, run: ClickRun, result: ExtractResult) -> None:
        """Merge a result into the layer, which is created if there is none."""
        nothing = self.tr("No building was found here.")
        if not result.footprints:
            self._show_status(nothing)
            return
        found = footprints_layer(result.out)
        set_missing_crs(found, run.area.crs)
        try:
            layer = click_layer.find(self._project) or self._create(run, found, result)
            self._iface.setActiveLayer(layer)  # so that Ctrl+Z undoes its edits
            title = self.tr("Footprints by click")
            merged = click_layer.add(layer, found, run.area, title)
        except InputError as error:
            self._show(str(error), Qgis.MessageLevel.Critical)
        except QgsCsException:
            text = self.tr(
                "The footprints cannot be transformed to the coordinate system of the layer "
                "“{}”; remove that layer and click again."
            )
            self._show(text.format(layer.name()), Qgis.MessageLevel.Critical)
        else:
            text = self.tr("{:,} added, {:,} replaced, in {:.1f} s. Ctrl+Z undoes this.")
            text = text.format(len(merged.added), len(merged.removed), result.seconds)
            self._show_status(text if merged.added else nothing)

    def _create(
        self, run: ClickRun, found: QgsVectorLayer, result: ExtractResult
    ) -> QgsVectorLayer:
        stem = self.tr("by_click_{}").format(Path(run.job.scene.sar[0]).stem)
        folder = self._settings.output_folder or Path(tempfile.mkdtemp(prefix="cmhcl_"))
        layer = click_layer.create(
            output_paths.unused_path(folder, stem),
            found,
            run.area.crs,
            self.tr("Footprints by click"),
            self._project,
        )
        # In the metadata only: none of the many extractions can be run again for all.
        write_metadata(layer, Provenance.from_result(run.job, result))
        return layer

    # Messages

    def _warn(self, text: str) -> None:
        self._show(text, Qgis.MessageLevel.Warning)

    def _show(self, text: str, level: Qgis.MessageLevel) -> None:
        self._iface.messageBar().pushMessage("CMH-CL", literal(text), level)

    def _show_status(self, text: str) -> None:
        self._iface.statusBarIface().showMessage(text, STATUS_MS)
