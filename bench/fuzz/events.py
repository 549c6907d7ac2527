"""Lines from the worker to the plugin: each is an event or a ProtocolError."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from core.hatch.errors import InputError
from core.hatch.events import Error, Event, Log, Metric, Preview, Progress, Ready, Result, Status
from core.hatch.lines import LineSplitter
from core.hatch.protocol import ProtocolError, decode_event, encode_event, ended_job
from core.hatch.results import (
    CheckResult,
    EvaluateResult,
    ExtractResult,
    FinetuneResult,
    InspectResult,
    JobResult,
    ModelFigures,
    OutlineResult,
    RegulariseResult,
    SimulateResult,
    Spacenet6Result,
    TrainResult,
    ValidationBlocks,
)

from .kind import FaultError, Kind, Sample
from .mutation import damaged_document

_FIGURES = ModelFigures("new", "sar", 0.4, 0.6, 0.7, 0.5, 0.02)
RESULTS: tuple[JobResult, ...] = (
    ExtractResult(12, "f.gpkg", "", 0.4, "a model", 1.5, 0.2, "CPU"),
    OutlineResult(12, "f.gpkg", 0.4, 0.2),
    RegulariseResult(12, "f.gpkg", 0.2),
    EvaluateResult(0.5, 0.6, 0.7, 0.8, 0.4, 0.02, 0.5, 0.5, 0.5, 9000, 0.4, "CPU"),
    InspectResult(["VV"], "amplitude", "positive", 0.8, 300, 200, 1.0, ["R"], ["A sentence."]),
    TrainResult("model", 100, 0.5, 0.6, 0.4),
    FinetuneResult(
        "model", "report.html", ValidationBlocks(3, 20), "better", [_FIGURES], 9, 6, 2.0, "steps"
    ),
    CheckResult(40, 1, "sar", 5, 2, 12, (0.5, -0.5), 60.0, "CPU", ["A sentence."]),
    SimulateResult("town", 20),
    Spacenet6Result("tiles", 4, 2, 30),
)
EVENTS: tuple[Event, ...] = (
    Ready("CPU", "no NVIDIA GPU found", {"torch": "2"}),
    Progress(3, 12, "Extracting", 8.1),
    Log("A line.", "warning"),
    Metric({"step": 10, "loss": 0.4}),
    Preview({"sar": "iVBORw0KGgo="}, "block 1"),
    Status(True),
    Error("input", "A sentence.", "A hint.", "details"),
    *map(Result, RESULTS),
)


def seeds(folder: Path) -> list[Sample]:  # noqa: ARG001
    """An event of every kind, and a result of every job."""
    return [Sample(encode_event("1", event).encode()) for event in EVENTS]


def damage(random: Random, samples: Sequence[Sample]) -> Sample:
    """A changed event."""
    return Sample(damaged_document(random, [sample.data for sample in samples]))


def read(path: Path) -> None:
    """Decode the lines as the plugin does. Raises InputError if one is refused."""
    splitter = LineSplitter()
    for line in [*splitter.feed(path.read_bytes()), *splitter.finish()]:
        if line is None:
            continue
        try:
            id, event = decode_event(line)
        except ProtocolError as error:
            if not isinstance(ended_job(line), str):
                raise FaultError("the id of a job that is no text") from error
            raise InputError("The line is refused.") from error
        if repr(decode_event(encode_event(id, event))) != repr((id, event)):
            raise FaultError(f"an event that is another one once it is encoded: {event}")


KIND = Kind(seeds, damage, read, share=0.25)
