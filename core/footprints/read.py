"""Read polygons from vector files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import pyproj
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from ..hatch.errors import InputError
from ..hatch.references import check_references
from ..raster.grid import Grid, change_crs


@dataclass(frozen=True)
class Table:
    """The first layer of a vector file.

    ``geometries`` [n] are unchanged but 2D, None where a feature has none; ``fields`` are arrays
    [n]. ``crs`` is "EPSG:code" or WKT, "" if there is none.
    """

    geometries: np.ndarray
    fields: dict[str, np.ndarray]
    crs: str


def read_table(path: Path) -> Table:
    """Read the first layer of a file. Raises InputError if the file cannot be read."""
    return _read(path, None)


def read_polygons(path: Path) -> tuple[np.ndarray, str]:
    """Read valid polygons and multipolygons [n], and the CRS, of the first layer of a file.

    The CRS is "EPSG:code" or WKT, "" if there is none. Raises InputError if the file cannot be
    read.
    """
    table = _read(path, [])
    parts, owners = valid_parts(table.geometries)
    polygons = np.array(
        [shapely.union_all(parts[owners == owner]) for owner in np.unique(owners)], dtype=object
    )
    return polygons, table.crs


def valid_parts(geometries: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Repair geometries [n]: valid polygons [m], and the index of the geometry of each."""
    parts, owners = shapely.get_parts(shapely.make_valid(geometries), return_index=True)
    # Repairing may give collections of polygons and lines.
    parts, inner = shapely.get_parts(parts, return_index=True)
    polygonal = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    return parts[polygonal], owners[inner][polygonal]


def count_invalid(path: Path) -> int:
    """Number of invalid geometries in a file. Raises InputError if it cannot be read."""
    geometries = _read(path, []).geometries
    return int((~shapely.is_valid(geometries[~shapely.is_missing(geometries)])).sum())


def read_labels(path: Path, grid: Grid) -> np.ndarray:
    """Read label polygons [n] in the CRS of the grid; there may be none.

    Raises InputError if the file cannot be read, or lacks a CRS while the grid has one.
    """
    labels, crs = read_polygons(path)
    if grid.crs is None or len(labels) == 0:
        return labels
    if not crs:
        raise InputError(
            f"{path} has no coordinate system; assign the labels their coordinate system."
        )
    moved: np.ndarray = change_crs(labels, pyproj.CRS(crs), pyproj.CRS(grid.crs.to_wkt()))
    return moved


def _read(path: Path, columns: list[str] | None) -> Table:
    """Read the first layer with these columns, None: all."""
    check_references(path)
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
