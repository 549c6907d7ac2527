"""A JSON file that an algorithm writes."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingException

from ...core.hatch.errors import InputError
from ...core.hatch.files import atomic_output
from ..core_translations import error_text

_EXTENSION = ".json"


def check_json(path: str) -> None:
    """Raise InputError for a path of another kind of file, which would be overwritten."""
    if path and Path(path).suffix.lower() != _EXTENSION:
        raise InputError(
            "The output must end in {name}; change its name: {path}", name=_EXTENSION, path=path
        )


def write_json(text: str, path: str, problem: str) -> None:
    """Write a JSON text whole or not at all.

    Raises QgsProcessingException; of an OSError with the sentence ``problem``, which has places for
    the reason and the path.
    """
    try:
        with atomic_output(Path(path)) as new:
            new.write_text(text + "\n", encoding="utf-8")
    except InputError as error:
        raise QgsProcessingException(error_text(error)) from error
    except OSError as error:
        raise QgsProcessingException(problem.format(error.strerror, path)) from error
