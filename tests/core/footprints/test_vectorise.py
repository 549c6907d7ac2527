"""Areas of footprints."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from rasterio.crs import CRS

from core.footprints.vectorise import areas_m2


def test_areas_are_those_on_the_ground() -> None:
    square = np.array([shapely.box(600_000, 5_750_000, 600_100, 5_750_100)], dtype=object)
    in_utm = areas_m2(square, CRS.from_epsg(32631))
    assert in_utm == pytest.approx([10_000], rel=2e-3)
    # A hundredth of a degree at 60 degrees north is half as wide as at the equator.
    degrees = np.array([shapely.box(10, y, 10.01, y + 0.01) for y in (0, 60)], dtype=object)
    equator, north = areas_m2(degrees, CRS.from_epsg(4326))
    assert north / equator == pytest.approx(0.505, abs=0.01)
    assert areas_m2(square, None) == pytest.approx([10_000])
