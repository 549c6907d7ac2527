"""The two halves of a scene that the bench of fine-tuning uses."""

from __future__ import annotations

import numpy as np
import rasterio
import shapely
from rasterio.transform import Affine

from bench.halves import halves
from core.hatch.names import SAR_FILE


def test_halves_cover_the_scene_and_share_only_a_border(tmp_path):
    transform = Affine(0.8, 0, 500_000, 0, -0.8, 5_700_000)
    profile = {"driver": "GTiff", "width": 101, "height": 60, "count": 1, "dtype": "float32"}
    with rasterio.open(
        tmp_path / SAR_FILE, "w", crs="EPSG:32631", transform=transform, **profile
    ) as file:
        file.write(np.ones((1, 60, 101), np.float32))
        extent = shapely.box(*file.bounds)

    left, right = (shapely.from_wkt(area.wkt) for area in halves(tmp_path))

    assert left.bounds[0] < right.bounds[0] and left.intersection(right).area == 0
    assert left.union(right).symmetric_difference(extent).area < 1e-6
    assert abs(left.area - right.area) < 1e-6
