"""The event for an exception that ended a job."""

from __future__ import annotations

import errno
import tempfile
import traceback

from ..hatch.errors import Cancelled, InputError, is_out_of_files, is_out_of_memory, reason_of
from ..hatch.events import Error
from ..hatch.messages import Message

_MISSING = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP)
_ACCESS = (*_MISSING, errno.EACCES, errno.EPERM, errno.EROFS, errno.EFBIG)
_DEVICE = (errno.EIO, errno.ENXIO, errno.ENODEV, errno.ESTALE, errno.ETIMEDOUT)


def failure(error: Exception) -> Error:
    """The event for an exception. Only kinds "memory" and "internal" have details."""
    if isinstance(error, InputError):
        return Error("input", error.message)
    if isinstance(error, Cancelled):
        return Error("cancelled", Message("Cancelled."))
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        where = error.filename or tempfile.gettempdir()
        return Error(
            "input",
            Message("The disk of {folder} is full; free some space and start again.", folder=where),
        )
    if isinstance(error, FileNotFoundError) and not error.filename:  # that of os.getcwd
        gone = Message("The current folder does not exist; change to another one and start again.")
        return Error("input", gone)
    if isinstance(error, OSError) and error.errno in _ACCESS and error.filename:
        refused = Message(
            "The file cannot be read or written ({reason}); check its folder and its permissions: "
            "{path}",
            path=error.filename,
            reason=reason_of(error),
        )
        return Error("input", refused)
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        name = error.filename or ""
        text = Message("The name is too long; choose a shorter one: {path}", path=name)
        return Error("input", text)
    if is_out_of_files(error):
        return Error(
            "input", Message("Too many files are open; close other programs and start again.")
        )
    if isinstance(error, OSError) and error.errno in _DEVICE:
        return Error("input", _of_device(error))
    if isinstance(error, UnicodeEncodeError) and "surrogates" in error.reason:
        unreadable = Message(
            "A name is not UTF-8; rename the file or its folder: {name}.", name=repr(error.object)
        )
        return Error("input", unreadable)
    details = "".join(traceback.format_exception(error))
    if is_out_of_memory(error):
        hint = Message(
            "Close other programs, choose a smaller extent or batch, or compute on the CPU."
        )
        return Error("memory", Message("The device ran out of memory."), hint, details)
    hint = Message("This is a bug: please report it with the log.")
    return Error("internal", f"{type(error).__name__}: {error}", hint, details)


def _of_device(error: OSError) -> Message:
    """The sentence for an error of a disk or network drive, which may not say at which file."""
    reason = reason_of(error)
    if error.filename:
        return Message(
            "The file cannot be read or written ({reason}); check the disk or network drive, then "
            "start again: {path}",
            path=error.filename,
            reason=reason,
        )
    return Message(
        "A disk or network drive failed ({reason}); check it and start again.", reason=reason
    )
