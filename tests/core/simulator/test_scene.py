"""The scene simulator: determinism, consistency, clouds, nodata, and written files."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.features import rasterize

from core.hatch.errors import InputError
from core.hatch.jobs import POLARISATIONS, STYLES
from core.simulator import City, make_city, simulate, write_scene


def test_the_same_seed_gives_the_same_scene() -> None:
    one, two, other = simulate(7, 96), simulate(7, 96), simulate(8, 96)
    np.testing.assert_array_equal(one.sar, two.sar)
    np.testing.assert_array_equal(one.optical, two.optical)
    np.testing.assert_array_equal(one.buildings, two.buildings)
    assert one.setup == two.setup
    assert not np.array_equal(one.sar, other.sar)


@settings(max_examples=12)
@given(seed=st.integers(0, 10**6), size=st.integers(48, 130), style=st.sampled_from(STYLES))
def test_any_scene_is_valid_and_consistent(seed: int, size: int, style: str) -> None:
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


def test_city_without_buildings_has_no_footprints() -> None:
    scene = simulate(2, 64, city=City(300, 300, []))
    assert not scene.footprints and not scene.buildings.any()


def test_outside_of_the_swath_is_nodata_in_all_polarisations() -> None:
    scene = simulate(3, 96, nodata=True)
    nodata = np.isnan(scene.sar)
    assert 0.02 < nodata.mean() < 0.8
    assert (nodata == nodata[0]).all()


@pytest.mark.parametrize("fraction", [0.0, 0.3, 1.0])
def test_clouds_cover_the_requested_fraction(fraction: float) -> None:
    scene = simulate(4, 96, clouds=fraction)
    assert 1 - scene.optical_valid.mean() == pytest.approx(fraction, abs=0.01)


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
def test_written_scene_is_read_back_identically(
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


def test_invalid_arguments_raise_and_are_named(tmp_path: Path) -> None:
    scene = simulate(1, 32)
    with pytest.raises(InputError, match="16 or more"):
        simulate(1, 8)
    with pytest.raises(InputError, match="between 0 and 1"):
        simulate(1, 32, clouds=1.5)
    with pytest.raises(InputError, match="style"):
        simulate(1, 32, style="moon")
    with pytest.raises(InputError, match="8bit"):
        write_scene(scene, tmp_path, output="loud")
    with pytest.raises(InputError, match="HH"):
        write_scene(scene, tmp_path, polarisations=("XX",))
    assert POLARISATIONS == ("HH", "HV", "VH", "VV")
    assert not list(tmp_path.iterdir())
