"""Footprints of single parts, and when the join may take them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.crs import CRS

from core.footprints import vectorise
from core.footprints.vectorise import Footprints, Vectoriser
from core.hatch.errors import Cancelled, InputError
from core.hatch.jobs import ExtractJob, JoinJob, OutlinePartJob, PartJob, SceneInput
from core.hatch.names import part_footprints_of
from core.hatch.reporter import Reporter
from core.raster.blend import Strip
from core.raster.grid import Grid
from core.tasks import footprints_of_parts, outline_part
from core.tasks.extract import extract
from core.tasks.join import join
from core.tasks.part import part
from core.timing import Timing
from tests.builders.rasters import WriteRaster
from tests.conftest import NORTH_UP, UTM

pytestmark = pytest.mark.usefixtures("same_time")
HEIGHT, WIDTH = 700, 150


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Buildings are straightened more often than in large scenes."""
    monkeypatch.setattr(vectorise, "_BATCH_ROWS", 100)


def town(seed: int = 0, tallest: int = 30) -> np.ndarray:
    """Bool [HEIGHT, WIDTH]: buildings, many of which touch."""
    rng = np.random.default_rng(seed)
    mask = np.zeros((HEIGHT, WIDTH), bool)
    for row, col in zip(rng.integers(0, HEIGHT, 90), rng.integers(0, WIDTH - 12, 90)):
        height, width = rng.integers(4, tallest), rng.integers(4, 12)
        mask[row : row + height, col : col + width] = True
    return mask


def strips_of(mask: np.ndarray, seed: int = 0) -> list[Strip]:
    """Strips of 64 rows with contacts between the buildings."""
    rng = np.random.default_rng(seed)
    probability = (mask * rng.uniform(0.7, 1.0, mask.shape)).astype(np.float32)
    contact = (mask * (rng.random(mask.shape) < 0.05)).astype(np.float32)
    return [
        Strip(
            row,
            *(a[row : row + 64] for a in (probability, contact, np.ones_like(mask), probability)),
        )
        for row in range(0, HEIGHT, 64)
    ]


def vectoriser(row: int = 0) -> Vectoriser:
    return Vectoriser(
        Grid(CRS.from_string(UTM), NORTH_UP, WIDTH, HEIGHT), 0.5, 10.0, None, Timing(), row
    )


def same(first: Footprints, second: Footprints) -> bool:
    return all(
        np.array_equal(getattr(first, name), getattr(second, name))
        for name in ("confidence", "optical_share", "area_m2", "regularised")
    ) and [p.wkb for p in first.polygons] == [p.wkb for p in second.polygons]


@pytest.mark.slow
@settings(max_examples=15)
@given(seed=st.integers(0, 999), first=st.integers(0, 8), warm=st.integers(1, 8))
def test_from_the_same_state_on_all_footprints_are_the_same(
    seed: int, first: int, warm: int
) -> None:
    strips = strips_of(town(seed), seed)
    warm = min(warm, len(strips) - first - 1)
    whole, late = vectoriser(), vectoriser(strips[first].row)
    for strip in strips[: first + warm]:
        whole.add(strip)
    for strip in strips[first : first + warm]:
        late.add(strip)
    if warm >= 5:  # 320 rows, over which hardly any chain of buildings extends
        assert late.state() == whole.state()
    if late.state() != whole.state():
        return
    for strip in strips[first + warm :]:
        assert same(whole.add(strip), late.add(strip))
        assert late.state() == whole.state()
    assert same(whole.finish(), late.finish())


def test_building_that_began_before_gives_another_state() -> None:
    mask = town()
    mask[10:690, 70:80] = True
    strips = strips_of(mask)
    whole, late = vectoriser(), vectoriser(strips[1].row)
    for strip in strips[:9]:
        whole.add(strip)
    for strip in strips[1:9]:
        late.add(strip)
    assert whole.state() != late.state()


@pytest.fixture
def scene(write_raster: WriteRaster) -> SceneInput:
    rng = np.random.default_rng(0)
    values = rng.normal(-15, 1, (HEIGHT, WIDTH)).astype(np.float32)
    values[town(tallest=20) & (rng.random(values.shape) > 0.05)] = 10
    return SceneInput((write_raster("a.tif", values),))


@pytest.fixture
def parts(scene: SceneInput, tmp_path: Path, engine: Any) -> list[str]:
    """All parts, and the footprints of the undivided extraction."""
    engine.brightness = 1.0
    extract(ExtractJob(scene, str(tmp_path / "whole.gpkg"), min_area_m2=8.0), engine, Reporter())
    paths = [str(tmp_path / f"{number}.part") for number in range(1, 5)]
    for number, path in enumerate(paths, start=1):
        part(PartJob(scene, path, number, 4, min_area_m2=8.0), engine, Reporter())
    return paths


def outline_all(parts: list[str]) -> int:
    """Outline all parts; the number of footprints."""
    count = 0
    for path, before in zip(parts, ["", *parts]):
        result = outline_part.outline_part(OutlinePartJob(path, before), Reporter())
        assert result.out == part_footprints_of(path) and Path(result.out).is_file()
        count += result.footprints
    return count


def joined_is_whole(parts: list[str], **changes: Any) -> int:
    folder = Path(parts[0]).parent
    job = JoinJob(tuple(parts), str(folder / "joined.gpkg"), overwrite=True, **changes)
    count = join(job, Reporter()).footprints
    assert (folder / "joined.gpkg").read_bytes() == (folder / "whole.gpkg").read_bytes()
    return count


class Computed:
    """Which parts a join computed itself."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.numbers: list[int] = []
        completed_by = footprints_of_parts.completed_by

        def note(one: Any, *arguments: Any) -> Any:
            self.numbers.append(one.header.part)
            return completed_by(one, *arguments)

        monkeypatch.setattr(footprints_of_parts, "completed_by", note)


def test_join_copies_what_was_outlined(parts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    computed = Computed(monkeypatch)
    assert outline_all(parts) == joined_is_whole(parts) > 10
    assert computed.numbers == []


@pytest.mark.slow
@pytest.mark.parametrize("missing", [(1,), (2,), (4,), (2, 3), (1, 3), (1, 2, 3, 4)])
def test_join_computes_what_is_missing(
    parts: list[str], monkeypatch: pytest.MonkeyPatch, missing: tuple[int, ...]
) -> None:
    outline_all(parts)
    for number in missing:
        Path(part_footprints_of(parts[number - 1])).unlink()
    computed = Computed(monkeypatch)
    joined_is_whole(parts)
    assert computed.numbers == list(missing)


def test_what_began_in_another_state_is_computed_again(
    parts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    outline_all(parts)
    alone = outline_part.outline_part(OutlinePartJob(parts[2], overwrite=True), Reporter())
    assert alone.footprints > 0
    computed = Computed(monkeypatch)
    joined_is_whole(parts)
    assert computed.numbers == [3]


def test_building_over_several_parts_is_joined_by_computing_them(
    scene: SceneInput, tmp_path: Path, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with rasterio.open(scene.sar[0], "r+") as file:
        values = file.read()
        values[0, 5:690, 70:80] = 10
        file.write(values)
    monkeypatch.setattr(outline_part, "WARM_UP", 100)
    engine.brightness = 1.0
    extract(ExtractJob(scene, str(tmp_path / "whole.gpkg")), engine, Reporter())
    paths = [str(tmp_path / f"{number}.part") for number in range(1, 5)]
    for number, path in enumerate(paths, start=1):
        part(PartJob(scene, path, number, 4), engine, Reporter())
    outline_all(paths)
    computed = Computed(monkeypatch)
    joined_is_whole(paths)
    assert computed.numbers == [2, 3, 4]


def test_other_settings_do_not_take_what_was_outlined(
    parts: list[str], scene: SceneInput, tmp_path: Path, engine: Any
) -> None:
    outline_all(parts)
    (tmp_path / "whole.gpkg").unlink()
    extract(ExtractJob(scene, str(tmp_path / "whole.gpkg"), min_area_m2=60.0), engine, Reporter())
    joined_is_whole(parts, min_area_m2=60.0)


def test_wrong_part_before_is_refused(parts: list[str], scene: SceneInput, engine: Any) -> None:
    with pytest.raises(InputError, match=r"not the one before number 4 \(number 2\); .*2\.part"):
        outline_part.outline_part(OutlinePartJob(parts[3], parts[1]), Reporter())
    part(PartJob(scene, parts[1], 2, 4, threshold=0.8, overwrite=True), engine, Reporter())
    with pytest.raises(InputError, match=r"\(other settings\)"):
        outline_part.outline_part(OutlinePartJob(parts[2], parts[1]), Reporter())


def test_damaged_and_foreign_files_of_footprints(parts: list[str], tmp_path: Path) -> None:
    outline_all(parts)
    shutil.copy(part_footprints_of(parts[1]), part_footprints_of(parts[2]))
    joined_is_whole(parts)  # as if there were none
    file = Path(part_footprints_of(parts[1]))
    file.write_bytes(file.read_bytes()[:-300])
    with pytest.raises(InputError, match=rf"damaged or of another version.*{file}"):
        joined_is_whole(parts)
    assert not list(tmp_path.glob(".*"))


def test_cancelled_leaves_nothing(parts: list[str], tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        outline_part.outline_part(OutlinePartJob(parts[0]), Reporter(cancelled=lambda: True))
    assert sorted(tmp_path.iterdir()) == before
