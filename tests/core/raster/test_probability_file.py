"""Probabilities in a GeoTIFF: the same values for every reader, whatever the strips."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.crs import CRS
from rasterio.transform import Affine
from rasterio.warp import reproject
from rasterio.windows import Window

from core.hatch.errors import InputError
from core.raster import probability_file
from core.raster.blend import Strip
from core.raster.grid import Grid
from core.raster.probability_file import STEPS, ProbabilityReader, ProbabilityWriter
from tests.builders.full_disk import largest_file
from tests.builders.probabilities import GRID, HEIGHT, town, write


@pytest.mark.parametrize("rows", [1, 255, 256, 257, HEIGHT])
@pytest.mark.parametrize("widest", [2**14, 100])
def test_the_file_does_not_depend_on_the_strips(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int, widest: int
) -> None:
    monkeypatch.setattr(probability_file, "_WIDE", widest)
    whole = town()
    kept = write(tmp_path / "kept.tif", whole, rows)
    with ProbabilityReader(kept) as file:
        strips = list(file.strips())
        assert file.grid == GRID and file.model == "a model" and file.threshold == 0.35
    for name, step in (("probability", 0.5), ("optical_share", 0.5)):
        values = np.concatenate([getattr(strip, name) for strip in strips])
        assert values.dtype == np.float32 and values.min() >= 0 and values.max() <= 1
        np.testing.assert_allclose(values, getattr(whole, name), atol=step / STEPS + 1e-5)
    valid = np.concatenate([strip.valid for strip in strips])
    np.testing.assert_array_equal(valid, whole.valid)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_file_that_does_not_fit_is_one_sentence_whatever_part_is_missing(tmp_path: Path) -> None:
    whole = town()
    size = write(tmp_path / "whole.tif", whole).stat().st_size
    refused = 0
    for limit in range(0, size, size // 40):
        try:
            with largest_file(limit):
                write(tmp_path / "kept.tif", whole)
        except InputError as error:
            refused += 1
            assert "cannot be written" in str(error) or "is full" in str(error)
    assert refused > 30


@pytest.mark.parametrize(
    "tags",
    [
        {"CMHCL_THRESHOLD": "abc"},
        {"CMHCL_THRESHOLD": "nan"},
        {"CMHCL_THRESHOLD": "7"},
        {"CMHCL_UNIT_M": "0"},
        {"CMHCL_UNIT_M": "1e-320"},
        {"CMHCL_UNIT_M": "1e200"},
        {"CMHCL_UNIT_M": "wide"},
        {"CMHCL_GRID": "600000 5750000 1"},
        {"CMHCL_GRID": "0 0 0 0 0 0"},
        {"CMHCL_GRID": "nan 5750000 1 -1 300 700"},
        {"CMHCL_GRID": "1e999 5750000 1 -1 300 700"},
        {"CMHCL_GRID": "600000 5750000 1 -1 nan 700"},
        {"CMHCL_GRID": "600000 5750000 1e-320 -1e-320 300 700"},
        {"CMHCL_AREA": "POLYGON ((0 0"},
        {"CMHCL_AREA": "POINT (600001 5749999)"},
        {"CMHCL_AREA": "POLYGON ((0 0, 9 0, 9 9, 0 0))"},  # as after a reprojection
    ],
)
def test_tags_of_another_program_are_one_sentence(tmp_path: Path, tags: dict[str, str]) -> None:
    path = write(tmp_path / "kept.tif", town())
    with rasterio.open(path, "r+", IGNORE_COG_LAYOUT_BREAK="YES") as file:
        file.update_tags(**tags)
    with pytest.raises(InputError, match="was changed by another program; choose the one that"):
        ProbabilityReader(path)


@pytest.mark.parametrize(
    "profile", [{"dtype": "float32"}, {"nodata": 0}, {"transform": Affine.rotation(9)}]
)
def test_copy_of_another_kind_is_one_sentence(tmp_path: Path, profile: dict[str, object]) -> None:
    path, copy = write(tmp_path / "kept.tif", town()), tmp_path / "copy.tif"
    with rasterio.open(path) as file:
        options = {"driver": "GTiff", "width": file.width, "height": file.height, "count": 4}
        options |= {"dtype": "uint8", "nodata": file.nodata, "transform": file.transform}
        with rasterio.open(copy, "w", **(options | profile)) as new:
            new.update_tags(**file.tags())
            new.write(file.read())
    with pytest.raises(InputError, match="was changed by another program; choose the one that"):
        ProbabilityReader(copy)


def test_length_of_a_unit_without_a_place_is_kept(tmp_path: Path) -> None:
    grid = Grid(None, Affine.scale(1, -1), 30, 20, unit_m=0.8)
    with ProbabilityWriter(tmp_path / "kept.tif", grid, "a model", 0.5) as file:
        zeros = np.zeros((20, 30), np.float32)
        list(file.write_through(iter([Strip(0, zeros, zeros, zeros == 0, zeros)])))
    with ProbabilityReader(tmp_path / "kept.tif") as kept:
        assert kept.grid == grid


def test_values_are_shares_for_everyone_who_reads_them(tmp_path: Path) -> None:
    whole = town()
    with rasterio.open(write(tmp_path / "kept.tif", whole)) as file:
        assert file.profile["tiled"] and file.profile["compress"] == "deflate"
        assert "probability of building" in file.descriptions
        codes = file.read(1, masked=True)
        values = codes * file.scales[0] + file.offsets[0]
    np.testing.assert_array_equal(~np.ma.getmaskarray(values), whole.valid)
    np.testing.assert_allclose(values[whole.valid], whole.probability[whole.valid], atol=0.0026)


def test_band_4_is_the_entropy_of_the_probability(tmp_path: Path) -> None:
    whole = town()
    with rasterio.open(write(tmp_path / "kept.tif", whole)) as file:
        assert file.descriptions[3] == "uncertainty"
        values = file.read(4, masked=True) * file.scales[3] + file.offsets[3]
    np.testing.assert_array_equal(~np.ma.getmaskarray(values), whole.valid)
    certain, undecided = whole.probability > 0.999, np.abs(whole.probability - 0.5) < 0.01
    assert values[undecided & whole.valid].min() > 0.99
    assert (certain & whole.valid).any() and values[certain & whole.valid].max() < 0.03
    p = whole.probability[whole.valid].astype(float)
    bits = -p * np.log2(p) - (1 - p) * np.log2(1 - p)
    np.testing.assert_allclose(values[whole.valid], bits, atol=0.026)  # steepest next to 0 and 1


def test_the_file_is_a_cloud_optimised_geotiff(tmp_path: Path) -> None:
    path = write(tmp_path / "kept.tif", town())
    with rasterio.open(path) as file:
        assert file.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        overviews = file.overviews(1)
        assert overviews == [2, 4]

        def offset(item: str, overview: int | None) -> int:
            return int(file.get_tag_item(item, "TIFF", bidx=1, ovr=overview))

        directories = [offset("IFD_OFFSET", level) for level in (None, 0, 1)]
        data = [offset("BLOCK_OFFSET_0_0", level) for level in (1, 0, None)]
    assert directories + data == sorted(directories + data)
    assert [file.name for file in tmp_path.iterdir()] == ["kept.tif"]


def test_overviews_are_means_of_valid_pixels(tmp_path: Path) -> None:
    ones = np.ones((HEIGHT, GRID.width), np.float32)
    left = np.broadcast_to(np.arange(GRID.width) % 2 == 0, ones.shape)  # of each pair of columns
    path = write(tmp_path / "kept.tif", Strip(0, ones * left, ones * 0, left, ones * 0))
    with rasterio.open(path, overview_level=0) as file:
        assert (file.read(1) == STEPS).all()


def test_a_file_of_three_bands_is_read_as_one_of_four(tmp_path: Path) -> None:
    new, old = write(tmp_path / "new.tif", town()), tmp_path / "old.tif"
    with rasterio.open(new) as file:
        profile = {**file.profile, "count": 3, "interleave": "band"}
        with rasterio.open(old, "w", **profile) as copy:
            copy.write(file.read([1, 2, 3]))
            copy.update_tags(**file.tags())
    with ProbabilityReader(new) as file, ProbabilityReader(old) as before:
        for strip, expected in zip(file.strips(), before.strips(), strict=True):
            for name in ("probability", "contact", "valid", "optical_share"):
                np.testing.assert_array_equal(getattr(strip, name), getattr(expected, name))


def test_a_failure_while_writing_leaves_no_file(tmp_path: Path) -> None:
    writer = ProbabilityWriter(tmp_path / "kept.tif", GRID, "a model", 0.5)
    with pytest.raises(InputError, match="stop"), writer:
        raise InputError("stop")
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_cut_off_when_optimised_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_rows(source: Path, target: Path, **options: object) -> None:
        copy(source, target, **options)
        with rasterio.open(target, "r+", IGNORE_COG_LAYOUT_BREAK="YES") as file:
            file.write(np.zeros((4, 10, 300), np.uint8), window=Window(0, 500, 300, 10))

    copy = rasterio.shutil.copy
    monkeypatch.setattr(rasterio.shutil, "copy", lose_rows)
    with pytest.raises(InputError, match="the file is incomplete"):
        write(tmp_path / "kept.tif", town())


def moved(path: Path, grid: Grid, without: str = "", **options: object) -> Path:
    """The file as gdalwarp writes it on another grid, with its tags except one."""
    new = path.with_name("moved.tif")
    with rasterio.open(path) as file:
        profile = {"driver": "GTiff", "dtype": "uint8", "count": file.count, "nodata": file.nodata}
        profile |= {"width": grid.width, "height": grid.height, "transform": grid.transform}
        with rasterio.open(new, "w", crs=grid.crs, **profile, **options) as copy:
            for band in range(1, file.count + 1):
                reproject(rasterio.band(file, band), rasterio.band(copy, band))
            copy.update_tags(**{k: v for k, v in file.tags().items() if k != without})
    return new


@pytest.mark.parametrize(
    "grid",
    [
        Grid(GRID.crs, GRID.transform * Affine.scale(2), GRID.width // 2, HEIGHT // 2),
        Grid(GRID.crs, GRID.transform * Affine.scale(1.001), GRID.width, HEIGHT),
        Grid(GRID.crs, GRID.transform * Affine.translation(0.5, 0), GRID.width, HEIGHT),
        Grid(CRS.from_epsg(32632), Affine(1, 0, 189_000, 0, -1, 5_757_000), 2000, 2000),
        Grid(CRS.from_epsg(4326), Affine(1e-5, 0, 4.45, 0, -1e-5, 51.9), 900, 1400),
    ],
    ids=["coarser", "a little coarser", "half a pixel", "zone", "degrees"],
)
def test_warped_copy_is_refused_also_without_an_area(tmp_path: Path, grid: Grid) -> None:
    path = moved(write(tmp_path / "kept.tif", town()), grid)
    with pytest.raises(InputError, match="was changed by another program; choose the one that"):
        ProbabilityReader(path)


def test_warped_copy_of_a_file_of_0_1_0_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "kept.tif", town())
    tiles = {"tiled": True, "blockxsize": 256, "blockysize": 256}
    with ProbabilityReader(moved(path, GRID, without="CMHCL_GRID", **tiles)) as file:
        assert file.grid == GRID
    path = moved(path, GRID, without="CMHCL_GRID")
    with pytest.raises(InputError, match="was changed by another program; choose the one that"):
        ProbabilityReader(path)


def test_crop_of_whole_pixels_is_read_as_that_part(tmp_path: Path) -> None:
    path = write(tmp_path / "kept.tif", town())
    with (
        ProbabilityReader(path) as whole,
        ProbabilityReader(moved(path, GRID.crop(450, 30, 100, 200))) as part,
    ):
        (found,) = part.strips()
        everything = np.concatenate([strip.probability for strip in whole.strips()])
    np.testing.assert_array_equal(found.probability, everything[450:550, 30:230])


def test_values_of_a_damaged_file_stay_within_0_and_1(tmp_path: Path) -> None:
    path = write(tmp_path / "kept.tif", town())
    codes = np.random.default_rng(0).integers(0, 256, (4, HEIGHT, GRID.width), dtype=np.uint8)
    with rasterio.open(path, "r+", IGNORE_COG_LAYOUT_BREAK="YES") as file:
        file.write(codes)
    with ProbabilityReader(path) as kept:
        for strip in kept.strips():
            for values in (strip.probability, strip.contact, strip.optical_share):
                assert values.min() == 0 and values.max() == 1


@pytest.mark.parametrize(
    "crs",
    [
        "+proj=ob_tran +o_proj=longlat +o_lon_p=0 +o_lat_p=39 +lon_0=18 +R=6371229",
        "+proj=eqearth +datum=WGS84",
    ],
)
def test_coordinate_system_that_a_geotiff_cannot_hold_is_kept(tmp_path: Path, crs: str) -> None:
    grid = Grid(CRS.from_string(crs), Affine(1e-5, 0, 4, 0, -1e-5, 51), 30, 20)
    (tmp_path / "hidden").mkdir()
    with ProbabilityWriter(tmp_path / "hidden" / "new.tif", grid, "a model", 0.5) as file:
        zeros = np.zeros((20, 30), np.float32)
        list(file.write_through(iter([Strip(0, zeros, zeros, zeros == 0, zeros)])))
    # Only the file itself leaves the hidden folder, not what GDAL may have written next to it.
    path = (tmp_path / "hidden" / "new.tif").rename(tmp_path / "kept.tif")
    with ProbabilityReader(path) as kept:
        assert kept.grid.crs == grid.crs
