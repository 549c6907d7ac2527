"""The map tool: clicks on buildings, and rectangles or polygons around several."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import QgsCsException, QgsGeometry
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QCursor, QKeyEvent, QKeySequence

from ...core.hatch.errors import InputError
from ..core_translations import error_text
from .building_clicks import BuildingClicks, Kind, not_transformed
from .drawing import Drawing
from .target import ClickTarget

REMOVE_KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
END_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ClickTool(QgsMapTool):
    """Click a building, or drag a rectangle; with ``draws_polygon``, click for each corner.

    A right click, a double click or Enter ends a polygon. Backspace, Delete or Ctrl+Z removes the
    last corner or point; Escape discards what is under way. ``requested`` carries a ClickArea,
    ``refused`` a sentence for the user; ``clicked`` is emitted before anything is done about a
    click, ``escaped`` on Escape while nothing is under way.
    """

    requested = pyqtSignal(object)
    refused = pyqtSignal(str)
    clicked = pyqtSignal()
    escaped = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, target: ClickTarget, buildings: BuildingClicks
    ) -> None:
        super().__init__(canvas)
        self._target = target
        self._buildings = buildings
        self._draws_polygon = False
        self.drawing = Drawing(canvas)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Show with the cursor whether the worker is asked for something."""
        shape = Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.CrossCursor
        self.setCursor(QCursor(shape))

    def unload(self) -> None:
        """Delete the tool, after another one was chosen."""
        self.drawing.band.remove()
        self.deleteLater()

    @property
    def draws_polygon(self) -> bool:
        """Whether clicks are the corners of a polygon."""
        return self._draws_polygon

    @draws_polygon.setter
    def draws_polygon(self, polygon: bool) -> None:
        self._draws_polygon = polygon
        self._leave()

    def activate(self) -> None:
        """Called by QGIS when this tool is chosen."""
        super().activate()
        self.canvas().installEventFilter(self)

    def deactivate(self) -> None:
        """Called by QGIS when another tool is chosen."""
        self.canvas().removeEventFilter(self)
        self._leave()
        super().deactivate()

    # Mouse, as QGIS calls it

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self.drawing.press(event.pixelPoint())

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if self._draws_polygon:
            self.drawing.show_polygon(event.mapPoint())
        elif self.drawing.is_pressed:
            self.drawing.drag(event.pixelPoint())
            if self.drawing.is_dragging:
                self._buildings.hover.clear()
        else:
            self._buildings.move(event.mapPoint())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        self.clicked.emit()
        if event.button() == Qt.MouseButton.RightButton:
            if self._draws_polygon:
                self._finish_polygon()
            else:
                self._buildings.click(event.mapPoint(), Kind.OUTSIDE)
        elif event.button() == Qt.MouseButton.LeftButton and self.drawing.is_pressed:
            self._release_left(event)  # not after a double click, whose second press is another

    def _release_left(self, event: QgsMapMouseEvent) -> None:
        rectangle = self.drawing.release(event.pixelPoint())
        if self._draws_polygon:
            self.drawing.add_corner(event.mapPoint())
        elif rectangle:
            self._buildings.accept()
            self._request(rectangle)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._buildings.click(event.mapPoint(), Kind.OUTSIDE)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._buildings.click(event.mapPoint(), Kind.INSIDE)
        else:
            self._buildings.click(event.mapPoint(), Kind.BUILDING)

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, ARG002
        if self._draws_polygon:
            self._finish_polygon()

    # Keys

    def eventFilter(self, canvas: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Take the tool's keys before the canvas does.

        QGIS deletes the selected features on Backspace and Delete, undoes edits on Ctrl+Z, and
        gives a tool no keys while a mouse button is down.
        """
        if event.type() == QEvent.Type.ShortcutOverride and self._action_of(event):
            event.accept()  # the key is then pressed instead of triggering a shortcut
            return True
        action = self._action_of(event) if event.type() == QEvent.Type.KeyPress else None
        if action:
            action()
        return action is not None

    def _action_of(self, event: QKeyEvent) -> Optional[Callable[[], None]]:
        """What a key does now, None if it is not a key of this tool."""
        if event.key() == Qt.Key.Key_Escape:
            return self._escape
        draws = self._draws_polygon or self.drawing.is_dragging
        corners, building = bool(self.drawing.corners), self._buildings.is_under_way
        if event.key() in REMOVE_KEYS and (draws or building):
            return self._take_back  # also without corners: one Backspace too many is harmless
        if event.matches(QKeySequence.StandardKey.Undo) and (corners or building):
            return self._take_back
        if event.key() in END_KEYS and corners:
            return self._finish_polygon
        if event.key() in END_KEYS and building:
            return self._buildings.accept
        return None

    def _escape(self) -> None:
        if self.drawing.is_under_way:
            self.drawing.discard()
        elif self._buildings.is_under_way:
            self._buildings.drop()
        else:
            self.escaped.emit()

    def _take_back(self) -> None:
        if self._draws_polygon or self.drawing.is_dragging:
            self.drawing.remove_corner(self.toMapCoordinates(self.canvas().mouseLastXY()))
        else:
            self._buildings.take_back()

    def _leave(self) -> None:
        """Accept the building under way and discard what is being drawn."""
        self.drawing.discard()
        self._buildings.accept()
        self._buildings.hover.clear()

    # Areas

    def _finish_polygon(self) -> None:
        polygon = self.drawing.finish_polygon()
        if polygon:
            self._request(polygon)

    def _request(self, polygon: QgsGeometry) -> None:
        try:
            area = self._target.polygon(polygon)
        except InputError as error:
            self.refused.emit(error_text(error))
        except QgsCsException:
            self.refused.emit(not_transformed())
        else:
            self.requested.emit(area)
