"""The labelled area of a scene, and its validation blocks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
import pyproj
import pytest
import shapely
from rasterio.crs import CRS

from core.datasets.labelled_area import write_blocks
from core.datasets.validation_blocks import Block
from core.hatch.errors import InputError
from core.hatch.jobs import Area
from core.hatch.reporter import Reporter
from core.tasks.finetune import labelled_area_of
from tests.builders.finetuning import SIZE, job_on, square, write_labels


def test_outside_of_the_area_nothing_is_known(suburb, base):
    job = job_on(suburb, base, Path("x"), area=square(suburb, 0.1, 0.1, 0.7))
    area = labelled_area_of(job, 0.8, Reporter())
    known = area.scene.labelled > 0
    assert known.sum() == pytest.approx((0.7 * SIZE) ** 2, rel=0.02)
    training = area.training_scene()
    hidden = area.block_split.validation
    assert np.isnan(training.sar[:, hidden]).all() and np.isnan(training.optical[:, hidden]).all()
    assert not (training.labelled > 0)[hidden].any() and not (training.labelled > 0)[~known].any()
    (view,) = area.validation_views
    assert ((view.scene.labelled > 0) == hidden).all() and np.isfinite(view.scene.sar).all()
    in_area = shapely.from_wkt(area.validation_area.wkt).area
    assert in_area == pytest.approx(hidden.sum() * 0.8**2, rel=0.03)


def test_a_large_area_is_validated_block_by_block(suburb, base, monkeypatch):
    area = labelled_area_of(job_on(suburb, base, Path("x")), 0.8, Reporter())
    (whole,) = area.validation_views
    monkeypatch.setattr("core.datasets.labelled_area.AT_ONCE", 0)
    views = labelled_area_of(job_on(suburb, base, Path("x")), 0.8, Reporter()).validation_views
    assert len(views) == len(whole.blocks) > 1
    for view, there in zip(views, whole.blocks, strict=True):
        (here,) = view.blocks
        for name in ("sar", "building", "labelled"):
            part, wanted = getattr(view.scene, name), getattr(whole.scene, name)
            np.testing.assert_array_equal(
                part[..., here.rows, here.cols], wanted[..., there.rows, there.cols]
            )
        assert (view.scene.labelled > 0).sum() == (part[here.rows, here.cols] > 0).sum()


def test_a_large_area_is_as_a_whole_its_validation_blocks(suburb, base, monkeypatch):
    area = labelled_area_of(job_on(suburb, base, Path("x")), 0.8, Reporter())
    (whole,) = area.whole
    assert whole is area.scene
    monkeypatch.setattr("core.datasets.labelled_area.AT_ONCE", 0)
    validated = area.block_split.validation.sum()
    large = labelled_area_of(job_on(suburb, base, Path("x")), 0.8, Reporter())
    assert sum((scene.labelled > 0).sum() for scene in large.whole) == validated
    blocks = [replace(block, validation=False) for block in area.block_split.blocks]
    without = replace(large, block_split=replace(large.block_split, blocks=blocks))
    assert sum((scene.labelled > 0).sum() for scene in without.whole) > 2 * validated


def test_without_an_area_it_is_the_hull_of_the_labels(suburb, base):
    area = labelled_area_of(job_on(suburb, base, Path("x")), 0.8, Reporter())
    assert area.is_hull
    labels = shapely.from_wkb(pyogrio.raw.read(suburb / "buildings.geojson")[2])
    assert shapely.from_wkt(area.area.wkt).equals(shapely.union_all(labels).convex_hull)
    assert area.buildings == len(labels)


def test_an_area_larger_than_the_scene_is_the_scene(suburb, base):
    world = Area(shapely.box(-180, -90, 180, 90).wkt, "EPSG:4326")
    whole = labelled_area_of(
        job_on(suburb, base, Path("x"), area=square(suburb, 0, 0, 1)), 0.8, Reporter()
    )
    area = labelled_area_of(job_on(suburb, base, Path("x"), area=world), 0.8, Reporter())
    np.testing.assert_array_equal(area.scene.labelled, whole.scene.labelled)
    assert area.buildings == whole.buildings
    validation = shapely.from_wkt(area.validation_area.wkt)
    assert validation.equals(shapely.from_wkt(whole.validation_area.wkt))


def test_labelled_pixels_on_a_window_that_reaches_beyond_the_area(suburb, base):
    job = job_on(suburb, base, Path("x"), area=square(suburb, 0.1, 0.1, 0.7))
    area = labelled_area_of(job, 0.8, Reporter())
    labelled = area.scene.labelled > 0
    window = area.grid.crop(-3, 5, 50, area.grid.width + 10)
    found = area.labelled_on(window)
    assert found.shape == (50, area.grid.width + 10)
    np.testing.assert_array_equal(found[3:, : area.grid.width - 5], labelled[:47, 5:])
    assert not found[:3].any() and not found[:, area.grid.width - 5 :].any()
    assert not area.labelled_on(area.grid.crop(10_000, 0, 4, 4)).any()


def test_labels_are_read_from_the_layer_that_is_named(suburb, base, tmp_path):
    labels = shapely.from_wkb(pyogrio.raw.read(suburb / "buildings.geojson")[2])
    crs = pyogrio.read_info(suburb / "buildings.geojson")["crs"]
    bow = shapely.Polygon(shapely.get_coordinates(labels[0])[[0, 2, 1, 3]])
    path = tmp_path / "l.gpkg"
    for layer, geometries in (("parcels", labels[:1]), ("buildings", [*labels, bow, None])):
        pyogrio.raw.write(
            str(path),
            geometry=shapely.to_wkb(np.array(geometries, dtype=object)),
            field_data=[],
            fields=[],
            layer=layer,
            geometry_type="Polygon",
            crs=crs,
            append=path.exists(),
        )
    job = job_on(suburb, base, Path("x"), labels=f"{path}|layername=buildings")
    area = labelled_area_of(job, 0.8, Reporter())
    assert area.buildings >= len(labels) and area.repaired == 1
    assert any("Features without a polygon: 1" in warning for warning in area.warnings)


def test_labels_outside_of_the_scene_are_named_and_not_the_area(suburb, base, tmp_path):
    far = shapely.box(0, 0, 9, 9)
    labels = write_labels(tmp_path / "l.gpkg", [far], suburb / "buildings.geojson")
    job = job_on(suburb, base, Path("x"), labels=str(labels))
    with pytest.raises(InputError, match=f"^The file has no polygon on the SAR layer.*: {labels}$"):
        labelled_area_of(job, 0.8, Reporter())


def test_a_given_area_outside_of_the_scene_is_named(suburb, base):
    job = job_on(suburb, base, Path("x"), area=square(suburb, 3, 3, 1))
    with pytest.raises(InputError, match="The area is outside "):
        labelled_area_of(job, 0.8, Reporter())


def test_a_block_ends_with_the_raster(suburb, base):
    area = labelled_area_of(job_on(suburb, base, Path("x")), 0.8, Reporter())
    grid, side = area.grid, 64
    block = Block(0, slice(0, side), slice(grid.width - 10, grid.width - 10 + side), False)
    assert area.extent_of(block).bounds == grid.crop(0, grid.width - 10, side, 10).bounds


@pytest.mark.parametrize(
    ("crs", "found"),
    [
        ("EPSG:32632", "EPSG:32632"),
        ("+proj=tmerc +lat_0=40 +lon_0=4 +ellps=GRS80 +units=m", "EPSG:4326"),
        ("+proj=eqc +R=3396190 +units=m", "EPSG:4326"),  # Mars, which GeoJSON cannot name
    ],
)
def test_blocks_of_any_coordinate_system_keep_their_place(suburb, base, tmp_path, crs, found):
    area = labelled_area_of(job_on(suburb, base, Path("x")), 0.8, Reporter())
    area = replace(area, grid=replace(area.grid, crs=CRS.from_user_input(crs)))
    path = tmp_path / "blocks.geojson"
    write_blocks(area, path)
    _, _, wkb, (numbers, _) = pyogrio.raw.read(path)
    extents = [area.extent_of(block) for block in area.block_split.blocks]
    wanted = shapely.get_coordinates(extents)
    assert pyogrio.read_info(path)["crs"] == found
    if "R=3396190" not in crs:
        change = pyproj.Transformer.from_crs(crs, found, always_xy=True).transform
        wanted = np.stack(change(*wanted.T), axis=1)
    np.testing.assert_allclose(shapely.get_coordinates(shapely.from_wkb(wkb)), wanted, rtol=1e-9)
    assert numbers.tolist() == [block.number for block in area.block_split.blocks]
