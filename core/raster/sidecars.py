"""Overviews and masks of a raster that are in other files than GDAL writes them to.

GDAL opens such files next to a raster by any of its drivers, and overviews wherever a raster says
that they are.
"""

from __future__ import annotations

import os
import tarfile
import zipfile
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import rasterio
from rasterio._err import CPLE_BaseError
from rasterio.errors import RasterioError

from ..hatch.errors import InputError, raise_shortage
from ..hatch.existence import is_file
from ..hatch.messages import Message
from ..hatch.references import SETTING, refuse
from .formats import RASTER_DRIVERS, VIRTUAL

_SUFFIXES = (".ovr", ".msk")
_WRITTEN = ["GTiff", "HFA"]  # drivers with which GDAL writes them
_SOURCES = [driver for driver in RASTER_DRIVERS if driver != VIRTUAL]
_SIGNATURES = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"EHFA_HEADER_TAG")
_ARCHIVE_ERRORS = (OSError, ValueError, RuntimeError, EOFError, zlib.error, tarfile.TarError)


def check_opened(file: rasterio.DatasetReader, path: Path) -> None:
    """Raise InputError if a raster says that its overviews or values are in another file."""
    try:
        names = file.tags(ns="OVERVIEWS")
    except (CPLE_BaseError, UnicodeDecodeError):  # damaged
        names = {"": ""}
    if names:
        refuse(Message("file with foreign overviews"), path)
    if file.driver == "HFA" and not file.name.startswith("/vsi"):  # it can name its file of values
        folders = {Path(name).resolve().parent for name in file.files}
        refuse(Message("values in other files") if folders != {path.resolve().parent} else "", path)


def check_sidecars(files: Sequence[Path]) -> None:
    """Raise InputError if overviews or masks next to a raster refer to other data.

    ``files`` are that of the raster itself, which is not opened here, and its sources.
    """
    names_in = cache(_names_in)
    for file in files:
        if file != files[0]:
            _check_raster(file, _SOURCES)
        found = [file]
        for path in found:  # sidecars have sidecars
            own = {(path.name + suffix).casefold() for suffix in _SUFFIXES}
            sidecars = [path.parent / n for n in names_in(path.parent) if n.casefold() in own]
            for sidecar in sidecars:
                _check_sidecar(sidecar)
            found += sidecars


def check_archive(kind: str, archive: Path) -> None:
    """As ``check_sidecars`` and ``check_opened``, of all sidecars in an archive.

    ``kind`` is "zip", "tar" or "gzip". Raises ValueError if it is another, or the archive cannot be
    listed, or a sidecar is not one that GDAL has written.
    """
    for name in _names_in_archive(kind, archive):
        if name.casefold().endswith(_SUFFIXES):
            try:
                with _opened(f"/vsi{kind}/{{{archive}}}/{name}", _WRITTEN) as file:
                    check_opened(file, archive)
            except RasterioError as error:
                raise ValueError(name) from error


def _names_in(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in os.scandir(folder) if not entry.is_dir()]
    except OSError:  # a folder that may not be listed
        return []


def _names_in_archive(kind: str, archive: Path) -> list[str]:
    try:
        if kind == "zip":
            with zipfile.ZipFile(archive) as packed:
                return packed.namelist()
        if kind == "tar":
            with tarfile.open(archive) as packed:
                return packed.getnames()
    except _ARCHIVE_ERRORS as error:
        raise_shortage(error)
        raise ValueError(str(error)) from error
    if kind == "gzip":  # of one file
        return []
    raise ValueError(kind)


def _check_sidecar(path: Path) -> None:
    if not is_file(path) or not _is_written(path):  # a pipe is neither
        raise InputError(
            "A file next to the raster refers to other data; remove it, or allow references "
            "{setting}: {path}.",
            setting=SETTING,
            path=path,
        )
    _check_raster(path, _WRITTEN)


def _is_written(path: Path) -> bool:
    """Whether it begins as what GDAL writes, or is empty."""
    with path.open("rb") as file:
        head = file.read(len(_SIGNATURES[-1]))
    return not head or head.startswith(_SIGNATURES)


def _check_raster(path: Path, drivers: list[str]) -> None:
    try:
        with _opened(path, drivers) as file:
            check_opened(file, path)
    except RasterioError:  # damaged, or a virtual raster, which has been checked
        return


def _opened(path: Path | str, drivers: list[str]) -> rasterio.DatasetReader:
    with rasterio.Env():  # rasterio.open takes only one driver
        return rasterio.DatasetReader(path, driver=drivers)
