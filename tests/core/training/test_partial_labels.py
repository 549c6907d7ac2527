"""Labels that are partly missing or shifted, corrected by a model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from rasterio.transform import Affine

from core.datasets.labelled_area import Labels
from core.datasets.scenes import rasterise
from core.hatch.jobs import SceneInput
from core.hatch.manifest import Manifest
from core.hatch.reporter import Reporter
from core.raster.blend import Strip
from core.raster.grid import Grid
from core.training.partial_labels import MOST, NONE, SURE, area_with_partial_labels, corrected
from tests.builders.rasters import WriteRaster

SIDE, BUILDING = 256, 20  # pixels of 1 m
PLACE = Affine(1, 0, 600_000, 0, -1, 5_750_000)
BRIGHT, BACKGROUND = 250, 60
CORNERS = [(12 + 60 * (n // 4), 12 + 60 * (n % 4) + 7 * (n // 4)) for n in range(16)]  # row, column
MISSING = 5  # the number of a building that the labels lack


class SeesOptical:
    """An engine that is sure of bright pixels of optical, and blind to SAR."""

    tile, streams = 128, 1

    def __init__(self, name: str) -> None:
        self.name = name
        self.manifest = Manifest(name, "", "none", 1.0, 0.5, "")
        self.calls = 0

    def predict(self, sar, optical, hallucinate=True):
        self.calls += 1
        nothing = np.zeros((2, *sar.shape[1:]), np.float32)
        if optical is None:
            return nothing, None
        levels = np.where(optical[0] > 2.5, 0.95, 0.02)
        seen = np.stack([levels, 0 * levels]).astype(np.float32)
        return (nothing if hallucinate else None), seen


@pytest.fixture
def source(write_raster: WriteRaster) -> SceneInput:
    """Sixteen bright buildings."""
    sar = np.random.default_rng(0).normal(-12, 2, (SIDE, SIDE)).astype(np.float32)
    optical = np.full((3, SIDE, SIDE), BACKGROUND, np.uint8)
    for row, col in CORNERS:
        optical[:, row : row + BUILDING, col : col + BUILDING] = BRIGHT
    paths = [
        write_raster(f"{name}.tif", values, transform=PLACE)
        for name, values in (("sar", sar), ("optical", optical))
    ]
    return SceneInput((paths[0],), paths[1])


def boxes(east: float = 0, north: float = 0) -> list[shapely.Polygon]:
    """The buildings but the missing one, displaced by metres."""
    corners = [(PLACE.c + col + east, PLACE.f - row + north) for row, col in CORNERS]
    del corners[MISSING]
    return [shapely.box(x, y - BUILDING, x + BUILDING, y) for x, y in corners]


def written(polygons: list[shapely.Polygon], folder: Path) -> Path:
    path = folder / "labels.gpkg"
    geometry = shapely.to_wkb(np.array(polygons))
    pyogrio.raw.write(path, geometry, [], [], geometry_type="Polygon", crs="EPSG:32631")
    return path


def test_labels_are_moved_and_a_missing_building_is_not_background(source, tmp_path):
    path = written(boxes(east=4, north=-3), tmp_path)
    area = area_with_partial_labels(source, path, SeesOptical("Both"), 0, Reporter())
    centres = shapely.centroid(area.labels.polygons)
    wanted = shapely.centroid(np.array(boxes()))
    assert shapely.distance(centres, wanted).max() <= 1
    assert area.labels.correction.moved_m == pytest.approx(5, abs=1)
    row, col = CORNERS[MISSING]
    top, left = ~area.grid.transform * (PLACE.c, PLACE.f)
    row, col = row + round(left), col + round(top)
    inside = slice(row + 2, row + BUILDING - 2), slice(col + 2, col + BUILDING - 2)
    assert not (area.scene.labelled[inside] > 0).any()
    assert not area.training_scene().labelled[inside].any()
    assert 0 < area.labels.correction.left_out < 0.02
    (warning,) = [text for text in area.warnings if "on average, to the buildings" in text]
    assert "1% of the labelled area is left out" in warning


def test_from_sar_alone_no_label_is_moved(source, tmp_path):
    polygons = boxes(east=4)
    path = written(polygons, tmp_path)
    alone = SceneInput(source.sar)
    area = area_with_partial_labels(alone, path, SeesOptical("Blind"), 0, Reporter())
    assert shapely.equals_exact(area.labels.polygons, np.array(polygons), 1e-6).all()
    assert area.labels.correction.moved_m == 0
    assert area.labels.correction.left_out == 0  # though it sees no building at all
    assert any(text.startswith("0% of the labelled area is left out") for text in area.warnings)


def test_labels_of_a_town_that_the_model_does_not_know_are_kept(source, tmp_path):
    class Blind(SeesOptical):
        def predict(self, sar, optical, hallucinate=True):
            heads = super().predict(sar, optical, hallucinate)
            return tuple(None if head is None else 0 * head for head in heads)

    path = written(boxes(), tmp_path)
    area = area_with_partial_labels(source, path, Blind("Unknown"), 0, Reporter())
    assert area.buildings == 15 and area.labels.correction.left_out == 0


def test_a_check_and_the_training_that_follows_predict_once(source, tmp_path):
    engine, path = SeesOptical("Once"), written(boxes(), tmp_path)
    area_with_partial_labels(source, path, engine, 0, Reporter())
    calls = engine.calls
    area_with_partial_labels(source, path, engine, 1, Reporter())
    assert engine.calls == calls > 0


GRID = Grid(None, Affine(1, 0, 0, 0, -1, 16), 16, 16)
masks = arrays.arrays(bool, (16, 16))


@given(
    probability=arrays.arrays(np.float32, (16, 16), elements=st.floats(0, 1, width=32)),
    known=masks,
    valid=masks,
    optical=st.sampled_from([0, 1]),
)
def test_labels_become_unknown_only_where_the_model_is_sure_of_the_opposite(
    probability, known, valid, optical
):
    polygons = np.array([shapely.box(2, 2, 7, 9)])
    nothing = np.zeros((16, 16), np.float32)
    strip = Strip(0, probability, nothing, valid, np.full((16, 16), optical, np.float32))
    found = corrected(Labels(polygons, known), [strip], GRID, 1.0)
    building = rasterise(found.polygons, GRID)[0] > 0
    left_out = known & ~found.known
    opposite = valid & np.where(building, probability <= NONE, probability >= SURE)
    assert (left_out <= (known & opposite)).all()
    assert (left_out == (known & opposite))[~building].all()
    gone = (left_out & building).sum()
    assert gone in (0, (known & opposite & building).sum() * optical)
    assert gone <= MOST * (known & building).sum()
    assert 0 <= found.correction.left_out <= 1
