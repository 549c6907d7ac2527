"""Values of bands: every data type, palette, mask and alpha, decimated without overviews."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp, Resampling
from rasterio.windows import Window

from core.raster.raster_reader import RasterReader
from tests.builders.rasters import WriteRaster


def read(path: str, step: int = 1) -> np.ndarray:
    """All bands of a file, averaged over step x step pixels."""
    with RasterReader(path) as source:
        width, height = source.width // step * step, source.height // step * step
        return source.bands.read(Window(0, 0, width, height), step)


def colours(path: str, *interpretation: ColorInterp) -> str:
    """The file, with another colour interpretation."""
    with rasterio.open(path, "r+") as file:
        file.colorinterp = interpretation
    return path


REAL = ["uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64"]


@pytest.mark.parametrize("dtype", [*REAL, "float32", "float64"])
def test_real_values_of_every_type(write_raster: WriteRaster, dtype: str) -> None:
    values = np.arange(1, 101).reshape(10, 10).astype(dtype)
    read_values = read(write_raster("a.tif", values, nodata=7))
    assert np.isnan(read_values[0, 0, 6]) and np.isnan(read_values).sum() == 1
    known = np.isfinite(read_values[0])
    np.testing.assert_array_equal(read_values[0][known], values[known].astype("f4"))


@pytest.mark.parametrize("dtype", ["complex_int16", "complex64", "complex128"])
def test_complex_values_of_every_type_are_magnitudes(tmp_path: Path, dtype: str) -> None:
    values = np.full((1, 9, 9), 3 + 4j, np.complex64)
    values[0, 0, 0], values[0, 0, 1] = -9999, 5j
    path = tmp_path / "slc.tif"
    profile: dict[str, Any] = {"count": 1, "height": 9, "width": 9, "nodata": -9999}
    with rasterio.open(path, "w", driver="GTiff", dtype=dtype, **profile) as file:
        file.write(values)
    with RasterReader(str(path)) as source:
        assert source.bands.is_complex
    magnitudes = read(str(path))
    assert np.isnan(magnitudes[0, 0, 0]) and np.isnan(magnitudes).sum() == 1
    assert (magnitudes[np.isfinite(magnitudes)] == 5).all()


def test_nodata_tag_out_of_the_range_of_the_type_excludes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.vrt").write_text(
        '<VRTDataset rasterXSize="8" rasterYSize="8"><VRTRasterBand dataType="Byte" band="1">'
        "<NoDataValue>-9999</NoDataValue></VRTRasterBand></VRTDataset>"
    )
    with RasterReader(str(tmp_path / "a.vrt")) as source:
        assert not source.bands._is_nodata(np.full((1, 8, 8), 241, np.uint8)).any()


@pytest.mark.parametrize(("dtype", "name"), [("int64", "Int64"), ("uint64", "UInt64")])
def test_nodata_tag_that_is_no_float_excludes_its_value(
    write_raster: WriteRaster, tmp_path: Path, dtype: str, name: str
) -> None:
    values = np.full((8, 8), 300, dtype)
    values[0, :3] = largest = np.iinfo(dtype).max
    write_raster("a.tif", values)
    (tmp_path / "a.vrt").write_text(
        f'<VRTDataset rasterXSize="8" rasterYSize="8"><VRTRasterBand dataType="{name}" band="1">'
        f"<NoDataValue>{largest}</NoDataValue><SimpleSource>"
        '<SourceFilename relativeToVRT="1">a.tif</SourceFilename></SimpleSource></VRTRasterBand>'
        "</VRTDataset>"
    )
    found = read(str(tmp_path / "a.vrt"))
    assert np.isnan(found[0, 0, :3]).all() and (found[np.isfinite(found)] == 300).all()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_bands_may_have_several_types(
    write_raster: WriteRaster, tmp_path: Path, order: tuple[int, ...]
) -> None:
    kinds = [
        ("UInt16", np.full((8, 8), 60000, np.uint16), 60000),
        ("Float32", np.where(np.eye(8), 1e-20, -3).astype(np.float32), -3),
        ("CFloat32", np.full((8, 8), 3 + 4j, np.complex64), 5),
    ]
    bands = ""
    for number, index in enumerate(order, start=1):
        kind, values, _ = kinds[index]
        write_raster(f"{number}.tif", values)
        bands += (
            f'<VRTRasterBand dataType="{kind}" band="{number}"><NoDataValue>1e-20</NoDataValue>'
            f'<SimpleSource><SourceFilename relativeToVRT="1">{number}.tif</SourceFilename>'
            "</SimpleSource></VRTRasterBand>"
        )
    size = 'rasterXSize="8" rasterYSize="8"'
    (tmp_path / "a.vrt").write_text(f"<VRTDataset {size}>{bands}</VRTDataset>")
    found = read(str(tmp_path / "a.vrt"))
    for band, index in zip(found, order):
        assert (band[np.isfinite(band)] == kinds[index][2]).all()
        assert np.isnan(band).sum() == (8 if kinds[index][0] == "Float32" else 0)


def test_each_band_has_its_own_nodata(write_raster: WriteRaster, tmp_path: Path) -> None:
    tags = (-9999, -5, 0, np.nan)
    bands = ""
    for number, tag in enumerate(tags, start=1):
        values = np.full((20, 20), 8, np.float32)
        values[:, :number] = tag
        name = Path(write_raster(f"{number}.tif", values)).name
        bands += (
            f'<VRTRasterBand dataType="Float32" band="{number}"><NoDataValue>{tag}</NoDataValue>'
            f'<SimpleSource><SourceFilename relativeToVRT="1">{name}</SourceFilename>'
            "</SimpleSource></VRTRasterBand>"
        )
    stack = tmp_path / "stack.vrt"
    stack.write_text(f'<VRTDataset rasterXSize="20" rasterYSize="20">{bands}</VRTDataset>')
    missing = np.isnan(read(str(stack)))
    assert missing[:, 0].sum(axis=1).tolist() == [1, 2, 3, 4]


def test_missing_tag_of_one_band_is_found(write_raster: WriteRaster, tmp_path: Path) -> None:
    values = np.random.default_rng(0).normal(-10, 3, (20, 20)).astype(np.float32)
    values[:, :8] = -9999
    write_raster("a.tif", values)
    band = (
        '<VRTRasterBand dataType="Float32" band="{}">{}<SimpleSource>'
        '<SourceFilename relativeToVRT="1">a.tif</SourceFilename></SimpleSource></VRTRasterBand>'
    )
    bands = band.format(1, "<NoDataValue>-9999</NoDataValue>") + band.format(2, "")
    stack = tmp_path / "stack.vrt"
    stack.write_text(f'<VRTDataset rasterXSize="20" rasterYSize="20">{bands}</VRTDataset>')
    assert np.isnan(read(str(stack))).sum(axis=(1, 2)).tolist() == [160, 160]


@pytest.mark.parametrize("internal", [True, False])
def test_masks_exclude_pixels(write_raster: WriteRaster, internal: bool) -> None:
    path = write_raster("a.tif", np.full((2, 20, 20), 9, np.float32))
    keep = np.full((20, 20), 255, np.uint8)
    keep[:5] = 0
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=internal), rasterio.open(path, "r+") as file:
        file.write_mask(keep)
    missing = np.isnan(read(path))
    assert missing[:, :5].all() and not missing[:, 5:].any()


def test_zeros_around_an_image_whose_tag_is_nan(write_raster: WriteRaster) -> None:
    values = np.random.default_rng(0).normal(-10, 3, (50, 50)).astype(np.float32)
    values[:, :20] = 0
    missing = np.isnan(read(write_raster("a.tif", values, nodata=np.nan)))
    assert missing[:, :, :20].all() and not missing[:, :, 20:].any()


@pytest.mark.parametrize("how", ["nearest", "average", "mode"])
def test_coarse_reads_take_no_overviews(write_raster: WriteRaster, how: str) -> None:
    values = np.random.default_rng(0).exponential(size=(300, 300)).astype(np.float32)
    path = write_raster("a.tif", values, tiled=True, blockxsize=64, blockysize=64)
    expected = values.reshape(75, 4, 75, 4).mean(axis=(1, 3))
    with rasterio.open(path, "r+") as file:
        file.build_overviews([2, 4, 8], Resampling[how])
    np.testing.assert_allclose(read(path, step=4)[0], expected, rtol=1e-5)


def test_blocks_average_the_valid_pixels_if_they_are_half(write_raster: WriteRaster) -> None:
    values = np.full((4, 8), 6, np.float32)
    values[0, :3] = -9999
    values[:3, 4:] = -9999
    means = read(write_raster("a.tif", values, nodata=-9999), step=4)
    assert means[0, 0, 0] == 6 and np.isnan(means[0, 0, 1])


def test_large_windows_are_read_in_pieces(
    write_raster: WriteRaster, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_raster("a.tif", np.random.default_rng(0).random((90, 60)).astype(np.float32))
    expected = read(path, step=3)
    monkeypatch.setattr("core.raster.band_values._CHUNK", 1000)
    np.testing.assert_array_equal(read(path, step=3), expected)


def test_scale_and_offset_of_a_band_are_applied(write_raster: WriteRaster) -> None:
    values = np.full((30, 30), 1000, np.uint16)
    values[:, :10] = 0
    path = write_raster("a.tif", values)
    with rasterio.open(path, "r+") as file:
        file.scales, file.offsets = (0.01,), (-50.0,)
    decibels = read(path)
    assert np.isnan(decibels[:, :, :10]).all()
    np.testing.assert_allclose(decibels[:, :, 10:], -40, rtol=1e-6)


# Palettes


def test_palette_is_read_as_its_colours(write_raster: WriteRaster) -> None:
    index = np.repeat(np.arange(4, dtype=np.uint8)[:, None], 8, axis=1)
    path = write_raster("a.tif", index, photometric="palette", nodata=3)
    with rasterio.open(path, "r+") as file:
        file.write_colormap(1, {0: (1, 2, 3, 255), 1: (200, 100, 50, 255), 2: (9, 8, 7, 255)})
    with RasterReader(path) as source:
        assert source.bands.colours == ["R", "G", "B"]
    rgb = read(path)
    assert rgb[:, 0, 0].tolist() == [1, 2, 3] and rgb[:, 1, 0].tolist() == [200, 100, 50]
    assert np.isnan(rgb[:, 3]).all()


def test_transparent_colours_of_a_palette_are_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.vrt"
    path.write_text(
        '<VRTDataset rasterXSize="8" rasterYSize="8"><VRTRasterBand dataType="Byte" band="1">'
        "<ColorInterp>Palette</ColorInterp><ColorTable>"
        '<Entry c1="5" c2="6" c3="7" c4="0"/></ColorTable></VRTRasterBand></VRTDataset>'
    )
    assert np.isnan(read(str(path))).all()


def test_colours_of_a_palette_are_averaged_and_not_its_indices(write_raster: WriteRaster) -> None:
    path = write_raster("a.tif", np.tile([0, 2], (4, 2)).astype("u1"), photometric="palette")
    with rasterio.open(path, "r+") as file:
        file.write_colormap(1, {0: (0, 0, 10, 255), 1: (99, 99, 99, 255), 2: (0, 0, 30, 255)})
    assert (read(path, step=2)[2] == 20).all()


# Alpha


def rgba(write_raster: WriteRaster, alpha: np.ndarray) -> str:
    """A white image with noise where alpha is not 0."""
    rng = np.random.default_rng(0)
    bands = rng.integers(1, 255, (4, *alpha.shape), dtype=np.uint8)
    bands[:3, alpha == 0] = 255
    bands[3] = alpha
    return write_raster("rgba.tif", bands, photometric="rgb", alpha="yes")


def alphas() -> dict[str, np.ndarray]:
    """Alpha of several kinds, 0 in the left half."""
    ramp = np.zeros((128, 128))
    hard, soft, constant, noisy = (ramp.copy() for _ in range(4))
    ramp[:, 64:] = np.arange(64) * 4 + 1
    hard[:, 64:] = 255
    soft[:, 64:] = 255
    soft[:, 64:67] = (64, 128, 192)
    constant[:, 64:] = 128
    noisy[:, 64:] = np.random.default_rng(1).integers(1, 255, (128, 64))
    every = {"hard": hard, "soft": soft, "constant": constant, "ramp": ramp, "noisy": noisy}
    return {name: alpha.astype(np.uint8) for name, alpha in every.items()}


@pytest.mark.parametrize("kind", list(alphas()))
def test_where_alpha_is_0_all_bands_are_missing(write_raster: WriteRaster, kind: str) -> None:
    alpha = alphas()[kind]
    values = read(rgba(write_raster, alpha))
    assert np.isnan(values[:3, alpha == 0]).all()
    assert np.isfinite(values[:3, alpha > 0]).all()
    assert len(values) == 3 or kind == "noisy"


@pytest.mark.parametrize("name", ["Band_4", "Alpha band", "b4"])
def test_alpha_may_have_a_name_without_meaning(write_raster: WriteRaster, name: str) -> None:
    alpha = alphas()["hard"]
    path = rgba(write_raster, alpha)
    with rasterio.open(path, "r+") as file:
        file.set_band_description(4, name)
    values = read(path)
    assert len(values) == 3 and np.isnan(values[:, alpha == 0]).all()


@pytest.mark.parametrize("count", [2, 4])
def test_alpha_may_be_the_first_band(write_raster: WriteRaster, count: int) -> None:
    values = np.random.default_rng(0).integers(1, 255, (count, 20, 20), dtype=np.uint8)
    values[0] = 255
    values[0, :, :9] = 0
    shown = [ColorInterp.red, ColorInterp.green, ColorInterp.blue] if count == 4 else []
    path = colours(write_raster("a.tif", values), ColorInterp.alpha, *(shown or [ColorInterp.gray]))
    with RasterReader(path) as source:
        assert source.bands.colours == (["R", "G", "B"] if count == 4 else [""])
    read_values = read(path)
    assert np.isnan(read_values[:, :, :9]).all() and np.isfinite(read_values[:, :, 9:]).all()


def test_data_tagged_as_alpha_are_a_band(write_raster: WriteRaster) -> None:
    values = np.random.default_rng(0).integers(1, 255, (4, 128, 128), dtype=np.uint8)
    path = write_raster("rgbn.tif", values, photometric="rgb", alpha="yes")
    np.testing.assert_array_equal(read(path), values)
    values[:, :, :100] = 0  # most is nodata, also in the fourth band
    path = write_raster("edge.tif", values, photometric="rgb", alpha="yes")
    assert len(read(path)) == 4


def test_named_band_tagged_as_alpha_is_a_band(write_raster: WriteRaster) -> None:
    values = np.full((4, 50, 50), 200, np.uint8)
    path = write_raster("a.tif", values, ("HH", "HV", "VH", "VV"), photometric="rgb", alpha="yes")
    assert len(read(path)) == 4


# Real and imaginary parts in bands


def test_real_and_imaginary_bands_are_read_as_magnitudes(write_raster: WriteRaster) -> None:
    values = np.full((5, 8, 8), 3, np.int16)
    values[1], values[3], values[4] = 4, 12, 5
    path = write_raster("a.tif", values, ("i_VV", "q_VV", "angle", "q_VH", "i_VH"), nodata=0)
    with RasterReader(path) as source:
        assert source.bands.names == ["vv", "angle", "vh"] and source.bands.is_complex
    assert read(path)[:, 0, 0].tolist() == pytest.approx([5, 3, 13])


# Values of missing pixels without a tag


@pytest.mark.parametrize(
    ("dtype", "fill"), [("float32", -9999), ("float32", -3.4028235e38), ("int16", -32768)]
)
def test_extreme_value_that_fills_squares_is_missing(
    write_raster: WriteRaster, dtype: str, fill: float
) -> None:
    values = np.random.default_rng(0).integers(1, 200, (2, 200, 300)).astype(dtype)
    values[:, :, :40] = values[:, 90, 90] = fill
    values[:, 100, 100] = 0
    for step in (1, 2):
        known = np.isfinite(read(write_raster("a.tif", values), step)[0])
        assert not known[:, : 40 // step].any() and known[:, 40 // step :].mean() > 0.999
    expected = np.where(values == values[0, 0, 0], np.nan, values)
    np.testing.assert_array_equal(read(write_raster("b.tif", values)), expected)


def test_extreme_values_that_fill_no_square_or_have_another_tag_are_values(
    write_raster: WriteRaster,
) -> None:
    values = np.random.default_rng(0).integers(1, 200, (1, 200, 300)).astype(np.float32)
    values[:, 90:96, 90:96] = -9999
    np.testing.assert_array_equal(read(write_raster("a.tif", values)), values)
    values[:, :, :40] = -9999
    assert np.isfinite(read(write_raster("b.tif", values, nodata=-1))).all()
