"""Outlines of rasters that come in strips."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.footprints.building_mask import building_mask
from core.footprints.polygonise import Polygoniser, RawFootprint
from core.footprints.watershed import Watershed
from core.raster.blend import Strip

THRESHOLD = 0.5


def outlined(
    probability: np.ndarray,
    contact: np.ndarray | None = None,
    cuts: Sequence[int] = (),
    min_pixels: float = 0,
    threshold: float = THRESHOLD,
) -> list[RawFootprint]:
    """Outlines of a raster that comes in strips; optical's share is half the probability."""
    contact = np.zeros_like(probability) if contact is None else contact
    watershed, polygoniser = Watershed(), Polygoniser(probability.shape[1], min_pixels)
    result = []
    edges = [0, *cuts, len(probability)]
    for top, bottom in zip(edges, edges[1:]):
        p = probability[top:bottom]
        valid = np.ones(p.shape, bool)
        strip = Strip(top, p, contact[top:bottom], valid, p / 2)
        result += polygoniser.add(watershed.add(strip, building_mask(strip, threshold)))
    return result + polygoniser.add(watershed.flush()) + polygoniser.finish()
