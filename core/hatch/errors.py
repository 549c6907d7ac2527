"""Exceptions that a caller can act on. Standard library only.

Every message is one sentence that says what is wrong, with which file, layer or field, and what to
do about it.
"""

from __future__ import annotations

import errno

from .messages import Message

# In the messages of the allocators of PyTorch and OpenVINO, and of libraries that are loaded.
_MEMORY = (
    "allocate memory",
    "out of memory",
    "bad_alloc",
    "bad allocation",
    "failed to map segment",
)
_FILES = (errno.EMFILE, errno.ENFILE)


class CmhclError(Exception):
    """Root of all exceptions of this package.

    ``template`` is the English sentence, with the names of its ``arguments`` in braces if it has
    any. ``message`` combines template and arguments; ``str(error)`` is the sentence.
    """

    def __init__(self, template: str = "", /, **arguments: object) -> None:
        self.message = Message(template, **arguments)
        super().__init__(self.message)


class InputError(CmhclError):
    """An argument, a file or a layer that cannot be used as given."""


class SceneError(InputError):
    """A raster that cannot be read, or rasters that do not fit together."""


class AreaOutsideError(InputError):
    """An area without a pixel of the scene."""


class ModelError(InputError):
    """A model that is missing, damaged, or does not fit the task."""


class DivergedError(InputError):
    """A training whose loss or weights became infinite or NaN."""

    def __init__(self) -> None:
        super().__init__(
            Message(
                "The training has diverged: its loss or its weights are not finite; lower the "
                "learning rate or the weights of the loss, and start again."
            )
        )


class Cancelled(CmhclError):  # noqa: N818 (not an error: the user asked for it)
    """The running job was cancelled by the user."""


class Interrupted(Cancelled):
    """The process of the running job is about to end; the user did not cancel the job."""


# Common OS error messages, as Linux and macOS word them.
_REASONS = (
    Message("Permission denied"),
    Message("Operation not permitted"),
    Message("No such file or directory"),
    Message("File exists"),
    Message("Not a directory"),
    Message("Is a directory"),
    Message("File name too long"),
    Message("File too large"),
    Message("Read-only file system"),
    Message("Device or resource busy"),
    Message("Text file busy"),
    Message("Directory not empty"),
    Message("Input/output error"),
    Message("Invalid argument"),
    Message("Too many open files"),
    Message("Too many levels of symbolic links"),
    Message("Stale file handle"),
)


def reason_of(error: OSError) -> str:
    """Why the operating system refused; a Message if it is one that is translated."""
    text = error.strerror or str(error) or type(error).__name__
    return next((reason for reason in _REASONS if reason == text), text)


def is_out_of_memory(error: BaseException) -> bool:
    """Whether the computer or the device had no memory left."""
    # By its name, so that jobs without a network do not load torch for its class.
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    if isinstance(error, OSError) and error.errno is not None:
        return error.errno == errno.ENOMEM
    # ImportError and OSError without a number are those of libraries that cannot be loaded.
    kinds = (RuntimeError, ImportError, OSError)
    return isinstance(error, kinds) and any(text in str(error) for text in _MEMORY)


def is_out_of_files(error: BaseException) -> bool:
    """Whether the process or the computer had as many files open as it may."""
    return isinstance(error, OSError) and error.errno in _FILES


def raise_shortage(error: BaseException) -> None:
    """Raise an error again if it is one of memory or open files, and none of the file at hand."""
    if is_out_of_memory(error) or is_out_of_files(error):
        raise error
