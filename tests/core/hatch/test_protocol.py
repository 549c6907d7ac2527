"""Requests and events as lines: every job, result and event survives; a bad line is an error."""

from __future__ import annotations

import contextlib
import copy
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.hatch.errors import CmhclError, InputError
from core.hatch.events import EVENTS, Log, Progress
from core.hatch.jobs import JOBS, CompareJob, ExtractJob, LossSettings, OsmJob, SceneInput
from core.hatch.protocol import (
    ACTIONS,
    ControlRequest,
    ProtocolError,
    RunRequest,
    StatusRequest,
    decode_event,
    decode_request,
    encode_event,
    encode_request,
    ended_job,
    job_from_json,
    request_id,
)
from tests.builders.protocol_values import ALL_REQUESTS, EVENT_VALUES, REQUESTS, RESULT_VALUES

VERSION_1 = (Path(__file__).parent / "requests_v1.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize("request_", ALL_REQUESTS, ids=lambda one: encode_request(one)[14:60])
def test_request_is_decoded_as_it_was_encoded(request_):
    line = encode_request(request_)
    assert line.endswith("\n") and line.count("\n") == 1
    assert decode_request(line) == request_


@pytest.mark.parametrize("event", EVENT_VALUES, ids=lambda event: event.name)
def test_event_is_decoded_as_it_was_encoded(event):
    line = encode_event("7", event)
    assert line.endswith("\n") and line.count("\n") == 1
    assert decode_event(line) == ("7", event)


def test_every_job_result_and_event_is_tried_here():
    jobs = {request.job.name for request in ALL_REQUESTS if isinstance(request, RunRequest)}
    assert jobs == set(JOBS)
    assert {type(value) for value in RESULT_VALUES} == {job.result for job in JOBS.values()}
    assert {event.name for event in EVENT_VALUES} == set(EVENTS)


def test_requests_of_version_1_become_jobs_of_version_2():
    """The lines are those that 0.1.0 wrote: its projects and interrupted runs hold them."""
    assert [decode_request(line) for line in VERSION_1.splitlines()] == [
        one
        for one in REQUESTS
        if not isinstance(one, StatusRequest)
        and not (isinstance(one, RunRequest) and isinstance(one.job, (CompareJob, OsmJob)))
    ]


@pytest.mark.parametrize("job", ["train", "finetune"])
@pytest.mark.parametrize("training", [{}, {"seed": 3}, {"losses": {"temperature": 1.0}}], ids=str)
def test_partial_training_takes_the_other_defaults_from_the_job(job, training):
    needed = {"train": {"scenes": ["a"]}, "finetune": {"scene": {"sar": ["s"]}, "labels": "l"}}
    decoded: Any = job_from_json(job, {**needed[job], "out": "m", "training": training})
    expected = {**asdict(JOBS[job].training), **training}
    expected["losses"] = {**asdict(LossSettings()), **training.get("losses", {})}
    assert asdict(decoded.training) == expected


@given(st.text(min_size=1), st.text())
def test_any_text_is_decoded_as_it_was_encoded(path, message):
    run = RunRequest("1", ExtractJob(SceneInput((path,)), message))
    assert decode_request(encode_request(run)) == run
    assert decode_event(encode_event("1", Log(message))) == ("1", Log(message))


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_is_decoded_as_it_was_encoded(action):
    assert decode_request(encode_request(ControlRequest("7", action))).action == action


@pytest.mark.parametrize(
    "change",
    [{"version": 99}, {"version": True}, {"request": "dance"}, {"job": "dance"}, {"job": None}],
    ids=str,
)
def test_unknown_version_request_or_job_is_a_protocol_error(change):
    message = json.loads(encode_request(REQUESTS[0]))
    line = json.dumps({**message, **change})
    with pytest.raises(ProtocolError):
        decode_request(line)
    assert request_id(line) == ("" if "version" in change else "0")


def test_protocol_error_is_one_of_the_package_with_any_text():
    error = ProtocolError("not JSON: '{\"a\": {}'")
    assert isinstance(error, CmhclError) and str(error) == "not JSON: '{\"a\": {}'"


def test_unknown_action_is_a_protocol_error():
    with pytest.raises(ProtocolError, match="dance"):
        decode_request(encode_request(ControlRequest("7", "dance")))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(10**400),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(st.text() | JSON.map(json.dumps))
def test_line_that_is_no_message_is_a_protocol_error(line):
    for decode in (decode_request, decode_event):
        with pytest.raises(ProtocolError):
            decode(line)
    assert request_id(line) == ""


@settings(max_examples=300)
@given(st.data())
def test_request_with_any_value_changed_is_a_request_or_bad_input(data):
    """Nothing but ProtocolError or InputError, whatever stands where in a request."""
    lines = [*VERSION_1.splitlines(), *map(encode_request, REQUESTS)]
    message = changed(data, json.loads(data.draw(st.sampled_from(lines))))
    try:
        request = decode_request(json.dumps(message))
    except (ProtocolError, InputError) as error:
        assert str(error)
    else:
        assert decode_request(encode_request(request)) == request


@settings(max_examples=200)
@given(st.data())
def test_event_with_any_value_changed_is_an_event_or_a_protocol_error(data):
    event = data.draw(st.sampled_from(EVENT_VALUES))
    message = changed(data, json.loads(encode_event("7", event)))
    try:
        decode_event(json.dumps(message))
    except ProtocolError as error:
        assert str(error)


def changed(data: st.DataObject, message: Any) -> Any:
    """The message with one value, key or item at any depth replaced, added or removed."""
    message = copy.deepcopy(message)
    at = message
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = data.draw(st.sampled_from(keys)) if keys else None
        deeper = key is not None and isinstance(at[key], (dict, list))
        if deeper and data.draw(st.booleans()):
            at = at[key]
            continue
        if key is None or data.draw(st.booleans()):
            new = data.draw(JSON)
            if isinstance(at, dict):
                at[data.draw(st.text()) if key is None else key] = new
            else:
                at.append(new)
        else:
            del at[key]
        return message


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["version", "request", "event", "id", "job", "arguments", "action", "value", "done", "total"]
)
NAMES = st.sampled_from([*JOBS, *EVENTS, "run", "cancel", "control", "status", *ACTIONS])
MESSAGES = st.dictionaries(KEYS, JSON | NAMES).map(lambda m: {"version": 2, **m})


@settings(max_examples=300)
@given(MESSAGES | JSON | st.binary(max_size=60))
def test_any_line_is_decoded_or_refused_by_the_errors_that_are_documented(message: Any) -> None:
    line = message if isinstance(message, bytes) else json.dumps(message).encode()
    with contextlib.suppress(ProtocolError, InputError):
        decode_request(line)
    with contextlib.suppress(ProtocolError):
        decode_event(line)
    assert isinstance(request_id(line), str) and isinstance(ended_job(line), str)


@settings(max_examples=300)
@given(st.sampled_from(REQUESTS), st.data())
def test_any_change_of_a_request_is_decoded_or_refused(request: Any, data: Any) -> None:
    message = json.loads(encode_request(request))
    place = message
    while True:
        key = data.draw(st.sampled_from(sorted(place)))
        if not isinstance(place[key], dict) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = data.draw(JSON)
    with contextlib.suppress(ProtocolError, InputError):
        decode_request(json.dumps(message))


@pytest.mark.parametrize("name", ["request", "action", "job", "event"])
def test_long_names_are_quoted_in_short(name: str) -> None:
    line = {"version": 2, "request": "run", "id": "1", name: "x" * 5000}
    if name == "action":
        line["request"] = "control"
    with pytest.raises(ProtocolError) as caught:
        (decode_event if name == "event" else decode_request)(json.dumps(line))
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("done", "total", "share"),
    [(1, 4, 0.25), (5, 4, 1), (-1, 4, 0), (1, 0, 0), (1, -1, 0), (9e300, 1e-300, 1)],
)
def test_share_of_a_progress_is_one_whatever_its_numbers(done, total, share):
    assert Progress(done, total).share == share
