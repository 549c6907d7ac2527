"""Every signal that the plugin declares is emitted by Qt 6 with the types that it declares."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import pytest
from qgis.PyQt.QtCore import pyqtSignal
from test_names import classes

VALUES = {
    "QString": "a text",
    "bool": True,
    "int": 3,
    "double": 1.5,
    "QVariantList": [1, "b"],
    "PyQt_PyObject": {"any": object()},
}


def declared() -> Iterator[tuple[type, str]]:
    """The classes of the plugin and the names of their own signals."""
    for _, _, found in classes():
        for name, value in vars(found).items():
            if isinstance(value, pyqtSignal):
                yield found, name


def bare(found: type) -> Any:
    """An object of a class of the plugin, made by Qt alone, without its own ``__init__``."""
    of_qt = next(base for base in inspect.getmro(found) if base.__module__.startswith("PyQt6."))
    made = found.__new__(found)
    of_qt.__init__(made)
    return made


def test_every_signal_carries_what_it_declares(qapp: Any) -> None:  # noqa: ARG001
    seen = 0
    for found, name in declared():
        sender = bare(found)
        signal = getattr(sender, name)
        _, _, types = signal.signal.removesuffix(")").partition("(")
        sent = tuple(VALUES[kind] for kind in types.split(",") if kind)
        received: list[tuple[Any, ...]] = []
        signal.connect(lambda *values, received=received: received.append(values))
        signal.emit(*sent)
        assert received == [sent], f"{found.__name__}.{name}"
        if sent:
            with pytest.raises(TypeError):
                signal.emit()
        seen += 1
    assert seen > 100
