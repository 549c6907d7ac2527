"""Clicks on buildings: each starts one, adds a point to it, or accepts it and starts the next."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import Optional

from qgis.core import QgsCsException, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ...core.hatch.errors import InputError
from ...core.hatch.events import Error
from ...core.hatch.jobs import BuildingJob
from ...core.hatch.results import BuildingResult
from ..core_translations import error_text
from ..numbers import fill_in
from ..online.fetch import PictureFetch
from ..worker.process import WorkerProcess
from .answers import BuildingAnswers
from .building_band import BuildingBand
from .hover import BuildingHover
from .session import BuildingSession, Point
from .target import ClickTarget

NEAR_PX = 4  # of the map: a click this close to the footprint is about the same building


class Kind(Enum):
    """What a click says about the place."""

    BUILDING = "building"  # of the footprint under way if it is in or near it, else of the next
    INSIDE = "inside"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Click:
    """A click on the map, in map coordinates. ``point`` None: accept the footprint under way."""

    point: Optional[QgsPointXY]
    kind: Kind = Kind.BUILDING


class BuildingClicks(QObject):
    """One building after the other, with a preview on the map.

    Clicks that come before the answer to the one before wait in a queue, because what they mean
    depends on it; so do those whose picture of an online layer is being fetched. ``accepted``
    carries a ClickedBuilding, ``status_text`` a text for the status bar, ``refused`` and ``failed``
    a sentence for the user; ``changed`` is emitted after every change.
    """

    accepted = pyqtSignal(object)
    status_text = pyqtSignal(str)
    refused = pyqtSignal(str)
    failed = pyqtSignal(str)
    changed = pyqtSignal()

    def __init__(
        self,
        worker: WorkerProcess,
        target: ClickTarget,
        canvas: QgsMapCanvas,
        fetch: PictureFetch,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._target = target
        self._canvas = canvas
        self._fetch = fetch
        self._waiting: deque[Click] = deque()
        self.session: Optional[BuildingSession] = None
        self.answers = BuildingAnswers(worker, self)
        self.band = BuildingBand(canvas)
        self.hover = BuildingHover(self.answers, target, self.band, self)
        self.answers.answered.connect(self._on_answered)
        self.answers.failed.connect(self._on_failed)
        fetch.finished.connect(self._proceed)
        fetch.failed.connect(self._on_not_fetched)
        self._crs = target.map_crs
        canvas.destinationCrsChanged.connect(self._on_crs)

    def unload(self) -> None:
        """Forget all, and remove the bands from the map."""
        self._canvas.destinationCrsChanged.disconnect(self._on_crs)
        self.cancel_all()
        self.band.remove()

    # What the mouse and the keys do

    @property
    def is_under_way(self) -> bool:
        """Whether there is a building to accept or to drop."""
        return self.session is not None or bool(self._waiting) or self._fetch.is_running

    @property
    def awaits_answer(self) -> bool:
        """Whether a building waits for the worker or for a picture."""
        asked = self.session is not None and self.session.awaits_answer
        return asked or self._fetch.is_running

    @property
    def found_nothing(self) -> bool:
        """Whether no building was found at the points."""
        session = self.session
        return session is not None and not session.awaits_answer and not session.wkt

    def click(self, point: QgsPointXY, kind: Kind) -> None:
        """Click at a point of the map."""
        self._waiting.append(Click(point, kind))
        self._proceed()

    def accept(self) -> None:
        """Accept the building under way, once all is answered."""
        if self.is_under_way:
            self._waiting.append(Click(None))
            self._proceed()

    def take_back(self) -> None:
        """Take back the latest click that waits, else the latest point."""
        if self._waiting:
            self._waiting.pop()
        elif self._fetch.is_running:
            self._fetch.cancel()
        elif self.session and not self.session.take_back():
            self.session = None
        self._show_status()
        self._show()

    def drop(self) -> None:
        """Drop the building under way and the clicks that wait."""
        self._clear()
        self._show_status()
        self._show()

    def cancel_all(self) -> None:
        """Drop all, and ask nothing more of the worker."""
        was_under_way = self.is_under_way
        self.answers.forget()
        self._clear()
        if was_under_way:
            self._show_status()
        self._show()

    def _clear(self) -> None:
        self._fetch.cancel()
        self._waiting.clear()
        self.session = None
        self.hover.clear()

    def move(self, point: QgsPointXY) -> None:
        """The mouse is at this point of the map: show what a click would give."""
        if self._waiting or self.awaits_answer:
            return
        if self._is_near(point):
            self.hover.clear()
        else:
            self.hover.move(point)

    # One click after the other

    def _proceed(self) -> None:
        while self._waiting and not self.awaits_answer:
            click = self._waiting.popleft()
            try:
                if not self._fetch.attempt(partial(self._do, click)):
                    self._waiting.clear()
            except InputError as error:
                self._waiting.clear()
                self.refused.emit(error_text(error))
        self._show()

    def _on_not_fetched(self, sentence: str) -> None:
        self._waiting.clear()
        self._show_status()
        self._show()
        self.failed.emit(sentence)

    def _do(self, click: Click) -> None:
        """Raises InputError, and changes nothing then."""
        try:
            self._do_on_map(click)
        except QgsCsException as error:
            raise InputError(not_transformed()) from error

    def _do_on_map(self, click: Click) -> None:
        """Raises InputError and QgsCsException, and changes nothing then."""
        if click.point is None:
            if not self._accept():
                self._show_status()
        elif self.session and (click.kind is not Kind.BUILDING or self._is_near(click.point)):
            place = self._target.place(click.point, self.session.crs)
            self.session.add(place, outside=click.kind is Kind.OUTSIDE)
            self._ask(self.session)
        elif click.kind is Kind.OUTSIDE:
            self.status_text.emit(self.tr("Click a building first."))
        else:
            session = self._target.session(click.point)
            self._accept()
            self.session = session
            self._ask(session)

    def _accept(self) -> bool:
        """Whether there was a building to accept."""
        building = self.session.building() if self.session else None
        self.session = None
        self.hover.clear()
        if building:
            self.accepted.emit(building)
        return building is not None

    def _ask(self, session: BuildingSession) -> None:
        self._show_status()
        if session.awaits_answer:
            self.answers.ask(session.job)

    def _on_answered(self, job: BuildingJob, result: BuildingResult) -> None:
        if self.session and self.session.answer(job, result):
            self.hover.clear()
            self._show_status()
            self._proceed()

    def _on_failed(self, job: BuildingJob, error: Error) -> None:
        if self.session and self.session.awaits_answer and self.session.job == job:
            self._waiting.clear()
            self.take_back()
            if error.kind != "cancelled":
                self.failed.emit(error.sentence)

    def _on_crs(self) -> None:
        """The map has another coordinate system: move the clicks that wait."""
        before, self._crs = self._crs, self._target.map_crs
        for at, click in enumerate(self._waiting):
            if click.point:
                with suppress(QgsCsException):  # it is refused then
                    place = self._target.on_map(QgsGeometry.fromPointXY(click.point), before)
                    self._waiting[at] = replace(click, point=place.asPoint())
        self._show()

    # What is shown

    @property
    def state(self) -> str:
        """The state of the current building as a text, empty if there is none."""
        session = self.session
        if session is None:
            return ""
        if session.awaits_answer:
            if self.answers.must_wait:
                return self.tr("The worker is busy; the click waits.")
            return self.tr("Looking for the building…")
        if self.found_nothing:
            return self.tr("No building was found here.")
        if session.result:
            text = self.tr("{:,.0f} m², confidence {:.0%}")
            return fill_in(text, session.result.area_m2, session.result.confidence)
        return self.tr("A footprint to correct")

    def _show_status(self) -> None:
        self.status_text.emit(self.state)

    def _show(self) -> None:
        session = self.session
        result = session.result if session else None
        self.band.show(self._shape(), result.confidence if result else None)
        waiting = [click.point for click in self._waiting if click.point]
        self.band.show_points(
            self._on_map(session, session.job.inside) if session else (),
            self._on_map(session, session.job.outside) if session else (),
            waiting,
        )
        self.changed.emit()

    def _shape(self) -> Optional[QgsGeometry]:
        """The current footprint in map coordinates, None if there is none to show."""
        if self.session is None:
            return None
        try:
            return self._target.on_map(QgsGeometry.fromWkt(self.session.wkt), self.session.crs)
        except QgsCsException:
            return None

    def _on_map(self, session: BuildingSession, points: tuple[Point, ...]) -> Iterator[QgsPointXY]:
        for point in points:
            place = QgsGeometry.fromPointXY(QgsPointXY(*point))
            try:
                yield self._target.on_map(place, session.crs).asPoint()
            except QgsCsException:
                continue

    def _is_near(self, point: QgsPointXY) -> bool:
        """Whether a point of the map is in the footprint under way, or almost."""
        shape = self._shape()
        if shape is None or shape.isEmpty():
            return False
        near = NEAR_PX * self._canvas.mapUnitsPerPixel()
        return bool(shape.distance(QgsGeometry.fromPointXY(point)) <= near)


def not_transformed() -> str:
    """What is wrong with a place that has no coordinates in the SAR layer's system."""
    return QCoreApplication.translate(
        "Clicks",
        "This place cannot be transformed to the SAR layer’s coordinate system; click on the SAR "
        "layer.",
    )
