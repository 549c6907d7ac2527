"""One building while it is being clicked: its points and the answers to them, without widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ...core.hatch.jobs import BuildingJob
from ...core.hatch.names import AREA_M2, CONFIDENCE, MODEL, OPTICAL_SHARE, REGULARISED
from ...core.hatch.results import BuildingResult

Point = tuple[float, float]


@dataclass(frozen=True)
class ClickedBuilding:
    """A footprint to be added to the layer.

    Attributes
    ----------
    job, result
        What was asked of the worker, and its answer.
    crs
        Coordinate system of the points and of the footprint.
    corrected
        Id of the footprint that this one replaces, None for a new one.
    layer_id
        Id of the layer with that footprint.
    """

    job: BuildingJob
    result: BuildingResult
    crs: QgsCoordinateReferenceSystem
    corrected: Optional[int] = None
    layer_id: str = ""

    @property
    def geometry(self) -> QgsGeometry:
        """The footprint in its own coordinate system."""
        return QgsGeometry.fromWkt(self.result.wkt)

    def values(self) -> dict[str, Any]:
        """The values of its fields."""
        result = self.result
        return {
            CONFIDENCE: round(result.confidence, 4),
            AREA_M2: round(result.area_m2, 2),
            OPTICAL_SHARE: round(result.optical_share, 4),
            MODEL: result.model,
            REGULARISED: result.regularised,
        }


@dataclass(frozen=True)
class Step:
    """One more point than the previous step. ``result`` is None until the worker answers."""

    job: BuildingJob
    result: Optional[BuildingResult] = None


class CorrectedFootprint(QObject):
    """The footprint of a layer that is corrected.

    ``id`` follows the layer: an unsaved footprint gets another one when the edits are saved. The
    layer may be removed meanwhile.
    """

    def __init__(self, layer: QgsVectorLayer, id: int) -> None:
        super().__init__()
        self.id = id
        self.layer_id = layer.id()
        self._layer = layer
        self._shape = QgsGeometry()
        layer.beforeCommitChanges.connect(self._on_saving)
        layer.committedFeaturesAdded.connect(self._on_saved)

    def _on_saving(self, *_: object) -> None:
        self._shape = self._layer.getFeature(self.id).geometry()

    def _on_saved(self, _: str, features: list[QgsFeature]) -> None:
        """The features have their new ids, in an order that depends on QGIS's version."""
        if self.id < 0:
            same = (f.id() for f in features if f.geometry().equals(self._shape))
            self.id = next(same, self.id)


class BuildingSession:
    """Each point is a step with an answer of its own; taking a point back shows the one before.

    A session that corrects an existing footprint starts with that footprint, and asks nothing
    before the second point.

    Attributes
    ----------
    crs
        Coordinate system of the points and of the answers.
    corrected
        The footprint to correct, None for a new building.
    """

    def __init__(
        self,
        job: BuildingJob,
        crs: QgsCoordinateReferenceSystem,
        corrected: Optional[CorrectedFootprint] = None,
    ) -> None:
        """``job`` has the first point and, for a correction, the existing footprint."""
        self.crs = crs
        self.corrected = corrected
        self._steps = [Step(job)]

    @property
    def job(self) -> BuildingJob:
        """The job with all points."""
        return self._steps[-1].job

    @property
    def result(self) -> Optional[BuildingResult]:
        """The answer to all points, None if there is none yet."""
        return self._steps[-1].result

    @property
    def awaits_answer(self) -> bool:
        """Whether the worker has to be asked about the latest point."""
        return self.result is None and not self._is_as_it_was

    @property
    def wkt(self) -> str:
        """The footprint to show, that of the points before while an answer is awaited."""
        if self._is_as_it_was:
            return self.job.previous
        answers = [step.result for step in self._steps if step.result is not None]
        return answers[-1].wkt if answers else self._steps[0].job.previous

    def add(self, point: Point, *, outside: bool) -> None:
        """Add a point of the building, or one that is outside it."""
        job = replace(self.job, previous=self.wkt)
        if outside:
            job = replace(job, outside=(*job.outside, point))
        else:
            job = replace(job, inside=(*job.inside, point))
        self._steps.append(Step(job))

    def answer(self, job: BuildingJob, result: BuildingResult) -> bool:
        """Take an answer. False, and nothing changes, if it is not the one that is awaited."""
        if job != self.job or not self.awaits_answer:
            return False
        self._steps[-1] = replace(self._steps[-1], result=result)
        return True

    def take_back(self) -> bool:
        """Take back the latest point. False if it was the first: the session is over."""
        self._steps.pop()
        return bool(self._steps)

    def building(self) -> Optional[ClickedBuilding]:
        """What to add to the layer, None if there is no building or it has not changed."""
        if self.result is None or not self.result.wkt:
            return None
        building = ClickedBuilding(self.job, self.result, self.crs)
        old = self.corrected
        return replace(building, corrected=old.id, layer_id=old.layer_id) if old else building

    @property
    def _is_as_it_was(self) -> bool:
        return self.corrected is not None and len(self._steps) == 1
