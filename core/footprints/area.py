"""Area of a job from a vector file."""

from __future__ import annotations

import logging

from ..hatch.errors import InputError
from ..hatch.jobs import Area
from ..polygons import union_of
from .read import read_polygons

_LOGGER = logging.getLogger("cmhcl")


def read_area(path: str) -> Area:
    """Union of the polygons in a vector file, or in a layer given as PATH|layername=NAME.

    What the user must know of the file is logged. Raises InputError if there is no polygon or the
    file cannot be read.
    """
    table = read_polygons(path)
    union = union_of(table.geometries)
    if union is None:
        raise InputError("The file has no polygons; choose a file of polygons: {path}", path=path)
    for warning in table.warnings:
        _LOGGER.warning(warning)
    return Area(wkt=union.wkt, crs=table.crs)
