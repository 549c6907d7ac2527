"""Lengths on the ground of the units of coordinate systems."""

from __future__ import annotations

import numpy as np
import pytest

from core.footprints.metres import metres_at


@pytest.mark.parametrize(("crs", "pole"), [("EPSG:4326", 90), ("EPSG:4807", 100)])
@pytest.mark.parametrize("below", [0, 1e-6, 1.5e-4])
def test_lengths_at_a_pole_are_finite(crs: str, pole: float, below: float) -> None:
    points = np.array([[10, pole - below], [10, below - pole]])
    across, along = metres_at(points, crs).T
    assert along == pytest.approx(111_694 * 90 / pole, rel=1e-3)
    assert (across >= 0).all() and (across < 1).all()


def test_lengths_beyond_a_pole_are_not_finite() -> None:
    assert not np.isfinite(metres_at(np.array([[10, 91.0]]), "EPSG:4326")).all()


def test_without_a_coordinate_system_a_unit_is_a_metre() -> None:
    assert metres_at(np.array([[10, 90.0]]), "").tolist() == [[1, 1]]
