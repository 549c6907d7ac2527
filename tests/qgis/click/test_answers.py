"""Questions about buildings: one at a time, and of those that wait only the latest."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

pytest_plugins = ["map_mouse_fixtures"]


class Queue:
    """A worker whose answers come when the test says so."""

    def __init__(self) -> None:
        self.handles: list[Any] = []
        self.is_busy = False

    def submit(self, job: Any) -> Any:
        from cmhcl_footprints.cmhcl_plugin.worker.handle import JobHandle

        self.handles.append(JobHandle(str(len(self.handles)), job, self))
        return self.handles[-1]

    def cancel_job(self, handle: Any) -> None:
        from cmhcl_footprints.core.hatch.events import Error

        handle.deliver(Error("cancelled", "Cancelled."))

    def answer(self, seconds: float = 0.1) -> None:
        from cmhcl_footprints.core.hatch.events import Result

        self.handles[-1].deliver(Result(result(seconds)))


def job(x: float) -> Any:
    from cmhcl_footprints.core.hatch.jobs import BuildingJob, SceneInput

    return BuildingJob(SceneInput(("sar.tif",)), inside=((x, 0.0),))


def result(seconds: float = 0.1, wkt: str = "POLYGON((0 0,1 0,1 1,0 0))") -> Any:
    from cmhcl_footprints.core.hatch.results import BuildingResult

    values = {"crs": "", "area_m2": 1.0, "confidence": 0.5, "optical_share": 0.0}
    values |= {"regularised": True, "method": "head", "threshold": 0.5, "model": "", "engine": ""}
    return BuildingResult(wkt=wkt, seconds=seconds, **values)


def answers_of(queue: Queue) -> tuple[Any, list[float]]:
    """Answers, and the x of the points that were answered."""
    from cmhcl_footprints.cmhcl_plugin.click.answers import BuildingAnswers

    answers, seen = BuildingAnswers(queue), []
    answers.answered.connect(lambda job, _: seen.append(job.inside[0][0]))
    return answers, seen


def test_of_waiting_questions_only_the_latest_is_asked() -> None:
    queue = Queue()
    answers, seen = answers_of(queue)
    for x in (1.0, 2.0, 3.0):
        answers.ask(job(x))
    assert len(queue.handles) == 1
    queue.answer()
    assert [handle.job for handle in queue.handles] == [job(1.0), job(3.0)]
    queue.answer()
    assert seen == [1.0, 3.0] and not answers.is_asking


def test_question_that_is_being_answered_is_not_asked_again() -> None:
    queue = Queue()
    answers, seen = answers_of(queue)
    for x in (1.0, 2.0, 1.0):
        answers.ask(job(x))
    queue.answer()
    assert len(queue.handles) == 1 and seen == [1.0]


def test_forgotten_question_is_cancelled_and_not_answered() -> None:
    queue = Queue()
    answers, seen = answers_of(queue)
    failed = []
    answers.failed.connect(lambda _, error: failed.append(error.kind))
    answers.ask(job(1.0))
    answers.ask(job(2.0))
    answers.forget()
    assert not answers.is_asking and len(queue.handles) == 1 and not seen


def test_answers_are_quick_unless_the_two_latest_were_slow() -> None:
    """The first one on a new tile is slow on every machine."""
    queue = Queue()
    answers, _ = answers_of(queue)
    assert not answers.are_quick
    for seconds, quick in ((1.2, True), (1.2, False), (0.1, True), (0.5, True), (0.5, False)):
        answers.ask(job(seconds))
        queue.answer(seconds)
        assert answers.are_quick is quick


def test_other_jobs_are_to_be_waited_for() -> None:
    queue = Queue()
    answers, _ = answers_of(queue)
    queue.is_busy = True
    assert answers.must_wait
    answers.ask(job(1.0))
    assert answers.must_wait
    queue.is_busy = False
    queue.answer()
    assert not answers.must_wait


# The session


def test_session_ignores_the_answer_to_other_points() -> None:
    from cmhcl_footprints.cmhcl_plugin.click.session import BuildingSession

    session = BuildingSession(job(1.0), QgsCoordinateReferenceSystem("EPSG:32631"))
    assert session.awaits_answer and session.wkt == "" and session.building() is None
    assert not session.answer(job(2.0), result())
    assert session.answer(job(1.0), result()) and not session.awaits_answer
    assert not session.answer(job(1.0), result(wkt=""))  # a second time
    assert session.building().values()["confidence"] == 0.5
    session.add((5.0, 5.0), outside=True)
    assert session.awaits_answer and session.wkt == result().wkt
    assert session.job.outside == ((5.0, 5.0),) and session.job.previous == result().wkt
    assert session.take_back() and not session.awaits_answer
    assert not session.take_back()


def test_correction_starts_with_the_footprint_that_is_there() -> None:
    from dataclasses import replace

    from cmhcl_footprints.cmhcl_plugin.click.session import BuildingSession, CorrectedFootprint

    corrected = CorrectedFootprint(QgsVectorLayer("Polygon", "", "memory"), 7)
    first = replace(job(1.0), previous="POLYGON((0 0,2 0,2 2,0 0))")
    session = BuildingSession(first, QgsCoordinateReferenceSystem(), corrected)
    assert not session.awaits_answer and session.wkt == first.previous
    assert session.building() is None  # nothing to change
    session.add((1.0, 1.0), outside=False)
    assert session.awaits_answer and session.wkt == session.job.previous == first.previous
    assert session.answer(session.job, result(wkt=""))
    assert session.wkt == "" and session.building() is None
