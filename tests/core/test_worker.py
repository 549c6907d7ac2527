"""The real worker as a process: what goes in, what comes out, cancel, bad lines, the end."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader, BytesIO, StringIO
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest

from core.hatch.events import Error, Event, Log, Metric, Progress, Ready, Result, Status
from core.hatch.jobs import (
    FROM_OPTICAL,
    CheckJob,
    ExtractJob,
    FinetuneJob,
    InspectJob,
    Job,
    SceneInput,
    TrainingSettings,
)
from core.hatch.lines import LONGEST_LINE
from core.hatch.protocol import (
    CancelRequest,
    ControlRequest,
    RunRequest,
    StatusRequest,
    decode_event,
    encode_request,
)
from core.hatch.resume_folders import strips_folder
from core.simulator import simulate, write_scene
from core.worker import Worker
from tests.builders.finetuning import square

ROOT = Path(__file__).parents[2]


class Client:
    """Speaks to one worker process."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "core.worker"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        id, event = self.read()
        assert id == "" and isinstance(event, Ready)
        self.ready = event

    def write(self, line: str | bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(line.encode() if isinstance(line, str) else line)
        self.process.stdin.flush()

    def read(self) -> tuple[str, Event]:
        assert self.process.stdout
        return decode_event(self.process.stdout.readline().decode())

    def until(self, id: str, *kinds: type) -> Event:
        """The next event of the job of these kinds, or its end if that comes first."""
        while True:
            of, event = self.read()
            if of == id and isinstance(event, Progress):
                self.progress = event
            if of == id and isinstance(event, (*kinds, Result, Error)):
                return event

    def do(self, id: str, job: Job) -> Event:
        self.write(encode_request(RunRequest(id, job)))
        return self.until(id, Result, Error)


@pytest.fixture(scope="module")
def worker() -> Iterator[Client]:
    client = Client()
    yield client
    client.process.kill()
    client.process.wait()


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scene")
    write_scene(simulate(3, 200, clouds=0.0, nodata=False, style="suburb"), folder)
    return folder


@pytest.fixture
def large(write_raster) -> str:
    """Enough tiles that a cancel comes in the middle."""
    values = np.random.default_rng(0).normal(-12, 3, (4000, 4000)).astype(np.float32)
    return write_raster("large.tif", values, tiled=True)


def test_ready_says_what_it_computes_on_and_why(worker):
    assert worker.ready.device and worker.ready.reason and worker.ready.versions["torch"]


def test_jobs_one_after_another_on_one_worker(worker, scene, tmp_path):
    found = worker.do("1", InspectJob(SceneInput((str(scene / "sar.tif"),))))
    assert found.value.polarisations == ["HH", "HV", "VH", "VV"]
    assert found.value.radiometry == "db"
    for id, optical in (("2", ""), ("3", str(scene / "optical.tif"))):
        out = tmp_path / f"{id}.gpkg"
        done = worker.do(id, ExtractJob(SceneInput((str(scene / "sar.tif"),), optical), str(out)))
        assert isinstance(done, Result) and out.exists()


def test_bad_input_is_reported_in_one_sentence_and_the_worker_goes_on(worker, scene, tmp_path):
    error = worker.do("1", ExtractJob(SceneInput(("missing.tif",)), str(tmp_path / "o.gpkg")))
    assert isinstance(error, Error) and error.kind == "input" and "missing.tif" in error.message
    assert isinstance(worker.do("2", InspectJob(SceneInput((str(scene / "sar.tif"),)))), Result)


@pytest.mark.parametrize(
    ("line", "id", "words"),
    [
        (b"garbage\n", "", "garbage"),
        (b"\xff\xfe{\n", "", "not JSON"),
        (b"[" * 10_000 + b"\n", "", "not JSON"),
        (b'{"version": 99, "request": "run", "id": "7"}\n', "", "version 2"),
        (b'{"version": 2, "request": "run", "id": "7", "job": "dance"}\n', "7", "dance"),
        (b'{"version": 2, "request": "run", "id": "7", "job": "extract"}\n', "7", "extract"),
        (
            b'{"version": 2, "request": "run", "id": "7", "job": "inspect", '
            b'"arguments": {"scene": {"sar": []}}}\n',
            "7",
            "sar must name",
        ),
        (b'{"version": 2, "request": "run", "id": "7", "job": []}\n', "7", "unknown job []"),
        (b'{"version": 2, "request": "run", "id": ["7"], "job": "inspect"}\n', "", "an id"),
        (b'{"version": 2, "request": "run", "job": "inspect"}\n', "", "without an id"),
        (b'{"version": 2, "request": ["run"], "id": "7"}\n', "7", "unknown request"),
        (b'{"version": 2, "request": "control", "id": "7", "action": {}}\n', "7", "unknown action"),
        (b'{"version": 2, "request": "run", "id": "7", "job": "ins\xff"}\n', "", "not JSON"),
        (b'{"version": 2, "request": "cancel", "id": "7"}\n', "7", "no job '7'"),
        (b"x" * (LONGEST_LINE + 10) + b"\n", "", "more than"),
        (b"\0\n", "", "not JSON"),
        (b"\n", "", "not JSON"),
    ],
    ids=[
        *("text", "bytes", "nested", "version", "job", "arguments", "value", "list as job"),
        *("list as id", "no id", "list as request", "action", "bytes in a text", "unknown id"),
        *("long", "zero", "empty"),
    ],
)
def test_bad_line_is_answered_under_its_id_and_the_worker_goes_on(worker, scene, line, id, words):
    worker.write(line)
    error = worker.until(id, Error, Log)
    assert isinstance(error, (Error, Log)) and words in error.message
    assert isinstance(worker.do("1", InspectJob(SceneInput((str(scene / "sar.tif"),)))), Result)


def test_status_says_whether_there_is_a_job(worker, large, tmp_path):
    worker.write(encode_request(StatusRequest("1")))
    assert worker.until("1", Status) == Status(has_job=False)
    job = ExtractJob(SceneInput((large,)), str(tmp_path / "o.gpkg"))
    worker.write(encode_request(RunRequest("1", job)))
    worker.write(encode_request(StatusRequest("1")))
    assert worker.until("1", Status) == Status(has_job=True)
    worker.write(encode_request(RunRequest("1", job)))  # the same id again
    assert "already is a job" in worker.until("", Error).message
    worker.write(encode_request(CancelRequest("1")))
    assert worker.until("1", Result, Error).kind == "cancelled"
    worker.write(encode_request(StatusRequest("1")))
    assert worker.until("1", Status) == Status(has_job=False)


def test_id_can_be_used_again_once_its_job_has_ended(worker, scene):
    job = InspectJob(SceneInput((str(scene / "sar.tif"),)))
    for _ in range(50):
        assert isinstance(worker.do("1", job), Result)


def test_cancel_leaves_no_file_and_a_worker_that_takes_the_next_job(worker, scene, large, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    job = ExtractJob(SceneInput((large,)), str(folder / "o.gpkg"))
    worker.write(encode_request(RunRequest("1", job)))
    worker.until("1", Progress)
    worker.write(encode_request(CancelRequest("1")))
    end = worker.until("1", Result, Error)
    assert isinstance(end, Error) and end.kind == "cancelled"
    assert worker.progress.done < worker.progress.total
    assert list(folder.iterdir()) == []
    assert isinstance(worker.do("2", InspectJob(SceneInput((str(scene / "sar.tif"),)))), Result)


@pytest.mark.slow
def test_training_pauses_resumes_and_finishes_when_asked(worker, scene, tmp_path):
    job = FinetuneJob(
        SceneInput((str(scene / "sar.tif"),)),
        str(scene / "buildings.geojson"),
        str(tmp_path / "model"),
        training=TrainingSettings(scope="heads", steps=10_000, batch=1, learning_rate=0),
    )
    worker.write(encode_request(RunRequest("1", job)))
    worker.until("1", Metric)
    worker.write(encode_request(ControlRequest("1", "pause")))
    worker.write(encode_request(ControlRequest("1", "resume")))
    worker.until("1", Metric)
    worker.write(encode_request(ControlRequest("1", "finish")))
    done = worker.until("1", Result, Error)
    assert isinstance(done, Result) and done.value.stopped == "finish"
    assert 0 < done.value.steps < 10_000 and (tmp_path / "model").is_dir()


@pytest.mark.slow
def test_cancelled_training_does_not_go_on_with_other_labels(worker, scene, tmp_path):
    job = FinetuneJob(
        SceneInput((str(scene / "sar.tif"),)),
        str(scene / "buildings.geojson"),
        str(tmp_path / "model"),
        training=TrainingSettings(scope="heads", steps=30, batch=1, learning_rate=0),
    )
    worker.write(encode_request(RunRequest("1", job)))
    while not (tmp_path / "model.checkpoint").exists():
        assert isinstance(worker.until("1", Metric, Progress), (Metric, Progress))
    worker.write(encode_request(CancelRequest("1")))
    end = worker.until("1", Result, Error)
    assert isinstance(end, Error) and end.kind == "cancelled"
    error = worker.do("2", replace(job, labels_quality="partial"))
    assert isinstance(error, Error) and error.kind == "input"
    assert "with other labels" in error.message
    assert error.message.endswith(f": {tmp_path / 'model.checkpoint'}.")
    done = worker.do("3", job)
    assert isinstance(done, Result) and done.value.steps == 30


@pytest.mark.slow
def test_labels_from_optical_teach_sar_alone(worker, suburb, tmp_path):
    files = (str(suburb / "sar.tif"),), str(suburb / "optical.tif")
    scene = SceneInput(*files, area=square(suburb, 0, 0, 0.7))
    training = TrainingSettings(scope="heads", steps=4, batch=2, learning_rate=0)
    model = tmp_path / "model"
    job = FinetuneJob(scene, FROM_OPTICAL, str(model), training=training)
    checked = worker.do("1", CheckJob(job))
    assert isinstance(checked, Result) and checked.value.buildings > 0
    done = worker.do("2", job)
    assert isinstance(done, Result) and done.value.labels_from_optical
    assert done.value.steps == 4  # too few to stop early
    assert {row.head for row in done.value.figures} == {"sar"}
    out = tmp_path / "o.gpkg"
    extracted = worker.do("3", ExtractJob(SceneInput(scene.sar), str(out), model=str(model)))
    assert isinstance(extracted, Result) and out.exists()


def test_a_paused_job_can_be_cancelled(worker, large, tmp_path):
    worker.write(
        encode_request(RunRequest("1", ExtractJob(SceneInput((large,)), str(tmp_path / "o.gpkg"))))
    )
    worker.until("1", Progress)
    worker.write(encode_request(ControlRequest("1", "pause")))
    worker.write(encode_request(CancelRequest("1")))
    end = worker.until("1", Result, Error)
    assert isinstance(end, Error) and end.kind == "cancelled"


@pytest.mark.slow
def test_worker_exits_when_stdin_is_closed_also_during_a_job(large, tmp_path):
    client = Client()
    job = ExtractJob(SceneInput((large,)), str(tmp_path / "o.gpkg"))
    client.write(encode_request(RunRequest("1", job)))
    client.until("1", Progress)
    assert client.process.stdin
    client.process.stdin.close()
    client.process.wait(timeout=30)
    assert not (tmp_path / "o.gpkg").exists()


def test_listener_has_ended_when_the_worker_has_served(monkeypatch):
    listeners = []
    served = threading.Event()

    class Timer:
        """Takes the place of the timer that ends the process; the listener starts it last."""

        def __init__(self, *args, **kwargs) -> None: ...

        def start(self) -> None:
            listeners.append(threading.current_thread())
            served.wait(0.2)

    monkeypatch.setattr("core.worker.threading.Timer", Timer)
    Worker(BufferedReader(BytesIO()), StringIO()).serve()
    assert not listeners[0].is_alive()
    served.set()


def test_freed_memory_is_given_back_after_each_job(monkeypatch):
    given_back = []
    monkeypatch.setattr("core.worker.give_back_freed_memory", lambda: given_back.append(1))
    monkeypatch.setattr("core.worker.threading.Timer", Mock())  # it would end the process
    job = InspectJob(SceneInput(("missing.tif",)))
    requests = "".join(encode_request(RunRequest(id, job)) for id in "12")
    Worker(BufferedReader(BytesIO(requests.encode())), StringIO()).serve()
    assert len(given_back) == 2


@pytest.mark.slow
@pytest.mark.parametrize("cancelled", [False, True])
def test_extraction_continues_when_stdin_was_closed_and_not_when_it_was_cancelled(
    write_raster, tmp_path, cancelled
):
    values = np.random.default_rng(0).normal(-12, 3, (2400, 300)).astype(np.float32)
    out = tmp_path / "o.gpkg"
    request = RunRequest("1", ExtractJob(SceneInput((write_raster("high.tif", values),)), str(out)))
    client = Client()
    client.write(encode_request(request))
    client.until("1", Progress)
    while client.progress.done < 3:
        client.until("1", Progress)
    assert client.process.stdin
    if cancelled:
        client.write(encode_request(CancelRequest("1")))
        client.until("1", Error)
    client.process.stdin.close()
    client.process.wait(timeout=30)
    assert strips_folder(out).is_dir() != cancelled and not out.exists()
    client = Client()
    client.write(encode_request(request))
    log = []
    while isinstance(event := client.until("1", Log), Log):
        log.append(event.message)
    assert isinstance(event, Result)
    assert any(line.startswith("Continues from row") for line in log) != cancelled
    assert client.process.stdin
    client.process.stdin.close()
    client.process.wait(timeout=30)
