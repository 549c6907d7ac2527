"""One building from clicked points, with a stand-in for the network."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely

from core.hatch.errors import InputError
from core.hatch.jobs import Area, BuildingJob, SceneInput
from core.hatch.reporter import Reporter
from core.hatch.results import BuildingResult
from core.inference import click_tile
from core.tasks.building import building
from tests.builders.rasters import WriteRaster
from tests.core.tasks.test_extract import town

LEFT, TOP = 600_000, 5_750_000  # of write_raster, with pixels of 1 m
BLOCK = shapely.box(LEFT + 60, TOP - 122, LEFT + 80, TOP - 110)  # of the town
MIDDLE = (LEFT + 70, TOP - 116)
BESIDE = (LEFT + 90, TOP - 116)
NEIGHBOUR = (LEFT + 120, TOP - 116)
BACKGROUND = (LEFT + 95, TOP - 95)


def run(engine: Any, sar: str, *inside: tuple[float, float], **values: Any) -> BuildingResult:
    scene = values.pop("scene", SceneInput((sar,)))
    return building(BuildingJob(scene, inside, **values), engine, Reporter())


def test_one_block_is_found_and_nothing_else(write_raster: WriteRaster, engine: Any) -> None:
    result = run(engine, write_raster("a.tif", town()), MIDDLE)
    polygon = shapely.from_wkt(result.wkt)
    assert polygon.geom_type == "Polygon" and polygon.is_valid
    assert polygon.intersection(BLOCK).area == pytest.approx(240, rel=0.03)
    assert result.area_m2 == pytest.approx(polygon.area, rel=2e-3) == pytest.approx(240, rel=0.03)
    assert result.confidence == pytest.approx(0.9) and result.optical_share == 0
    assert result.regularised and result.method == "growing" and result.model == "bright"
    assert "UTM zone 31N" in result.crs


def test_nothing_is_found_on_the_background(write_raster: WriteRaster, engine: Any) -> None:
    result = run(engine, write_raster("a.tif", town()), BACKGROUND)
    assert result.wkt == "" and result.area_m2 == result.confidence == 0 and not result.regularised


def test_further_clicks_near_by_need_no_network(write_raster: WriteRaster, engine: Any) -> None:
    sar = write_raster("a.tif", town(600, 700))
    first = run(engine, sar, MIDDLE)
    assert len(engine.calls) == 1
    assert run(engine, sar, BESIDE).wkt == ""
    assert run(engine, sar, MIDDLE, threshold=0.5).wkt == first.wkt
    assert len(engine.calls) == 1
    run(engine, sar, (LEFT + 620, TOP - 566))
    assert len(engine.calls) == 2


def test_changed_file_is_predicted_again(write_raster: WriteRaster, engine: Any) -> None:
    values = town()
    found = run(engine, write_raster("a.tif", values), MIDDLE)
    values[110:122, 60:80] = -15
    assert found.wkt and run(engine, write_raster("a.tif", values), MIDDLE).wkt == ""
    assert len(engine.calls) == 2


def test_area_of_the_scene_is_not_used(write_raster: WriteRaster, engine: Any) -> None:
    sar = write_raster("a.tif", town())
    far = Area(shapely.box(LEFT + 250, TOP - 50, LEFT + 300, TOP - 20).wkt, "EPSG:32631")
    assert run(engine, sar, MIDDLE, scene=SceneInput((sar,), area=far)).wkt


def test_optical_is_used_where_it_is(write_raster: WriteRaster, engine: Any) -> None:
    sar = write_raster("a.tif", town())
    rgb = np.random.default_rng(0).integers(1, 255, (3, 300, 340), dtype=np.uint8)
    result = run(engine, sar, MIDDLE, scene=SceneInput((sar,), write_raster("rgb.tif", rgb)))
    assert result.optical_share == 1 and result.confidence == pytest.approx(0.8)


def test_footprint_ends_with_the_raster(write_raster: WriteRaster, engine: Any) -> None:
    values = town()
    values[:9, 100:140] = 10
    result = run(engine, write_raster("a.tif", values), (LEFT + 120, TOP - 3))
    raster = shapely.box(LEFT, TOP - 300, LEFT + 340, TOP)
    assert shapely.from_wkt(result.wkt).within(raster) and result.area_m2 == pytest.approx(
        360, rel=2e-3
    )


def test_previous_footprint_is_corrected(write_raster: WriteRaster, engine: Any) -> None:
    sar = write_raster("a.tif", town())
    both = shapely.box(LEFT + 60, TOP - 122, LEFT + 125, TOP - 110)
    kept = run(engine, sar, MIDDLE, previous=both.wkt)
    assert shapely.from_wkt(kept.wkt).equals(both)
    cut = run(engine, sar, MIDDLE, previous=both.wkt, outside=(NEIGHBOUR,))
    assert 200 < cut.area_m2 < 600
    with pytest.raises(InputError, match="previous is not a polygon"):
        run(engine, sar, MIDDLE, previous="POINT (1 1)")


@pytest.mark.parametrize("far", ["inside", "outside"])
def test_point_outside_the_raster_is_reported_in_one_sentence(
    write_raster: WriteRaster, engine: Any, far: str
) -> None:
    sar = write_raster("a.tif", town())
    points = {"inside": (MIDDLE,), far: (MIDDLE, (LEFT - 1, TOP - 5))}
    with pytest.raises(InputError, match=r"is outside the SAR layer; click on the layer: .*a\.tif"):
        building(BuildingJob(SceneInput((sar,)), **points), engine, Reporter())
    assert engine.calls == []


def test_points_too_far_apart_are_reported_in_one_sentence(
    write_raster: WriteRaster, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(click_tile, "CLICK_TILE", 256)
    with pytest.raises(InputError, match="too far apart"):
        run(engine, write_raster("a.tif", town()), MIDDLE, (LEFT + 320, TOP - 116))


def test_nodata_holds_no_building(write_raster: WriteRaster, engine: Any) -> None:
    values = town()
    values[:150] = np.nan
    assert run(engine, write_raster("a.tif", values), MIDDLE).wkt == ""
    assert run(engine, write_raster("a.tif", values), (LEFT + 70, TOP - 166)).wkt
