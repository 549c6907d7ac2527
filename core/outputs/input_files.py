"""The files on disk behind an input, which no output may replace."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from rasterio.errors import NotGeoreferencedWarning, RasterioError

from ..hatch.errors import InputError
from ..hatch.existence import is_file
from ..hatch.file_formats import kind_of
from ..hatch.files import SIDECARS
from ..hatch.pipes import refuse_pipes_in
from ..hatch.references import LARGEST
from ..raster.gdal_open import open_raster

_VIRTUAL = re.compile(r"/vsi[a-z0-9_]+/|[a-z0-9+]+://", re.I)
_SUBDATASET = re.compile(r"[A-Z][A-Z0-9_]+:", re.I)
_SOURCES = re.compile(r"<(?:SourceFilename|SrcDataSource|SourceDataset)\b[^>]*>([^<]+)<", re.I)


def files_behind(path: str) -> set[Path]:
    """All existing files and folders that are read when an input is read.

    These are the file itself, those that GDAL reads with it, the sources of a VRT, and the archive
    or container that a path such as ``/vsizip/a.zip/b.tif`` points into.

    Raises InputError if there is a device or a pipe next to a file.
    """
    found: set[Path] = set()
    waiting = list(_on_disk(path))
    while waiting:
        file = waiting.pop()
        if file in found:
            continue
        found.add(file)
        if is_file(file):
            waiting += _read_with(file)
    return found


def is_virtual(path: str) -> bool:
    """Whether GDAL interprets the path as something other than a local file."""
    return bool(_VIRTUAL.match(path))


def _on_disk(path: str) -> Iterator[Path]:
    """The file or folder that a path, or a connection string of GDAL, points to or into."""
    for text in {path, path.partition("|")[0], *_parts(path)}:
        while _VIRTUAL.match(text):
            text = _VIRTUAL.sub("", text, count=1)
        text = text.strip('"')
        if text.startswith("{"):  # /vsizip/{archive}/file
            text = text[1:].replace("}", "", 1)
        if not text:
            continue
        for candidate in (Path(text), *Path(text).parents):
            is_last = candidate == Path(text)
            if is_file(candidate) or (is_last and os.path.isdir(candidate)):  # noqa: PTH112
                yield candidate
                break


def _parts(path: str) -> list[str]:
    """The parts of a subdataset's name, as in ``NETCDF:"a.nc":band`` or ``zip://a.zip!b.tif``."""
    parts = path.split("!")
    if _SUBDATASET.match(path) and not os.path.lexists(path):
        parts += re.split(r'"?:"?', path)
    return parts


def _read_with(file: Path) -> list[Path]:
    """Other files that are read with a file. Raises InputError for pipes."""
    refuse_pipes_in(file.parent)
    others = [file.with_name(file.name + suffix) for suffix in SIDECARS]
    if kind_of(file).startswith("virtual") and file.stat().st_size <= LARGEST:
        text = file.read_text(encoding="utf-8", errors="replace")
        for source in map(unescape, _SOURCES.findall(text)):
            others += [*_on_disk(str(file.parent / source.strip())), *_on_disk(source.strip())]
    else:
        others += [Path(name) for name in _raster_files(file)]
    return [path for path in others if is_file(path)]


def _raster_files(file: Path) -> list[str]:
    """The files that GDAL lists for a raster, none if it is not one."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with open_raster(file) as raster:
                return [os.fspath(name) for name in raster.files]
    except (InputError, RasterioError, UnicodeError, ValueError):
        return []
