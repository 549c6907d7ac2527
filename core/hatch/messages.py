"""Sentences that can be shown in another language. Standard library only, Python 3.9+.

The English template is the key, as in gettext: the plugin translates it and fills in the same
arguments. Everything else takes a message as the English text that it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from numbers import Integral, Real
from typing import Any, Union

Value = Union[str, int, float]

MOST_MESSAGES = 1000  # in one event
MOST_ARGUMENTS = 20
DEEPEST = 3  # messages in messages
LONGEST_TEMPLATE = 2000  # characters
LONGEST_TEXT = 100_000
# Arguments by name, numbers also with digits and a separator, such as {size:.2f} and {count:,}.
_TEMPLATE = re.compile(r"(?:[^{}]|\{\{|\}\}|\{[a-z]\w*(?::(?:,|g|,?\.\d[fg%]))?\})*")


class Message(str):
    """A translatable message: an English text, with its template and arguments.

    Attributes
    ----------
    template
        The text with the names of its arguments in braces, as ``str.format`` takes it. Without
        arguments it is the text itself, whatever braces it has.
    arguments
        By name. Numbers are kept, so that they can be shown with the decimal point of a language;
        an argument that is a Message is to be translated as well; all else is its text.
    """

    template: str
    arguments: dict[str, Value]

    def __new__(cls, template: str, /, **arguments: object) -> Message:
        if isinstance(template, Message) and not arguments:
            return template
        values = {name: _value(value) for name, value in arguments.items()}
        message = super().__new__(cls, template.format(**values) if values else template)
        message.template, message.arguments = template, values
        return message


def _value(value: object) -> Value:
    """Convert a value to a type of JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, Real) and not isinstance(value, bool):
        return int(value) if isinstance(value, Integral) else float(value)
    return str(value)


def templates_of(values: Any) -> dict[str, dict[str, Any]]:
    """Template and arguments of every message in nested lists and objects, by its text.

    Messages that are too long, or more than MOST_MESSAGES, remain plain texts.
    """
    found = {
        str(message): {"template": message.template, "arguments": message.arguments}
        for message in _messages_in(values)
        if len(message) <= LONGEST_TEXT and len(message.template) <= LONGEST_TEMPLATE
    }
    return dict(islice(found.items(), MOST_MESSAGES))


def _messages_in(values: Any) -> Iterator[Message]:
    if isinstance(values, Message):
        yield values
        values = values.arguments
    if isinstance(values, dict):
        values = list(values.values())
    for value in values if isinstance(values, (list, tuple)) else ():
        yield from _messages_in(value)


def with_templates(values: Any, templates: Any) -> Any:
    """Nested lists and objects, in which the texts that ``templates_of`` listed are messages again.

    Raises ValueError if ``templates`` is not what ``templates_of`` gives.
    """
    if not isinstance(templates, dict) or len(templates) > MOST_MESSAGES:
        raise ValueError("templates that are not a short object")
    messages: dict[str, Message] = {}
    for _ in range(DEEPEST):  # the arguments of a message may be messages
        messages = {text: _message(text, value, messages) for text, value in templates.items()}
    return _replaced(values, messages)


def _message(text: str, value: Any, messages: dict[str, Message]) -> Message:
    """The message of a text. Raises ValueError if it has another text."""
    value = value if isinstance(value, dict) else {}
    template, arguments = value.get("template"), value.get("arguments")
    if not isinstance(template, str) or len(template) > LONGEST_TEMPLATE:
        raise ValueError("a template that is not a short text")
    if not isinstance(arguments, dict) or len(arguments) > MOST_ARGUMENTS:
        raise ValueError("arguments that are not a short object")
    if arguments and not is_template(template):
        raise ValueError(f"not a template: {template[:80]!r}")
    for argument in arguments.values():
        if type(argument) not in (str, int, float) or len(str(argument)) > LONGEST_TEXT:
            raise ValueError("an argument that is not a short text or a number")
    try:
        message = Message(template, **_replaced(arguments, messages))
    except KeyError as error:
        raise ValueError(f"a template without its arguments: {template[:80]!r}") from error
    if message != text:
        raise ValueError(f"a template of another text: {template[:80]!r}")
    return message


def is_template(text: str) -> bool:
    """Whether braces contain only names, optionally with digits and a separator."""
    return bool(_TEMPLATE.fullmatch(text))


def _replaced(values: Any, messages: dict[str, Message]) -> Any:
    if isinstance(values, dict):
        return {key: _replaced(value, messages) for key, value in values.items()}
    if isinstance(values, list):
        return [_replaced(value, messages) for value in values]
    return messages.get(values, values) if isinstance(values, str) else values
