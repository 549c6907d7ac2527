"""Sentences with template and arguments: what they say, and that events keep them."""

from __future__ import annotations

import ast
import copy
import json
import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import Formatter
from typing import Any

import numpy as np
import pytest

from core.hatch.errors import InputError, ModelError, SceneError, reason_of
from core.hatch.events import Error, Log, Result
from core.hatch.messages import LONGEST_TEMPLATE, LONGEST_TEXT, MOST_MESSAGES, Message, is_template
from core.hatch.protocol import ProtocolError, decode_event, encode_event
from core.hatch.results import InspectResult

ROOT = Path(__file__).parents[3]
CLASSES = {"Message", "CmhclError", "InputError", "SceneError", "ModelError"}
INSPECTED = InspectResult(["VV"], "db", "negative values", 0.5, 10, 10, 1.0, [], [])


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call that makes a message in the source of the core, and where it is."""
    for path in sorted((ROOT / "core").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if isinstance(node, ast.Call) and name in CLASSES and node.args:
                yield f"{path.name}:{node.lineno}", node


def test_templates_of_the_core_name_the_arguments_that_they_get() -> None:
    checked = 0
    for where, call in calls():
        text, names = call.args[0], {keyword.arg for keyword in call.keywords}
        if not isinstance(text, ast.Constant) or not names:
            continue
        template = str(text.value)
        assert is_template(template), where
        assert {name for _, name, _, _ in Formatter().parse(template) if name} == names, where
        checked += 1
    assert checked > 150


def test_a_message_is_its_english_text() -> None:
    template = "{path} has {count:,} bands of {size:.1f} m."
    message = Message(template, path=Path("a"), count=2000, size=1)
    assert message == "a has 2,000 bands of 1.0 m." and isinstance(message, str)
    assert message.template == template
    assert message.arguments == {"path": "a", "count": 2000, "size": 1}
    assert json.loads(json.dumps([message])) == [str(message)]


def test_without_arguments_a_template_is_the_text_whatever_braces_it_has() -> None:
    assert Message("a {b} {").arguments == {} and Message("a {b} {") == "a {b} {"
    with_arguments = Message("{a}", a="{b}")
    assert Message(with_arguments) is with_arguments and with_arguments == "{b}"


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (np.float32(0.5), 0.5),
        (np.float64(0.5), 0.5),
        (np.int64(3), 3),
        (True, "True"),
        (None, "None"),
        (ValueError("why"), "why"),
    ],
)
def test_arguments_are_texts_and_numbers(value: object, kept: object) -> None:
    (found,) = Message("{a}", a=value).arguments.values()
    assert found == kept and type(found) is type(kept)


def test_errors_keep_template_and_arguments() -> None:
    error = SceneError("{path} is no raster.", path=Path("a.tif"))
    assert str(error) == "a.tif is no raster."
    assert error.message.template == "{path} is no raster."
    assert error.message.arguments == {"path": "a.tif"}
    assert str(InputError("as {it} is")) == "as {it} is" and str(InputError()) == ""


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda e: pickle.loads(pickle.dumps(e))])
def test_errors_survive_copies_and_causes(copied: Any) -> None:
    try:
        try:
            raise OSError("the cause")
        except OSError as cause:
            raise ModelError("{what} is {reason}.", what="it", reason=Message("lost")) from cause
    except ModelError as error:
        found = copied(error)
        assert isinstance(error.__cause__, OSError)
    assert type(found) is ModelError and str(found) == "it is lost."
    assert found.message.template == "{what} is {reason}."
    assert found.message.arguments["reason"].template == "lost"


def test_a_refusal_of_the_system_has_a_reason() -> None:
    assert reason_of(PermissionError(13, "Permission denied", "a")) == "Permission denied"
    assert reason_of(OSError("by a library")) == "by a library"
    assert reason_of(OSError()) == "OSError"


# In events

FULL = Message(
    "{path} cannot be read ({reason}).",
    path="ä.tif",
    reason=Message("more than {most:,} bytes", most=5000),
)


@pytest.mark.parametrize(
    "event",
    [
        Error("input", FULL),
        Error("memory", Message("No memory."), Message("Close {count}.", count=3), "details"),
        Log(FULL, "warning"),
        Result(replace(INSPECTED, warnings=[FULL, "a plain text", Message("Fixed.")])),
    ],
)
def test_events_keep_their_messages(event: Any) -> None:
    id, found = decode_event(encode_event("1", event))
    assert (id, found) == ("1", event)
    assert parts(found) == parts(event) and "template" in str(parts(found))


def parts(value: Any) -> Any:
    """Everything in an event, messages with template and arguments."""
    if isinstance(value, Message):
        arguments = {name: parts(argument) for name, argument in value.arguments.items()}
        return {"template": value.template, "arguments": arguments}
    if isinstance(value, list):
        return list(map(parts, value))
    return parts_of_object(value) if hasattr(value, "__dict__") else value


def parts_of_object(value: Any) -> dict[str, Any]:
    return {name: parts(item) for name, item in vars(value).items()}


@pytest.mark.parametrize(
    "message",
    [
        Message("x" * (LONGEST_TEMPLATE + 1)),
        Message("{text} is b.", text="x" * LONGEST_TEXT),
        Message("{path}", path=float("nan")),
        Message("{path} is b.", path="half a character \ud800"),
    ],
)
def test_no_message_makes_an_event_unreadable(message: Message) -> None:
    _, event = decode_event(encode_event("1", Error("input", message)))
    assert event == Error("input", message)


def test_more_messages_than_an_event_may_have_remain_texts() -> None:
    warnings = [Message("{n} a", n=n) for n in range(MOST_MESSAGES + 5)]
    _, event = decode_event(encode_event("1", Result(replace(INSPECTED, warnings=warnings))))
    found = event.value.warnings  # type: ignore[union-attr]
    assert found == warnings
    assert sum(isinstance(text, Message) for text in found) == MOST_MESSAGES


def test_without_messages_an_event_has_no_templates() -> None:
    line = encode_event("1", Error("internal", "A plain text."))
    assert "templates" not in json.loads(line)
    assert not isinstance(decode_event(line)[1].message, Message)  # type: ignore[union-attr]


def test_a_worker_without_templates_is_understood() -> None:
    line = {"version": 2, "event": "error", "id": "1", "kind": "input", "message": "{a} is b."}
    _, event = decode_event(json.dumps(line))
    assert event == Error("input", "{a} is b.")


TEXT = "a.tif is b."
GOOD = {"template": "{path} is b.", "arguments": {"path": "a.tif"}}


def with_templates(templates: Any) -> str:
    line = json.loads(encode_event("1", Error("input", TEXT)))
    return json.dumps({**line, "templates": templates})


def test_a_good_template_is_taken() -> None:
    _, event = decode_event(with_templates({TEXT: GOOD}))
    assert isinstance(event, Error) and isinstance(event.message, Message)


@pytest.mark.parametrize(
    "templates",
    [
        ["text"],
        "text",
        {TEXT: None},
        {TEXT: []},
        {TEXT: {}},
        {TEXT: {**GOOD, "template": 4}},
        {TEXT: {**GOOD, "arguments": ["a.tif"]}},
        {TEXT: {**GOOD, "arguments": {}}},
        {TEXT: {**GOOD, "arguments": {"path": "b.tif"}}},
        {TEXT: {**GOOD, "arguments": {"other": "a.tif"}}},
        {TEXT: {**GOOD, "arguments": {"path": ["a.tif"]}}},
        {TEXT: {**GOOD, "arguments": {"path": True}}},
        {TEXT: {**GOOD, "arguments": {str(n): "" for n in range(100)}}},
        {TEXT: {**GOOD, "template": "{path.__class__}"}},
        {TEXT: {**GOOD, "template": "{path[0]}"}},
        {TEXT: {**GOOD, "template": "{path!r}"}},
        {TEXT: {**GOOD, "template": "{path:999999999}"}},
        {TEXT: {**GOOD, "template": "{path:.999999999f}"}},
        {TEXT: {**GOOD, "template": "{path:{path}}"}},
        {TEXT: {**GOOD, "template": "{"}},
        {TEXT: {**GOOD, "template": "{path:,}"}},
        {TEXT: {"template": "x" * (LONGEST_TEMPLATE + 1), "arguments": {}}},
        {str(n): {"template": str(n), "arguments": {}} for n in range(MOST_MESSAGES + 1)},
        {TEXT: {"template": "{path}", "arguments": {"path": TEXT + " "}}},
        {TEXT: {"template": "{path}" * 300, "arguments": {"path": "x" * (LONGEST_TEXT + 1)}}},
    ],
)
def test_hostile_templates_are_refused(templates: Any) -> None:
    with pytest.raises(ProtocolError):
        decode_event(with_templates(templates))


def test_a_message_in_itself_ends() -> None:
    loop = {TEXT: {"template": "{path}", "arguments": {"path": TEXT}}}
    _, event = decode_event(with_templates(loop))
    assert isinstance(event, Error) and event.message == TEXT
