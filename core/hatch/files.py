"""Outputs that appear under their name only when they are whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import InputError


@contextmanager
def atomic_output(out: Path) -> Iterator[Path]:
    """A path in a hidden folder beside ``out``, moved to ``out`` when all went well.

    Raises InputError when the folder of ``out`` can't be written, or ``out`` not be replaced.
    """
    try:
        folder = tempfile.TemporaryDirectory(
            prefix=".cmhcl-", dir=out.parent, ignore_cleanup_errors=True
        )
    except OSError as error:
        raise InputError(
            f"The folder {out.parent} cannot be written ({error.strerror}); choose another one."
        ) from error
    with folder as name:
        beside = Path(name) / f"new{out.suffix}"
        yield beside
        try:
            beside.replace(out)
        except OSError as error:
            raise InputError(
                f"{out} cannot be replaced ({error.strerror}); remove its layer from the project "
                "or choose another name."
            ) from error
