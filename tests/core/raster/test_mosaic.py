"""A folder of rasters as one scene."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.transform import Affine
from rasterio.windows import Window

from core.hatch.errors import InputError, SceneError
from core.raster.cache import FILE_CACHE
from core.raster.grid import Grid
from core.raster.open_input import open_input_raster
from core.raster.raster_reader import RasterReader
from tests.builders.rasters import open_files
from tests.conftest import NORTH_UP, UTM

HEIGHT, WIDTH = 150, 190


def write(path: Path, values: np.ndarray, row: int = 0, col: int = 0, **profile: Any) -> Path:
    """A raster [bands, h, w] whose first pixel is (row, col) of the scene."""
    path.parent.mkdir(exist_ok=True)
    count, height, width = values.shape
    settings = {"crs": UTM, "transform": NORTH_UP * Affine.translation(col, row), **profile}
    names = settings.pop("descriptions", ())
    settings = {"dtype": values.dtype, **settings}
    with rasterio.open(path, "w", "GTiff", width, height, count, **settings) as file:
        file.write(values)
        for band, name in enumerate(names, start=1):
            file.set_band_description(band, name)
    return path


def write_tiles(
    folder: Path, values: np.ndarray, rows: list[int], cols: list[int], **profile: Any
) -> None:
    """A raster cut at these rows and columns; tiles overlap by 3 pixels."""
    row_ends, col_ends = [*rows, values.shape[1]], [*cols, values.shape[2]]
    for top, bottom in zip([0, *rows], row_ends):
        for left, right in zip([0, *cols], col_ends):
            top_3, left_3 = max(0, top - 3), max(0, left - 3)
            tile = values[:, top_3:bottom, left_3:right]
            write(folder / f"{top}-{left}.tif", tile, top_3, left_3, **profile)


def scene(seed: int, dtype: str) -> np.ndarray:
    values = np.random.default_rng(seed).normal(-15, 3, (2, HEIGHT, WIDTH))
    return (values if dtype == "float32" else np.clip(10 * values + 250, 1, None)).astype(dtype)


cuts = st.lists(st.integers(5, 145), max_size=3, unique=True).map(sorted)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=cuts, cols=cuts, seed=st.integers(0, 9), dtype=st.sampled_from(["float32", "uint16"]))
def test_tiles_are_read_as_the_whole_raster(
    tmp_path: Path, rows: list[int], cols: list[int], seed: int, dtype: str
) -> None:
    values = scene(seed, dtype)
    whole = write(tmp_path / "whole.tif", values, descriptions=("VV", "VH"))
    folder = tmp_path / "tiles"
    for old in folder.glob("*"):
        old.unlink()
    write_tiles(folder, values, rows, cols, descriptions=("VV", "VH"))
    with open_files([str(whole)]) as one, open_files([str(folder)]) as many:
        assert many.grid == one.grid and many.polarisations == ("VV", "VH")
        assert (many.radiometry, many.warnings) == (one.radiometry, one.warnings)
        window = (-5, -5, HEIGHT + 10, WIDTH + 10)
        np.testing.assert_array_equal(many.read(*window)[0], one.read(*window)[0])


@pytest.mark.parametrize(
    ("dtype", "nodata"),
    [
        ("float32", None),
        ("float32", np.nan),
        ("float32", -9999.0),
        ("int16", -32768),
        ("uint8", None),
    ],
)
def test_gaps_are_not_valid_and_nodata_covers_no_other_raster(
    tmp_path: Path, dtype: str, nodata: Any
) -> None:
    below, above = np.full((2, 1, 60, 60), 9).astype(dtype)
    above[0, :, :20] = np.nan if nodata is None and dtype == "float32" else nodata or 0
    write(tmp_path / "m" / "1.tif", below, nodata=nodata)
    write(tmp_path / "m" / "2.tif", above, 60, 50, nodata=nodata)
    write(tmp_path / "m" / "3.tif", above, 0, 30, nodata=nodata)
    with RasterReader(str(tmp_path / "m")) as source:
        assert (source.height, source.width) == (120, 110)
        grid = Grid(source.crs, source.transform, source.width, source.height)
        known = np.isfinite(source.read(grid)[0])
    expected = np.zeros((120, 110), bool)
    expected[:60, :60] = expected[60:, 70:] = expected[:60, 50:90] = True
    # Zeros without a nodata value cover what is below, as there is no telling them from values.
    if not (dtype == "uint8" and nodata is None):
        np.testing.assert_array_equal(known, expected)
    assert not known[~expected].any()


def other(folder: Path, **changes: Any) -> Path:
    """Two rasters of a mosaic, the second with changes."""
    values = np.arange(400, dtype=np.float32).reshape(1, 20, 20)
    write(folder / "1.tif", values)
    return write(folder / "2.tif", changes.pop("values", values), 20, **changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"crs": "EPSG:32632"}, "1.tif (another coordinate system)"),
        ({"transform": NORTH_UP * Affine.scale(2)}, "1.tif (another pixel grid)"),
        ({"transform": NORTH_UP * Affine.translation(0.5, 20)}, "1.tif (another pixel grid)"),
        (
            {"values": np.ones((2, 20, 20), np.float32)},
            "(other bands, types or nodata values)",
        ),
        ({"values": np.ones((1, 20, 20), np.uint8)}, "(other bands, types or nodata values)"),
        ({"nodata": 0.0}, "(other bands, types or nodata values)"),
        ({"descriptions": ("VH",)}, "(other bands, types or nodata values)"),
        ({"transform": NORTH_UP * Affine.rotation(10)}, "is not north-up"),
    ],
)
def test_raster_that_does_not_fit_is_named(
    tmp_path: Path, changes: dict[str, Any], words: str
) -> None:
    path = other(tmp_path / "m", **changes)
    with pytest.raises(SceneError, match=re.escape(words)) as error:
        open_input_raster(str(tmp_path / "m"))
    assert str(error.value).endswith(f"{path}.") and "\n" not in str(error.value)


def test_raster_with_a_mask_is_refused(tmp_path: Path) -> None:
    path = other(tmp_path / "m")
    with rasterio.open(path, "r+") as file:
        file.write_mask(np.full((20, 20), 255, np.uint8))
    with pytest.raises(SceneError, match=r"has a mask; .*2\.tif"):
        open_input_raster(str(tmp_path / "m"))


def test_file_that_is_no_raster_and_folder_without_any(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "notes.txt").touch()
    with pytest.raises(SceneError, match="contains no raster"):
        open_input_raster(str(tmp_path / "m"))
    (tmp_path / "m" / "a.tif").write_text("no raster")
    with pytest.raises(SceneError, match=r"not a raster that can be read; move it: .*a\.tif"):
        open_input_raster(str(tmp_path / "m"))


def test_raster_that_refers_to_others_is_refused(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.tif", np.ones((1, 20, 20), np.float32))
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "a.tif").write_text(
        '<VRTDataset rasterXSize="20" rasterYSize="20"><VRTRasterBand dataType="Float32" band="1">'
        f"<SimpleSource><SourceFilename>{secret}</SourceFilename></SimpleSource>"
        "</VRTRasterBand></VRTDataset>"
    )
    with pytest.raises(InputError, match="outside its folder"):
        open_input_raster(str(tmp_path / "m"))


def test_fingerprint_changes_with_each_raster(tmp_path: Path) -> None:
    path = other(tmp_path / "m")
    files = [str(tmp_path / "m")]
    with open_files(files) as scene:
        first, key = scene.fingerprint, scene.layer_key
        assert first and scene.content_key
    assert FILE_CACHE.get_or_compute(("statistics", key), lambda: None) is not None
    os.utime(path, (1, 1))
    with open_files(files) as scene:
        assert scene.fingerprint not in ("", first)


def test_damaged_raster_is_named_by_its_folder(tmp_path: Path) -> None:
    values = np.random.default_rng(0).random((1, 200, 200), np.float32)
    folder = tmp_path / "m"
    write(folder / "1.tif", values, nodata=-1)  # or opening it would read all of it
    path = write(folder / "2.tif", values, 200, nodata=-1)
    with RasterReader(str(folder)) as source, open_files([str(folder)]) as scene:
        os.truncate(path, 20_000)
        with pytest.raises(SceneError, match=rf"is truncated or damaged; .*: {folder}$"):
            source.read(scene.grid)


def overlapping(values: np.ndarray, folder: Path, **profile: Any) -> np.ndarray:
    """A mosaic of the left part of values [bands, h, w], and on top of it the right part.

    The right part overlaps the left one by 30 columns, which are 0 in all its bands.
    """
    collared = values[:, :, 70:].copy()
    collared[:, :, :30] = 0
    write(folder / "a.tif", values[:, :, :100], **profile)
    write(folder / "b.tif", collared, col=70, **profile)
    with RasterReader(str(folder)) as source:
        return source.bands.read(Window(0, 0, values.shape[2], values.shape[1]))


@pytest.mark.parametrize("dtype", ["uint16", "float32"])
def test_zeros_around_a_file_do_not_cover_other_files(tmp_path: Path, dtype: str) -> None:
    values = np.random.default_rng(0).integers(1, 200, (1, 60, 170)).astype(dtype)
    np.testing.assert_array_equal(overlapping(values, tmp_path / "tiles"), values)


@pytest.mark.parametrize("dtype", ["complex64", "complex_int16"])
def test_complex_values_are_magnitudes(tmp_path: Path, dtype: str) -> None:
    values = np.random.default_rng(0).integers(1, 200, (2, 1, 60, 170))
    stored = (values[0] + 1j * values[1]).astype(np.complex64)
    for col, end in ((0, 80), (80, 170)):
        write(tmp_path / "tiles" / f"{col}.tif", stored[:, :, col:end], col=col, dtype=dtype)
    with RasterReader(str(tmp_path / "tiles")) as source:
        read = source.bands.read(Window(0, 0, 170, 60))
    np.testing.assert_allclose(read, np.hypot(*values), rtol=1e-6)


def test_transparent_pixels_do_not_cover_other_files(tmp_path: Path) -> None:
    values = np.random.default_rng(0).integers(1, 255, (4, 60, 170)).astype(np.uint8)
    values[3] = 255
    values[3, :5, :5] = 0
    read = overlapping(values, tmp_path / "tiles", photometric="rgb", alpha="yes")
    assert len(read) == 3 and np.isnan(read[:, :5, :5]).all()
    known = values[3] > 0
    np.testing.assert_array_equal(read[:, known], values[:3, known])


def test_palette_is_that_of_the_files(tmp_path: Path) -> None:
    indices = np.random.default_rng(0).integers(0, 9, (1, 60, 170)).astype(np.uint8)
    table = {i: (i, 100 + i, 255 - i, 255) for i in range(9)}
    for col, end in ((0, 80), (80, 170)):
        path = write(tmp_path / "tiles" / f"{col}.tif", indices[:, :, col:end], col=col)
        with rasterio.open(path, "r+") as file:
            file.write_colormap(1, table)
    with RasterReader(str(tmp_path / "tiles")) as source:
        assert source.bands.colours == ["R", "G", "B"]
        read = source.bands.read(Window(0, 0, 170, 60))
    np.testing.assert_array_equal(read[:, 3, 4], table[int(indices[0, 3, 4])][:3])
    with rasterio.open(path, "r+") as file:
        file.write_colormap(1, {**table, 1: (0, 0, 0, 255)})
    with pytest.raises(SceneError, match="does not fit"):
        RasterReader(str(tmp_path / "tiles"))


# What names of files say


def files_named(folder: Path, *names: str, apart: bool = False, **profile: Any) -> str:
    """Files of one band each, decibels of -1, -2 and so on to the right, next to each other or not.

    Names of bands are those of ``descriptions``, as in ``write``.
    """
    for index, name in enumerate(names):
        values = -np.arange(1, 2501, dtype=np.float32).reshape(1, 50, 50) - 5000 * index
        write(folder / f"{name}.tif", values / 1000, col=50 * index * apart, **profile)
    return str(folder)


def test_polarisation_of_tiles_is_that_of_their_names(tmp_path: Path) -> None:
    with open_files([files_named(tmp_path / "m", "t0_VH", "t1_VH", apart=True)]) as scene:
        assert scene.polarisations == ("VH",) and scene.grid.width == 100
    named = files_named(tmp_path / "n", "a_VH", "b_VV", apart=True, descriptions=("HV",))
    with open_files([named]) as scene:  # names of bands count more
        assert scene.polarisations == ("HV",)


def test_polarisations_of_one_place_are_bands(tmp_path: Path) -> None:
    with open_files([files_named(tmp_path / "m", "S1A_VV", "S1A_VH")]) as scene:
        assert scene.polarisations == ("VH", "VV")
        values = scene._read_sar(scene.grid)
    np.testing.assert_allclose(values[3, 0, :2], [-0.001, -0.002])
    np.testing.assert_allclose(values[2, 0, :2], [-5.001, -5.002])


@pytest.mark.parametrize(
    ("names", "apart", "odd"),
    [
        (("a_VH", "b_VV"), True, "b_VV"),  # of two places
        (("S1_VH", "S1_VV", "S1_inc_map"), False, "S1_inc_map"),
        (("a", "b", "incidence_angle"), True, "incidence_angle"),
        (("a", "b_VH"), True, "b_VH"),
        (("T31_B02", "T31_B03", "T31_B04"), False, "T31_B03"),
        (("img_blue", "img_red"), False, "img_red"),
        (("i_VV", "q_VV"), False, "q_VV"),
    ],
)
def test_files_with_names_of_other_bands_are_refused(
    tmp_path: Path, names: tuple[str, ...], apart: bool, odd: str
) -> None:
    folder = files_named(tmp_path / "m", *names, apart=apart)
    with pytest.raises(SceneError, match=rf"other bands, types .*{odd}\.tif\.$"):
        open_input_raster(folder)


def test_words_that_all_names_have_say_nothing(tmp_path: Path) -> None:
    names = ("lat52_lon4", "lat52_lon5")
    with open_files([files_named(tmp_path / "m", *names, apart=True)]) as scene:
        assert scene.grid.width == 100


def test_file_that_hides_another_is_warned_of(tmp_path: Path) -> None:
    with open_files([files_named(tmp_path / "m", "2024_VV", "2025_VV")]) as scene:
        (warning,) = scene.warnings
    assert "is used (2024_VV.tif, 2025_VV.tif); " in warning and warning.endswith(": m")
    with open_files([files_named(tmp_path / "n", "a_VV", "b_VV", apart=True)]) as scene:
        assert scene.warnings == []


def test_one_part_of_complex_values_is_refused(tmp_path: Path) -> None:
    folder = files_named(tmp_path / "m", "i_VV_1", "i_VV_2", apart=True)
    with pytest.raises(SceneError, match="i_VV is only a part of complex values"):
        open_files([folder])
