"""Checkpoint files: tensors and plain containers, with a checksum."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import IO, Any, cast

import torch

from ..hatch.errors import InputError, raise_shortage
from ..hatch.files import atomic_output

_MAGIC = b"cmhcl checkpoint sha256:"
_HEADER = len(_MAGIC) + 65  # the digest in hexadecimal, and a line feed


class _HashingFile:
    """Passes on written bytes and updates their hash."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sha256 = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.sha256.update(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


def write_checkpoint(values: dict[str, Any], path: Path) -> None:
    """Write tensors and plain containers to a file, whole or not at all.

    Raises OSError or RuntimeError if it cannot be written.
    """
    with atomic_output(path) as new, new.open("wb") as file:
        file.write(bytes(_HEADER))
        body = _HashingFile(file)
        torch.save(values, cast(IO[bytes], body))
        file.seek(0)
        file.write(_MAGIC + body.sha256.hexdigest().encode("ascii") + b"\n")


def read_checkpoint(path: Path) -> dict[str, Any]:
    """Read a file of ``write_checkpoint``, on the CPU; nothing in it is executed.

    Checkpoints of version 0.1.0, which have no checksum, are read too. Raises InputError if the
    file is not a checkpoint or does not match its checksum.
    """
    data = path.read_bytes()
    header, body = data[:_HEADER], memoryview(data)
    if header.startswith(_MAGIC):
        body = body[_HEADER:]
        if hashlib.sha256(body).hexdigest() != header[len(_MAGIC) : -1].decode("ascii", "replace"):
            raise InputError(
                "The checkpoint was damaged or changed (wrong sha-256); remove it, and start the "
                "training again: {path}.",
                path=path,
            )
    try:
        values = torch.load(io.BytesIO(body), weights_only=True, map_location="cpu")
        return dict(values)
    except Exception as error:  # a damaged file raises errors of any kind
        raise_shortage(error)
        raise InputError(
            "The checkpoint cannot be read; remove it, and start the training again: {path}.",
            path=path,
        ) from error
