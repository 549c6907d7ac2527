"""The check of a job's outputs before the job starts."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ..hatch.errors import InputError, reason_of
from ..hatch.existence import is_folder
from ..hatch.files import cannot_write, sidecars_of
from ..hatch.in_use import is_locked, is_sqlite, journals_of, open_elsewhere
from ..hatch.jobs import Job
from ..hatch.messages import Message
from ..hatch.pipes import refuse_pipe, refuse_pipes_in
from ..hatch.remains import remove_remains
from ..hatch.resume_folders import remove_outdated
from ..hatch.same_file import is_same_file
from ..raster.mosaic import EXTENSIONS
from .input_files import files_behind, is_virtual
from .job_files import Output, files_of


def check_outputs(job: Job) -> None:
    """Raise InputError unless every output of a job can be written without losing anything.

    No input may be a device or a pipe. No output may be an input of the job, or a part of one, or
    another output. An existing output is replaced only if it is one of ours, if the job's
    ``overwrite`` allows it, and if no program uses it.
    """
    files = files_of(job)
    for name in files.inputs:
        refuse_pipe(name)
        if is_folder(name):
            refuse_pipes_in(name)
    if not files.outputs:
        return
    inputs = {path: name for name in files.inputs for path in files_behind(name)}
    written: list[Path] = []
    for output in files.outputs:
        path = _resolved(output)
        _check_apart(path, inputs, written)
        written.append(path)
    for output, path in zip(files.outputs, written):
        _check_extension(path, output)
        _check_folder(path, output)
        remove_remains(path.parent)
        remove_outdated(path.parent)
        if _exists(path):
            _check_replaceable(path, output, files.overwrite)
        else:
            _check_no_sidecars(path)
        if not output.kind.is_replaced:
            _check_unused(path)


def check_contents(job: Job) -> None:
    """Raise InputError if a folder to write has got other files since the job started.

    For long jobs, which can be resumed once the folder is empty.
    """
    for output in files_of(job).outputs:
        path = _resolved(output)
        if output.kind.extensions is None and path.is_dir():
            problem = output.kind.problem(path)
            if problem:
                raise InputError(
                    "{problem}; move them and start again: {path}", problem=problem, path=path
                )


def _resolved(output: Output) -> Path:
    """The path that an output is written to: without links, and without ".." in it.

    Raises InputError for a name that no file can have.
    """
    if not output.path or "\0" in output.path:
        raise InputError(
            "The output has no valid name; name a file or folder: {path}", path=repr(output.path)
        )
    if is_virtual(output.path):
        raise InputError(
            "The output is not a file on this computer; choose another name: {path}",
            path=output.path,
        )
    return Path(os.path.realpath(output.path))


def _check_extension(path: Path, output: Output) -> None:
    """The name of an output must fit its kind."""
    extensions = output.kind.extensions() if output.kind.extensions else ()
    if not extensions or path.suffix.lower() in extensions:
        return
    *first, last = extensions
    if not first:
        raise InputError(
            "The output must end in {name}; change its name: {path}", name=last, path=path
        )
    raise InputError(
        "The output must end in {names} or {last}; change its name: {path}",
        names=", ".join(first),
        last=last,
        path=path,
    )


def _check_apart(path: Path, inputs: dict[Path, str], written: Iterable[Path]) -> None:
    """An output must be neither an input nor another output, nor contain one."""
    for other, name in inputs.items():
        real = Path(os.path.realpath(other))
        if (
            is_same_file(path, other)
            or (path in real.parents and path.is_dir())
            or (other.is_dir() and _exists(path) and real in path.parents)
            or (real == path.parent and path.suffix.lower() in EXTENSIONS)  # part of a mosaic
        ):
            raise InputError(
                "The output is read by the same job ({name}); choose another name: {path}",
                name=name,
                path=path,
            )
    for second in written:
        if is_same_file(path, second) or second in path.parents:
            raise InputError(
                "Two outputs of the job have the same name; choose another for one: {path}",
                path=path,
            )


def _exists(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except NotADirectoryError:  # the folder is checked by itself
        return False
    except OSError as error:
        raise InputError(
            "The output has a name that cannot be written ({reason}); choose another name: {path}",
            reason=reason_of(error),
            path=path,
        ) from error
    return True


def _check_folder(path: Path, output: Output) -> None:
    """The folder of an output, or the first existing one above it, must be writable."""
    folder = path.parent
    while output.kind.makes_folders and not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise cannot_write(folder / path.name, error) from error


def _check_replaceable(path: Path, output: Output, overwrite: bool) -> None:
    """An existing output must be of its kind, one of ours, and not protected."""
    kind = output.kind
    if kind.extensions is None and not path.is_dir():
        raise InputError(
            "The output is a file, not a folder; choose another name: {path}", path=path
        )
    if kind.extensions is not None and not path.is_file():
        raise InputError(
            "The output exists and is not a file; choose another name: {path}", path=path
        )
    if kind.is_replaced or (path.is_dir() and not any(path.iterdir())):
        return
    if not overwrite:
        raise InputError(
            "The output exists; choose another name or replace it with --overwrite: {path}",
            path=path,
        )
    if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise InputError("The output is read-only; choose another name: {path}", path=path)
    try:
        problem = kind.problem(path)
    except OSError as error:
        problem = Message(
            "The output exists and cannot be read ({reason})", reason=reason_of(error)
        )
    if problem:
        raise InputError("{problem}; choose another name: {path}", problem=problem, path=path)


def _check_no_sidecars(path: Path) -> None:
    """A new raster must not be read with files that were made for another one."""
    sidecars = sidecars_of(path)
    if sidecars:
        raise InputError(
            "The file {name} was made for another raster and would be read with the output; remove "
            "it or choose another name: {path}",
            name=sidecars[0].name,
            path=path,
        )


def _check_unused(path: Path) -> None:
    """Raise InputError if a program uses the output, or left a journal of it behind."""
    journals = journals_of(path)
    if journals:
        raise InputError(
            "The output is open in another program, or was not closed properly: it has the "
            "journal {journal}; close it there or choose another name: {path}",
            journal=journals[0].name,
            path=path,
        )
    if not path.exists():
        return
    files = [file for file in (path.rglob("*") if path.is_dir() else (path,)) if file.is_file()]
    used = open_elsewhere(files) or [file for file in files if is_sqlite(file) and is_locked(file)]
    if used:
        raise InputError(
            "The output is open in another program; close it there or choose another name: {path}",
            path=used[0],
        )
