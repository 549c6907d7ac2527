"""Checks of a field's value; each error names the field. Standard library only, Python 3.9+."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import Optional

from .errors import InputError


def one_of(name: str, value: str, allowed: Collection[str]) -> None:
    """Raise InputError unless ``value`` is one of ``allowed``."""
    if value not in allowed:
        raise InputError(
            "{field} must be one of {allowed}, not {value}.",
            field=name,
            allowed=", ".join(allowed),
            value=repr(value)[:80],
        )


def share(name: str, value: Optional[float]) -> None:
    """Raise InputError unless ``value`` is None or between 0 and 1."""
    if value is not None and not 0 <= value <= 1:
        raise InputError("{field} must be between 0 and 1, not {value}.", field=name, value=value)


def at_least(name: str, value: float, least: float) -> None:
    """Raise InputError unless ``value`` is finite and at least ``least``."""
    if not least <= value < math.inf:
        raise InputError(
            "{field} must be at least {least:g}, not {value}.", field=name, least=least, value=value
        )


def more_than(name: str, value: float, bound: float) -> None:
    """Raise InputError unless ``value`` is finite and more than ``bound``."""
    if not bound < value < math.inf:
        raise InputError(
            "{field} must be more than {bound:g}, not {value}.",
            field=name,
            bound=bound,
            value=value,
        )
