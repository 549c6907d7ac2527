"""The extraction from files to file, with a stand-in for the network."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from rasterio.transform import Affine

from core.footprints.area import read_area
from core.footprints.write import FootprintFile
from core.hatch.errors import AreaOutsideError, Cancelled, InputError
from core.hatch.events import Event, Log, Progress
from core.hatch.jobs import Area, ExtractJob, OutlineJob, SceneInput
from core.hatch.reporter import Reporter
from core.hatch.results import ExtractResult
from core.inference.predict import SOFT_BORDER
from core.raster.probability_file import ProbabilityReader
from core.simulator import simulate, write_scene
from core.tasks.extract import extract
from core.tasks.outline import outline
from tests.builders.rasters import WriteRaster


def town(height: int = 300, width: int = 340) -> np.ndarray:
    """Decibels: a dark background with a block of 20 x 12 pixels every 50."""
    values = np.random.default_rng(0).normal(-15, 1, (height, width)).astype(np.float32)
    for row in range(10, height - 20, 50):
        for col in range(10, width - 30, 50):
            values[row : row + 12, col : col + 20] = 10
    return values


def read(path: Path | str) -> tuple[dict[str, Any], np.ndarray, dict[str, np.ndarray]]:
    meta, _, wkb, fields = pyogrio.raw.read(str(path))
    return meta, shapely.from_wkb(wkb), dict(zip(meta["fields"], fields))


def test_footprints_are_the_blocks(write_raster: WriteRaster, tmp_path: Path, engine: Any) -> None:
    out = tmp_path / "out.gpkg"
    progress: list[float] = []
    steps: list[str] = []

    def note(event: Event) -> None:
        if isinstance(event, Progress):
            progress.append(event.done / event.total)
            steps.append(event.message)

    result = extract(
        ExtractJob(SceneInput((write_raster("a.tif", town()),)), str(out)), engine, Reporter(note)
    )
    meta, polygons, fields = read(out)
    assert result.footprints == len(polygons) == 6 * 6
    assert result.out == str(out) and result.engine == "test"
    assert result.megapixels == pytest.approx(0.102)
    assert progress == sorted(progress) and progress[-1] == 1
    assert list(dict.fromkeys(steps)) == ["Reading", "Extracting"]
    assert meta["crs"] == "EPSG:32631"
    assert shapely.is_valid(polygons).all()
    expected = [
        shapely.box(600_000 + col, 5_750_000 - row - 12, 600_020 + col, 5_750_000 - row)
        for row in range(10, 280, 50)
        for col in range(10, 310, 50)
    ]
    pairs = shapely.STRtree(polygons).nearest(expected)
    common = shapely.area(shapely.intersection(polygons[pairs], expected))
    assert common == pytest.approx(np.full(len(expected), 240.0), rel=0.03)
    np.testing.assert_allclose(fields["confidence"], 0.9, atol=1e-3)
    np.testing.assert_allclose(fields["area_m2"], 240, rtol=0.03)
    assert (fields["optical_share"] == 0).all() and set(fields["model"]) == {"bright"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.tif", "out.gpkg"]


@pytest.mark.parametrize("kind", ["uint16 amplitude", "float power", "8 bits of decibels"])
def test_one_band_in_any_storage_gives_the_same_footprints(
    write_raster: WriteRaster, tmp_path: Path, engine: Any, kind: str
) -> None:
    decibels = town()
    stored = {
        "uint16 amplitude": (2000 * 10 ** (decibels / 20)).astype(np.uint16),
        "float power": (10 ** (decibels / 10)).astype(np.float32),
        "8 bits of decibels": (4 * decibels + 150).astype(np.uint8),
    }
    found = []
    for name, values in (("db.tif", decibels), ("stored.tif", stored[kind])):
        out = tmp_path / f"{name}.gpkg"
        extract(ExtractJob(SceneInput((write_raster(name, values),)), str(out)), engine, Reporter())
        found.append(shapely.union_all(read(out)[1]))
    common = shapely.area(shapely.intersection(*found))
    assert common > 0.98 * shapely.area(shapely.union(*found)) > 0


def test_opt_sar_head_predicts_where_optical_is_valid(
    write_raster: WriteRaster, tmp_path: Path, engine: Any
) -> None:
    sar = write_raster("a.tif", town())
    rgb = np.random.default_rng(0).integers(1, 255, (3, 300, 170), dtype=np.uint8)
    optical = write_raster("rgb.tif", rgb)
    out = tmp_path / "out.gpkg"
    extract(ExtractJob(SceneInput((sar,), optical), str(out)), engine, Reporter())
    _, polygons, fields = read(out)
    x = shapely.get_x(shapely.centroid(polygons)) - 600_000
    seen, hidden = x < 170 - SOFT_BORDER - 10, x > 180
    np.testing.assert_allclose(fields["optical_share"][seen], 1, atol=1e-3)
    np.testing.assert_allclose(fields["confidence"][seen], 0.8, atol=1e-3)
    np.testing.assert_allclose(fields["optical_share"][hidden], 0)
    np.testing.assert_allclose(fields["confidence"][hidden], 0.9, atol=1e-3)
    # Each tile runs the heads it needs: OPT alone, both at the border, HAL alone.
    assert {(True, False), (True, True), (False, True)} == set(engine.calls)


def test_optical_counts_nowhere_that_a_soft_alpha_is_0(
    write_raster: WriteRaster, tmp_path: Path, engine: Any
) -> None:
    sar, kept = write_raster("a.tif", town()), tmp_path / "kept.tif"
    rgba = np.random.default_rng(0).integers(1, 255, (4, 300, 340), dtype=np.uint8)
    rgba[3] = np.interp(np.arange(340), [165, 175], [0, 255])  # the edge crosses buildings
    optical = write_raster("rgba.tif", rgba, photometric="RGB", alpha="yes")
    job = ExtractJob(SceneInput((sar,), optical), str(tmp_path / "out.gpkg"), probability=str(kept))
    extract(job, engine, Reporter())
    with ProbabilityReader(kept) as file:
        share = np.concatenate([strip.optical_share for strip in file.strips()])
    assert (share[rgba[3] == 0] == 0).all() and (share[:, 175 + SOFT_BORDER :] == 1).all()
    _, polygons, fields = read(tmp_path / "out.gpkg")
    left, right = shapely.bounds(polygons)[:, [0, 2]].T - 600_000
    assert (fields["optical_share"][right <= 165] == 0).all()
    crosses = (left < 165) & (right > 175)
    assert crosses.any() and (fields["optical_share"][crosses] > 0).all()


def test_area_limits_the_footprints(write_raster: WriteRaster, tmp_path: Path, engine: Any) -> None:
    sar, out = write_raster("a.tif", town()), tmp_path / "out.gpkg"
    triangle = shapely.Polygon([(6e5, 5.75e6), (600_200, 5.75e6), (6e5, 5_749_800)])
    scene, kept = SceneInput((sar,), area=Area(triangle.wkt, "EPSG:32631")), tmp_path / "kept.tif"
    extract(ExtractJob(scene, str(out), probability=str(kept)), engine, Reporter())
    _, polygons, _ = read(out)
    assert len(polygons) > 5
    assert shapely.area(shapely.difference(polygons, triangle)).max() < 1e-4
    # The slider's footprints end there too.
    outline(OutlineJob(str(kept), str(tmp_path / "again.gpkg")), Reporter())
    _, again, _ = read(tmp_path / "again.gpkg")
    assert shapely.equals_identical(again, polygons).all()
    # The file of the result serves as an area too.
    assert shapely.from_wkt(read_area(str(out)).wkt).area == pytest.approx(
        shapely.area(polygons).sum()
    )


def test_area_without_data_is_warned_of_and_one_between_pixels_refused(
    write_raster: WriteRaster, tmp_path: Path, engine: Any
) -> None:
    values = town()
    values[:, 200:] = np.nan
    sar, out = write_raster("a.tif", values), tmp_path / "out.gpkg"
    warnings: list[str] = []

    def note(event: Event) -> None:
        if isinstance(event, Log) and event.level == "warning":
            warnings.append(str(event.message))

    def run(left: float, size: float) -> ExtractResult:
        box = shapely.box(left, 5_749_900.1, left + size, 5_749_900.1 + size)
        area = Area(box.wkt, "EPSG:32631")
        job = ExtractJob(SceneInput((sar,), area=area), str(out), overwrite=True)
        return extract(job, engine, Reporter(note))

    with pytest.raises(AreaOutsideError):
        run(600_010.1, 0.3)
    assert not out.exists()
    run(600_010.1, 20)
    assert not warnings
    assert run(600_250, 20).footprints == 0
    assert warnings == ["The SAR layer has no data in the area, so there are no footprints."]


@pytest.mark.parametrize("shape", [(1, 1), (31, 7), (33, 500), (257, 129)])
def test_raster_of_any_size_is_extracted(
    write_raster: WriteRaster, tmp_path: Path, engine: Any, shape: tuple[int, int]
) -> None:
    out = tmp_path / "out.gpkg"
    values = np.random.default_rng(0).normal(-15, 1, shape).astype(np.float32)
    result = extract(
        ExtractJob(SceneInput((write_raster("a.tif", values),)), str(out)), engine, Reporter()
    )
    assert result.megapixels == shape[0] * shape[1] / 1e6
    assert read(out)[0]["geometry_type"] == "Polygon"


def test_areas_in_degrees_are_square_metres(
    write_raster: WriteRaster, tmp_path: Path, engine: Any
) -> None:
    metre = 1 / 111_320
    transform = Affine(metre / 0.5, 0, 10, 0, -metre, 60)
    sar = write_raster("a.tif", town(), crs="EPSG:4326", transform=transform)
    extract(ExtractJob(SceneInput((sar,)), str(tmp_path / "out.gpkg")), engine, Reporter())
    meta, polygons, fields = read(tmp_path / "out.gpkg")
    assert meta["crs"] == "EPSG:4326" and len(polygons) == 36
    np.testing.assert_allclose(fields["area_m2"], 240, rtol=0.08)


def test_a_raster_without_coordinate_system(
    write_raster: WriteRaster, tmp_path: Path, engine: Any
) -> None:
    sar = write_raster("a.tif", town(), crs=None)
    extract(ExtractJob(SceneInput((sar,)), str(tmp_path / "out.gpkg")), engine, Reporter())
    meta, polygons, _ = read(tmp_path / "out.gpkg")
    assert not meta["crs"] and len(polygons) == 36


def test_small_footprints_are_left_out(
    write_raster: WriteRaster, tmp_path: Path, engine: Any
) -> None:
    job = ExtractJob(
        SceneInput((write_raster("a.tif", town()),)), str(tmp_path / "out.gpkg"), min_area_m2=250
    )
    assert extract(job, engine, Reporter()).footprints == 0
    assert len(read(job.out)[1]) == 0


def test_cancel_leaves_nothing(write_raster: WriteRaster, tmp_path: Path, engine: Any) -> None:
    sar = write_raster("a.tif", town())
    reporter = Reporter(cancelled=lambda: len(engine.calls) >= 4)
    with pytest.raises(Cancelled):
        extract(ExtractJob(SceneInput((sar,)), str(tmp_path / "out.gpkg")), engine, reporter)
    assert 4 <= len(engine.calls) <= 6  # one tile was being predicted, and one waited
    assert [p.name for p in tmp_path.iterdir()] == ["a.tif"]


def test_bad_input_leaves_the_old_result(
    write_raster: WriteRaster, tmp_path: Path, engine: Any
) -> None:
    out = tmp_path / "out.gpkg"
    out.write_text("the result of an earlier run")
    sar = write_raster("a.tif", np.zeros((40, 40), np.float32))
    with pytest.raises(InputError):
        extract(ExtractJob(SceneInput((sar,)), str(out)), engine, Reporter())
    assert out.read_text() == "the result of an earlier run"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_failure_to_write_ends_the_reading_too(
    write_raster: WriteRaster, tmp_path: Path, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(FootprintFile, "add", full)
    sar = write_raster("a.tif", town())
    before = set(threading.enumerate())
    with pytest.raises(OSError, match="disk full") as caught:  # noqa: F841 keeps its frames alive
        extract(ExtractJob(SceneInput((sar,)), str(tmp_path / "out.gpkg")), engine, Reporter())
    assert set(threading.enumerate()) <= before
    assert [p.name for p in tmp_path.iterdir()] == ["a.tif"]


def test_folder_that_cannot_be_written_is_refused_first(tmp_path: Path, engine: Any) -> None:
    (tmp_path / "file").write_text("")
    for folder in ("missing", "file"):
        job = ExtractJob(SceneInput(("no.tif",)), str(tmp_path / folder / "out.gpkg"))
        with pytest.raises(InputError, match="cannot be written"):
            extract(job, engine, Reporter())


def test_real_scenes_give_valid_polygons_in_place(
    shared_data: Path, tmp_path: Path, engine: Any
) -> None:
    engine.brightness = 1.5
    for name in ("sn6_tileA", "oem_ex4"):
        check_in_place(shared_data / "real" / name, tmp_path / f"{name}.gpkg", engine)


def test_made_scene_gives_valid_polygons_in_place(tmp_path: Path, engine: Any) -> None:
    """What the test of real scenes checks, of one that every clone can make."""
    engine.brightness = 1.5
    scene = tmp_path / "scene"
    write_scene(simulate(3, 256, pixel_size_m=0.8, style="suburb"), scene)
    check_in_place(scene, tmp_path / "out.gpkg", engine)


def check_in_place(folder: Path, out: Path, engine: Any) -> None:
    """Footprints of a scene are valid and lie where its buildings lie."""
    job = ExtractJob(SceneInput((str(folder / "sar.tif"),), str(folder / "optical.tif")), str(out))
    extract(job, engine, Reporter())
    _, polygons, _ = read(out)
    truth = pyogrio.read_info(folder / "buildings.geojson", force_total_bounds=True)
    assert len(polygons) and shapely.is_valid(polygons).all()
    around = shapely.box(*truth["total_bounds"]).buffer(100)
    assert shapely.contains(around, polygons).all()
