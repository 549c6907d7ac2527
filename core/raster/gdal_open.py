"""Open one file by GDAL after the checks of what it refers to, with the settings of GDAL."""

from __future__ import annotations

import os
from pathlib import Path

import pyproj
import rasterio
from rasterio.errors import CRSError

from ..hatch.errors import SceneError
from ..hatch.references import VARIABLE, check_references, is_connection

# Drivers whose rasters refer to other data.
_REFERRING = {"DERIVED", "ESRIC", "GTI", "HTTP", "KMLSUPEROVERLAY", "OGCAPI", "STACIT", "STACTA"}
_REFERRING |= {"VRT", "WCS", "WMS", "WMTS"}

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


def open_raster(path: Path | str) -> rasterio.DatasetReader:
    """Open a raster file, on this computer unless references are allowed.

    Raises InputError if it refers to other files or to the network (``check_references``) or its
    coordinate system is damaged, and rasterio.errors.RasterioError if it is not a raster.
    """
    check_references(path)
    file = None
    try:
        file = rasterio.open(path)
        if file.crs:
            pyproj.CRS.from_wkt(file.crs.to_wkt())  # refuses some that GDAL accepts
    except (CRSError, pyproj.exceptions.CRSError, UnicodeDecodeError) as error:
        if file:
            file.close()
        raise SceneError(
            "The coordinate system in the file is damaged; assign it again: {path}.", path=path
        ) from error
    # A file in an archive could not be checked before.
    is_refused = is_connection(path) and os.environ.get(VARIABLE) != "1"
    if is_refused and file.driver in _REFERRING:
        file.close()
        raise SceneError(
            "The file in the archive refers to other data; unpack the archive and choose the "
            "unpacked file: {path}.",
            path=path,
        )
    return file
