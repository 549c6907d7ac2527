"""The scene simulator against what the geometry of a side-looking radar demands."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.features import rasterize

from core.hatch.errors import InputError
from core.hatch.jobs import POLARISATIONS
from core.simulator import City, make_city, simulate, write_scene
from core.simulator.city import Building, LandCover
from core.simulator.generate import STYLES
from core.simulator.radar import RadarSetup
from core.simulator.scene import _MARGIN_M

# A radar without clutter of its own, so that what is seen is the box.
PLAIN = RadarSetup(
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


def town(*buildings: Building, side_m: float = SIZE) -> City:
    """A flat lawn with buildings, `side_m` visible of it; coordinates are those of the image."""
    side = side_m + 2 * _MARGIN_M
    moved = [
        replace(b, footprint=shapely.affinity.translate(b.footprint, _MARGIN_M, _MARGIN_M))
        for b in buildings
    ]
    return City(side, side, moved, [(shapely.box(0, 0, side, side), LandCover.GRASS)])


def see(
    monkeypatch: pytest.MonkeyPatch, city: City, setup: RadarSetup, seed: int = 5
) -> np.ndarray:
    """HH in dB of a town as it lies: no random window, no wedge."""
    monkeypatch.setattr("core.simulator.scene._random_window", lambda _rng, whole, _size: whole)
    scene = simulate(seed, SIZE, city=city, pixel_size_m=1.0, setup=setup, nodata=False, clouds=0)
    return scene.sar[0]


@pytest.mark.parametrize(
    ("azimuth", "away"), [(0, (-1, 0)), (90, (0, 1)), (180, (1, 0)), (270, (0, -1))]
)
def test_layover_falls_towards_the_sensor_and_shadow_away(
    monkeypatch: pytest.MonkeyPatch, azimuth: float, away: tuple[int, int]
) -> None:
    """`away` is the look direction in rows and columns: north is row -1."""
    box = Building(shapely.box(54, 54, 74, 74), eaves_m=15.0)
    hh = see(monkeypatch, town(box), replace(PLAIN, look_azimuth_deg=azimuth))
    level = np.median(hh)
    rows, cols = np.mgrid[:SIZE, :SIZE] - (SIZE - 1) / 2
    along = rows * away[0] + cols * away[1]
    near = (abs(rows) < 30) & (abs(cols) < 35)
    bright, dark = near & (hh > level + 4), near & (hh < level - 8)
    assert along[bright].mean() < -8
    assert along[dark].mean() > 5
    # The roof has left its place, which stays as dark as the shadow behind it.
    # 15 m at 40 degrees: the roof's edge lies 17.9 m towards the sensor from the wall at 10 m; the
    # shadow ends 12.6 m behind the far wall.
    assert -30 < along[bright].min() < -25
    assert 19 < np.percentile(along[dark], 99) < 25


def test_no_building_leaves_even_ground(monkeypatch: pytest.MonkeyPatch) -> None:
    hh = see(monkeypatch, town(Building(shapely.box(-30, -30, -25, -25), 3.0)), PLAIN)
    assert np.ptp(np.percentile(hh, [1, 99])) < 12


def test_double_bounce_is_strongest_where_walls_face_the_sensor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    setup = replace(PLAIN, double_bounce_db=8.0, wall_db=-40.0, facing_power=50.0)
    corners = [(x, y) for x in (10, 50, 90) for y in (10, 50, 90)]
    foot = []
    for turn in (0, 20, 40):
        outlines = [
            shapely.affinity.rotate(shapely.box(x, y, x + 20, y + 20), turn) for x, y in corners
        ]
        city = town(*(Building(outline, eaves_m=9.0) for outline in outlines))
        # Buildings differ at random, so the median of the peaks of nine in each of three scenes.
        scenes = [see(monkeypatch, city, setup, seed) for seed in range(3)]
        cells = [hh[114 - y : 134 - y, x - 4 : x + 24] for hh in scenes for x, y in corners]
        foot.append(np.median([cell.max() for cell in cells]))
    assert foot[0] > foot[1] + 5
    assert foot[0] > foot[2] + 10


@pytest.mark.parametrize("looks", [1.0, 4.0])
def test_equivalent_number_of_looks_on_even_ground(
    monkeypatch: pytest.MonkeyPatch, looks: float
) -> None:
    setup = replace(PLAIN, looks=looks, noise_floor_db=20.0)  # far above the ground: noise alone
    hh = see(monkeypatch, town(Building(shapely.box(-30, -30, -25, -25), 3.0)), setup)
    power = 10 ** (hh / 10)
    assert power.mean() ** 2 / power.var() == pytest.approx(looks, rel=0.15)


def test_cross_polarisation_is_weaker_and_channels_are_related() -> None:
    scene = simulate(11, 192, nodata=False, setup=replace(PLAIN, looks=2.0))
    hh, hv, vh, vv = (band.ravel() for band in scene.sar)
    assert np.median(hv) < np.median(hh) - 3
    assert np.corrcoef(hv, vh)[0, 1] > np.corrcoef(hh, vv)[0, 1] > 0.5


def test_the_same_seed_gives_the_same_scene() -> None:
    one, two, other = simulate(7, 96), simulate(7, 96), simulate(8, 96)
    np.testing.assert_array_equal(one.sar, two.sar)
    np.testing.assert_array_equal(one.optical, two.optical)
    np.testing.assert_array_equal(one.buildings, two.buildings)
    assert one.setup == two.setup
    assert not np.array_equal(one.sar, other.sar)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**6), size=st.integers(48, 130), style=st.sampled_from(STYLES))
def test_any_scene_is_whole(seed: int, size: int, style: str) -> None:
    scene = simulate(seed, size, style=style)
    side = size * scene.pixel_size_m
    assert scene.sar.shape == scene.optical.shape == (4, size, size)
    assert scene.sar.dtype == np.float32 and scene.optical.dtype == np.uint8
    assert not np.isinf(scene.sar).any()
    assert (scene.optical[:, scene.optical_valid] > 0).all()
    assert all(p.is_valid for p in scene.footprints)
    for p in scene.footprints:
        assert min(p.bounds) >= -1e-6 and max(p.bounds) <= side + 1e-6
    assert scene.buildings.mean() * side**2 == pytest.approx(
        shapely.union_all(scene.footprints).area, rel=0.06, abs=60
    )


def test_a_town_without_buildings() -> None:
    scene = simulate(2, 64, city=City(300, 300, []))
    assert not scene.footprints and not scene.buildings.any()


def test_wedge_is_nodata_in_all_polarisations() -> None:
    scene = simulate(3, 96, nodata=True)
    lost = np.isnan(scene.sar)
    assert 0.02 < lost.mean() < 0.8
    assert (lost == lost[0]).all()


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_clouds_cover_the_share_asked_for(share: float) -> None:
    scene = simulate(4, 96, clouds=share)
    assert 1 - scene.optical_valid.mean() == pytest.approx(share, abs=0.01)


def test_styles_differ_in_density_and_height() -> None:
    def density(style: str) -> float:
        cities = [make_city(np.random.default_rng(s), 300, style) for s in range(4)]
        return float(np.mean([sum(b.footprint.area for b in c.buildings) / 9e4 for c in cities]))

    assert density("fields") < 0.15 < density("downtown") < 0.6
    assert density("suburb") < density("downtown")


@pytest.mark.parametrize(
    ("output", "dtype", "nodata"),
    [("db", "float32", np.nan), ("amplitude", "uint16", 0), ("8bit", "uint8", 0)],
)
def test_a_written_scene_reads_the_same(
    tmp_path: Path, output: str, dtype: str, nodata: float
) -> None:
    scene = simulate(6, 160, nodata=True, style="suburb")
    write_scene(scene, tmp_path, output=output, polarisations=("VV", "HH"))
    with rasterio.open(tmp_path / "sar.tif") as raster:
        bands = raster.read()
        assert raster.descriptions == ("VV", "HH")
        assert raster.dtypes == (dtype, dtype) and raster.crs.to_epsg() == 32631
        np.testing.assert_equal(raster.nodata, nodata)
        transform = raster.transform
    blank = np.isnan(bands) if output == "db" else bands == 0
    np.testing.assert_array_equal(blank, np.isnan(scene.sar[[3, 0]]))
    if output == "db":
        np.testing.assert_array_equal(bands, scene.sar[[3, 0]])
    if output == "amplitude":
        decibel = 20 * np.log10(bands[~blank] / 1000)
        np.testing.assert_allclose(decibel, scene.sar[[3, 0]][~blank], atol=0.5)
    with rasterio.open(tmp_path / "optical.tif") as raster:
        np.testing.assert_array_equal(raster.read(), scene.optical)
    collection = json.loads((tmp_path / "buildings.geojson").read_text())
    drawn = rasterize(
        [feature["geometry"] for feature in collection["features"]],
        scene.buildings.shape,
        transform=transform,
        dtype="uint8",
    )
    assert (drawn.astype(bool) != scene.buildings).mean() < 0.002
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"sar.tif", "optical.tif", "buildings.geojson"}


def test_bad_arguments_are_named(tmp_path: Path) -> None:
    scene = simulate(1, 32)
    with pytest.raises(InputError, match="16 or more"):
        simulate(1, 8)
    with pytest.raises(InputError, match="0 to 1"):
        simulate(1, 32, clouds=1.5)
    with pytest.raises(InputError, match="style"):
        simulate(1, 32, style="moon")
    with pytest.raises(InputError, match="8bit"):
        write_scene(scene, tmp_path, output="loud")
    with pytest.raises(InputError, match="HH"):
        write_scene(scene, tmp_path, polarisations=("XX",))
    assert POLARISATIONS == ("HH", "HV", "VH", "VV")
    assert not list(tmp_path.iterdir())
