"""Outputs that get their name only when they are complete. Standard library only, Python 3.9+.

Everything is written in a hidden folder next to the output and renamed at the end. A lock in that
folder says that its process is alive; what a killed process leaves is removed by the next one.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Optional

from .errors import InputError, raise_shortage, reason_of
from .exchange import exchange
from .file_lock import try_lock
from .in_use import journals_of
from .messages import Message
from .remains import LOCK, OLD, RUN, UNFINISHED, hidden_path, remove_folder, remove_remains

try:
    import resource
except ImportError:  # on Windows, which has no such limit
    resource = None  # type: ignore[assignment]

_ALMOST_FULL = 1_000_000  # free bytes, fewer of which a disk counts as full
# What GDAL reads with a raster file of this name: statistics, overviews, masks.
SIDECARS = (".aux.xml", ".ovr", ".msk", ".aux", ".rrd", ".vat.dbf", ".ovr.aux.xml")
# Extended attributes of Linux with the permissions of single users and groups.
_ACCESS_LISTS = ("system.posix_acl_access", "system.posix_acl_default")
_IN_USE = (errno.EBUSY, errno.EACCES, errno.EPERM, errno.ETXTBSY)
_READ_WRITE = os.O_RDWR if os.name == "nt" else os.O_RDONLY  # what flushing a file needs


@contextmanager
def atomic_files(out: Path) -> Iterator[Path]:
    """As ``atomic_output``, for formats that write other files of the same stem as well.

    The path has the name of ``out``. If there are several files, no existing ones are replaced.
    """
    out = Path(os.path.realpath(out))
    with unfinished_folder(out) as folder:
        before = _state(out)
        new = folder / out.name
        yield new
        others = [path for path in folder.iterdir() if path not in (new, folder / LOCK)]
        taken = [path.name for path in (new, *others) if os.path.lexists(out.with_name(path.name))]
        if others and taken:
            raise InputError(
                "The output has several files, of which one exists ({name}); choose another name: "
                "{out}",
                name=taken[0],
                out=out,
            )
        for path in others:
            _finish(path, out.with_name(path.name), None)
        _finish(new, out, before)


@contextmanager
def atomic_output(out: Path) -> Iterator[Path]:
    """A path in a hidden folder next to ``out``, moved to ``out`` if the block succeeds.

    An existing file is replaced, and the new one gets its permissions. If ``out`` has changed or is
    in use by then, the new one is kept next to it under another name. If ``out`` is a link, its
    target is written.

    Raises
    ------
    InputError
        If the folder of ``out`` cannot be written, another run is writing ``out``, or ``out``
        cannot be replaced.
    """
    out = Path(os.path.realpath(out))
    with unfinished_folder(out) as folder:
        before = _state(out)
        new = folder / f"new{out.suffix}"
        yield new
        _finish(new, out, before)


@contextmanager
def atomic_folder(out: Path) -> Iterator[Path]:
    """An empty folder in a hidden one next to ``out``, moved to ``out`` if the block succeeds.

    A folder ``out`` that exists is replaced as a whole. Otherwise as ``atomic_output``.
    """
    out = Path(os.path.realpath(out))
    with unfinished_folder(out) as folder:
        before = _state(out)
        new = folder / "new"
        with writing(out):
            new.mkdir()
        yield new
        _finish(new, out, before, _move_folder)


def _move_folder(new: Path, out: Path) -> None:
    """Rename a folder to ``out``, and an existing one to ``old`` if they cannot be exchanged.

    Rolls back if the second rename fails.
    """
    if out.exists() and exchange(new, out):
        return
    old = new.with_name(OLD)
    if out.exists():
        out.rename(old)
    try:
        new.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise


def unfinished_path(out: Path) -> Path:
    """The hidden folder that ``out`` is written in; it remains if the process is killed."""
    return hidden_path(out, UNFINISHED)


@contextmanager
def unfinished_folder(out: Path) -> Iterator[Path]:
    """A new hidden folder next to ``out`` with a lock in it, removed at the end.

    What killed processes left in the same folder is removed first. Raises InputError if the folder
    cannot be made or another run is writing ``out``.
    """
    with _locked_folder(unfinished_path(out), out) as folder:
        yield folder


@contextmanager
def only_run(out: Path) -> Iterator[None]:
    """Let no other process enter this block for the same ``out``, whose folder is made if missing.

    For a run that writes its output at the end but other files from its start. Raises InputError if
    there is such a process or the folder cannot be made.
    """
    out = Path(os.path.realpath(out))
    with writing(out):
        out.parent.mkdir(parents=True, exist_ok=True)
    with _locked_folder(hidden_path(out, f"{RUN}{UNFINISHED}"), out):
        yield


@contextmanager
def _locked_folder(folder: Path, out: Path) -> Iterator[Path]:
    """Make a hidden folder with a lock for the output ``out``; it is removed at the end."""
    remove_remains(out.parent)
    if folder.is_dir() and not (folder / LOCK).exists():  # of version 0.1.0, which had no locks
        shutil.rmtree(folder, ignore_errors=True)
    try:
        lock = _make_locked(folder, out.name)
    except FileExistsError as error:
        raise InputError(
            "Another run is writing this output; wait until it has finished, or delete {name} if "
            "there is none: {out}",
            name=folder.name,
            out=out,
        ) from error
    except OSError as error:
        raise cannot_write(out, error) from error
    try:
        yield folder
    finally:
        if lock:
            lock.close()
        remove_folder(folder)


def _make_locked(folder: Path, name: str) -> Optional[BinaryIO]:
    """Make a folder with a lock in it that holds a name; return the lock of ``try_lock``."""
    while True:
        folder.mkdir()
        try:
            with (folder / LOCK).open("xb") as file:
                file.write(os.fsencode(name))
            return try_lock(folder / LOCK)
        except FileExistsError:
            raise
        except FileNotFoundError:  # another run removed the folder as a leftover
            if not folder.parent.is_dir():
                raise
        except OSError:
            remove_folder(folder)
            raise


def cannot_write(out: Path, error: BaseException) -> InputError:
    """The error for an output that could not be written: full disk, quota, folder, or other."""
    folder = _visible_folder(out)
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOSPC, errno.EDQUOT) or is_almost_full(folder):
        return InputError(
            "The disk of {folder} is full; free some space and start again.", folder=folder
        )
    if isinstance(error, UnicodeError):
        reason: str = Message("its name or that of the output is not UTF-8")
    elif isinstance(error, OSError) and error.strerror:
        reason = reason_of(error)
    elif not folder.is_dir():
        reason = reason_of(FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))
    elif _is_size_limited():  # of which a library says only that it cannot write
        reason = reason_of(OSError(errno.EFBIG, os.strerror(errno.EFBIG)))
    else:
        reason = " ".join(str(error.__cause__ or error).split()) or type(error).__name__
    return InputError(
        "The folder {folder} cannot be written ({reason}); choose another one.",
        folder=folder,
        reason=reason,
    )


def _is_size_limited() -> bool:
    """Whether the process may only write files up to a size (ulimit -f)."""
    if resource is None:
        return False
    return resource.getrlimit(resource.RLIMIT_FSIZE)[0] != resource.RLIM_INFINITY


def is_almost_full(folder: Path) -> bool:
    """Whether the disk of a folder is full, or so nearly that any write may fail.

    File systems without a size, such as /proc, are never full.
    """
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return False
    return usage.total > 0 and usage.free < _ALMOST_FULL


def _visible_folder(path: Path) -> Path:
    """The folder of an output, also for a path in its hidden folder."""
    for folder in path.parents:
        if folder.name.startswith(".") and folder.name.endswith(UNFINISHED):
            return folder.parent
    return path.parent


@contextmanager
def writing(out: Path, *errors: type[Exception]) -> Iterator[None]:
    """Turn OSError, and the ``errors`` of a library, into the InputError of ``cannot_write``."""
    caught: tuple[type[Exception], ...] = (OSError, *errors)
    try:
        yield
    except caught as error:
        raise_shortage(error)
        raise cannot_write(out, error) from error


def _finish(
    new: Path,
    out: Path,
    before: Optional[tuple[int, ...]],
    move: Callable[[Path, Path], object] = Path.replace,
) -> None:
    """``move`` a complete output to its place, if what was there is as before.

    The sidecars of what was there are removed: they would be taken for those of the new one.
    Raises InputError.
    """
    try:
        _flush(new)
        _copy_permissions(out, new)
    except OSError as error:
        raise cannot_write(out, error) from error
    try:
        _require_unchanged(out, before)
        if before:
            for path in sidecars_of(out):
                path.unlink()
        move(new, out)
    except OSError as error:
        raise _keep_under_other_name(new, out, error) from error
    _flush_folder(out.parent)


def sidecars_of(path: Path) -> list[Path]:
    """The files that GDAL would read with a GeoTIFF of this name; none for other names."""
    if path.suffix.lower() not in (".tif", ".tiff"):
        return []
    files = (path.with_name(path.name + suffix) for suffix in SIDECARS)
    return [file for file in files if file.is_file()]


def _state(out: Path) -> Optional[tuple[int, ...]]:
    """Device, inode, time and size: they differ once it is changed or replaced. None if missing."""
    try:
        status = out.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size


def _require_unchanged(out: Path, before: Optional[tuple[int, ...]]) -> None:
    """Raise OSError if an output was written or opened by another program since ``before``."""
    if journals_of(out):
        raise OSError(errno.EBUSY, Message("it is open in another program"))
    if _state(out) not in (before, None):
        raise OSError(errno.EBUSY, Message("it was changed by another program"))


def _keep_under_other_name(new: Path, out: Path, error: OSError) -> InputError:
    """Keep a complete output next to the old one if that is in use; the error that says so.

    Otherwise the new one stays in the hidden folder, and is removed with it.
    """
    refused = InputError(
        "The output cannot be replaced ({reason}); close what uses it or choose another name: "
        "{out}",
        out=out,
        reason=reason_of(error),
    )
    if error.errno not in _IN_USE:
        return refused
    kept, number = out, 2
    while os.path.lexists(kept):
        kept, number = out.with_name(f"{out.stem}_{number}{out.suffix}"), number + 1
    try:
        new.rename(kept)
    except OSError:
        return refused
    return InputError(
        "The output cannot be replaced ({reason}); close what uses it, and find the new result in "
        "{kept}: {out}",
        out=out,
        reason=reason_of(error),
        kept=kept,
    )


def _copy_permissions(old: Path, new: Path) -> None:
    """Give a file, or a folder and the files in it, the permissions of the old ones if any."""
    if not old.exists():
        return
    for path in (new, *(new.rglob("*") if new.is_dir() else ())):
        before = old / path.relative_to(new)
        if before.exists():
            status = before.stat()
            if hasattr(os, "chown"):
                with suppress(OSError):  # only root may give files away
                    os.chown(path, status.st_uid, status.st_gid)
            path.chmod(stat.S_IMODE(status.st_mode))
            for name in _ACCESS_LISTS if hasattr(os, "getxattr") else ():
                with suppress(OSError):  # there is none, or the disk has none
                    os.setxattr(path, name, os.getxattr(before, name))


def _flush(path: Path) -> None:
    """Flush a file, or a folder and its content, to the disk."""
    if path.is_dir():
        for child in path.iterdir():
            _flush(child)
        _flush_folder(path)
        return
    descriptor = os.open(path, _READ_WRITE)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _flush_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows cannot open folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
