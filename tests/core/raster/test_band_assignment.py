"""Which band is what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp
from rasterio.transform import Affine

from core.hatch.errors import SceneError
from core.hatch.jobs import POLARISATIONS
from core.raster.raster_reader import RasterReader
from tests.builders.rasters import HH, HV, VH, VV, WriteRaster, open_files, ramp, whole


def test_one_band_per_file_in_any_order_and_on_other_grids(write_raster: WriteRaster) -> None:
    vh = write_raster("scene_VH.tif", ramp())
    hh = write_raster("scene-hh.tif", ramp(30, 40), transform=Affine(2, 0, 6e5, 0, -2, 5.75e6))
    with open_files([vh, hh]) as scene:
        assert scene.polarisations == ("VH", "HH")
        read = whole(scene)
    assert np.isnan(read[[HV, VV]]).all()
    assert np.isfinite(read[[HH, VH]]).all()
    # Coarser pixels of twice the ramp's step, on the same place: nearly the same picture.
    assert np.corrcoef(read[HH].ravel(), read[VH].ravel())[0, 1] > 0.999


def test_polarisations_of_unnamed_bands(write_raster: WriteRaster) -> None:
    for count, expected in ((1, ("VV",)), (2, ("VV", "VH")), (4, POLARISATIONS)):
        path = write_raster("a.tif", np.stack([ramp() + 9 * i for i in range(count)]))
        with open_files([path]) as scene:
            assert scene.polarisations == expected
    with open_files([path], polarisations=("VV", "VH", "HV", "HH")) as scene:
        assert scene.polarisations == ("VV", "VH", "HV", "HH")


@pytest.mark.parametrize(
    "names, is_warned",
    [
        ((), False),
        (("Band 1",), False),
        (("Intensity",), True),
        (("", ""), True),
        (("a", "b"), True),
    ],
)
def test_assumed_polarisations_are_warned_of(
    write_raster: WriteRaster, names: tuple[str, ...], is_warned: bool
) -> None:
    bands = np.stack([ramp() + 9 * i for i in range(max(1, len(names)))])
    with open_files([write_raster("a.tif", bands, names)]) as scene:
        assert scene.polarisations == ("VV", "VH")[: len(bands)]
        assert ["are taken to be VV" in warning for warning in scene.warnings] == [True] * is_warned


@pytest.mark.parametrize("name, is_warned", [("S1A_RTC10_inc_map", True), ("S1A_RTC10", False)])
def test_a_file_that_seems_to_hold_no_backscatter_is_warned_of(
    write_raster: WriteRaster, name: str, is_warned: bool
) -> None:
    with open_files([write_raster(f"{name}.tif", ramp())]) as scene:
        assert ["are taken to be VV" in warning for warning in scene.warnings] == [True] * is_warned


def test_polarisations_at_the_end_of_words_are_not_swapped(write_raster: WriteRaster) -> None:
    bands = np.stack([ramp(), ramp() + 9])
    with open_files([write_raster("a.tif", bands, ("SigmaVH", "SigmaVV"))]) as scene:
        assert scene.polarisations == ("VH", "VV") and scene.warnings == []


def test_fourth_band_tagged_alpha_may_hold_data(write_raster: WriteRaster) -> None:
    rng = np.random.default_rng(0)
    values = rng.integers(1, 255, (4, 50, 50), dtype=np.uint8)
    path = write_raster("a.tif", values, photometric="RGB", alpha="yes")
    with open_files([path], polarisations=POLARISATIONS) as scene:
        assert scene.polarisations == POLARISATIONS
    values[3] = 255
    values[3, :, :10] = 0
    path = write_raster("b.tif", np.stack([values[0]] * 3 + [values[3]]), photometric="RGB")
    with rasterio.open(path, "r+") as file:
        file.colorinterp = [
            ColorInterp.red,
            ColorInterp.green,
            ColorInterp.blue,
            ColorInterp.alpha,
        ]
    with open_files([path]) as scene:
        assert scene.polarisations == ("VV",)
        known = np.isfinite(whole(scene)[VV])
    assert not known[:, :10].any() and known[:, 10:].all()


@pytest.mark.parametrize(
    "sar, optical, bands",
    [
        ("sn6/sar_masked.tif", "sn6/rgb_unmasked.tif", ("R", "G", "B")),
        ("rosenheim/Stest3_sen.tif", "rosenheim/Stest3_ref.tif", ("R", "G", "B")),
        # Two grids of one optical scene: one of them stands for SAR here.
        ("sn6/pan1.tif", "sn6/ms1.tif", ("R", "G", "B", "N")),
        ("sn6/ms1.tif", "sn6/pan1.tif", ("PAN",)),
        ("rio/mask_img50.tif", "rio/3band_013022223130_Public_img50.tif", ("R", "G", "B")),
    ],
)
def test_real_optical(shared_data: Path, sar: str, optical: str, bands: tuple[str, ...]) -> None:
    folder = shared_data / "fixtures"
    polarisations = POLARISATIONS if "ms1" in sar else ()
    check_optical(str(folder / sar), str(folder / optical), bands, polarisations)


def check_optical(
    sar: str, optical: str, bands: tuple[str, ...], polarisations: tuple[str, ...] = ()
) -> None:
    """Which bands there are, and that they cover SAR."""
    with open_files([sar], optical, polarisations=polarisations) as scene:
        assert scene.optical_bands == bands
        _, read = scene.read(0, 0, scene.grid.height, scene.grid.width)
        assert read is not None
        for name, values in zip(("R", "G", "B", "N", "PAN"), read):
            assert np.isfinite(values).mean() > 0.95 if name in bands else np.isnan(values).all()


@pytest.mark.parametrize(
    "bands, dtype, pixel, shape",
    [
        (("R", "G", "B"), np.uint8, 1.0, (200, 240)),
        (("R", "G", "B", "N"), np.uint16, 4.0, (50, 60)),
        (("PAN",), np.uint16, 1.0, (200, 240)),
        (("R", "G", "B"), np.uint8, 2.0, (100, 120)),
    ],
)
def test_made_optical(
    write_raster: WriteRaster,
    bands: tuple[str, ...],
    dtype: Any,
    pixel: float,
    shape: tuple[int, int],
) -> None:
    """What ``test_real_optical`` checks, of files that every clone can make."""
    sar = write_raster("sar.tif", ramp(200, 240))
    top = np.iinfo(dtype).max // 8
    values = np.random.default_rng(0).integers(1, top, (len(bands), *shape), dtype=dtype)
    transform = Affine(pixel, 0, 6e5, 0, -pixel, 5.75e6)
    check_optical(sar, write_raster("optical.tif", values, transform=transform), bands)


def test_names_of_files_name_their_bands(write_raster: WriteRaster) -> None:
    bands = np.stack([ramp(), ramp() + 9])
    with open_files([write_raster("scene_HH_HV.tif", bands)]) as scene:
        assert scene.polarisations == ("HH", "HV")


def test_bands_without_backscatter_are_not_used(write_raster: WriteRaster) -> None:
    bands = np.stack([ramp(), ramp() + 9, ramp() * 0 + 38])
    with open_files([write_raster("a.tif", bands, ("VH", "VV", "angle"))]) as scene:
        assert scene.polarisations == ("VH", "VV")
        assert "not used" in scene.warnings[0] and "angle" in scene.warnings[0]
    paths = [write_raster(f"{name}.tif", ramp()) for name in ("VV", "incidence_angle")]
    with pytest.raises(SceneError, match=r"no backscatter.*incidence_angle\.tif"):
        open_files(paths)


def test_partly_named_bands_are_refused(write_raster: WriteRaster) -> None:
    path = write_raster("a.tif", np.stack([ramp(), ramp() + 9]), ("HH", "other"))
    with pytest.raises(SceneError, match=r"unclear .1 for 2 bands"):
        open_files([path])


def test_file_that_names_other_polarisations_than_it_has_bands_is_refused(
    write_raster: WriteRaster,
) -> None:
    path = write_raster("dates_VV.tif", np.stack([ramp(), ramp() + 9]))
    with pytest.raises(SceneError, match=r"unclear .0 for 2 bands.*dates_VV\.tif$"):
        open_files([path])
    with open_files([path], polarisations=("VV", "VH")) as scene:
        assert scene.polarisations == ("VV", "VH")


def test_optical_images_are_no_sar_unless_their_polarisations_are_chosen(
    write_raster: WriteRaster,
) -> None:
    rng = np.random.default_rng(0)
    noise = rng.integers(1, 255, (4, 60, 60), dtype=np.uint8)
    palette = write_raster("palette.tif", noise[:1], photometric="palette")
    with rasterio.open(palette, "r+") as file:
        file.write_colormap(1, {i: (i, 255 - i, 7, 255) for i in range(256)})
    paths = {
        palette: 3,
        write_raster("8.tif", noise, photometric="minisblack"): 4,
        write_raster("rgb.tif", noise[:3]): 3,
        write_raster("16.tif", noise.astype(np.uint16), photometric="rgb"): 4,
        write_raster("named.tif", noise.astype("f4"), ("Blue", "Green", "Red", "NIR")): 4,
    }
    for path, count in paths.items():
        with pytest.raises(SceneError, match="look like an optical image"):
            open_files([path])
        with open_files([path], polarisations=POLARISATIONS[:count]) as scene:
            assert scene.polarisations == POLARISATIONS[:count]


def test_grey_images_are_one_band(write_raster: WriteRaster) -> None:
    grey = np.random.default_rng(0).integers(1, 255, (60, 60), dtype=np.uint8)
    for count in (3, 4):
        with open_files([write_raster("a.tif", np.stack([grey] * count))]) as scene:
            assert scene.polarisations == ("VV",)


@pytest.mark.parametrize(
    "names, polarisations", [(("i_VV", "q_VV"), ("VV",)), (("VH_real", "VH_imag"), ("VH",))]
)
def test_real_and_imaginary_bands_are_one_polarisation(
    write_raster: WriteRaster, names: tuple[str, str], polarisations: tuple[str, ...]
) -> None:
    parts = np.random.default_rng(0).normal(0, 50, (2, 80, 80)).astype(np.float32)
    with open_files([write_raster("a.tif", parts, names)]) as scene:
        assert scene.polarisations == polarisations and scene.radiometry == "amplitude"


def test_real_and_imaginary_parts_without_names_or_alone_are_refused(
    write_raster: WriteRaster,
) -> None:
    parts = np.random.default_rng(0).normal(0, 50, (2, 80, 80)).astype(np.float32)
    for path in (
        write_raster("slc.tif", parts),
        write_raster("half.tif", parts[:1], ("q_VV",)),
        write_raster("i_VH.tif", parts[:1]),
    ):
        with pytest.raises(SceneError, match="part of complex values"):
            open_files([path])
    with open_files([write_raster("slc.tif", parts)], polarisations=("VV", "VH")) as scene:
        assert scene.radiometry == "db"


C = ColorInterp


@pytest.mark.parametrize(
    "names, tags, expected",
    [
        (("Blue", "Green", "Red", "NIR"), (C.gray, *[C.undefined] * 3), ("B", "G", "R", "N")),
        (("Blue", "Green", "Red"), (C.red, C.green, C.blue), ("B", "G", "R")),
        (("B1", "B2", "B3", "B4"), (C.gray, *[C.undefined] * 3), ("R", "G", "B", "N")),
        (("B02", "B03", "B04"), (C.red, C.green, C.blue), ("B", "G", "R")),
        (None, (C.blue, C.green, C.red, C.undefined), ("B", "G", "R", "N")),
        (None, (C.nir, C.red, C.green, C.blue), ("N", "R", "G", "B")),
        (("", "", "", "DSM"), (C.red, C.green, C.blue, C.undefined), ("R", "G", "B")),
        (None, (C.gray, C.undefined, C.undefined, C.undefined), ("R", "G", "B", "N")),
        (None, (C.undefined, C.blue, C.green, C.red, C.undefined), ("B", "G", "R")),
        (("Blue", "Green", "Red", "NIR1", "NIR2"), (C.gray,) * 5, ("B", "G", "R", "N")),
        (("Azul", "Verde", "Vermelho"), (C.gray, C.undefined, C.undefined), ("B", "G", "R")),
    ],
)
def test_colours_are_found_by_names_then_by_tags(
    write_raster: WriteRaster, names: Any, tags: tuple[ColorInterp, ...], expected: tuple[str, ...]
) -> None:
    count = len(tags)
    values = np.random.default_rng(0).integers(1, 255, (count, 60, 80), dtype=np.uint8)
    path = write_raster("a.tif", values, names, photometric="minisblack")
    with rasterio.open(path, "r+") as file:
        file.colorinterp = tags
    with open_files([write_raster("sar.tif", ramp())], path) as scene:
        assert scene.optical_bands == expected
        assert bool(scene.warnings) == (len(expected) < count)


def test_names_that_say_no_colours_are_warned_of(write_raster: WriteRaster) -> None:
    sar = write_raster("sar.tif", ramp())
    bands = np.stack([ramp() + i * i for i in (1, 2, 3)])
    optical = write_raster("a.tif", bands, ("490 nm", "560 nm", "665 nm"))
    with open_files([sar], optical) as scene:
        assert scene.optical_bands == ("R", "G", "B")
        assert any("are taken to be R, G, B; " in warning for warning in scene.warnings)


@pytest.mark.parametrize(
    "names",
    [
        ("NIR", "Red", "Green"),
        ("Red", "Red", "Blue"),
        ("Green", "Red", "x", "y"),
        ("SR_B4", "SR_B3", "SR_B2", "SR_B1"),  # infrared, red, green and blue of Landsat 5
    ],
)
def test_optical_without_one_of_its_colours_is_refused(
    write_raster: WriteRaster, names: tuple[str, ...]
) -> None:
    path = write_raster("a.tif", np.stack([ramp() + i for i in range(len(names))]), names)
    with pytest.raises(SceneError, match="which are red, green and blue"):
        open_files([write_raster("sar.tif", ramp())], path)


def bands_with_detail(common: float, dtype: str = "float32") -> np.ndarray:
    """Four bands of amplitudes; ``common`` is the share of their detail that is the same."""
    rng = np.random.default_rng(0)
    same, own = rng.normal(size=(1, 80, 80)), rng.normal(size=(4, 80, 80))
    return np.exp(5 + np.sqrt(common) * same + np.sqrt(1 - common) * own).clip(1).astype(dtype)


@pytest.mark.parametrize("dtype", ["float32", "uint16", "int16"])
def test_bands_with_the_same_detail_are_no_sar_unless_polarisations_are_chosen(
    write_raster: WriteRaster, dtype: str
) -> None:
    path = write_raster("a.tif", bands_with_detail(0.8, dtype))
    with pytest.raises(
        SceneError,
        match=r"4 bands .* \(the same detail in all.*choose the polarisations in the order",
    ):
        open_files([path])
    with open_files([path], polarisations=POLARISATIONS) as scene:
        assert scene.warnings == []


def test_bands_with_speckle_of_their_own_are_quad_pol_with_a_warning(
    write_raster: WriteRaster,
) -> None:
    path = write_raster("a.tif", bands_with_detail(0.5))
    with open_files([path]) as scene:
        (warning,) = scene.warnings
        assert scene.polarisations == POLARISATIONS
    assert warning.startswith(
        "The bands have no names of polarisations and are taken to be HH, HV, VH, VV; "
    )
    assert warning.endswith(": a.tif")
    named = write_raster("b.tif", bands_with_detail(0.9), POLARISATIONS)
    with open_files([named]) as scene:
        assert scene.warnings == []


@pytest.mark.parametrize(
    "names", [["B2", "B3", "B4", "B8"], ["B02", "", "", ""], ["SWIR 1", "SWIR 2", "a", "b"]]
)
def test_names_of_optical_bands_are_no_sar(write_raster: WriteRaster, names: list[str]) -> None:
    path = write_raster("a.tif", bands_with_detail(0.0), names)
    with pytest.raises(SceneError, match="by their names or colours"):
        open_files([path])


def test_files_of_one_band_that_are_optical_or_parts_of_complex_values_are_no_sar(
    write_raster: WriteRaster,
) -> None:
    rng = np.random.default_rng(0)
    noise = rng.integers(1, 255, (4, 60, 60), dtype=np.uint8)
    parts = rng.normal(0, 50, (2, 80, 80)).astype(np.float32)
    numbered = [write_raster(f"T31_B0{i}.tif", noise[0].astype("f4") + i) for i in (2, 3, 4, 8)]
    bytes_ = [write_raster(f"b{i + 1}.tif", noise[i]) for i in range(4)]
    halves = [write_raster(f"{i}.tif", parts[i]) for i in range(2)]
    for paths, words in (
        (numbered, "4 bands look like an optical image .by their names"),
        (numbered[:2], "2 bands look like an optical image"),
        (bytes_, "8-bit values without a polarisation"),
        (halves, "2 bands have values about zero"),
    ):
        with pytest.raises(SceneError, match=words):
            open_files(paths)
        chosen = POLARISATIONS[: len(paths)]
        with open_files(paths, polarisations=chosen) as scene:
            assert scene.polarisations == chosen


def test_only_band_with_values_about_zero_is_warned_of(write_raster: WriteRaster) -> None:
    part = np.random.default_rng(0).normal(0, 50, (80, 80)).astype(np.float32)
    path = write_raster("slc.tif", part)
    with open_files([path]) as scene:
        assert ["about zero" in warning for warning in scene.warnings] == [True]
    with open_files([path], polarisations=("VV",)) as scene:
        assert scene.warnings == []


@pytest.mark.parametrize("name", ["fixtures/sn6/sar_masked.tif", "real/sn6_tileA/sar.tif"])
def test_real_quad_pol_has_detail_of_its_own(shared_data: Path, name: str) -> None:
    with RasterReader(str(shared_data / name)) as source:
        assert not source.bands.share_detail([0, 1, 2, 3])


@pytest.mark.parametrize("name", ["fixtures/sn6/ms1.tif", "real/oem_t11/optical.tif"])
def test_real_optical_has_the_same_detail_in_all_bands(shared_data: Path, name: str) -> None:
    with RasterReader(str(shared_data / name)) as source:
        assert source.bands.share_detail(list(range(len(source.bands))))


@pytest.mark.parametrize("name", ["a.gpkg", "a_VH.gpkg"])
def test_default_description_of_a_geopackage_is_no_name(tmp_path: Path, name: str) -> None:
    """GDAL describes every band of floats in a GeoPackage as "Height"."""
    values = ramp(300, 300)
    profile = {"driver": "GPKG", "dtype": "float32", "count": 1, "width": 300, "height": 300}
    place = {"crs": "EPSG:32631", "transform": Affine(0.8, 0, 5e5, 0, -0.8, 5.7e6)}
    with rasterio.open(tmp_path / name, "w", **profile, **place) as new:
        new.write(values, 1)
    with rasterio.open(tmp_path / name) as written:
        assert written.descriptions == ("Height",)
    with open_files([str(tmp_path / name)]) as scene:
        assert scene.polarisations == ("VH" if "VH" in name else "VV",)
        assert scene.warnings == []
