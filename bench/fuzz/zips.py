"""Zip files of models."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from core.hatch.library import BLOCKS, DEFAULT_MODEL, MEMBERS, REPORT, import_zip
from core.hatch.manifest import MANIFEST, WEIGHTS

from .kind import FaultError, Kind, Sample
from .mutation import damaged_bytes, damaged_document

NAMES = (
    *MEMBERS, "../outside", "/outside", "..\\outside", "a/../../outside", "model/manifest.json",
    "manifest.json/x", "a/b/manifest.json", "C:\\outside", "CON", "weights.safetensors\0.txt", "x/",
)  # fmt: skip
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
TITLES = ("../outside", "/outside", "..", "CON", ".hidden", "a/b", "é" * 200, " ", "a\\b")
_SYMLINK = 0o120777 << 16
_LOCAL, _CENTRAL = b"PK\3\4", b"PK\1\2"


def seeds(folder: Path) -> list[Sample]:  # noqa: ARG001
    """Models with small weights, with and without the other files."""
    weights = bytes(range(256)) * 4
    files = {WEIGHTS: weights, MANIFEST: _manifest(weights)}
    more = {**files, REPORT: b"<p>report", BLOCKS: b'{"type": "FeatureCollection", "features": []}'}
    return [_zip(files), _zip(more), _zip({f"model/{name}": data for name, data in more.items()})]


def damage(random: Random, samples: Sequence[Sample]) -> Sample:
    """A zip of odd members, or one whose bytes are changed."""
    sample = random.choice(samples)
    if random.random() < 0.5:
        sample = _odd_zip(random)
    if random.random() < 0.6:
        sample = Sample(_damaged_fields(random, sample.data), ".zip")
    if random.random() < 0.4:
        sample = Sample(damaged_bytes(random, sample.data, [s.data for s in samples]), ".zip")
    return sample


def read(path: Path) -> None:
    """Import the model. Raises InputError, or FaultError for a model in the wrong place."""
    library = path.parent / "library"
    folder = import_zip(path, library)
    if folder.parent != library or [*library.iterdir()] != [folder]:
        raise FaultError(f"a model that became {folder}")
    others = {file.name for file in folder.iterdir()} - set(MEMBERS)
    if others or any(file.is_symlink() for file in folder.iterdir()):
        raise FaultError(f"a model with other files: {others}")


def _manifest(weights: bytes, **values: object) -> bytes:
    manifest = json.loads((DEFAULT_MODEL / MANIFEST).read_bytes())
    manifest |= {"sha256": hashlib.sha256(weights).hexdigest(), **values}
    return json.dumps(manifest).encode()


def _zip(files: dict[str, bytes]) -> Sample:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return Sample(buffer.getvalue(), ".zip")


def _odd_zip(random: Random) -> Sample:
    """A model with odd names, kinds, titles and methods."""
    weights = random.randbytes(random.choice((0, 1, 5000)))
    manifest = _manifest(weights, name=random.choice(TITLES))
    if random.random() < 0.2:
        manifest = damaged_document(random, [manifest])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in ((MANIFEST, manifest), (WEIGHTS, weights)):
            _write(random, archive, name, data)
        for _ in range(random.randint(0, 4)):
            name = random.choice(NAMES)
            if name not in (MANIFEST, WEIGHTS) or random.random() < 0.2:
                _write(random, archive, name, random.randbytes(random.choice((0, 9, 3000))))
    return Sample(buffer.getvalue(), ".zip")


def _write(random: Random, archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name)
    info.compress_type = random.choice(METHODS)
    if random.random() < 0.1:
        info.external_attr = _SYMLINK
        data = b"../../outside"
    archive.writestr(info, data)


def _damaged_fields(random: Random, data: bytes) -> bytes:
    """Another value in the header of a member: flags, method, sizes or lengths."""
    changed = bytearray(data)
    mark = random.choice((_LOCAL, _CENTRAL))
    places = [at for at in range(len(data) - 46) if data[at : at + 4] == mark]
    if not places:
        return data
    field = random.choice((4, 6, 8, 10, 14, 18, 22, 24, 26, 28, 30, 32, 42))
    value = random.choice((0, 1, 8, 9, 99, 0x0800, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))
    size = random.choice(("<H", "<I"))
    struct.pack_into(
        size, changed, random.choice(places) + field, value % (1 << 16 if size == "<H" else 1 << 32)
    )
    return bytes(changed)


KIND = Kind(seeds, damage, read, share=0.06, written=lambda path: path.parts[0] == "library")
