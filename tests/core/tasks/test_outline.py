"""Footprints at another threshold, from the probabilities of an extraction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely

from core.footprints.vectorise import vectorise
from core.footprints.write import write_footprints
from core.hatch.errors import Cancelled, InputError
from core.hatch.jobs import Area, ExtractJob, OutlineJob, SceneInput
from core.hatch.reporter import Reporter
from core.raster.blend import Strip
from core.raster.probability_file import STEPS
from core.tasks.extract import extract
from core.tasks.outline import outline
from core.timing import Timing
from tests.builders.probabilities import GRID, HEIGHT, WIDTH, cut, town, write
from tests.conftest import UTM


def read(path: Path | str) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Polygons and fields, in an order of their own."""
    meta, _, wkb, values = pyogrio.raw.read(str(path))
    polygons = shapely.from_wkb(wkb)
    order = np.lexsort(shapely.bounds(polygons).T)
    return polygons[order], {n: v[order] for n, v in zip(meta["fields"], values)}


@pytest.mark.slow
@pytest.mark.parametrize("threshold", [0.05, 0.29, 0.3, 0.35, 0.615, 0.9])
def test_outlining_again_gives_the_footprints_of_the_extraction(
    tmp_path: Path, threshold: float
) -> None:
    whole = town()
    first, again = tmp_path / "first.gpkg", tmp_path / "again.gpkg"
    footprints = vectorise(cut(whole, 100), GRID, threshold, 20, Timing())
    write_footprints(first, footprints, GRID.crs, "a model")
    kept = write(tmp_path / "kept.tif", whole, rows=130)
    result = outline(OutlineJob(str(kept), str(again), threshold, 20), Reporter())
    expected, fields = read(first)
    polygons, found = read(again)
    assert result.footprints == len(expected) > 20 and result.threshold == threshold
    assert shapely.equals_identical(polygons, expected).all()
    for name, rounding in (("confidence", 1e-4), ("optical_share", 1e-2)):
        np.testing.assert_allclose(found[name], fields[name], atol=0.5 / STEPS + rounding)
    np.testing.assert_array_equal(found["area_m2"], fields["area_m2"])
    assert set(found["model"]) == {"a model"}


def test_contact_separates_touching_buildings_again(tmp_path: Path) -> None:
    """Without the second band these would be one building."""
    zeros = np.zeros((HEIGHT, WIDTH), np.float32)
    probability, contact = zeros.copy(), zeros.copy()
    probability[20:40, 20:60] = 0.9
    contact[20:40, 39:41] = 0.9
    kept = write(tmp_path / "k.tif", Strip(0, probability, contact, zeros == 0, zeros))
    outline(OutlineJob(str(kept), str(tmp_path / "o.gpkg")), Reporter())
    polygons, _ = read(tmp_path / "o.gpkg")
    assert sorted(shapely.area(polygons)) == pytest.approx([400, 400], rel=0.03)


def test_extraction_writes_its_probabilities(
    write_raster: Callable[..., str], tmp_path: Path, engine: Any
) -> None:
    values = np.random.default_rng(0).normal(-15, 1, (300, 340)).astype(np.float32)
    values[100:130, 50:90] = values[200:230, 250:290] = 10
    half = shapely.box(600_000, 5_749_000, 600_170, 5_750_000)
    job = ExtractJob(
        SceneInput((write_raster("a.tif", values),), area=Area(half.wkt, UTM)),
        str(tmp_path / "out.gpkg"),
        probability=str(tmp_path / "kept.tif"),
    )
    result = extract(job, engine, Reporter())
    assert result.probability == job.probability and result.threshold == 0.5
    again = OutlineJob(job.probability, str(tmp_path / "again.gpkg"))
    assert outline(again, Reporter()).threshold == 0.5
    assert result.footprints == 1
    assert shapely.equals_identical(read(again.out)[0], read(job.out)[0]).all()
    # Above the probability that the stand-in gives there is nothing.
    high = OutlineJob(job.probability, again.out, 0.95)
    assert outline(high, Reporter()).footprints == len(read(high.out)[0]) == 0
    names = ["a.tif", "again.gpkg", "kept.tif", "out.gpkg"]
    assert sorted(p.name for p in tmp_path.iterdir()) == names


def test_cancelled_extraction_leaves_no_probabilities(
    write_raster: Callable[..., str], tmp_path: Path, engine: Any
) -> None:
    values = np.random.default_rng(0).normal(-15, 1, (300, 340)).astype(np.float32)
    job = ExtractJob(
        SceneInput((write_raster("a.tif", values),)),
        str(tmp_path / "o.gpkg"),
        probability=str(tmp_path / "k"),
    )
    with pytest.raises(Cancelled):
        extract(job, engine, Reporter(cancelled=lambda: len(engine.calls) >= 4))
    assert [p.name for p in tmp_path.iterdir()] == ["a.tif"]


def test_other_files_are_refused_and_nothing_is_written(
    write_raster: Callable[..., str], tmp_path: Path
) -> None:
    other = write_raster("other.tif", np.zeros((3, 9, 9), np.uint8))
    cut_off = write(tmp_path / "cut.tif", town())
    cut_off.write_bytes(cut_off.read_bytes()[:-20_000])
    for path, sentence in (
        (other, "is not a probability file"),
        (str(tmp_path / "missing.tif"), "cannot be read"),
        (str(cut_off), "is truncated"),
    ):
        with pytest.raises(InputError, match=sentence) as caught:
            outline(OutlineJob(path, str(tmp_path / "o.gpkg")), Reporter())
        assert path in str(caught.value)
    assert not (tmp_path / "o.gpkg").exists()
