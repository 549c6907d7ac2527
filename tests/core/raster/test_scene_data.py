"""Scenes whose files hold data in parts only, or values that do not fit together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from rasterio.transform import Affine

from core.hatch.errors import SceneError
from core.hatch.jobs import Area
from core.raster import scene
from core.raster.scene import Scene
from tests.builders.rasters import WriteRaster, open_files, ramp
from tests.conftest import NORTH_UP


def warned(opened: Scene) -> list[str]:
    with opened:
        return [str(warning) for warning in opened.warnings]


# Optical


def rgb(write_raster: WriteRaster, name: str, valid: slice, **profile: Any) -> str:
    """An optical image that is valid in some columns of 80."""
    values = np.zeros((3, 60, 80), np.uint8)
    values[:, :, valid] = np.random.default_rng(0).integers(1, 255, (3, 60, 80))[:, :, valid]
    return write_raster(name, values, nodata=0, **profile)


def test_optical_without_a_valid_pixel_on_sar_is_refused(write_raster: WriteRaster) -> None:
    sar = write_raster("sar.tif", ramp())
    left = write_raster("left.tif", np.where(np.arange(80) < 40, ramp(), np.nan))
    beside = NORTH_UP * Affine.translation(95, 50) * Affine.rotation(45)  # its bounds are not
    for path, optical in (
        (sar, rgb(write_raster, "empty.tif", slice(0, 0))),
        (left, rgb(write_raster, "right.tif", slice(40, 80))),
        (sar, rgb(write_raster, "beside.tif", slice(0, 80), transform=beside)),
    ):
        with pytest.raises(
            SceneError, match=rf"no valid pixels where SAR has some; .*: {optical}$"
        ):
            open_files([path], optical)


def test_optical_of_a_part_is_taken_and_its_share_known(write_raster: WriteRaster) -> None:
    sar = write_raster("sar.tif", ramp())
    with open_files([sar], rgb(write_raster, "rgb.tif", slice(0, 20))) as opened:
        assert opened.optical_share == 0.25 and opened.warnings == []


def test_area_without_optical_is_warned_of(write_raster: WriteRaster) -> None:
    sar, optical = write_raster("sar.tif", ramp()), rgb(write_raster, "rgb.tif", slice(0, 20))
    bare, covered = (
        Area(shapely.box(600_000 + x, 5_749_950, 600_010 + x, 5_749_990).wkt, "EPSG:32631")
        for x in (40, 5)
    )
    (warning,) = warned(open_files([sar], optical, area=bare))
    assert warning.startswith("The optical layer has no valid pixels in the area")
    assert warning.endswith(": rgb.tif")
    assert warned(open_files([sar], optical, area=covered)) == []
    assert warned(open_files([sar], area=bare)) == []


# Bands of SAR


@pytest.mark.parametrize("value", [np.nan, -5])
def test_band_without_data_is_named(write_raster: WriteRaster, value: float) -> None:
    empty = np.full((60, 80), value, np.float32)
    paths = [write_raster("VV.tif", ramp()), write_raster("VH.tif", empty)]
    (warning,) = warned(open_files(paths))
    assert warning.startswith("The band VH has no valid pixels, or one value")
    assert warning.endswith(": VH.tif")
    one = write_raster("one.tif", np.stack([ramp(), empty]), ("HH", "HV"))
    (warning,) = warned(open_files([one]))
    assert warning.startswith("The band HV has") and warning.endswith(": one.tif")


def town(is_db: bool) -> np.ndarray:
    """Power of speckle and bright buildings [80, 160], or its decibels."""
    power = np.random.default_rng(0).exponential(size=(80, 160)).astype(np.float32)
    power[::9, ::3] *= 300
    return 10 * np.log10(power) if is_db else power


def test_bands_of_decibels_and_power_are_warned_of(write_raster: WriteRaster) -> None:
    mixed = write_raster("a.tif", np.stack([town(False), town(True)]), ("VH", "VV_db"))
    (warning,) = warned(open_files([mixed]))
    assert warning.startswith("The band VV_db has decibels and VH amplitude or power")
    alike = np.stack([town(True), town(True) - 5])
    assert warned(open_files([write_raster("b.tif", alike, ("VH", "VV"))])) == []


def test_files_of_decibels_and_power_are_warned_of(write_raster: WriteRaster) -> None:
    decibels, power = write_raster("VV.tif", town(True)), write_raster("VH.tif", town(False))
    for files in ([decibels, power], [power, decibels]):
        (warning,) = warned(open_files(files))
        assert warning.endswith("convert all files to one scale: VV.tif and VH.tif")
    assert warned(open_files([decibels, write_raster("HH.tif", town(True) - 5)])) == []


def test_tiles_of_decibels_and_power_are_warned_of(
    write_raster: WriteRaster, tmp_path: Path
) -> None:
    right = NORTH_UP * Affine.translation(80, 0)
    for folder, is_db in (("alike", True), ("mixed", False)):
        (tmp_path / folder).mkdir()
        write_raster(f"{folder}/a_VV.tif", town(True)[:, :80])
        write_raster(f"{folder}/b_VV.tif", town(is_db)[:, 80:], transform=right)
    assert warned(open_files([str(tmp_path / "alike")])) == []
    (warning,) = warned(open_files([str(tmp_path / "mixed")]))
    assert warning.endswith(": a_VV.tif and b_VV.tif")


def test_key_of_a_prediction_changes_with_the_version_of_statistics(
    write_raster: WriteRaster, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_files([write_raster("sar.tif", ramp())]) as opened:
        keys = opened.fingerprint, opened.content_key, opened.layer_key
        monkeypatch.setattr(scene, "VERSION", scene.VERSION + 1)
        later = opened.fingerprint, opened.content_key, opened.layer_key
    assert all(key != other for key, other in zip(keys, later))


# Values of missing pixels that no tag names


@pytest.mark.parametrize(
    ("dtype", "fill", "start", "nodata", "is_warned"),
    [
        ("float32", -50, 0, None, True),
        ("float32", 0, 60, -9999, True),
        ("uint8", 255, 0, None, True),
        ("uint8", 255, 0, 255, False),
        ("float32", -50, 30, None, False),  # in no corner
        ("uint8", 100, 0, None, False),  # neither the least nor the greatest value
    ],
)
def test_value_that_fills_a_part_of_a_file_is_warned_of(
    write_raster: WriteRaster, dtype: str, fill: int, start: int, nodata: Any, is_warned: bool
) -> None:
    values = np.random.default_rng(0).integers(1, 200, (2, 60, 80)).astype(dtype)
    values = -values / 10 if dtype == "float32" else values
    values[:, :, start : start + 20] = fill
    path = write_raster("a.tif", values.astype(dtype), ("VV", "VH"), nodata=nodata)
    expected = [
        f"The value {fill} fills 25% of the file; if nothing was measured there, set it as the "
        "nodata value: a.tif"
    ]
    assert warned(open_files([path])) == expected * is_warned


@pytest.mark.parametrize(("count", "is_warned"), [(2, True), (6, True), (40, False)])
def test_a_mask_or_classification_is_warned_of(
    write_raster: WriteRaster, count: int, is_warned: bool
) -> None:
    values = np.random.default_rng(0).integers(1, count + 1, (1, 60, 80)).astype(np.uint8)
    path = write_raster("a.tif", values, ("VV",))
    expected = [
        f"The file has only {count} different values, like a mask or a classification; choose an "
        "image if it is one: a.tif"
    ]
    assert warned(open_files([path])) == expected * is_warned
