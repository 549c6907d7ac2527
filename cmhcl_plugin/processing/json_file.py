"""A JSON file that an algorithm writes."""

from __future__ import annotations

from pathlib import Path

from ...core.hatch.errors import InputError
from ...core.hatch.files import atomic_output

_EXTENSION = ".json"


def check_json(path: str) -> None:
    """Raise InputError for a file of another kind, which might be replaced; empty is none."""
    if path and Path(path).suffix.lower() != _EXTENSION:
        raise InputError(
            "The output must end in {name}; change its name: {path}", name=_EXTENSION, path=path
        )


def write_json(text: str, path: Path) -> None:
    """Write a JSON text whole or not at all. Raises InputError or OSError."""
    check_json(str(path))
    with atomic_output(path) as new:
        new.write_text(text + "\n", encoding="utf-8")
