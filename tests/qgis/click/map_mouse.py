"""A mouse over the map of the plugin, for the tests of extract by click."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import scenes
from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

GROUP = "Footprints by click"
SIZE = 500  # pixels of the scene, and of the map
CENTRE = QgsPointXY(scenes.ORIGIN[0] + 125, scenes.ORIGIN[1] - 125)
TIMEOUT_MS = 60_000
NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT, RIGHT, NONE = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton)


class Mouse:
    """Moves and clicks the mouse over the map, and looks at what comes of it."""

    def __init__(self, plugin: Any, iface: Any, canvas: Any, qtbot: Any, folder: Path) -> None:
        self.plugin = plugin
        self.by_click = plugin.extract_by_click
        self.iface = iface
        self.qtbot = qtbot
        self.folder = folder
        self.canvas = canvas
        self.settings = plugin.extract_settings
        self.handles: list[Any] = []
        self.working: list[Any] = []  # handles whose job has made progress
        self._submit = plugin.worker.submit
        plugin.worker.submit = self._record

    def _record(self, job: Any) -> Any:
        handle = self._submit(job)
        self.handles.append(handle)
        handle.progress.connect(lambda _: self.working.append(handle))
        return handle

    @property
    def jobs(self) -> list[Any]:
        return [handle.job for handle in self.handles]

    def scene(self, manner: str = "plain") -> Any:
        """A SAR layer on which the fake worker behaves in this manner, filling the map."""
        scenes.write_footprints(self.folder / f"{manner}.gpkg")
        path = self.folder / f"{manner}.tif"
        layer = scenes.add_raster(scenes.write_raster(path, scenes.speckle(1, SIZE)))
        self.look_at(layer)
        return layer

    def look_at(self, layer: Any) -> None:
        self.iface.setActiveLayer(layer)
        self.canvas.setDestinationCrs(layer.crs())
        self.canvas.setExtent(layer.extent())

    # The mouse: positions are pixels of the map, or points in its coordinates

    def at(self, place: QgsPointXY | QPoint) -> QPoint:
        if isinstance(place, QPoint):
            return place
        pixel = self.canvas.getCoordinateTransform().transform(place)
        return QPoint(round(pixel.x()), round(pixel.y()))

    def send(
        self, kind: str, place: Any, button: Any = NONE, held: Any = NONE, keys: Any = NO_KEY
    ) -> None:
        where = QPointF(self.at(place))
        viewport = self.canvas.viewport()
        event = QMouseEvent(
            getattr(QEvent.Type, kind),
            where,
            QPointF(viewport.mapToGlobal(where.toPoint())),
            button,
            held,
            keys,
        )
        QApplication.sendEvent(viewport, event)

    def move(self, place: Any, held: Any = NONE) -> None:
        self.send("MouseMove", place, NONE, held)

    def click(self, place: Any = CENTRE, button: Any = LEFT, keys: Any = NO_KEY) -> None:
        self.send("MouseButtonPress", place, button, button, keys)
        self.send("MouseButtonRelease", place, button, NONE, keys)

    def click_building(self, place: Any = CENTRE, *, accept: bool = True) -> None:
        """Click a building and wait for its footprint."""
        self.click(place)
        self.wait_for_answer()
        if accept:
            self.key(Qt.Key.Key_Return)

    def take_tool(self) -> None:
        """Press the button."""
        self.by_click.action.trigger()

    def double_click(self, place: Any) -> None:
        self.click(place)
        self.send("MouseButtonDblClick", place, LEFT, LEFT)
        self.send("MouseButtonRelease", place, LEFT)

    def drag_whole(self) -> None:
        """A rectangle over the whole map."""
        self.drag(QPoint(2, 2), QPoint(SIZE - 2, SIZE - 2))

    def drag(self, first: Any, second: Any, *, release: bool = True) -> None:
        self.send("MouseButtonPress", first, LEFT, LEFT)
        self.move(second, LEFT)
        if release:
            self.send("MouseButtonRelease", second, LEFT)

    def key(self, key: Any, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.canvas, key, modifier)

    def polygon_mode(self) -> None:
        self.by_click.action.modes.actions()[1].trigger()

    # What comes of it

    @property
    def runs(self) -> list[Any]:
        """The extractions under way."""
        return self.by_click.extraction.runs

    @property
    def buildings(self) -> Any:
        return self.by_click.buildings

    @property
    def session(self) -> Any:
        """The building under way, None: there is none."""
        return self.buildings.session

    @property
    def drawn(self) -> QgsGeometry:
        """What is being drawn, empty when nothing."""
        return self.by_click.tool.drawing.band.asGeometry()

    @property
    def preview(self) -> QgsGeometry:
        """The footprint under way, empty when there is none."""
        return self.buildings.band.outline.asGeometry()

    @property
    def hovered(self) -> QgsGeometry:
        """What a click would give, empty when that is not shown."""
        return self.buildings.band.hover.asGeometry()

    @property
    def footprints(self) -> list[QgsGeometry]:
        """The shapes in the layer."""
        return [feature.geometry() for feature in self.layer.getFeatures()]

    @property
    def layer(self) -> QgsVectorLayer | None:
        layers = QgsProject.instance().mapLayers().values()
        return next((x for x in layers if x.customProperty("cmhcl/by_click")), None)

    @property
    def status(self) -> str:
        return self.iface.statusBarIface().showMessage.call_args[0][0]

    @property
    def hint(self) -> str:
        """What the map says about the keys, as one line."""
        hint = self.by_click.hint
        return hint.text().replace("\n", " · ") if hint.isVisible() else ""

    def messages(self, level: Any) -> list[str]:
        return self.iface.messageBar().get_messages(level)

    def requested(self, number: int = -1) -> QgsGeometry:
        """The area of a job in its own coordinate system."""
        return QgsGeometry.fromWkt(self.jobs[number].scene.area.wkt)

    @property
    def map_items(self) -> int:
        """Number of rubber bands and the like."""
        return len(self.canvas.scene().items())

    def wait_for_answer(self) -> None:
        """Until no building waits for the worker."""
        self.qtbot.waitUntil(lambda: not self.buildings.awaits_answer, timeout=TIMEOUT_MS)

    def wait_for_hover(self) -> None:
        """Until it is shown what a click would give."""
        self.qtbot.waitUntil(lambda: not self.hovered.isEmpty(), timeout=TIMEOUT_MS)

    def wait(self) -> None:
        """Until no extraction is under way."""
        self.qtbot.waitUntil(lambda: not self.runs, timeout=TIMEOUT_MS)

    def wait_until_working(self) -> None:
        """Until the worker has begun a job that reports progress."""
        self.qtbot.waitUntil(lambda: bool(self.working), timeout=TIMEOUT_MS)

    def wait_for_worker(self) -> None:
        """Until every job has ended, those that were cancelled included."""
        self.qtbot.waitUntil(
            lambda: not any(handle.is_running for handle in self.handles), timeout=TIMEOUT_MS
        )


def bounds(geometry: QgsGeometry, digits: int = 0) -> tuple[float, ...]:
    box = geometry.boundingBox()
    edges = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    return tuple(round(edge, digits) for edge in edges)
