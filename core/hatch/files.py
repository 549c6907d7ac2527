"""Outputs that appear under their name only when they are whole. Standard library, Python 3.9+."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import InputError


@contextmanager
def atomic_output(out: Path) -> Iterator[Path]:
    """A path in a hidden folder next to ``out``, moved to ``out`` if the block succeeds.

    Raises
    ------
    InputError
        If the folder of ``out`` cannot be written or ``out`` cannot be replaced.
    """
    with unfinished_folder(out) as folder:
        new = folder / f"new{out.suffix}"
        yield new
        try:
            new.replace(out)
        except OSError as error:
            raise InputError(
                f"{out} cannot be replaced ({error.strerror}); remove its layer from the project "
                "or choose another name."
            ) from error


@contextmanager
def atomic_folder(out: Path) -> Iterator[Path]:
    """An empty folder in a hidden one next to ``out``, moved to ``out`` if the block succeeds.

    A folder ``out`` that exists is replaced. Raises as ``atomic_output`` does.
    """
    with unfinished_folder(out) as folder:
        new, old = folder / "new", folder / "old"
        new.mkdir()
        yield new
        try:
            if out.exists():
                out.rename(old)
            try:
                new.rename(out)
            except OSError:
                if old.exists():
                    old.rename(out)
                raise
        except OSError as error:
            raise InputError(
                f"{out} cannot be replaced ({error.strerror}); close what uses its files or choose "
                "another name."
            ) from error


def unfinished_path(out: Path) -> Path:
    """The hidden folder that ``out`` is written in; it remains if the process is killed."""
    return out.with_name(f".{out.name}.unfinished")


@contextmanager
def unfinished_folder(out: Path) -> Iterator[Path]:
    """An empty hidden folder next to ``out``, removed at the end.

    Raises InputError if it cannot be made.
    """
    folder = unfinished_path(out)
    shutil.rmtree(folder, ignore_errors=True)  # of a process that was killed
    try:
        folder.mkdir()
    except OSError as error:
        raise InputError(
            f"The folder {out.parent} cannot be written ({error.strerror}); choose another one."
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
