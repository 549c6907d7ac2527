"""Scenes on their grid: any CRS, any window, with optical, within an area."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import rasterio.shutil
import shapely
from rasterio.control import GroundControlPoint
from rasterio.transform import Affine

from core.hatch.errors import InputError, SceneError
from core.hatch.jobs import Area
from core.raster.band_values import BandValues
from core.raster.scene import Scene
from tests.builders.rasters import VV, WriteRaster, open_files, ramp, whole
from tests.conftest import UTM


def test_own_grid_keeps_its_pixels(write_raster: WriteRaster) -> None:
    values = ramp()
    with open_files([write_raster("a.tif", values)], pixel_size_m=1.01) as scene:
        assert (scene.grid.height, scene.grid.width) == values.shape
        assert scene.grid.transform == Affine(1, 0, 600_000, 0, -1, 5_750_000)
        read = whole(scene)[VV]
    scaled = (values - np.median(values)) / np.subtract(*np.quantile(values, (0.75, 0.25)))
    np.testing.assert_allclose(read, scaled * 1.349, atol=2e-3)


def test_any_window_equals_the_whole(write_raster: WriteRaster) -> None:
    for size in (1.0, 0.7, 3.3):
        with open_files([write_raster("a.tif", ramp(90, 110))], pixel_size_m=size) as scene:
            read = whole(scene)
            window = scene.read(5, 7, 12, 11)[0]
            # In standard deviations; the warp measures its scale again on each window.
            np.testing.assert_allclose(window, read[:, 5:17, 7:18], atol=5e-3)


def test_beyond_the_edge_nothing_is_known(write_raster: WriteRaster) -> None:
    with open_files([write_raster("a.tif", ramp(20, 30))]) as scene:
        read = scene.read(-8, -8, 64, 64)[0][VV]
        far = scene.read(5000, 5000, 32, 32)[0]
    known = np.zeros((64, 64), bool)
    known[8:28, 8:38] = True
    np.testing.assert_array_equal(np.isfinite(read), known)
    assert np.isnan(far).all()


@pytest.mark.parametrize(
    "crs, across, down, left, top",
    [
        ("EPSG:4326", 1 / 111_320 / 0.6157, 1 / 111_266, 4.5, 52.0),  # degrees, in the Netherlands
        ("EPSG:2263", 3.28083, 3.28083, 985_000, 200_000),  # feet, New York
        ("EPSG:3857", 1.62427, 1.62427, 500_000, 6_800_000),  # Web Mercator at 52 degrees
    ],
)
def test_metres_on_the_ground_in_any_crs(
    write_raster: WriteRaster, crs: str, across: float, down: float, left: float, top: float
) -> None:
    path = write_raster(
        "a.tif", ramp(80, 80), crs=crs, transform=Affine(across, 0, left, 0, -down, top)
    )
    with open_files([path]) as scene:
        assert scene.pixel_size_m == pytest.approx(1, rel=0.02)
    with open_files([path], pixel_size_m=0.5) as scene:
        assert scene.grid.width == pytest.approx(160, abs=4)
        assert scene.grid.height == pytest.approx(160, abs=4)
        assert np.isfinite(whole(scene)[VV]).mean() > 0.95


def test_rotated_raster_is_read_north_up(write_raster: WriteRaster) -> None:
    values = ramp(60, 60)
    values[20:40, 20:40] = 50
    turned = Affine.translation(600_000, 5_750_000) * Affine.rotation(30) * Affine.scale(1, -1)
    with open_files([write_raster("a.tif", values, transform=turned)]) as scene:
        read = whole(scene)[VV]
        assert scene.grid.transform.b == scene.grid.transform.d == 0
        assert np.isfinite(read).sum() == pytest.approx(3600, rel=0.06)
        rows, cols = np.nonzero(read > 4)
        centre = scene.grid.transform * (cols.mean() + 0.5, rows.mean() + 0.5)
    assert centre == pytest.approx(turned * (30, 30), abs=0.3)


def test_ground_control_points(tmp_path: Path) -> None:
    path = tmp_path / "gcp.tif"
    points = [
        GroundControlPoint(row, col, 600_000 + 2 * col, 5_750_000 - 2 * row)
        for row in (0, 50)
        for col in (0, 70)
    ]
    with rasterio.open(
        path, "w", driver="GTiff", width=70, height=50, count=1, dtype="float32"
    ) as file:
        file.write(ramp(50, 70), 1)
        file.gcps = (points, rasterio.crs.CRS.from_epsg(32631))
    with open_files([str(path)]) as scene:
        assert scene.pixel_size_m == pytest.approx(2, rel=0.02)
        assert scene.grid.bounds == pytest.approx((600_000, 5_749_900, 600_140, 5_750_000), abs=3)
        assert np.isfinite(whole(scene)[VV]).mean() > 0.9


def test_optical_in_another_crs_lies_on_the_grid_of_sar(write_raster: WriteRaster) -> None:
    sar = write_raster("sar.tif", ramp(100, 100))
    degrees = rasterio.warp.transform_bounds(
        "EPSG:32631", "EPSG:4326", 6e5, 5_749_900, 600_050, 5.75e6
    )
    rgb = np.random.default_rng(0).integers(1, 255, (3, 200, 100), dtype=np.uint8)
    transform = rasterio.transform.from_bounds(*degrees, 100, 200)
    optical = write_raster("rgb.tif", rgb, crs="EPSG:4326", transform=transform)
    with open_files([sar], optical) as scene:
        assert scene.optical_bands == ("R", "G", "B")
        _, read = scene.read(0, 0, 100, 100)
    assert read is not None and read.shape == (5, 100, 100) and read.dtype == np.float32
    assert np.isfinite(read[:3, 5:95, 5:45]).all()
    assert np.isnan(read[:3, :, 55:]).all()
    assert np.isnan(read[3:]).all()


def test_statistics_do_not_depend_on_the_area(write_raster: WriteRaster) -> None:
    path = write_raster("a.tif", ramp(300, 300))
    area = Area(shapely.box(600_200, 5_749_750, 600_240, 5_749_800).wkt, "EPSG:32631")
    with open_files([path]) as scene:
        expected = scene.read(200, 200, 50, 40)[0]
    with open_files([path], area=area) as scene:
        row, col, height, width = scene.layer_grid.window_of(scene.grid.bounds)
        assert (row, col) == (136, 136)
        inside = scene.inside(0, 0, height, width)
        assert inside.sum() == 50 * 40
        np.testing.assert_allclose(scene.read(64, 64, 50, 40)[0], expected, atol=1e-5)
        assert inside[64:114, 64:104].all()


def test_statistics_are_measured_once_until_a_file_changes(
    write_raster: WriteRaster, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(0)
    sar = write_raster("sar.tif", np.stack([ramp(300, 300)] * 3))
    colours = rng.integers(1, 255, (4, 300, 300), dtype=np.uint8)
    optical = write_raster("rgb.tif", colours, photometric="RGB", alpha="yes")
    reads: list[str] = []
    read_file = BandValues._read_file

    def counted(self: BandValues, *arguments: Any) -> np.ndarray:
        reads.append(Path(self._dataset.name).name)
        return read_file(self, *arguments)

    monkeypatch.setattr(BandValues, "_read_file", counted)
    with open_files([sar], optical) as scene:
        first = scene.read(20, 20, 64, 64)
    assert {"sar.tif", "rgb.tif"} <= set(reads)
    reads.clear()
    with open_files([sar], optical) as scene:
        assert reads == []
        again = scene.read(20, 20, 64, 64)
    np.testing.assert_array_equal(first[0], again[0])
    np.testing.assert_array_equal(first[1], again[1])
    for options in ({"radiometry": "amplitude"}, {"pixel_size_m": 2.0}):
        reads.clear()
        with open_files([sar], optical, **options):
            assert "sar.tif" in reads
    write_raster("sar.tif", ramp(301, 300) + 500)
    with open_files([sar], optical) as scene:
        assert scene.polarisations == ("VV",) and scene.radiometry_reason != "negative values"


def test_without_a_place_the_pixels_are_the_models(write_raster: WriteRaster) -> None:
    path = write_raster("a.tif", ramp(), crs=None, transform=Affine.identity())
    with open_files([path], pixel_size_m=0.7) as scene:
        assert (scene.grid.height, scene.grid.width) == (60, 80)
        assert scene.grid.crs is None
        assert "0.7 m" in scene.warnings[0]


def test_coarse_pixels_are_warned_of(write_raster: WriteRaster) -> None:
    path = write_raster("a.tif", ramp(), transform=Affine(10, 0, 6e5, 0, -10, 5.75e6))
    with open_files([path]) as scene:
        assert "too coarse" in scene.warnings[0]


def test_useless_or_too_many_coarse_pixels_are_refused(write_raster: WriteRaster) -> None:
    world = write_raster("world.tif", ramp(), crs="EPSG:4326", transform=Affine(1, 0, 0, 0, -1, 50))
    with pytest.raises(InputError, match="show no buildings"):
        open_files([world])
    large = write_raster(
        "10.tif", ramp(2000, 2000), transform=Affine(10, 0, 6e5, 0, -10, 5.75e6), compress="deflate"
    )
    with pytest.raises(InputError, match=r"would become \d+ x \d+ small ones"):
        open_files([large], pixel_size_m=0.8)
    area = Area(shapely.box(600_100, 5_749_000, 601_000, 5_749_900).wkt, "EPSG:32631")
    with open_files([large], pixel_size_m=0.8, area=area) as scene:
        assert "too coarse" in scene.warnings[0]


@pytest.mark.parametrize(("size_m", "is_refused"), [(0.01, True), (0.0997, True), (0.11, False)])
def test_model_of_much_smaller_pixels_than_the_layer_is_refused(
    write_raster: WriteRaster, size_m: float, is_refused: bool
) -> None:
    path = write_raster("a.tif", ramp(), transform=Affine(1, 0, 6e5, 0, -1, 5.75e6))
    if not is_refused:
        open_files([path], pixel_size_m=size_m).close()
        return
    with pytest.raises(InputError, match=r"more than 10 times smaller than the 1 m .*a\.tif"):
        open_files([path], pixel_size_m=size_m)


def test_coarse_optical_is_warned_of(write_raster: WriteRaster) -> None:
    rgb = np.random.default_rng(0).integers(1, 255, (3, 20, 20), dtype=np.uint8)
    optical = write_raster("rgb.tif", rgb, transform=Affine(10, 0, 6e5, 0, -10, 5.75e6))
    with open_files([write_raster("a.tif", ramp())], optical) as scene:
        (warning,) = scene.warnings
        assert "has pixels of 10.0 m" in warning and warning.endswith(": rgb.tif")


def test_local_coordinates_fit_only_themselves(write_raster: WriteRaster) -> None:
    site = 'LOCAL_CS["Site",UNIT["foot",0.3048]]'
    rgb = np.random.default_rng(0).integers(1, 255, (3, 60, 80), dtype=np.uint8)
    sar = write_raster("sar.tif", ramp(), crs=site)
    moved = Affine(1, 0, 6e5 + 0.5, 0, -1, 5.75e6)
    with open_files([sar], write_raster("rgb.tif", rgb, crs=site, transform=moved)) as scene:
        assert scene.pixel_size_m == pytest.approx(0.3048, rel=1e-3)
        _, optical = scene.read(0, 0, 60, 80)
        assert optical is not None and np.isfinite(optical[:3, :, 2:-2]).all()
    with pytest.raises(InputError, match="cannot be converted into each other"):
        open_files([sar], write_raster("utm.tif", rgb))


def test_bad_input_is_refused_in_one_sentence(write_raster: WriteRaster, tmp_path: Path) -> None:
    sar = write_raster("sar.tif", ramp())
    unplaced = write_raster("unplaced.tif", ramp(), crs=None)
    elsewhere = write_raster("far.tif", ramp(), transform=Affine(1, 0, 7e5, 0, -1, 5.75e6))
    empty = write_raster("0.tif", np.zeros((50, 50), np.uint8))
    flat = write_raster("flat.tif", np.full((50, 50), 7, np.uint8))
    text = tmp_path / "text.tif"
    text.write_text("no raster")
    far = Area(shapely.box(0, 0, 10, 10).wkt, "EPSG:32631")
    cases: list[tuple[str, Callable[[], Scene]]] = [
        ("does not exist", lambda: open_files([str(tmp_path / "none.tif")])),
        ("not a raster", lambda: open_files([str(text)])),
        ("more than", lambda: open_files([write_raster("5.tif", np.stack([ramp()] * 5))])),
        ("must be one of", lambda: open_files([sar], polarisations=("XX",))),
        ("no coordinate system", lambda: open_files([unplaced], sar)),
        ("do not overlap", lambda: open_files([sar], elsewhere)),
        ("do not overlap", lambda: open_files([sar, elsewhere], polarisations=("HH", "VV"))),
        ("no valid pixels", lambda: open_files([empty])),
        ("same value.*SAR", lambda: open_files([flat])),
        ("same value.*or none", lambda: open_files([sar], flat)),
        ("outside", lambda: open_files([sar], area=far)),
        ("not a polygon", lambda: open_files([sar], area=Area("POINT (6e5 5.75e6)", "EPSG:32631"))),
        ("not a polygon", lambda: open_files([sar], area=Area("nonsense", "EPSG:32631"))),
        ("also the SAR layer", lambda: open_files([sar], sar)),
        ("red", lambda: open_files([sar], write_raster("2.tif", np.stack([ramp()] * 2)))),
    ]
    for phrase, attempt in cases:
        with pytest.raises(InputError, match=phrase) as caught:
            attempt()
        sentence = str(caught.value)
        assert ". " not in sentence and not sentence.startswith("/")
        assert sentence.endswith(".") or re.search(r"; .*: /\S+( and /\S+)?$", sentence)


def test_truncated_file_is_named(write_raster: WriteRaster) -> None:
    path = Path(write_raster("cut.tif", np.random.default_rng(0).random((300, 300)) - 1))
    path.write_bytes(path.read_bytes()[:300_000])
    with (
        pytest.raises(InputError, match=r"truncated .*cut\.tif$"),
        open_files([str(path)]) as scene,
    ):
        whole(scene)


def test_file_that_is_used_twice_is_refused_under_any_name(
    tmp_path: Path, write_raster: WriteRaster
) -> None:
    sar = write_raster("VV.tif", ramp())
    (tmp_path / "tiles").mkdir()
    for name in ("VH.tif", "optical.tif", "tiles/VV.tif"):
        os.link(sar, tmp_path / name)
    for optical in ("optical.tif", "tiles"):
        with pytest.raises(SceneError, match="also the SAR layer"):
            open_files([sar], str(tmp_path / optical))
    with pytest.raises(SceneError, match="also the SAR layer"):
        open_files([str(tmp_path / "tiles")], sar)
    for other in ("VH.tif", "tiles"):
        with pytest.raises(SceneError, match=r"Two SAR layers are the same file.*VV\.tif and"):
            open_files([sar, str(tmp_path / other)], polarisations=("VV", "VH"))


def test_optical_with_the_values_of_sar_is_refused(
    tmp_path: Path, write_raster: WriteRaster
) -> None:
    sar = write_raster("sar.tif", np.stack([ramp(), ramp() ** 2]), ("VV", "VH"))
    (tmp_path / "a.vrt").write_text(
        '<VRTDataset rasterXSize="80" rasterYSize="60"><VRTRasterBand dataType="Float32" band="1">'
        '<SimpleSource><SourceFilename relativeToVRT="1">sar.tif</SourceFilename>'
        "<SourceBand>2</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>"
    )
    write_raster("copy.tif", ramp())
    with rasterio.open(sar) as file:
        place = f"<SRS>{UTM}</SRS><GeoTransform>{', '.join(map(str, file.get_transform()))}"
    text = (tmp_path / "a.vrt").read_text()
    (tmp_path / "a.vrt").write_text(text.replace("<VRTRaster", f"{place}</GeoTransform><VRTRaster"))
    for optical in ("a.vrt", "copy.tif"):
        with pytest.raises(SceneError, match="also the SAR layer"):
            open_files([sar], str(tmp_path / optical))
    with open_files([sar], write_raster("optical.tif", ramp() + 1)) as scene:
        assert scene.optical_bands == ("PAN",)


def test_two_rasters_of_one_file_are_two_layers(tmp_path: Path, write_raster: WriteRaster) -> None:
    for name, append in (("VV", "no"), ("VH", "yes")):
        values = np.random.default_rng(0).integers(1, 255, (40, 40), dtype=np.uint8)
        with rasterio.open(write_raster(f"{name}.tif", values)) as file:
            options = {"RASTER_TABLE": name, "APPEND_SUBDATASET": append}
            rasterio.shutil.copy(file, tmp_path / "a.gpkg", driver="GPKG", **options)
    layers = [f"GPKG:{tmp_path}/a.gpkg:{name}" for name in ("VV", "VH")]
    with open_files(layers, polarisations=("VV", "VH")) as scene:
        assert scene.polarisations == ("VV", "VH")
