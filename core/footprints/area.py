"""Area of a job from a vector file."""

from __future__ import annotations

from pathlib import Path

import shapely

from ..hatch.errors import InputError
from ..hatch.jobs import Area
from .read import read_polygons


def read_area(path: str) -> Area:
    """Union of the polygons in a vector file. Raises InputError if there is none."""
    polygons, crs = read_polygons(Path(path))
    if len(polygons) == 0:
        raise InputError(f"{path} has no polygons; choose a file of polygons.")
    return Area(wkt=shapely.union_all(polygons).wkt, crs=crs)
