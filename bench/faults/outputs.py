"""What is in a folder before and after a fault, and whether an output is complete."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyogrio
import rasterio

from core.hatch.library import BLOCKS, REPORT
from core.hatch.manifest import read_manifest
from core.models.store import load_model

Bytes = dict[str, str]  # digests by name of file; empty: there is nothing


def bytes_of(path: Path) -> Bytes:
    """The digest of a file, or those of the files of a folder."""
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return {str(file.relative_to(path)): _digest(file.read_bytes()) for file in files}


def content_of(path: Path) -> str:
    """A digest of what an output says, whatever is different in its bytes, such as its date.

    Raises an error of any kind if the output is not complete.
    """
    if path.is_dir():
        load_model(path)
        if not (path / REPORT).read_text(encoding="utf-8").rstrip().endswith("</html>"):
            raise ValueError(f"{path.name} has half a report")
        pyogrio.raw.read(path / BLOCKS)
        return read_manifest(path).sha256
    if path.suffix == ".tif":
        with rasterio.open(path) as file:
            return _digest(file.read().tobytes() + repr(sorted(file.tags().items())).encode())
    meta, _, wkb, values = pyogrio.raw.read(path)
    names = repr((list(meta["fields"]), meta["crs"]))
    return _digest(names.encode() + b"".join(wkb) + repr([list(v) for v in values]).encode())


def hidden_in(folder: Path) -> list[str]:
    """Hidden files and folders, wherever they are in a folder."""
    return [path.name for path in folder.rglob(".*")]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
