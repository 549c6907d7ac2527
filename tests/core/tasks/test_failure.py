"""What a job's end by an exception is called."""

from __future__ import annotations

import errno

import pytest
import torch

from core.hatch.errors import Cancelled, InputError
from core.tasks.failure import failure


def not_utf8() -> UnicodeEncodeError:
    """What libraries raise for the name of a file in another encoding."""
    try:
        b"M\xfcnchen.tif".decode("utf-8", "surrogateescape").encode("utf-8")
    except UnicodeEncodeError as error:
        return error
    raise AssertionError


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (InputError("a.tif is odd."), "input", "a.tif is odd."),
        (Cancelled(), "cancelled", "Cancelled"),
        (OSError(errno.ENOSPC, "No space", "/full/f.gpkg"), "input", "/full/f.gpkg is full"),
        (OSError(errno.ENOENT, "No such file or directory"), "input", "current folder does not"),
        (OSError(errno.EROFS, "Read-only", "/cd/f.gpkg"), "input", "permissions: /cd/f.gpkg"),
        (OSError(errno.EIO, "Input/output error", "/nas/a.tif"), "input", "check the disk"),
        (
            OSError(errno.EIO, "Input/output error", "/nas/a.tif"),
            "input",
            "start again: /nas/a.tif",
        ),
        (OSError(errno.EIO, "Input/output error"), "input", "network drive failed (Input/output"),
        (MemoryError(), "memory", "ran out of memory"),
        (torch.OutOfMemoryError("CUDA"), "memory", "ran out of memory"),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory"), "memory", "ran out"),
        (RuntimeError("plugin.cpp:54: std::bad_alloc"), "memory", "ran out"),
        (ImportError("libtorch_cpu.so: failed to map segment from shared object"), "memory", "ran"),
        (OSError("libgomp.so.1: failed to map segment from shared object"), "memory", "ran out"),
        (OSError(errno.ENOMEM, "Cannot allocate memory", "/a.tif"), "memory", "ran out"),
        (
            OSError(errno.EMFILE, "Too many open files", "/a.tif"),
            "input",
            "Too many files are open",
        ),
        (OSError(errno.ENAMETOOLONG, "too long", "nnn"), "input", "too long; choose a shorter one"),
        (OSError(errno.ELOOP, "Too many levels", "/a.tif"), "input", "permissions: /a.tif"),
        (not_utf8(), "input", r"not UTF-8; rename the file or its folder: 'M\udcfcnchen.tif'"),
        (RuntimeError("odd"), "internal", "RuntimeError: odd"),
        (OSError(errno.EACCES, "Permission denied"), "internal", "Permission denied"),
    ],
)
def test_exception_has_kind_and_message(error, kind, words):
    event = failure(error)
    assert event.kind == kind and words in event.message
    assert bool(event.details) == (kind in ("memory", "internal"))
