"""The footprint of a single building from its mask."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from ..raster.grid import Grid
from .polygonise import Polygoniser
from .vectorise import Footprints, extent_of, measured, straightened
from .watershed import InstanceRows

MIN_PIXELS = 8  # a smaller mask is not a building


def single_footprint(
    mask: np.ndarray,
    probability: np.ndarray,
    optical_share: np.ndarray,
    place: tuple[int, int],
    grid: Grid,
) -> Footprints:
    """The footprint of a mask, straightened and clipped as those of an extraction.

    Parameters
    ----------
    mask : bool [h, w]
        Pixels of one building, 4-connected.
    probability, optical_share : float32 [h, w]
        As in Strip.
    place
        Row and column of the mask's first pixel in the grid.
    grid
        The grid of the scene.

    Returns
    -------
    Footprints
        One, or none if the mask has fewer than MIN_PIXELS.
    """
    width = mask.shape[1]
    nothing = np.zeros(width, np.int32)
    rows = InstanceRows.of_image(mask, nothing, probability, optical_share)
    polygoniser = Polygoniser(width, MIN_PIXELS)
    raw = [*polygoniser.add(rows), *polygoniser.finish()]
    offset = np.array([place[1], place[0]])
    placed = [
        replace(b, polygon=shapely.transform(b.polygon, lambda points: points + offset))
        for b in raw
    ]
    return measured(straightened([[building] for building in placed], extent_of(grid, None)), grid)
