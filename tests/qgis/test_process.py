"""The worker's process, against a fake worker that does everything wrong."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def worker(fake_root: Path) -> Iterator[Any]:
    from cmhcl_footprints.cmhcl_plugin.worker.process import Worker

    worker = Worker(root=fake_root)
    yield worker
    worker.stop()


class Follower:
    """Collects a worker's events and waits for the end of a job."""

    def __init__(self, worker: Any, qtbot: Any) -> None:
        self.worker = worker
        self.qtbot = qtbot
        self.events: dict[str, list[Any]] = {}
        worker.event_received.connect(lambda id, event: self.of(id).append(event))

    def of(self, id: str) -> list[Any]:
        return self.events.setdefault(id, [])

    def run(self, manner: str) -> str:
        from cmhcl_footprints.core.hatch.jobs import ExtractJob

        return self.worker.run(ExtractJob(sar=(manner,), out="x.gpkg"))

    def first(self, id: str) -> Any:
        self.qtbot.waitUntil(lambda: bool(self.of(id)), timeout=15_000)
        return self.of(id)[0]

    def end(self, id: str) -> Any:
        self.qtbot.waitUntil(
            lambda: bool(self.of(id)) and self.of(id)[-1].name in ("result", "error"),
            timeout=15_000,
        )
        return self.of(id)[-1]


@pytest.fixture
def follower(worker: Any, qtbot: Any) -> Follower:
    return Follower(worker, qtbot)


def test_second_job_uses_the_warm_worker(follower: Follower) -> None:
    pids = [follower.end(follower.run("plain")).values["pid"] for _ in range(2)]
    assert pids[0] == pids[1]


def test_jobs_wait_for_each_other(follower: Follower) -> None:
    ids = [follower.run("plain"), follower.run("garbage"), follower.run("pieces")]
    manners = [follower.end(id).values["manner"] for id in ids]
    assert manners == ["plain", "garbage", "pieces"]


def test_letters_split_between_reads_arrive_whole(follower: Follower) -> None:
    id = follower.run("pieces")
    follower.end(id)
    assert follower.of(id)[0].message == "Größe – 建物"


def test_what_is_no_event_goes_to_the_log(follower: Follower) -> None:
    follower.end(follower.run("garbage"))
    log = follower.worker.log_path.read_text(encoding="utf-8")
    assert "a library speaks" in log and "unknown event '?'" in log


def test_crash_costs_one_job(follower: Follower) -> None:
    crashing, waiting = follower.run("crash"), follower.run("plain")
    error = follower.end(crashing)
    assert error.kind == "internal" and "signal 6" in error.message
    assert "the last words" in error.details
    assert follower.end(waiting).values["manner"] == "plain"


def test_exit_is_told_with_its_code(follower: Follower) -> None:
    error = follower.end(follower.run("exit"))
    assert error.kind == "internal" and "exit code 3" in error.message


def test_polite_cancel_keeps_the_worker(follower: Follower) -> None:
    before = follower.end(follower.run("plain")).values["pid"]
    id = follower.run("polite")
    follower.first(id)
    follower.worker.cancel(id)
    assert follower.end(id).kind == "cancelled"
    assert follower.end(follower.run("plain")).values["pid"] == before


def test_stubborn_worker_is_killed_and_replaced(follower: Follower) -> None:
    id = follower.run("stubborn")
    follower.first(id)
    started = time.monotonic()
    follower.worker.cancel(id)
    assert follower.end(id).kind == "cancelled"
    assert 3.5 < time.monotonic() - started < 6
    assert follower.end(follower.run("plain")).values["manner"] == "plain"


def test_cancelling_a_waiting_job_leaves_the_running_one(follower: Follower) -> None:
    running, waiting = follower.run("polite"), follower.run("plain")
    follower.first(running)
    follower.worker.cancel(waiting)
    assert follower.end(waiting).kind == "cancelled"
    assert [event.name for event in follower.of(running)] == ["progress"]


def test_stop_ends_process_and_jobs(follower: Follower) -> None:
    running, waiting = follower.run("stubborn"), follower.run("plain")
    follower.first(running)
    process = follower.worker._process
    follower.worker.stop()
    assert process.state() == process.ProcessState.NotRunning
    assert not follower.worker.is_running
    assert follower.end(running).kind == follower.end(waiting).kind == "cancelled"


def test_idle_worker_leaves(follower: Follower, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cmhcl_footprints.cmhcl_plugin.jobs.process.IDLE_MS", 100)
    follower.end(follower.run("plain"))
    follower.qtbot.waitUntil(lambda: not follower.worker.is_running, timeout=5_000)


def test_few_logs_are_kept(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.worker.logfile import KEPT, LogFile

    for _ in range(KEPT + 3):
        log = LogFile(tmp_path)
        log.write("line")
        log.close()
    kept = sorted(tmp_path.iterdir())
    assert len(kept) == KEPT and kept[-1] == log.path


def test_task_bar_mirrors_and_cancels(follower: Follower) -> None:
    from cmhcl_footprints.cmhcl_plugin.worker.task import JobTask
    from qgis.core import QgsApplication

    id = follower.run("polite")
    task = JobTask("Footprints", follower.worker, id)
    QgsApplication.taskManager().addTask(task)
    follower.first(id)
    assert task.progress() == 25
    follower.qtbot.waitUntil(task.isActive, timeout=5_000)
    task.cancel()
    assert follower.end(id).kind == "cancelled"
    follower.qtbot.waitUntil(
        lambda: QgsApplication.taskManager().countActiveTasks() == 0, timeout=5_000
    )
