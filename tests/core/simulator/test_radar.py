"""The simulated radar: layover, shadow, double bounce, speckle and polarisations."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from core.simulator import City, simulate
from core.simulator.city import Building, LandCover
from core.simulator.radar_setup import RadarSetup
from core.simulator.scene import _MARGIN_M

# A radar without clutter, so that only the buildings are visible.
NO_CLUTTER = RadarSetup(
    incidence_deg=40.0,
    look_azimuth_deg=0.0,
    looks=50.0,
    resolution=1.0,
    noise_floor_db=-30.0,
    sidelobe=0.0,
    clutter_per_ha=0.0,
    leak_db=-40.0,
)
SIZE = 128


def lawn_with(*buildings: Building, side_m: float = SIZE) -> City:
    """A flat lawn of ``side_m`` in the image, with buildings in the coordinates of the image."""
    side = side_m + 2 * _MARGIN_M
    moved = [
        replace(b, footprint=shapely.affinity.translate(b.footprint, _MARGIN_M, _MARGIN_M))
        for b in buildings
    ]
    return City(side, side, moved, [(shapely.box(0, 0, side, side), LandCover.GRASS)])


def hh_of(
    monkeypatch: pytest.MonkeyPatch, city: City, setup: RadarSetup, seed: int = 5
) -> np.ndarray:
    """HH in dB of a city, without a random window, clouds or nodata."""
    monkeypatch.setattr("core.simulator.scene._random_window", lambda _rng, city, _size: city)
    scene = simulate(seed, SIZE, city=city, pixel_size_m=1.0, setup=setup, nodata=False, clouds=0)
    return scene.sar[0]


@pytest.mark.parametrize(
    ("azimuth", "look"), [(0, (-1, 0)), (90, (0, 1)), (180, (1, 0)), (270, (0, -1))]
)
def test_layover_is_towards_the_sensor_and_shadow_behind(
    monkeypatch: pytest.MonkeyPatch, azimuth: float, look: tuple[int, int]
) -> None:
    """``look`` is the look direction in rows and columns: north is row -1."""
    box = Building(shapely.box(54, 54, 74, 74), eaves_m=15.0)
    hh = hh_of(monkeypatch, lawn_with(box), replace(NO_CLUTTER, look_azimuth_deg=azimuth))
    level = np.median(hh)
    rows, cols = np.mgrid[:SIZE, :SIZE] - (SIZE - 1) / 2
    along = rows * look[0] + cols * look[1]
    near = (abs(rows) < 30) & (abs(cols) < 35)
    bright, dark = near & (hh > level + 4), near & (hh < level - 8)
    assert along[bright].mean() < -8
    assert along[dark].mean() > 5
    # 15 m at 40 degrees: the edge of the roof is displaced by 17.9 m towards the sensor, from the
    # wall at 10 m. The shadow ends 12.6 m behind the far wall.
    assert -30 < along[bright].min() < -25
    assert 19 < np.percentile(along[dark], 99) < 25


def test_image_without_buildings_is_homogeneous(monkeypatch: pytest.MonkeyPatch) -> None:
    hh = hh_of(monkeypatch, lawn_with(Building(shapely.box(-30, -30, -25, -25), 3.0)), NO_CLUTTER)
    assert np.ptp(np.percentile(hh, [1, 99])) < 12


def test_class_spread_makes_the_order_of_brightness_arbitrary(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    city = lawn_with(Building(shapely.box(44, 44, 84, 84), eaves_m=2.0))

    def scenes_with_a_darker_roof(spread: float) -> int:
        setup = replace(NO_CLUTTER, class_spread_db=spread)
        images = [hh_of(monkeypatch, city, setup, seed) for seed in range(12)]
        return sum(np.median(hh[50:78, 50:78]) < np.median(hh[:30]) for hh in images)

    assert scenes_with_a_darker_roof(0.0) <= 1
    assert scenes_with_a_darker_roof(7.0) >= 3


def test_roofs_are_as_bright_as_they_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    city = lawn_with(Building(shapely.box(44, 44, 84, 84), eaves_m=2.0))
    usual, dark = (
        hh_of(monkeypatch, city, replace(NO_CLUTTER, roof_db=db, noise_floor_db=-60.0))
        for db in (0.0, -8.0)
    )
    assert np.median((usual - dark)[52:76, 52:76]) == pytest.approx(8, abs=0.5)
    assert np.median(np.abs(usual - dark)[:30]) < 0.2


def test_double_bounce_is_strongest_for_walls_facing_the_sensor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    setup = replace(NO_CLUTTER, double_bounce_db=8.0, wall_db=-40.0, facing_power=50.0)
    corners = [(x, y) for x in (10, 50, 90) for y in (10, 50, 90)]
    foot = []
    for turn in (0, 20, 40):
        outlines = [
            shapely.affinity.rotate(shapely.box(x, y, x + 20, y + 20), turn) for x, y in corners
        ]
        city = lawn_with(*(Building(outline, eaves_m=9.0) for outline in outlines))
        # Buildings vary at random: take the median over nine buildings in each of three scenes.
        scenes = [hh_of(monkeypatch, city, setup, seed) for seed in range(3)]
        cells = [hh[114 - y : 134 - y, x - 4 : x + 24] for hh in scenes for x, y in corners]
        foot.append(np.median([cell.max() for cell in cells]))
    assert foot[0] > foot[1] + 5
    assert foot[0] > foot[2] + 10


@pytest.mark.parametrize("looks", [1.0, 4.0])
def test_equivalent_number_of_looks_of_a_homogeneous_image(
    monkeypatch: pytest.MonkeyPatch, looks: float
) -> None:
    setup = replace(
        NO_CLUTTER, looks=looks, noise_floor_db=20.0
    )  # far above the terrain: only noise
    hh = hh_of(monkeypatch, lawn_with(Building(shapely.box(-30, -30, -25, -25), 3.0)), setup)
    power = 10 ** (hh / 10)
    assert power.mean() ** 2 / power.var() == pytest.approx(looks, rel=0.15)


def test_cross_polarisation_is_weaker_and_bands_are_correlated() -> None:
    scene = simulate(11, 192, nodata=False, setup=replace(NO_CLUTTER, looks=2.0))
    hh, hv, vh, vv = (band.ravel() for band in scene.sar)
    assert np.median(hv) < np.median(hh) - 3
    assert np.corrcoef(hv, vh)[0, 1] > np.corrcoef(hh, vv)[0, 1] > 0.5
