"""The hatch: every job and event survives the trip, and a bad line is named."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.hatch import jobs as job
from core.hatch.events import Error, Log, Metric, Preview, Progress, Ready, Result
from core.hatch.jobs import (
    Area,
    CheckJob,
    EvaluateJob,
    ExtractJob,
    FinetuneJob,
    InspectJob,
    LossSettings,
    OutlineJob,
    RegulariseJob,
    SimulateJob,
    Spacenet6Job,
    TrainJob,
)
from core.hatch.protocol import (
    Cancel,
    ProtocolError,
    Run,
    Steer,
    decode_event,
    decode_request,
    encode_event,
    encode_request,
)

JOBS = [
    ExtractJob(("a.tif", "b.tif"), "o.gpkg", area=Area("POLYGON EMPTY", "EPSG:4326")),
    OutlineJob("p.tif", "o.gpkg", threshold=0.4),
    RegulariseJob("a.gpkg", "o.gpkg", tolerance_m=0.5),
    EvaluateJob(("a.tif",), "l.gpkg", polarisations=("VV",), threshold=0.25),
    InspectJob(("a.tif",)),
    TrainJob(("one", "two"), "model", validation=("three",)),
    FinetuneJob(("a.tif",), "l.gpkg", "model", area=Area("POLYGON EMPTY", "EPSG:4326")),
    CheckJob(FinetuneJob(("a.tif",), "l.gpkg", "model", losses=LossSettings(temperature=1.0))),
    SimulateJob(1, 256, "folder"),
    Spacenet6Job("train", "tiles", guard_m=50.0),
]
EVENTS = [
    Ready("CPU", "no NVIDIA GPU found", {"torch": "2"}),
    Progress(1, 3, "Reading", None),
    Log("a line\nof two", "warning"),
    Metric({"loss": 0.5}),
    Preview({"sar": "iVBORw0="}, "block 3, step 40"),
    Result({"out": "o.gpkg", "footprints": 3}),
    Error("input", "a sentence.", "a hint", "details"),
]


@pytest.mark.parametrize("one", JOBS, ids=lambda one: one.name)
def test_a_job_survives_the_trip(one):
    line = encode_request(Run("7", one))
    assert line.endswith("\n") and line.count("\n") == 1
    assert decode_request(line) == Run("7", one)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_an_event_survives_the_trip(event):
    line = encode_event("7", event)
    assert line.count("\n") == 1
    assert decode_event(line) == ("7", event)


def test_every_job_and_event_is_tried_here():
    assert {one.name for one in JOBS} == set(job.JOBS)
    assert {event.name for event in EVENTS} == set(job.EVENTS)


@given(st.text(), st.text())
def test_any_text_survives(path, message):
    run = Run("1", ExtractJob((path,), message))
    assert decode_request(encode_request(run)) == run
    assert decode_event(encode_event("1", Log(message))) == ("1", Log(message))


@pytest.mark.parametrize("said", [Cancel("7"), *(Steer("7", wish) for wish in job.WISHES)])
def test_what_is_said_to_a_running_job_survives_the_trip(said):
    assert decode_request(encode_request(said)) == said


def test_a_wish_that_nobody_knows_is_a_protocol_error():
    with pytest.raises(ProtocolError):
        decode_request(encode_request(Steer("7", "dance")))


@given(st.one_of(st.text(), st.recursive(st.none() | st.integers(), st.lists).map(json.dumps)))
def test_what_is_no_message_is_a_protocol_error(line):
    for decode in (decode_request, decode_event):
        with pytest.raises(ProtocolError):
            decode(line)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 99},
        {"request": "dance"},
        {"job": "dance"},
        {"arguments": {}},
        {"arguments": {"sar": ["a"], "out": "b", "colour": "red"}},
    ],
)
def test_a_request_that_is_off_is_a_protocol_error(change):
    message = json.loads(encode_request(Run("1", JOBS[0])))
    with pytest.raises(ProtocolError):
        decode_request(json.dumps({**message, **change}))
