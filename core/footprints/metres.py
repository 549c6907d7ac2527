"""Lengths on the ground of the units of a coordinate system, up to the poles."""

from __future__ import annotations

import numpy as np
import pyproj

from ..raster.grid import metres_per_unit_at, period_of

_MARGIN = 2e-4  # units below the pole; metres_per_unit_at goes half as far to the north


def metres_at(points: np.ndarray, crs: str) -> np.ndarray:
    """Lengths in metres [n, 2] of a unit of the CRS, "" for none, along x and y at points [n, 2].

    Not finite where a point is outside the range of the CRS.
    """
    known = pyproj.CRS(crs) if crs else None
    x, y = points.T
    if known is not None and known.is_geographic:
        pole = period_of(known) / 4
        y = np.where((y > pole - _MARGIN) & (y <= pole), pole - _MARGIN, y)
    return np.stack(metres_per_unit_at(known, x, y), axis=1)
