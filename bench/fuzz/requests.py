"""Lines to the worker: each must get an answer, or start its job."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from random import Random

from core.hatch.events import Error, Log, Status
from core.hatch.jobs import (
    CheckJob,
    EvaluateJob,
    ExtractJob,
    FinetuneJob,
    InspectJob,
    Job,
    OutlineJob,
    RegulariseJob,
    SceneInput,
    SimulateJob,
    Spacenet6Job,
    TrainJob,
)
from core.hatch.lines import LineSplitter
from core.hatch.protocol import (
    CancelRequest,
    ControlRequest,
    Request,
    RunRequest,
    StatusRequest,
    decode_event,
    decode_request,
    encode_request,
)
from core.worker import Worker

from .kind import FaultError, Kind, Sample, check_sentence
from .mutation import damaged_document

_SCENE = SceneInput(("sar.tif",), optical="optical.tif", polarisations=("VV", "VH"))
_FINETUNE = FinetuneJob(_SCENE, "labels.gpkg", "model")
JOBS: tuple[Job, ...] = (
    ExtractJob(_SCENE, "f.gpkg", probability="p.tif"),
    OutlineJob("p.tif", "f.gpkg"),
    RegulariseJob("a.gpkg", "b.gpkg"),
    EvaluateJob(_SCENE, "labels.gpkg"),
    InspectJob(_SCENE),
    TrainJob(("town",), "model"),
    _FINETUNE,
    CheckJob(_FINETUNE),
    SimulateJob(1, 64, "town"),
    Spacenet6Job("archive", "tiles"),
)
REQUESTS: tuple[Request, ...] = (
    *(RunRequest(str(number), job) for number, job in enumerate(JOBS)),
    CancelRequest("1"),
    ControlRequest("1", "pause"),
    StatusRequest("1"),
)
_ANSWERS = (Error, Log, Status)


def seeds(folder: Path) -> list[Sample]:  # noqa: ARG001
    """A request of every kind."""
    return [Sample(encode_request(request).encode()) for request in REQUESTS]


def damage(random: Random, samples: Sequence[Sample]) -> Sample:
    """A changed request."""
    return Sample(damaged_document(random, [sample.data for sample in samples]))


def read(path: Path) -> None:
    """Give the bytes to a worker that does no jobs. Raises FaultError if no answer comes."""
    events = io.StringIO()
    worker = Worker(io.BufferedReader(io.BytesIO()), events)
    splitter = LineSplitter()
    lines = [*splitter.feed(path.read_bytes()), *splitter.finish()]
    for line in lines:
        before = events.tell()
        worker._answer(line)
        answers = events.getvalue()[before:].splitlines()
        if not answers and not (line is not None and isinstance(decode_request(line), RunRequest)):
            raise FaultError(f"a line without an answer: {line!r}")
        for answer in answers:
            _, event = decode_event(answer)
            if not isinstance(event, _ANSWERS):
                raise FaultError(f"an answer of another kind: {event}")
            if isinstance(event, Error):
                check_sentence(event.message)
                if event.details:
                    raise FaultError(event.details)


KIND = Kind(seeds, damage, read, share=0.3)
