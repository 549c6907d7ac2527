"""Dataclasses from JSON values, with every type checked. Standard library only, Python 3.9+."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass, replace
from typing import Any, Optional, TypeVar, Union, get_args, get_origin, get_type_hints

from .errors import InputError

Record = TypeVar("Record")


def from_json(
    cls: type[Record], values: Any, name: str = "", defaults: Optional[Record] = None
) -> Record:
    """Build a dataclass from an object as ``json`` decodes it.

    Lists become tuples where the field is one, nested objects become nested dataclasses. A nested
    object may be partial: the default of the field that contains it supplies the rest.

    Parameters
    ----------
    cls
        A dataclass, whose fields may be str, int, float, bool, Any, Optional, list, tuple, dict
        and further dataclasses.
    values
        The decoded object.
    name
        Name of the object in error messages; default: the name of the class.
    defaults
        Supplies the values that are left out; default: the defaults of the class.

    Raises
    ------
    InputError
        If a field is missing, unknown or of another type.
    """
    name = name or cls.__name__
    if not isinstance(values, dict):
        raise InputError("{field} must be an object, not {kind}.", field=name, kind=_kind(values))
    hints = get_type_hints(cls)
    known = {field.name: field for field in fields(cls)}  # type: ignore[arg-type]
    unknown = sorted(str(key) for key in values if key not in known)
    if unknown:
        raise InputError("{field} has no field {key}.", field=name, key=repr(unknown[0][:80]))
    default_of = {
        key: _default(field) if defaults is None else getattr(defaults, key)
        for key, field in known.items()
    }
    for key, default in default_of.items():
        if key not in values and default is MISSING:
            raise InputError("{field} has no value for {key}.", field=name, key=repr(key))
    given = {key: _value(hints[key], value, key, default_of[key]) for key, value in values.items()}
    return cls(**given) if defaults is None else replace(defaults, **given)  # type: ignore[type-var]


def _default(field: Field[Any]) -> Any:
    """The default of a field, MISSING if there is none."""
    return field.default if field.default_factory is MISSING else field.default_factory()


def _value(hint: Any, value: Any, name: str, default: Any = None) -> Any:
    """``value`` as the type that a field asks for. Raises InputError.

    ``default`` is that of the field, for a nested dataclass.
    """
    origin, inner = get_origin(hint), get_args(hint)
    if hint is Any:
        return value
    if origin is Union:
        if value is None and type(None) in inner:
            return None
        return _value(next(kind for kind in inner if kind is not type(None)), value, name)
    if origin in (tuple, list):
        if not isinstance(value, (list, tuple)):
            raise InputError("{field} must be a list, not {kind}.", field=name, kind=_kind(value))
        if origin is tuple and inner[-1] is not Ellipsis:
            if len(value) != len(inner):
                raise InputError(
                    "{field} must have {count} values, not {given}.",
                    field=name,
                    count=len(inner),
                    given=len(value),
                )
            return tuple(_value(kind, item, name) for kind, item in zip(inner, value))
        return origin(_value(inner[0], item, name) for item in value)
    if origin is dict:
        if not isinstance(value, dict):
            raise InputError(
                "{field} must be an object, not {kind}.", field=name, kind=_kind(value)
            )
        return {str(key): _value(inner[1], item, name) for key, item in value.items()}
    if is_dataclass(hint):
        defaults = default if isinstance(default, hint) else None  # type: ignore[arg-type]
        return value if isinstance(value, hint) else from_json(hint, value, name, defaults)  # type: ignore
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        try:
            return float(value)
        except OverflowError as error:
            raise InputError("{field} is too large.", field=name) from error
    if not isinstance(value, hint) or (hint is not bool and isinstance(value, bool)):
        raise InputError(
            "{field} must be of type {wanted}, not {kind}.",
            field=name,
            wanted=hint.__name__,
            kind=_kind(value),
        )
    return value


def _kind(value: Any) -> str:
    return type(value).__name__
