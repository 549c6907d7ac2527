"""Extract by click: connects the button, the map tool, the worker's answers and the layer."""

from __future__ import annotations

from typing import Optional

from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..durations import progress_text
from ..extract.settings import ExtractSettings
from ..models.model_choice import missing_text
from ..online.fetch import PictureFetch
from ..widgets.message_bar import show_in_bar
from ..worker.process import WorkerProcess
from . import layer as click_layer
from .action import ClickAction
from .building_clicks import BuildingClicks
from .extraction import ClickExtraction
from .key_hint import KeyHint
from .labelled_area import ask_for_edited, show_labelled_area
from .labels_action import LabelsAction
from .map_tool import ClickTool
from .results import ClickResults
from .target import ClickTarget

NOTICE_MS = 8_000


class ExtractByClick(QObject):
    """``action`` is for toolbar and menu; extractions use ``settings``.

    ``labels_requested`` carries the layer of clicks, to be used as labels, and its labelled area.
    """

    labels_requested = pyqtSignal(object, object)

    def __init__(
        self, iface: QgisInterface, worker: WorkerProcess, settings: ExtractSettings
    ) -> None:
        super().__init__(iface.mainWindow())
        self._iface = iface
        self._worker = worker
        self._settings = settings
        self._canvas = iface.mapCanvas()
        self._project = QgsProject.instance()
        self._warning: Optional[QgsMessageBarItem] = None  # about the latest click
        self._notice = ""  # what has just been done
        self._notice_end = QTimer(self)
        self._notice_end.setSingleShot(True)
        target = ClickTarget(settings, self._canvas)
        self.extraction = ClickExtraction(worker, settings, self._canvas, self._fetch(), self)
        self.buildings = BuildingClicks(worker, target, self._canvas, self._fetch(), self)
        self.tool = ClickTool(self._canvas, target, self.buildings)
        self.results = ClickResults(iface, settings, self)
        self.action = ClickAction(iface.mainWindow())
        self.labels_action = LabelsAction(iface)
        self.hint = KeyHint(self._canvas)
        self.tool.setAction(self.action)
        self._connect()

    def _fetch(self) -> PictureFetch:
        fetch = PictureFetch(self._settings.pictures, self._iface.mainWindow(), self)
        fetch.progressed.connect(lambda event: self._on_status_text(progress_text(event)))
        return fetch

    def _connect(self) -> None:
        self._project.layersAdded.connect(ask_for_edited)
        ask_for_edited(self._project.mapLayers().values())
        self.action.chosen.connect(self._activate)
        self.action.labels_chosen.connect(self.use_as_labels)
        self.labels_action.triggered.connect(lambda: self.use_as_labels(self._iface.activeLayer()))
        self.tool.activated.connect(self._show_help)
        self.tool.deactivated.connect(lambda: self.hint.show_text(""))
        self.tool.clicked.connect(self._close_warning)  # before anything is refused again
        self._notice_end.timeout.connect(self._forget_notice)
        self.tool.requested.connect(self.extraction.start)
        self.tool.escaped.connect(self._on_escape)
        for part in (self.tool, self.buildings, self.extraction):
            part.refused.connect(self._warn)
        self.buildings.status_text.connect(self._on_status_text)
        self.buildings.accepted.connect(self.results.add_building)
        self.extraction.finished.connect(self.results.add_area)
        self.results.status_text.connect(self._tell)
        for part in (self.buildings, self.extraction, self.results):
            part.failed.connect(lambda text: self._show(text, Qgis.MessageLevel.Critical))
        for part in (self.buildings, self.extraction):
            part.changed.connect(self._show_state)
            self._project.cleared.connect(part.cancel_all)

    def unload(self) -> None:
        """Remove all that this added to QGIS, after the worker has stopped; the layer stays."""
        self._notice_end.stop()
        self._project.layersAdded.disconnect(ask_for_edited)
        for part in (self.buildings, self.extraction):
            self._project.cleared.disconnect(part.cancel_all)
            part.unload()
        if self._canvas.mapTool() == self.tool:
            self._iface.actionPan().trigger()  # or QGIS would have no map tool
            self._iface.statusBarIface().clearMessage()
        self._canvas.unsetMapTool(self.tool)
        self.tool.unload()
        self.hint.unload()
        self.labels_action.unload()
        self.action.unload()
        self.deleteLater()

    def use_as_labels(self, layer: Optional[QgsVectorLayer] = None) -> None:
        """Request the page Fine-tune for a layer of clicks and the area around its footprints.

        None: the one that clicks are added to.
        """
        self.buildings.accept()
        layer = layer or click_layer.find(self._project)
        area = show_labelled_area(layer, self._project) if layer else None
        if area:
            self.labels_requested.emit(layer, area)
        else:
            self._warn(self.tr("There are no footprints by click; click some buildings first."))

    def _activate(self) -> None:
        self._worker.start()  # ready by the first click
        self._settings.scene.suggest(self._iface.activeLayer())
        self.tool.draws_polygon = self.action.draws_polygon
        if self._canvas.mapTool() == self.tool:
            self._show_help()
        self._canvas.setMapTool(self.tool)
        self.action.setChecked(True)  # like QGIS's own tools, another click keeps it on
        self._canvas.setFocus()  # for Escape
        missing = self._settings.take_missing_model()
        if missing:
            self._warn(missing_text(missing))

    def _on_escape(self) -> None:
        if self.extraction.is_running:
            self.extraction.cancel_all()
            self._tell(self.tr("Cancelled."))

    # What is shown

    def _show_help(self) -> None:
        """What the tool does while nothing is under way."""
        self._show_state()
        chosen = self._settings.scene.sar_layers()
        if chosen:
            text = self.tr("Footprints from “{}”").format(chosen[0].name())
            self._iface.statusBarIface().showMessage(text)
        else:
            self._iface.statusBarIface().clearMessage()

    def _keys(self) -> str:
        if self.tool.draws_polygon:
            keys = self.tr(
                "Click each corner · right-click: extract all buildings in it · "
                "Ctrl+Z: remove a corner · Esc: discard"
            )
        elif self.buildings.found_nothing:
            return self.tr(
                "Nothing found · click another place, or Shift+click more of the building"
            )
        elif self.buildings.session:
            keys = self.tr(
                "Shift+click: add a part · right-click: remove a part · Enter or next building: "
                "accept · Ctrl+Z: take back a click · Esc: discard"
            )
            return f"{self.buildings.state} · {keys}"
        else:
            keys = self.tr("Click a building · drag a rectangle around several")
        return f"{self._notice} · {keys}" if self._notice else keys

    def _on_status_text(self, text: str) -> None:
        if text:
            self._iface.statusBarIface().showMessage(text)
        else:
            self._show_help()

    def _show_state(self) -> None:
        self.hint.show_text(self._keys() if self.tool.isActive() else "")
        self.tool.set_busy(self.buildings.awaits_answer or self.extraction.is_running)

    def _warn(self, text: str) -> None:
        self._close_warning()
        before = self._iface.messageBar().currentItem()
        self._show(text, Qgis.MessageLevel.Warning)
        now = self._iface.messageBar().currentItem()
        self._warning = now if now != before else None

    def _close_warning(self) -> None:
        warning, self._warning = self._warning, None
        if warning is not None and not sip.isdeleted(warning):
            self._iface.messageBar().popWidget(warning)

    def _show(self, text: str, level: Qgis.MessageLevel) -> None:
        show_in_bar(self._iface.messageBar(), text, level)

    def _tell(self, notice: str) -> None:
        """Show for some seconds what has been done."""
        self._iface.statusBarIface().showMessage(notice, NOTICE_MS)
        self._notice = notice
        self._notice_end.start(NOTICE_MS)
        self._show_state()

    def _forget_notice(self) -> None:
        self._notice = ""
        self._show_state()
