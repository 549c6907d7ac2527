"""Exact hash of an object's state: objects with equal hashes behave the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely


def state_digest(*objects: object) -> str:
    """Hash of objects of plain values, arrays, geometries, containers, and objects of these.

    Raises TypeError for any other kind of value.
    """
    result = hashlib.sha256()
    for piece in _pieces(objects):
        result.update(piece)
    return result.hexdigest()


def _pieces(value: Any) -> Iterator[bytes]:
    """The content of a value as bytes, beginning with its type and length."""
    name = type(value).__name__
    if value is None or isinstance(value, (bool, int, float, str, np.generic)):
        yield f"{name} {value!r};".encode()
    elif isinstance(value, np.ndarray) and value.dtype != object:
        yield f"{value.dtype} {value.shape};".encode()
        yield np.ascontiguousarray(value).tobytes()
    elif isinstance(value, shapely.Geometry):
        yield shapely.to_wkb(value)
    elif isinstance(value, (set, frozenset)):
        yield from _pieces(sorted(value))
    elif isinstance(value, dict):
        yield from _pieces(list(value.items()))
    elif isinstance(value, (list, tuple, np.ndarray)):
        yield f"{name} {len(value)};".encode()
        for item in value:
            yield from _pieces(item)
    elif isinstance(value, slice):
        yield from _pieces((value.start, value.stop, value.step))
    elif hasattr(value, "__dict__"):
        yield f"{name};".encode()
        yield from _pieces(vars(value))
    else:
        raise TypeError(f"the state of a {name} is not known")
