"""Polygons of labelled pixels that arrive in strips."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from core.footprints.polygonise import Polygoniser, RawFootprint
from core.footprints.watershed import InstanceRows

# Two buildings that share a wall, and one of a single pixel.
IDS = np.array(
    [
        [1, 1, 2, 2, 0],
        [1, 1, 2, 2, 0],
        [1, 1, 0, 0, 3],
    ],
    np.int32,
)
PROBABILITY = np.linspace(0.5, 0.9, IDS.size).reshape(IDS.shape)


def polygonised(height: int, min_pixels: float = 0) -> list[RawFootprint]:
    """The footprints of IDS in strips of this height, sorted by confidence."""
    polygoniser = Polygoniser(IDS.shape[1], min_pixels)
    found = []
    for top in range(0, len(IDS), height):
        rows = slice(top, top + height)
        above = IDS[top - 1] if top else np.zeros_like(IDS[0])
        present = np.setdiff1d(IDS[rows], 0)  # numbered from 1 in each strip, without gaps
        new_ids = np.zeros(IDS.max() + 1, np.int32)
        new_ids[present] = np.arange(1, len(present) + 1)
        p = PROBABILITY[rows]
        found += polygoniser.add(
            InstanceRows.of_image(new_ids[IDS[rows]], new_ids[above], p, p / 2)
        )
    return sorted(found + polygoniser.finish(), key=lambda footprint: footprint.confidence)


@pytest.mark.parametrize("height", [1, 2, 3])
def test_strips_give_the_same_footprints_as_the_whole_raster(height: int) -> None:
    for footprint, expected in zip(polygonised(height), polygonised(len(IDS)), strict=True):
        assert shapely.equals(footprint.polygon, expected.polygon)
        assert footprint.pixels == expected.pixels
        assert footprint.confidence == pytest.approx(expected.confidence)


def test_polygon_follows_its_pixels_and_values_are_means_over_them() -> None:
    found = polygonised(2)
    outlines = {id_: (id_ == IDS) for id_ in (1, 2, 3)}
    assert sorted(f.pixels for f in found) == [1, 4, 6]
    for footprint in found:
        (mask,) = (mask for mask in outlines.values() if mask.sum() == footprint.pixels)
        assert footprint.polygon.area == footprint.pixels
        assert footprint.confidence == pytest.approx(PROBABILITY[mask].mean())
        assert footprint.optical_share == pytest.approx(PROBABILITY[mask].mean() / 2)


def test_touching_buildings_share_their_wall() -> None:
    large = [f.polygon for f in polygonised(1) if f.pixels > 1]
    wall = shapely.intersection(*large)
    assert wall.length == 2 and wall.area == 0


def test_buildings_of_too_few_pixels_are_left_out() -> None:
    assert sorted(f.pixels for f in polygonised(1, min_pixels=5)) == [6]
