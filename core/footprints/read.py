"""Polygons from vector files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import pyproj
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from ..hatch.errors import InputError
from ..raster.grid import Grid, change_crs


@dataclass(frozen=True)
class Table:
    """A file's first layer: geometries [n], None where there is none, and its fields, each [n].

    ``geometries`` are as they are in the file, but flat. ``crs`` is "EPSG:code" or WKT, "" where
    there is none.
    """

    geometries: np.ndarray
    fields: dict[str, np.ndarray]
    crs: str


def read_table(path: Path) -> Table:
    """All of a file's first layer. Raises InputError when the file can't be read."""
    return _read(path, None)


def read_polygons(path: Path) -> tuple[np.ndarray, str]:
    """(valid polygons and multipolygons [n], CRS) of a file's first layer.

    The CRS is "EPSG:code" or WKT, "" where there is none. Raises InputError when the file
    can't be read.
    """
    table = _read(path, [])
    parts, owners = valid_parts(table.geometries)
    polygons = np.array(
        [shapely.union_all(parts[owners == owner]) for owner in np.unique(owners)], dtype=object
    )
    return polygons, table.crs


def valid_parts(geometries: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(valid polygons [m] that geometries [n] consist of, for each the index of its geometry)."""
    parts, owners = shapely.get_parts(shapely.make_valid(geometries), return_index=True)
    # Repairing may leave polygons beside lines in a collection: areas alone are wanted.
    parts, inner = shapely.get_parts(parts, return_index=True)
    polygonal = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    return parts[polygonal], owners[inner][polygonal]


def count_invalid(path: Path) -> int:
    """How many of a file's geometries cross themselves or are otherwise invalid.

    Raises InputError when the file can't be read.
    """
    geometries = _read(path, []).geometries
    return int((~shapely.is_valid(geometries[~shapely.is_missing(geometries)])).sum())


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


def _read(path: Path, columns: list[str] | None) -> Table:
    """The first layer with these columns; None: all."""
    if not path.exists():
        raise InputError(f"{path} does not exist; choose a file of polygons.")
    try:
        meta, _, wkb, values = pyogrio.raw.read(str(path), columns=columns, force_2d=True)
    except (DataSourceError, DataLayerError) as error:
        raise InputError(
            f"{path} is not a vector file that can be read; choose a file of polygons."
        ) from error
    geometries = shapely.from_wkb([] if wkb is None else wkb)
    return Table(geometries, dict(zip(meta["fields"], values)), meta["crs"] or "")
