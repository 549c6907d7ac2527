"""Open an input raster: a file, one raster of a container, or a folder as a mosaic."""

from __future__ import annotations

import os
import warnings
from pathlib import Path

import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from ..hatch.errors import SceneError
from ..hatch.references import is_connection, is_remote
from .gdal_open import MOST_BANDS, open_raster
from .mosaic import open_mosaic

_LISTED = 20  # rasters of a container that an error names


def open_input_raster(name: str) -> rasterio.DatasetReader:
    """Open a file, or one raster of a container by its GDAL name, such as ``NETCDF:a.nc:VV``.

    A folder that GDAL does not take for a raster is opened as a mosaic of its rasters.

    Raises
    ------
    SceneError
        If there is no such file, it is not a raster, it is a container of several rasters, it has
        too many bands, or the rasters of a folder do not fit together.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            dataset = open_raster(name)
    except RasterioError as error:
        if os.path.isdir(name):  # noqa: PTH112 (a Path raises OSError for a name that is too long)
            return open_mosaic(Path(name))
        if not os.path.exists(name) and not is_connection(name):  # noqa: PTH110
            raise SceneError(
                "The file does not exist; choose a raster file: {name}", name=name
            ) from error
        if is_remote(name):
            raise SceneError(
                "The raster cannot be read over the network ({reason}); check its address and the "
                "connection: {name}",
                reason=str(error),
                name=name,
            ) from error
        raise SceneError(
            "The file is not a raster that can be read; choose another file: {name}", name=name
        ) from error
    if dataset.count == 0:
        rasters = dataset.subdatasets
        dataset.close()
        if not rasters:
            raise SceneError("The file contains no raster; choose another file: {name}.", name=name)
        listed = ", ".join(rasters[:_LISTED]) + (", …" if len(rasters) > _LISTED else "")
        raise SceneError(
            "The file contains several rasters; choose one of them by its name, {listed}: {name}.",
            listed=listed,
            name=name,
        )
    if dataset.count > MOST_BANDS:
        count = dataset.count
        dataset.close()
        raise SceneError(
            "The file has {count:,} bands, more than {most:,}; choose another file: {name}.",
            count=count,
            most=MOST_BANDS,
            name=name,
        )
    return dataset
