"""Rounds of jobs of every kind, failing and cancelled ones included, through one worker."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from bench.faults.cases import CASES, INPUTS, MODEL_FOLDER, OUTPUTS
from bench.faults.inputs import make_inputs, use_tiny_networks
from bench.faults.outputs import hidden_in
from core.hatch.events import Error, Event, Result
from core.hatch.jobs import (
    CheckJob,
    ExtractJob,
    FinetuneJob,
    InspectJob,
    Job,
    SceneInput,
    Spacenet6Job,
    TrainJob,
)
from core.hatch.names import SAR_FILE
from core.hatch.protocol import CancelRequest, RunRequest, decode_event, encode_request
from core.hatch.worker_variables import WORKER_VARIABLES
from tests.builders.spacenet6 import write_tarball

from .usage import Usage, usage_of

CANCELLED = "cancelled"
_WORKER = "from bench.faults.inputs import use_tiny_networks as use; use(); \
import core.worker as worker; worker.main()"


class Worker:
    """A worker process that also knows the tiny network."""

    def __init__(self, temporary: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _WORKER],
            env={**os.environ, **WORKER_VARIABLES, "TMPDIR": str(temporary)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.id = self._process.pid
        self._count = 0
        self._read()

    def do(self, job: Job, cancel: bool = False) -> Result | Error:
        """The end of a job; ``cancel``: cancelled at its first event."""
        self._count += 1
        id = str(self._count)
        self._write(encode_request(RunRequest(id, job)))
        while True:
            event = self._read()
            if isinstance(event, (Result, Error)):
                return event
            if cancel:
                self._write(encode_request(CancelRequest(id)))
                cancel = False

    def close(self) -> None:
        """End the process by closing its stdin."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _write(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line.encode())
        self._process.stdin.flush()

    def _read(self) -> Event:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise EOFError(f"the worker ended with {self._process.wait()}")
        return decode_event(line)[1]


def one_round(folder: Path) -> list[tuple[str, Job]]:
    """Jobs of every kind, by what should come of them: "result" or the kind of an Error."""
    jobs = [("result", case.job(folder, overwrite=True)) for case in CASES.values()]
    inputs, out = folder / INPUTS, folder / OUTPUTS
    blocks = out / "blocks.geojson"  # which no job replaces
    blocks.unlink(missing_ok=True)
    scene = SceneInput((str(inputs / SAR_FILE),))
    shipped = ExtractJob(scene, str(out / "shipped.gpkg"), overwrite=True)
    finetune = CASES["finetune"].job(folder)
    assert isinstance(finetune, FinetuneJob)
    training = replace(TrainJob.training, steps=2, batch=1, crop=64)
    train = TrainJob(
        (str(inputs),),
        str(out / "trained"),
        base=str(inputs / MODEL_FOLDER),
        training=training,
        overwrite=True,
    )
    missing = replace(shipped, scene=SceneInput((str(inputs / "missing.tif"),)))
    return [
        *jobs,
        ("result", shipped),
        ("result", InspectJob(scene)),
        ("result", CheckJob(finetune, str(blocks))),
        ("result", train),
        ("result", Spacenet6Job(str(folder / "sn6"), str(out / "tiles"), 3, 10, overwrite=True)),
        ("input", missing),
        (CANCELLED, replace(shipped, out=str(out / "cancelled.gpkg"))),
    ]


def soak_jobs(folder: Path, count: int, steps: int) -> tuple[list[Usage], list[str]]:
    """Usage after each round until ``count`` jobs are done, and what went wrong.

    ``steps`` is the training of the tiny model.
    """
    use_tiny_networks()
    make_inputs(folder, steps)
    write_tarball(folder / "sn6")
    temporary = folder / "tmp"
    for place in (temporary, folder / OUTPUTS):
        place.mkdir()
    worker, usages, problems, done = Worker(temporary), [], [], 0
    while done < count:
        for expected, job in one_round(folder):
            end = worker.do(job, cancel=expected == CANCELLED)
            kind = end.kind if isinstance(end, Error) else "result"
            if kind != expected:
                problems.append(f"{job.name} ended with {end}")
            done += 1
        usages.append(usage_of(worker.id))
        print(f"{done} jobs: {usages[-1]}", file=sys.stderr, flush=True)
    worker.close()
    left = [path.name for path in temporary.iterdir()] + hidden_in(folder / OUTPUTS)
    if left:
        problems.append(f"left behind: {', '.join(left)}")
    return usages, problems
