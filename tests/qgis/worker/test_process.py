"""The worker process and its jobs, against a fake worker that does everything wrong."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

WAIT_MS = 15_000


@pytest.fixture
def worker(fake_root: Path) -> Iterator[Any]:
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    worker = WorkerProcess(root=fake_root)
    yield worker
    worker.stop()


class Job:
    """A submitted job with what its handle signalled."""

    def __init__(self, worker: Any, qtbot: Any, manner: str) -> None:
        from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput

        self.qtbot = qtbot
        self.handle = worker.submit(ExtractJob(SceneInput(sar=(manner,)), out="x.gpkg"))
        self.signals: list[tuple[str, Any]] = []
        for name in ("progress", "log", "metric", "preview", "finished", "failed"):
            signal = getattr(self.handle, name)
            signal.connect(lambda value, name=name: self.signals.append((name, value)))

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.signals]

    def first(self) -> Any:
        self.qtbot.waitUntil(lambda: bool(self.signals), timeout=WAIT_MS)
        return self.signals[0][1]

    def end(self) -> Any:
        self.qtbot.waitUntil(lambda: not self.handle.is_running, timeout=WAIT_MS)
        assert self.names[-1] in ("finished", "failed")
        return self.signals[-1][1]


@pytest.fixture
def submit(worker: Any, qtbot: Any) -> Any:
    return lambda manner: Job(worker, qtbot, manner)


def test_second_job_uses_the_warm_worker(worker: Any, submit: Any) -> None:
    submit("plain").end()
    process = worker.process_id
    submit("plain").end()
    assert worker.process_id == process != 0


def test_jobs_wait_for_each_other(submit: Any) -> None:
    jobs = [submit(manner) for manner in ("plain", "garbage", "pieces")]
    assert [job.end().engine for job in jobs] == ["plain", "garbage", "pieces"]


def test_each_event_goes_to_the_signal_of_its_kind(submit: Any) -> None:
    job = submit("talkative")
    job.end()
    assert job.names == ["log", "metric", "preview", "finished"]
    assert job.signals[0][1].message == "a word"


def test_no_signal_comes_before_submit_has_returned(worker: Any, submit: Any) -> None:
    """Neither from a worker that is warm and idle, nor from a job that is cancelled at once."""
    submit("plain").end()
    job = submit("plain")
    job.handle.cancel()
    assert job.signals == [] and job.handle.is_running
    assert job.end().kind == "cancelled"
    worker.stop()
    assert job.names == ["failed"]


def test_a_job_goes_on_when_its_handle_is_dropped(worker: Any, qtbot: Any) -> None:
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput

    ends: list[Any] = []
    job = ExtractJob(SceneInput(sar=("plain",)), out="x.gpkg")
    worker.submit(job).finished.connect(ends.append)
    gc.collect()
    qtbot.waitUntil(lambda: len(ends) == 1, timeout=WAIT_MS)


def test_letters_split_between_reads_arrive_whole(submit: Any) -> None:
    job = submit("pieces")
    job.end()
    assert job.signals[0][1].message == "Größe – 建物"


def test_a_malformed_line_goes_to_the_log_and_the_job_goes_on(worker: Any, submit: Any) -> None:
    assert submit("garbage").end().engine == "garbage"
    log = worker.log_path.read_text(encoding="utf-8")
    assert "a library speaks" in log and "unknown event '?'" in log


def test_a_malformed_result_fails_the_job_and_keeps_the_worker(worker: Any, submit: Any) -> None:
    error = submit("unreadable").end()
    assert error.kind == "internal" and "cannot be read" in error.message
    assert "extract has no value for" in worker.log_path.read_text(encoding="utf-8")
    process = worker.process_id
    assert submit("plain").end().engine == "plain"
    assert worker.process_id == process


@pytest.mark.parametrize(
    "manner", ["garbled", "bytes", "nested", "endless", "stranger", "unnamed", "other result"]
)
def test_job_whose_end_got_lost_fails_and_keeps_the_worker(
    worker: Any, submit: Any, manner: str
) -> None:
    lost, waiting = submit(manner), submit("plain")
    error = lost.end()
    assert error.kind == "internal" and "cannot be read" in error.message
    assert waiting.end().engine == "plain" and worker.is_running


def test_progress_that_is_no_number_is_dropped(submit: Any) -> None:
    job = submit("infinite")
    assert job.end().engine == "infinite" and job.names == ["finished"]


# Silence


@pytest.fixture
def fast_clock(submit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The watchdog of a warm worker counts fast, for its next job alone."""
    from cmhcl_footprints.cmhcl_plugin.worker import watchdog

    submit("plain").end()
    start = watchdog.Watchdog.start

    def start_once(clock: Any) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(watchdog, "TICK_MS", 20)
            start(clock)
        monkeypatch.setattr(watchdog.Watchdog, "start", start)

    monkeypatch.setattr(watchdog.Watchdog, "start", start_once)


@pytest.mark.usefixtures("fast_clock")
def test_silent_worker_is_reported_ended_and_replaced(worker: Any, submit: Any) -> None:
    sentences: list[str] = []
    worker.stalled.connect(sentences.append)
    mute, waiting = submit("mute"), submit("plain")
    error = mute.end()
    assert error.kind == "ended" and "did not answer and was ended" in error.message
    assert len(sentences) == 1 and "has not answered" in sentences[0]
    assert waiting.end().engine == "plain"


def test_worker_that_never_starts_is_reported_and_ended(
    worker: Any, submit: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmhcl_footprints.cmhcl_plugin.worker import connection, watchdog

    (tmp_path / "mute").touch()
    monkeypatch.setattr(connection, "working_folder", lambda: tmp_path)
    monkeypatch.setattr(watchdog, "TICK_MS", 20)
    sentences: list[str] = []
    worker.stalled.connect(sentences.append)
    assert "did not answer and was ended" in submit("plain").end().message
    assert len(sentences) == 1 and not worker.is_running


@pytest.mark.usefixtures("fast_clock")
def test_silent_worker_is_ended_by_the_button_of_the_message(
    worker: Any, submit: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmhcl_footprints.cmhcl_plugin.worker import watchdog
    from cmhcl_footprints.cmhcl_plugin.worker.stall_message import show_stall
    from qgis.gui import QgsMessageBar
    from qgis.PyQt.QtWidgets import QPushButton

    monkeypatch.setattr(watchdog, "EXPIRED_TICKS", 10**9)
    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    worker.stalled.connect(lambda text: show_stall(worker, text, bar))
    job = submit("mute")
    qtbot.waitUntil(lambda: bar.currentItem() is not None, timeout=WAIT_MS)
    (button,) = (b for b in bar.currentItem().findChildren(QPushButton) if b.text())
    button.click()
    assert "did not answer and was ended" in job.end().message
    assert bar.currentItem() is None


@pytest.mark.usefixtures("fast_clock")
@pytest.mark.parametrize("on_page", [True, False])
@pytest.mark.parametrize("how", ["answers", "stops"])
def test_message_about_a_silent_worker_goes_with_its_silence(
    worker: Any, submit: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch, on_page: bool, how: str
) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.message_area import MessageArea
    from cmhcl_footprints.cmhcl_plugin.worker import watchdog
    from cmhcl_footprints.cmhcl_plugin.worker.stall_message import show_stall
    from qgis.gui import QgsMessageBar

    monkeypatch.setattr(watchdog, "EXPIRED_TICKS", 10**9)
    bar, area = QgsMessageBar(), MessageArea()
    for widget in (bar, area):
        qtbot.addWidget(widget)
    worker.stalled.connect(lambda text: show_stall(worker, text, bar, area if on_page else None))
    submit("mute")
    qtbot.waitUntil(lambda: bool(area.text or bar.currentItem()), timeout=WAIT_MS)
    if how == "answers":
        worker._watchdog.heard()
    else:
        worker.stop()
    qtbot.waitUntil(lambda: not area.text and bar.currentItem() is None, timeout=WAIT_MS)


@pytest.mark.slow
@pytest.mark.usefixtures("fast_clock")
def test_job_of_a_worker_that_answers_is_not_ended(worker: Any, submit: Any, qtbot: Any) -> None:
    job = submit("polite")
    ticks: list[int] = []
    worker._watchdog.ticked.connect(lambda: ticks.append(1))
    qtbot.waitUntil(lambda: len(ticks) > 150, timeout=WAIT_MS)
    assert job.handle.is_running
    job.handle.cancel()
    assert job.end().kind == "cancelled"


def test_crash_costs_one_job(submit: Any) -> None:
    crashing, waiting = submit("crash"), submit("plain")
    error = crashing.end()
    assert error.kind == "ended" and "signal 6" in error.message
    assert "the last words" in error.details
    assert waiting.end().engine == "plain"


def test_exit_is_reported_with_its_code(submit: Any) -> None:
    error = submit("exit").end()
    assert error.kind == "ended" and "exit code 3" in error.message


def test_polite_cancel_keeps_the_worker(worker: Any, submit: Any) -> None:
    submit("plain").end()
    process = worker.process_id
    job = submit("polite")
    job.first()
    job.handle.cancel()
    assert job.end().kind == "cancelled"
    submit("plain").end()
    assert worker.process_id == process


def test_stubborn_worker_is_terminated_then_killed_and_replaced(
    worker: Any, submit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmhcl_footprints.cmhcl_plugin.worker import cancellation, connection

    monkeypatch.setattr(cancellation, "GRACE_MS", 100)
    steps: list[str] = []
    for name in ("terminate", "kill"):
        step = getattr(connection.Connection, name)
        monkeypatch.setattr(
            connection.Connection,
            name,
            lambda self, name=name, step=step: (steps.append(name), step(self)),
        )
    job = submit("stubborn")
    job.first()
    first_process = worker.process_id
    job.handle.cancel()
    assert job.end().kind == "cancelled"
    assert steps == ["terminate", "kill"]
    assert submit("plain").end().engine == "plain"
    assert worker.process_id != first_process


def test_cancelling_a_waiting_job_leaves_the_running_one(submit: Any) -> None:
    running, waiting = submit("polite"), submit("plain")
    running.first()
    waiting.handle.cancel()
    assert waiting.end().kind == "cancelled"
    assert running.names == ["progress"] and running.handle.is_running


def test_cancelling_a_job_that_has_ended_does_nothing(submit: Any) -> None:
    job = submit("plain")
    job.end()
    job.handle.cancel()
    assert submit("plain").end().engine == "plain"
    assert job.names == ["finished"]


def test_stop_ends_process_and_jobs(worker: Any, submit: Any) -> None:
    running, waiting, cancelled = submit("stubborn"), submit("plain"), submit("plain")
    running.first()
    process = worker.process_id
    cancelled.handle.cancel()
    worker.stop()
    assert not Path(f"/proc/{process}").exists()
    assert not worker.is_running
    for job in (running, waiting, cancelled):
        assert job.names[-1] == "failed" and job.end().kind == "cancelled"


def test_a_slot_may_stop_the_worker(worker: Any, submit: Any) -> None:
    job, waiting = submit("talkative"), submit("plain")
    job.handle.log.connect(lambda _: worker.stop())
    assert job.end().kind == waiting.end().kind == "cancelled"
    assert job.names == ["log", "failed"]


def test_idle_worker_leaves(
    worker: Any, submit: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cmhcl_footprints.cmhcl_plugin.worker.process.IDLE_MS", 100)
    submit("plain").end()
    qtbot.waitUntil(lambda: not worker.is_running, timeout=WAIT_MS)


def test_worker_without_a_job_leaves_when_idle(
    worker: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cmhcl_footprints.cmhcl_plugin.worker.process.IDLE_MS", 100)
    with qtbot.waitSignal(worker.ready, timeout=WAIT_MS):
        worker.start()
    qtbot.waitUntil(lambda: not worker.is_running, timeout=WAIT_MS)


def test_clock_of_an_idle_worker_does_not_end_the_next_one(
    worker: Any, submit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cmhcl_footprints.cmhcl_plugin.worker.process.IDLE_MS", 1)
    assert submit("crash").end().kind == "ended"
    assert not worker._idle.isActive()
    job = submit("plain")
    job.end()
    assert job.names[-1] == "finished"


def test_task_bar_mirrors_and_cancels(submit: Any, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.worker.task import JobTask
    from qgis.core import QgsApplication

    job = submit("polite")
    task = JobTask("Footprints", job.handle)
    QgsApplication.taskManager().addTask(task)
    job.first()
    assert task.progress() == 25
    qtbot.waitUntil(task.isActive, timeout=WAIT_MS)
    task.cancel()
    assert job.end().kind == "cancelled"
    qtbot.waitUntil(lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=WAIT_MS)


def test_whatever_the_worker_says_each_job_ends(submit: Any, tmp_path: Path) -> None:
    """Damaged events, as in ``make fuzz``; some of them end the job."""
    from bench.fuzz import events

    samples = events.seeds(tmp_path)
    for seed in range(5):
        random = Random(seed)
        path = tmp_path / str(seed) / "lines.tif"
        path.parent.mkdir()
        lines = [events.damage(random, samples).data.rstrip(b"\n") for _ in range(200)]
        path.write_bytes(b"\n".join(lines) + b"\n")
        job = submit(str(path))
        job.end()
        assert sum(name in ("finished", "failed") for name in job.names) == 1
    assert submit("plain").end().engine == "plain"
