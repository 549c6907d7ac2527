"""Classes and objects that have every attribute, for what QGIS computes and Qt never sees."""

from __future__ import annotations

from typing import Any


class Open(type):
    """Makes classes whose unknown attributes are found: enums, their values, static methods."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = Anything()
        setattr(cls, name, value)  # the same one every time, as enums are compared
        return value


class Unknown:
    """Attributes that a class does not define are objects that answer everything."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = Anything()
        self.__dict__[name] = value
        return value


class Anything(Unknown, metaclass=Open):
    """Can be called, iterated (it is empty), combined with ``|`` and ``&``, and taken for 1."""

    def __init__(self, *_: Any, **__: Any) -> None:
        super().__init__()

    def __call__(self, *_: Any, **__: Any) -> Any:
        return Anything()

    def __iter__(self) -> Any:
        return iter(())

    def __float__(self) -> float:
        return 1.0

    def __or__(self, _: object) -> Any:
        return self

    __and__ = __getitem__ = __or__


def open_class(name: str) -> type:
    """A class of this name that answers everything."""
    if name.startswith("_"):
        raise AttributeError(name)
    return Open(name, (Anything,), {})
