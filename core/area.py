"""The area that limits a job, from a file of polygons."""

from __future__ import annotations

from pathlib import Path

import shapely

from .errors import InputError
from .footprints.read import read_polygons
from .job import Area


def read_area(path: str) -> Area:
    """The union of the polygons in a vector file. Raises InputError when there are none."""
    polygons, crs = read_polygons(Path(path))
    if len(polygons) == 0:
        raise InputError(f"{path} holds no polygon; choose a file of polygons.")
    return Area(wkt=shapely.union_all(polygons).wkt, crs=crs)
