"""Polygons from vector files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pyproj
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from ..errors import InputError
from ..raster.grid import Grid, change_crs


def read_polygons(path: Path) -> tuple[np.ndarray, str]:
    """(valid polygons and multipolygons [n], CRS) of a file's first layer.

    The CRS is "EPSG:code" or WKT, "" where there is none. Raises InputError when the file
    can't be read.
    """
    geometries, crs = _read(path)
    # Repairing may leave polygons beside lines in a collection: areas alone are wanted.
    parts, owners = shapely.get_parts(shapely.make_valid(geometries), return_index=True)
    polygonal = np.isin(shapely.get_type_id(parts), (3, 6))
    polygons = np.array(
        [
            shapely.union_all(parts[polygonal & (owners == owner)])
            for owner in np.unique(owners[polygonal])
        ],
        dtype=object,
    )
    return polygons, crs


def count_invalid(path: Path) -> int:
    """How many of a file's geometries cross themselves or are otherwise invalid.

    Raises InputError when the file can't be read.
    """
    return int((~shapely.is_valid(_read(path)[0])).sum())


def read_labels(path: Path, grid: Grid) -> np.ndarray:
    """The label polygons [n] in the CRS of the grid; there may be none.

    Raises InputError when the file can't be read, or has no CRS where the grid has one.
    """
    labels, crs = read_polygons(path)
    if grid.crs is None or len(labels) == 0:
        return labels
    if not crs:
        raise InputError(
            f"{path} has no coordinate system; assign the labels their coordinate system."
        )
    return change_crs(labels, pyproj.CRS(crs), pyproj.CRS(grid.crs.to_wkt()))


def _read(path: Path) -> tuple[np.ndarray, str]:
    """(geometries [n] as they are, CRS or "")"""
    if not path.exists():
        raise InputError(f"{path} does not exist; choose a file of polygons.")
    try:
        meta, _, wkb, _ = pyogrio.raw.read(str(path), columns=[], force_2d=True)
    except (DataSourceError, DataLayerError) as error:
        raise InputError(
            f"{path} is not a vector file that can be read; choose a file of polygons."
        ) from error
    geometries = shapely.from_wkb([] if wkb is None else wkb)
    return geometries[~shapely.is_missing(geometries)], meta["crs"] or ""
