"""Labels that a model finds in the optical image of a scene."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from rasterio.crs import CRS
from rasterio.transform import Affine

from core.datasets.labelled_area import Labels
from core.hatch.errors import InputError
from core.hatch.jobs import Area, SceneInput
from core.hatch.manifest import Manifest
from core.hatch.reporter import Reporter
from core.inference.predict import SOFT_BORDER
from core.raster.grid import Grid
from core.raster.scene import open_scene
from core.training.optical_labels import (
    KEPT,
    MARGIN,
    area_labelled_by_optical,
    optical_labels,
    sure_pixels,
    threshold_of_expected,
    with_drawn,
)
from tests.builders.finetuning import write_polygons
from tests.builders.rasters import WriteRaster

SIDE, COVERED, BUILDING = 256, 192, 20  # pixels: of SAR, of optical, of a building
BRIGHT, DIM, BACKGROUND = 250, 190, 60


class SeesOptical:
    """An engine that is sure of bright pixels of optical, less so of dim ones, and blind to SAR."""

    name, tile, streams = "sees optical", 128, 1

    def __init__(self, name: str = "Seer") -> None:
        self.manifest = Manifest(name, "", "none", 1.0, 0.5, "")
        self.calls = 0

    def predict(self, sar, optical, hallucinate=True):
        self.calls += 1
        nothing = np.zeros((2, *sar.shape[1:]), np.float32)
        if optical is None:
            return nothing, None
        levels = np.select([optical[0] > 2.5, optical[0] > 1.5], [0.95, 0.52], 0.02)
        seen = np.stack([levels, 0 * levels]).astype(np.float32)
        return (nothing if hallucinate else None), seen


@pytest.fixture
def source(write_raster: WriteRaster) -> SceneInput:
    """Fifteen bright buildings and a dim one under optical, which covers the west of SAR."""
    sar = np.random.default_rng(0).normal(-12, 2, (SIDE, SIDE)).astype(np.float32)
    optical = np.full((3, SIDE, COVERED), BACKGROUND, np.uint8)
    for number in range(16):
        row, col = 12 + 60 * (number // 4), 12 + 40 * (number % 4)
        value = DIM if number == 5 else BRIGHT
        optical[:, row : row + BUILDING, col : col + BUILDING] = value
    place = Affine(1, 0, 600_000, 0, -1, 5_750_000)
    paths = [
        write_raster(f"{name}.tif", values, transform=place)
        for name, values in (("sar", sar), ("optical", optical))
    ]
    return SceneInput((paths[0],), paths[1])


@pytest.mark.slow
def test_buildings_are_those_seen_with_optical_and_known_only_there(source):
    with open_scene(source, 1.0) as scene:
        labels = optical_labels(scene, SeesOptical(), Reporter())
    assert len(labels.polygons) == 16
    np.testing.assert_allclose(shapely.area(labels.polygons), BUILDING**2, rtol=0.2)
    assert labels.known[:, : COVERED - SOFT_BORDER].all()
    assert not labels.known[:, COVERED - SOFT_BORDER + 1 :].any()


@pytest.mark.slow
def test_only_what_is_sure_is_trained_on(source):
    engine = SeesOptical()
    area = area_labelled_by_optical(source, "", engine, 0, Reporter())
    training = area.training_scene().labelled > 0
    dim = slice(75, 89), slice(55, 69)  # inside the building that is less sure
    bright = slice(75, 89), slice(95, 109)
    assert (area.scene.building[dim] > 0).all() and (area.scene.labelled[dim] > 0).all()
    sure = area.labels.sure
    assert not sure[dim].any() and sure[bright].mean() > 0.6
    assert not training[~sure].any() and training.any()
    assert not training[:, COVERED:].any()
    # Validation counts all pixels, or the hardest ones would not be judged.
    (view,) = area.validation_views
    assert ((view.scene.labelled > 0) == area.block_split.validation).all()
    assert (~sure & area.block_split.validation).any()


def test_the_same_share_of_each_class_is_kept():
    rng = np.random.default_rng(0)
    building = rng.random((200, 200)) < 0.1
    probability = np.where(building, rng.uniform(0.3, 0.6, (200, 200)), rng.random((200, 200)) / 4)
    known = np.ones((200, 200), bool)
    known[:, :20] = False
    sure = sure_pixels(probability, building, known)
    assert not sure[~known].any()
    for of_class in (known & building, known & ~building):
        assert sure[of_class].mean() == pytest.approx(KEPT, abs=0.01)
    left_out = known & ~sure
    assert probability[left_out & building].max() < probability[sure & building].min()
    assert probability[left_out & ~building].min() > probability[sure & ~building].max()


def test_as_many_pixels_are_buildings_as_the_probabilities_sum_up_to():
    probability = np.random.default_rng(0).beta(0.3, 1.2, 10_000)
    threshold = threshold_of_expected(probability)
    assert (probability >= threshold).sum() == pytest.approx(probability.sum(), rel=0.01)


def test_a_class_that_is_not_there_is_not_kept():
    known = np.ones((4, 4), bool)
    assert sure_pixels(np.zeros((4, 4)), ~known, known).all()
    assert not sure_pixels(np.zeros((4, 4)), ~known, ~known).any()


def test_a_check_and_the_training_that_follows_predict_once(source):
    engine = SeesOptical("Once")
    first = area_labelled_by_optical(source, "", engine, 0, Reporter())
    calls = engine.calls
    second = area_labelled_by_optical(source, "", engine, 1, Reporter())
    assert engine.calls == calls > 0
    np.testing.assert_array_equal(second.labels.sure, first.labels.sure)


def test_without_a_building_in_optical_the_reason_is_reported(source):
    class Blind(SeesOptical):
        def predict(self, sar, optical, hallucinate=True):
            heads = super().predict(sar, optical, hallucinate)
            return tuple(None if head is None else 0 * head for head in heads)

    with pytest.raises(InputError, match="Blind finds no building in the optical layer"):
        area_labelled_by_optical(source, "", Blind("Blind"), 0, Reporter())


def test_optical_that_is_nowhere_valid_in_the_area_is_named(source):
    east = shapely.box(600_000 + COVERED + 20, 5_749_800, 600_000 + SIDE, 5_750_000)
    beside = replace(source, area=Area(east.wkt, "EPSG:32631"))
    words = r"no valid pixels where SAR has some; .*: .*optical\.tif"
    with open_scene(beside, 1.0) as scene, pytest.raises(InputError, match=words):
        optical_labels(scene, SeesOptical(), Reporter())


def building(row: float, col: float) -> shapely.Polygon:
    """BUILDING x BUILDING pixels of ``source``."""
    left, top = 600_000 + col, 5_750_000 - row
    return shapely.box(left, top - BUILDING, left + BUILDING, top)


@pytest.mark.slow
def test_drawn_buildings_replace_those_predicted_and_are_trained_on(source, tmp_path):
    # The dim one, moved; one that the model does not see; one where optical is not valid.
    places = ((78, 58), (40, 40), (100, 220))
    drawn = [building(*at) for at in places]
    path = str(write_polygons(tmp_path / "drawn.gpkg", drawn, "EPSG:32631"))
    engine = SeesOptical("Corrected")
    area = area_labelled_by_optical(source, path, engine, 0, Reporter())
    calls = engine.calls
    labels = area.labels
    assert labels.drawn == 3 and len(labels.polygons) == 15 + 3
    for row, col in places:
        inside = slice(row, row + BUILDING), slice(col, col + BUILDING)
        assert (area.scene.building[inside] > 0).all() and labels.sure[inside].all()
        beside = slice(row, row + BUILDING), slice(col - MARGIN, col)
        assert not area.scene.building[beside].any() and labels.sure[beside].all()
    gone = slice(73, 75), slice(58, 68)  # of the outline that was predicted
    assert not labels.known[gone].any()
    # Others are as without corrections, and are not predicted again.
    plain = area_labelled_by_optical(source, "", engine, 0, Reporter()).labels
    assert engine.calls == calls and plain.drawn == 0
    far = slice(120, None), slice(0, 190)
    np.testing.assert_array_equal(labels.sure[far], plain.sure[far])
    assert labels.given != plain.given == ""


def test_a_neighbour_that_only_touches_is_kept():
    grid = Grid(CRS.from_epsg(32631), Affine(1, 0, 600_000, 0, -1, 5_750_000), 80, 80)
    pair = np.array([building(20, 20), building(20, 40)])
    known = np.ones((80, 80), bool)
    inside = known.copy()
    inside[:, :20] = False  # the margin in the west is not in the area
    drawn = np.array([building(20, 20.5)])
    labels = with_drawn(Labels(pair, known, ~known), drawn, inside, grid)
    assert len(labels.polygons) == 2 and labels.known.all()
    assert labels.sure[20:40, 20:41].all() and not labels.sure[20:40, 45:60].any()
    assert not labels.sure[:, :20].any()


def test_corrections_that_are_elsewhere_are_named(source, tmp_path):
    far = shapely.box(700_000, 5_700_000, 700_020, 5_700_020)
    path = str(write_polygons(tmp_path / "far.gpkg", [far], "EPSG:32631"))
    with pytest.raises(InputError, match=r"no polygon on the SAR layer.*far\.gpkg"):
        area_labelled_by_optical(source, path, SeesOptical("Far"), 0, Reporter())
