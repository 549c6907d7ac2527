"""Random damage to bytes and to JSON documents, by a given source of random numbers."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from random import Random
from typing import Any

MOST_CHANGES = 6
EDGE = 1024  # bytes at the ends of a file, where formats keep what they are
LONGEST_RUN = 200  # bytes that are moved or removed at a time
NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
TOKENS = (b"\0", b"\xff" * 8, b"<", b'"', b"{", b"[" * 64, b"../", b"nan", b"-", b"1e999", b"\n")


def damaged_bytes(random: Random, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """A copy with a few changes; ``others`` are inputs that parts may be taken from."""
    changed = bytearray(data)
    for _ in range(random.randint(1, MOST_CHANGES)):
        _damage(random, changed, others)
    return bytes(changed)


def _damage(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    at = _position(random, len(data))
    run = random.randint(1, LONGEST_RUN)
    choice = random.randrange(9)
    if choice == 0 and data:
        data[at % len(data)] ^= 1 << random.randrange(8)
    elif choice == 1 and data:
        data[at % len(data)] = random.randrange(256)
    elif choice == 2:
        number, size = random.choice(NUMBERS), random.choice((1, 2, 4, 8))
        order = random.choice(("little", "big"))
        data[at : at + size] = (number % (1 << 8 * size)).to_bytes(size, order)  # type: ignore[arg-type]
    elif choice == 3:
        del data[at : at + run]
    elif choice == 4:
        data[at:at] = data[at : at + run]
    elif choice == 5:
        start = _position(random, len(data))
        data[at : at + run] = data[start : start + run]
    elif choice == 6:
        data[at:at] = random.choice(TOKENS)
    elif choice == 7 and others:
        other = random.choice(others)
        start = _position(random, len(other))
        data[at : at + run] = other[start : start + run]
    elif random.random() < 0.3:
        del data[at:]


def _position(random: Random, length: int) -> int:
    """A place in a file, more often near its ends."""
    choice = random.random()
    if choice < 0.4:
        return random.randint(0, min(EDGE, length))
    if choice < 0.6:
        return random.randint(max(0, length - EDGE), length)
    return random.randint(0, length)


def odd_value(random: Random) -> Any:
    """A value that a field of a JSON document does not expect."""
    return random.choice(
        (
            None, True, False, 0, -1, 1, 7, 2**31, 2**63, -(2**63), 10**400, 0.5, -0.0, 1e-320,
            1e20, 1e308, float("nan"), float("inf"), float("-inf"), "", " ", "nan", "0", "é\u202e",
            "a\nb", "a\0b", "\ud800", "x" * 5_000, "../../outside", "/etc/passwd", "C:\\x", "<b>",
            "/vsicurl/http://127.0.0.1:9/x", "{}", [], {}, [[]], [None], [0, 0], [1, 2, 3], {"": 0},
            {"type": "Building"}, _nested(random.choice((3, 30, 300))), list(range(200)),
        )
    )  # fmt: skip


def _nested(levels: int) -> Any:
    value: Any = 0
    for level in range(levels):
        value = [value] if level % 2 else {"a": value}
    return value


def damaged_json(random: Random, document: Any) -> Any:
    """A copy of a decoded document with a few changes to its values, keys and shape."""
    holder = [copy.deepcopy(document)]
    for _ in range(random.randint(1, MOST_CHANGES)):
        container, key = _place(random, holder)
        _change(random, container, key)
        if not holder:
            holder = [None]
    return holder[0]


def _place(random: Random, holder: list[Any]) -> tuple[Any, Any]:
    """A container somewhere in the document, and one of its keys or indices."""
    container: Any = holder
    key: Any = 0
    while isinstance(container[key], (dict, list)) and container[key] and random.random() < 0.85:
        container = container[key]
        keys = list(container) if isinstance(container, dict) else range(len(container))
        key = random.choice(keys)
    return container, key


def _change(random: Random, container: Any, key: Any) -> None:
    choice = random.randrange(7)
    if choice == 0:
        del container[key]
    elif choice == 1 and isinstance(container, dict):
        container[random.choice(("", "type", "x" * 300, f"{key}2"))] = container.pop(key)
    elif choice == 2 and isinstance(container, list):
        container.insert(key, copy.deepcopy(container[key]))
    elif choice == 3:
        container[key] = random.choice(([container[key]], {"a": container[key]}, str))
        if container[key] is str:
            container[key] = "text"
    elif choice == 4 and isinstance(container[key], (int, float)):
        try:
            container[key] = container[key] * random.choice((-1, 0, 2, 1000, 1e6, 1e300))
        except OverflowError:
            container[key] = 0
    else:
        container[key] = odd_value(random)


def json_bytes(random: Random, document: Any) -> bytes:
    """The document as UTF-8, in one of several spellings; a lone surrogate is not valid UTF-8."""
    is_ascii = random.random() < 0.5
    text = json.dumps(document, ensure_ascii=is_ascii)
    return text.encode("utf-8", "surrogatepass")


def damaged_document(random: Random, documents: Sequence[bytes]) -> bytes:
    """One of these JSON documents, changed as a document or as bytes or both."""
    data = random.choice(documents)
    if random.random() < 0.75:
        data = json_bytes(random, damaged_json(random, json.loads(data)))
    if random.random() < 0.35:
        data = damaged_bytes(random, data, documents)
    return data
