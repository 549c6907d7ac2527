"""Open one raster file by GDAL: its format, what it refers to, and the settings of GDAL."""

from __future__ import annotations

import os
from pathlib import Path

import pyproj
import rasterio
from rasterio._err import CPLE_BaseError
from rasterio.errors import CRSError, RasterioError

from ..hatch.errors import SceneError
from ..hatch.messages import Message
from ..hatch.references import (
    VARIABLE,
    check_references,
    file_of_part,
    is_connection,
    refuse,
)
from .formats import HDF5, RASTER_DRIVERS, UNPACKED
from .hdf5_references import refers_elsewhere
from .raw_files import check_raw
from .sidecars import check_archive, check_opened, check_sidecars

MOST_BANDS = 1000  # of a raster; GDAL is slow to describe more

# For servers that are slow or fail for a moment; variables set by the user take precedence.
_NETWORK = {
    "GDAL_HTTP_CONNECTTIMEOUT": "20",  # seconds
    "GDAL_HTTP_LOW_SPEED_TIME": "60",
    "GDAL_HTTP_LOW_SPEED_LIMIT": "100",  # bytes a second
    "GDAL_HTTP_MAX_RETRY": "3",
    "GDAL_HTTP_RETRY_DELAY": "1",
}
for _name, _value in _NETWORK.items():
    os.environ.setdefault(_name, _value)

# GDAL keeps blocks of all files in a cache of 5 % of the memory unless this is set before it reads
# the first one. An option of rasterio.Env is undone at the end of its block.
_CACHE_MB = 128
os.environ.setdefault("GDAL_CACHEMAX", str(_CACHE_MB))

# What rasterio raises for errors of GDAL; the second kind comes from properties and tags, the third
# where GDAL says nothing.
GDAL_ERRORS = (RasterioError, CPLE_BaseError, SystemError)


def open_raster(path: Path | str) -> rasterio.DatasetReader:
    """Open a raster file, on this computer unless references are allowed.

    Raises InputError if it refers to other files or to the network (``check_references``), is cut
    or read by the header of another file (``check_raw``), or its coordinate system or .aux.xml is
    damaged, and rasterio.errors.RasterioError if it is not a raster of one of the RASTER_DRIVERS.
    """
    files = check_references(path)
    if not os.fspath(path).startswith("/vsi"):
        check_sidecars(files)
    file = None
    try:
        file = _opened(path)
        if files:
            check_opened(file, files[0])
        if file.crs:
            pyproj.CRS.from_wkt(file.crs.to_wkt())  # refuses some that GDAL accepts
        if file.count <= MOST_BANDS:
            file.colorinterp  # noqa: B018 (reads the file .aux.xml)
    except (CRSError, pyproj.exceptions.CRSError, UnicodeDecodeError) as error:
        if file:
            file.close()
        raise SceneError(
            "The coordinate system in the file is damaged; assign it again: {path}.", path=path
        ) from error
    except CPLE_BaseError as error:
        if file:
            file.close()
        raise SceneError(
            "The file or the .aux.xml file next to it is damaged ({reason}); remove that file or "
            "save the raster again: {path}.",
            reason=str(error),
            path=path,
        ) from error
    try:
        check_raw(file)
    except SceneError:
        file.close()
        raise
    return file


def _opened(path: Path | str) -> rasterio.DatasetReader:
    """The file, by the drivers that are allowed."""
    if os.environ.get(VARIABLE) == "1":
        return rasterio.open(path)
    text = os.fspath(path)
    container = file_of_part(text)
    if is_connection(path) and text.startswith("/vsi"):
        try:
            check_archive(text.split("/")[1].removeprefix("vsi"), Path(container).absolute())
            return _open_by([d for d in RASTER_DRIVERS if d not in UNPACKED], path)
        except (RasterioError, ValueError) as error:
            raise SceneError(
                "The file in the archive is not read there, or refers to other data; unpack the "
                "archive and choose the unpacked file: {path}.",
                path=path,
            ) from error
    if container:
        _refuse_if_elsewhere(Path(container))
    file = _open_by(RASTER_DRIVERS, path)
    if file.driver in HDF5 and not container:
        file.close()
        _refuse_if_elsewhere(Path(text))
        file = _open_by(RASTER_DRIVERS, path)
    return file


def _refuse_if_elsewhere(path: Path) -> None:
    """Raise InputError if an HDF5 file has values in other files."""
    if refers_elsewhere(path):
        refuse(Message("values in other files"), path)


def _open_by(drivers: list[str], path: Path | str) -> rasterio.DatasetReader:
    with rasterio.Env():  # rasterio.open takes only one driver
        return rasterio.DatasetReader(path, driver=drivers)
