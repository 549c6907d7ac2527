"""Where to label next, from the probabilities of an extraction."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from rasterio.crs import CRS
from rasterio.transform import Affine

from core.hatch.errors import Cancelled, InputError
from core.hatch.jobs import LabelNextJob
from core.hatch.reporter import Reporter
from core.raster.blend import Strip
from core.raster.grid import Grid
from core.raster.probability_file import ProbabilityWriter
from core.tasks.label_next import label_next
from tests.builders.probabilities import GRID, HEIGHT, WIDTH, town, write


def strip(probability: np.ndarray) -> Strip:
    zeros = np.zeros(probability.shape, np.float32)
    return Strip(0, probability.astype(np.float32), zeros, zeros == 0, zeros)


def read(path: str) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    meta, _, wkb, values = pyogrio.raw.read(path)
    return shapely.from_wkb(wkb), dict(zip(meta["fields"], values))


def run(folder: Path, whole: Strip, **values: Any) -> Any:
    kept = write(folder / "kept.tif", whole)
    return label_next(LabelNextJob(str(kept), str(folder / "next.gpkg"), **values), Reporter())


def test_least_certain_block_comes_first(tmp_path: Path) -> None:
    probability = np.full((HEIGHT, WIDTH), 0.02)
    probability[200:300, 100:200] = 0.5
    probability[600:700, 200:300] = 0.2
    result = run(tmp_path, strip(probability), count=2)
    assert (result.blocks, result.candidates) == (2, 21)
    assert result.uncertainty == pytest.approx(1, abs=0.01)
    blocks, fields = read(result.out)
    left, _, _, top = GRID.bounds
    first = shapely.box(left + 100, top - 300, left + 200, top - 200)
    second = shapely.box(left + 200, top - 700, left + 300, top - 600)
    assert shapely.equals(blocks, [first, second]).all()
    assert list(fields["rank"]) == [1, 2]
    assert fields["uncertainty"] == pytest.approx([1, 0.73], abs=0.02)


def test_blocks_are_squares_in_metres_within_the_scene(tmp_path: Path) -> None:
    result = run(tmp_path, town(), count=1000, block_m=64)
    blocks, fields = read(result.out)
    assert len(blocks) == result.blocks == result.candidates
    assert shapely.within(blocks, shapely.box(*GRID.bounds)).all()
    assert (shapely.area(blocks) <= 64**2 + 1e-6).all()
    assert shapely.area(shapely.union_all(blocks)) == pytest.approx(shapely.area(blocks).sum())
    assert (np.diff(fields["uncertainty"]) <= 0).all()


def test_blocks_have_metres_in_degrees_too(tmp_path: Path) -> None:
    grid = Grid(CRS.from_epsg(4326), Affine(2e-5, 0, 10, 0, -1e-5, 60), 200, 200)
    with ProbabilityWriter(tmp_path / "p.tif", grid, "a model", 0.5) as writer:
        list(writer.write_through(iter([strip(np.full((200, 200), 0.4))])))
    job = LabelNextJob(str(tmp_path / "p.tif"), str(tmp_path / "next.gpkg"), block_m=50)
    blocks, _ = read(label_next(job, Reporter()).out)
    _, bottom, _, top = shapely.bounds(blocks[0])
    assert (top - bottom) * 111_400 == pytest.approx(50, abs=1.5)


@pytest.mark.parametrize("values", [{"count": 0}, {"block_m": 0.0}, {"block_m": float("nan")}])
def test_values_without_sense_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=next(iter(values))):
        LabelNextJob("p.tif", "o.gpkg", **values)


def test_scene_without_a_whole_block_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No block of 5000 m has enough valid pixels"):
        run(tmp_path, town(), block_m=5000)
    assert not (tmp_path / "next.gpkg").exists()


def test_cancelled_job_leaves_nothing(tmp_path: Path) -> None:
    kept = write(tmp_path / "kept.tif", town())
    job = LabelNextJob(str(kept), str(tmp_path / "next.gpkg"))
    with pytest.raises(Cancelled):
        label_next(job, Reporter(cancelled=lambda: True))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.tif"]
