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


def at_least(name: str, value: float, least: float, most: float = math.inf) -> None:
    """Raise InputError unless ``value`` is finite, at least ``least`` and at most ``most``."""
    _finite(name, value)
    if value < least:
        raise InputError(
            "{field} must be at least {least:g}, not {value}.", field=name, least=least, value=value
        )
    _at_most(name, value, most)


def more_than(name: str, value: float, bound: float, most: float = math.inf) -> None:
    """Raise InputError unless ``value`` is finite, more than ``bound`` and at most ``most``."""
    _finite(name, value)
    if value <= bound:
        raise InputError(
            "{field} must be more than {bound:g}, not {value}.",
            field=name,
            bound=bound,
            value=value,
        )
    _at_most(name, value, most)


def _finite(name: str, value: float) -> None:
    if not -math.inf < value < math.inf:  # isfinite fails for very large integers
        raise InputError("{field} must be a finite number, not {value}.", field=name, value=value)


def _at_most(name: str, value: float, most: float) -> None:
    if value > most:
        raise InputError(
            "{field} must be at most {most:,}, not {value}.", field=name, most=most, value=value
        )
