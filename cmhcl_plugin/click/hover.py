"""Shows what a click would give where the mouse rests."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsCsException, QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QObject, QTimer

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import BuildingJob
from ...core.hatch.results import BuildingResult
from .answers import BuildingAnswers
from .building_band import BuildingBand
from .session import BuildingSession
from .target import ClickTarget

REST_MS = 150


class BuildingHover(QObject):
    """Sends one request at a time, only while answers are quick and the worker is idle."""

    def __init__(
        self, answers: BuildingAnswers, target: ClickTarget, band: BuildingBand, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._answers = answers
        self._target = target
        self._band = band
        self._point: Optional[QgsPointXY] = None
        self._shape: Optional[QgsGeometry] = None
        self._session: Optional[BuildingSession] = None  # what a click would start
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)
        answers.answered.connect(self._on_answer)

    def move(self, point: QgsPointXY) -> None:
        """The mouse has moved to this point of the map."""
        if self._shape and self._shape.contains(point):
            return
        self.clear()
        self._point = point
        self._rest.start()

    def clear(self) -> None:
        """Show nothing, and ignore the answer that is awaited."""
        self._rest.stop()
        self._point = self._session = self._shape = None
        self._band.show_hover(None)

    def _on_rest(self) -> None:
        if self._answers.is_asking:
            self._rest.start()  # for the same point, when the answer to another one has come
        elif self._point:
            try:
                session = self._target.session(self._point)
            except (InputError, QgsCsException):
                return  # a click gives the reason
            self._session = session
            if not session.awaits_answer:
                self._show(session, None)
            elif self._answers.are_quick and not self._answers.must_wait:
                self._answers.ask(session.job)

    def _on_answer(self, job: BuildingJob, result: BuildingResult) -> None:
        if self._session and self._session.answer(job, result):
            self._show(self._session, result.confidence)

    def _show(self, session: BuildingSession, confidence: Optional[float]) -> None:
        try:
            shape = self._target.on_map(QgsGeometry.fromWkt(session.wkt), session.crs)
        except QgsCsException:
            return
        self._shape = shape
        self._band.show_hover(shape, confidence)
