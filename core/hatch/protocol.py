"""Requests and events as lines of JSON, UTF-8, one object a line. Standard library, Python 3.9+.

A request is ``{"version", "request": "run" | "cancel" | "control" | "status", "id", ...}``, an
event is ``{"version", "event", "id", ...}``. Version 1, whose jobs were flat, is still read: saved
projects and interrupted fine-tunings hold such requests.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from math import isfinite
from typing import Any, Union

from .errors import CmhclError, InputError
from .events import EVENTS, Error, Event, Progress, Result
from .jobs import JOBS, Job, SceneInput, TrainingSettings
from .messages import templates_of, with_templates
from .records import from_json

VERSION = 2
READ_VERSIONS = (1, 2)
ACTIONS = ("pause", "resume", "finish")
LONGEST_ID = 100  # characters
# What the checks of a dataclass raise for values that they do not expect.
_UNEXPECTED = (TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)


class ProtocolError(CmhclError):
    """A line that is not a request or event of a known version."""


@dataclass(frozen=True)
class RunRequest:
    """Do this job, and name it ``id`` in every event about it."""

    id: str
    job: Job


@dataclass(frozen=True)
class CancelRequest:
    """Stop the job of this id."""

    id: str


@dataclass(frozen=True)
class ControlRequest:
    """Pause, resume or finish the job of this id.

    ``action`` is one of ACTIONS. "pause" halts any job until "resume"; "finish" ends a training
    with the best weights so far.
    """

    id: str
    action: str


@dataclass(frozen=True)
class StatusRequest:
    """Answer with a Status event: whether there is a job of this id."""

    id: str


Request = Union[RunRequest, CancelRequest, ControlRequest, StatusRequest]


def encode_request(request: Request) -> str:
    """One line, newline included."""
    if isinstance(request, CancelRequest):
        line: dict[str, Any] = {"request": "cancel", "id": request.id}
    elif isinstance(request, StatusRequest):
        line = {"request": "status", "id": request.id}
    elif isinstance(request, ControlRequest):
        line = {"request": "control", "id": request.id, "action": request.action}
    else:
        job = {"job": request.job.name, "arguments": asdict(request.job)}
        line = {"request": "run", "id": request.id, **job}
    return json.dumps({"version": VERSION, **line}) + "\n"


def decode_request(line: Union[str, bytes]) -> Request:
    """The request in one line, of UTF-8 if it is bytes.

    Raises
    ------
    ProtocolError
        If the line is not a request.
    InputError
        If it is a job with values that make no sense.
    """
    message, version = _object(line)
    kind, id = message.get("request"), _id(message)
    if kind == "cancel":
        return CancelRequest(id)
    if kind == "status":
        return StatusRequest(id)
    if kind in ("control", "steer"):
        action = message.get("action", message.get("wish"))
        if action not in ACTIONS:
            raise ProtocolError(f"unknown action {action!r:.80}")
        return ControlRequest(id, action)
    if kind != "run":
        raise ProtocolError(f"unknown request {kind!r:.80}")
    if not id:
        raise ProtocolError("a job without an id")
    try:
        return RunRequest(id, job_from_json(message.get("job"), message.get("arguments"), version))
    except _UNEXPECTED as error:
        raise ProtocolError(f"{type(error).__name__}: {error}") from error


def request_id(line: Union[str, bytes]) -> str:
    """The id in a line that ``decode_request`` refused, "" if none can be read."""
    return _id_of(line)


def ended_job(line: Union[str, bytes]) -> str:
    """Id of the job in a Result or Error line that could not be decoded.

    Empty if the line is of another kind or no id can be read.
    """
    return _id_of(line, (Result.name, Error.name))


def job_from_json(name: Any, arguments: Any, version: int = VERSION) -> Job:
    """The job of this name from its decoded arguments.

    Raises
    ------
    ProtocolError
        If there is no job of this name.
    InputError
        If the arguments do not fit the job.
    """
    if not isinstance(name, str) or name not in JOBS:
        raise ProtocolError(f"unknown job {name!r:.80}")
    if version == 1 and isinstance(arguments, dict):
        arguments = _from_version_1(name, arguments)
    job: Job = from_json(JOBS[name], arguments, name)
    return job


def encode_event(id: str, event: Event) -> str:
    """One line, newline included. ``id`` is that of the job, "" for the worker itself.

    Texts that are a Message stay translatable: ``templates`` holds their templates and arguments.
    """
    values = asdict(event)
    if isinstance(event, Result):
        job = next(name for name, cls in JOBS.items() if isinstance(event.value, cls.result))
        values = {"job": job, "value": values["value"]}
    message = {"version": VERSION, "event": event.name, "id": id, **values}
    templates = templates_of(values)
    return json.dumps({**message, "templates": templates} if templates else message) + "\n"


def decode_event(line: Union[str, bytes]) -> tuple[str, Event]:
    """Job id ("" for the worker itself) and event of one line, of UTF-8 if it is bytes.

    Raises ProtocolError if the line is not an event.
    """
    message, _ = _object(line)
    id = _id(message)
    message.pop("id", None)
    name = message.pop("event", None)
    templates = message.pop("templates", {})
    if not isinstance(name, str) or name not in EVENTS:
        raise ProtocolError(f"unknown event {name!r:.80}")
    try:
        message = with_templates(message, templates) if templates else message
        if name == Result.name:
            job = message.get("job")
            if not isinstance(job, str) or job not in JOBS:
                raise ProtocolError(f"result of an unknown job {job!r:.80}")
            return id, Result(from_json(JOBS[job].result, message.get("value"), job))
        event: Event = from_json(EVENTS[name], message, name)
    except (InputError, *_UNEXPECTED) as error:
        raise ProtocolError(str(error)) from error
    if isinstance(event, Progress) and not all(map(isfinite, _numbers(event))):
        raise ProtocolError("progress that is not a number")
    return id, event


def _numbers(event: Progress) -> tuple[float, ...]:
    return (event.done, event.total, event.eta_s or 0.0)


def _object(line: Union[str, bytes]) -> tuple[dict[str, Any], int]:
    try:
        message = json.loads(line.decode("utf-8") if isinstance(line, bytes) else line)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"not JSON: {line[:80]!r}") from error
    version = message.pop("version", None) if isinstance(message, dict) else None
    if version not in READ_VERSIONS or isinstance(version, bool):
        raise ProtocolError(f"not a message of version {VERSION}: {line[:80]!r}")
    return message, version


def _id(message: dict[str, Any]) -> str:
    id = message.get("id", "")
    if not isinstance(id, (str, int)) or isinstance(id, bool) or len(str(id)) > LONGEST_ID:
        raise ProtocolError("an id that is not a short text")
    return str(id)


def _id_of(line: Union[str, bytes], events: tuple[str, ...] = ()) -> str:
    """The id in a line, "" if none can be read or it is none of these events (empty: any)."""
    try:
        message, _ = _object(line)
        return _id(message) if not events or message.get("event") in events else ""
    except ProtocolError:
        return ""


def _from_version_1(name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Arguments of version 1 in the shape of version 2."""
    values = dict(arguments)
    if name in ("extract", "evaluate"):
        values.pop("adapt", None)  # adaptation to a scene, which 0.1.0 offered
    if name == "check" and isinstance(values.get("training"), dict):
        values["finetune"] = _from_version_1("finetune", values.pop("training"))
    if name in ("extract", "evaluate", "inspect", "finetune"):
        values["scene"] = _pop_fields(SceneInput, values)
    if name in ("train", "finetune"):
        values["training"] = _pop_fields(TrainingSettings, values)
    return values


def _pop_fields(cls: Any, values: dict[str, Any]) -> dict[str, Any]:
    """Remove the entries named like a field of ``cls`` and return them."""
    names = {field.name for field in fields(cls)}
    return {key: values.pop(key) for key in list(values) if key in names}
