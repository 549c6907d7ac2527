"""Parts of a scene and what they are joined to, with a stand-in for the network."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.hatch.errors import Cancelled, InputError, Interrupted
from core.hatch.events import Event, Log
from core.hatch.jobs import Area, ExtractJob, JoinJob, PartJob, SceneInput
from core.hatch.reporter import Reporter
from core.hatch.results import JoinResult
from core.hatch.resume_folders import strips_folder
from core.tasks.extract import extract
from core.tasks.join import join
from core.tasks.part import part
from tests.builders.rasters import WriteRaster

pytestmark = pytest.mark.usefixtures("same_time")
HEIGHT = 500  # pixels, of 9 strips
TRIANGLE = Area("POLYGON((600010 5749990, 600300 5749990, 600300 5749600, 600010 5749990))", "")

several = settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def scene(write_raster: WriteRaster) -> SceneInput:
    """A town whose buildings lie on the borders of all strips, with optical on its left half."""
    rng = np.random.default_rng(0)
    values = rng.normal(-15, 1, (HEIGHT, 340)).astype(np.float32)
    for row in range(10, HEIGHT - 20, 50):
        for col in range(10, 310, 75):
            values[row : row + 12 + row % 40, col : col + 20 + col % 15] = 10
    values[20:480, 333:338] = 10
    values[:90, :120] = np.nan
    rgb = rng.integers(1, 255, (3, HEIGHT, 170), dtype=np.uint8)
    return SceneInput((write_raster("a.tif", values),), write_raster("rgb.tif", rgb))


class Graded:
    """An engine whose probabilities and contacts have many values, also below the threshold."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self.manifest, self.name = engine.manifest, engine.name
        self.tile, self.streams = engine.tile, engine.streams

    def predict(self, sar: np.ndarray, *arguments: Any, **options: Any) -> Any:
        heads = self._engine.predict(sar, *arguments, **options)
        shade = 1 / (1 + np.exp(-np.nan_to_num(sar.max(axis=0), nan=0.0)))
        contact = (np.indices(shade.shape).sum(axis=0) % 23 == 0) * np.float32(0.6)
        return tuple(
            None if head is None else np.stack([np.maximum(head[0], 0.45 * shade), contact])
            for head in heads
        )


@pytest.fixture
def graded(engine: Any) -> Graded:
    engine.brightness = 1.5
    return Graded(engine)


def whole(folder: Path, scene: SceneInput, engine: Any, **changes: Any) -> list[bytes]:
    """The outputs of the undivided extraction."""
    out, probability = folder / "whole.gpkg", folder / "whole.tif"
    job = ExtractJob(scene, str(out), probability=str(probability), overwrite=True, **changes)
    extract(job, engine, Reporter())
    return [out.read_bytes(), probability.read_bytes()]


def compute(folder: Path, scene: SceneInput, engine: Any, count: int, **changes: Any) -> list[str]:
    """The parts of a scene."""
    paths = [str(folder / f"{number}-of-{count}.part") for number in range(1, count + 1)]
    for number, path in enumerate(paths, start=1):
        part(PartJob(scene, path, number, count, **changes), engine, Reporter())
    return paths


def joined(folder: Path, parts: list[str], **changes: Any) -> JoinResult:
    return join(JoinJob(tuple(parts), str(folder / "joined.gpkg"), **changes), Reporter())


@pytest.mark.slow
@several
@given(count=st.integers(1, 14), all_pixels=st.booleans(), area=st.booleans(), seed=st.randoms())
def test_joined_parts_are_the_undivided_extraction(
    scene: SceneInput,
    tmp_path: Path,
    graded: Any,
    count: int,
    all_pixels: bool,
    area: bool,
    seed: Any,
) -> None:
    source = replace(scene, area=TRIANGLE) if area else scene
    expected = whole(tmp_path, source, graded, threshold=0.6, min_area_m2=8.0)
    changes = {"threshold": 0.6, "min_area_m2": 8.0, "all_pixels": all_pixels}
    parts = compute(tmp_path, source, graded, count, **changes)
    seed.shuffle(parts)
    probability = str(tmp_path / "joined.tif") if all_pixels else ""
    result = joined(tmp_path, parts, probability=probability)
    assert result.footprints > 5 and result.parts == count and result.threshold == 0.6
    assert (tmp_path / "joined.gpkg").read_bytes() == expected[0]
    if all_pixels:
        assert Path(probability).read_bytes() == expected[1]


def test_parts_of_all_pixels_are_joined_at_a_lower_threshold(
    scene: SceneInput, tmp_path: Path, graded: Any
) -> None:
    expected = whole(tmp_path, scene, graded, threshold=0.3, min_area_m2=2.0)
    parts = compute(tmp_path, scene, graded, 3, all_pixels=True)
    joined(tmp_path, parts, threshold=0.3, min_area_m2=2.0)
    assert (tmp_path / "joined.gpkg").read_bytes() == expected[0]


def test_parts_of_building_are_small_and_joined_at_a_higher_threshold(
    scene: SceneInput, tmp_path: Path, graded: Any
) -> None:
    expected = whole(tmp_path, scene, graded, threshold=0.85)
    parts = compute(tmp_path, scene, graded, 2)
    joined(tmp_path, parts, threshold=0.85)
    assert (tmp_path / "joined.gpkg").read_bytes() == expected[0]
    sizes = [Path(path).stat().st_size for path in parts]
    compute(tmp_path, scene, graded, 2, all_pixels=True)
    assert 3 * sum(sizes) < sum(Path(path).stat().st_size for path in parts)


@pytest.mark.parametrize("changes", [{"threshold": 0.2}, {"probability": "p.tif"}])
def test_what_needs_pixels_that_the_parts_lack_is_refused(
    scene: SceneInput, tmp_path: Path, engine: Any, changes: dict[str, Any]
) -> None:
    parts = compute(tmp_path, scene, engine, 2)
    before = sorted(tmp_path.iterdir())
    if "probability" in changes:
        changes = {"probability": str(tmp_path / "p.tif")}
    with pytest.raises(
        InputError, match=r"only pixels with a probability of at least 0.5, .* --all-pixels"
    ):
        joined(tmp_path, parts, **changes)
    assert sorted(tmp_path.iterdir()) == before


def test_missing_and_doubled_parts_are_named(
    scene: SceneInput, tmp_path: Path, engine: Any
) -> None:
    parts = compute(tmp_path, scene, engine, 8)
    with pytest.raises(InputError, match=r"2 of 8 parts are missing \(2, 7\)"):
        joined(tmp_path, [*parts[:1], *parts[2:6], parts[7]])
    with pytest.raises(InputError, match=r"7 of 8 .*2, 3, 4, 5, 6, …"):
        joined(tmp_path, parts[:1])
    again = shutil.copy(parts[3], tmp_path / "again.part")
    with pytest.raises(InputError, match=r"Part 4 is given twice.*4-of-8\.part, .*again\.part"):
        joined(tmp_path, [*parts, str(again)])


CHANGES: dict[str, tuple[str, Callable[[SceneInput, Any], tuple[SceneInput, Any, dict[str, Any]]]]]
CHANGES = {
    "optical": ("another scene", lambda scene, e: (replace(scene, optical=""), e, {})),
    "radiometry": ("another scene", lambda scene, e: (replace(scene, radiometry="power"), e, {})),
    "area": ("another", lambda scene, e: (replace(scene, area=TRIANGLE), e, {})),
    "weights": (
        "another model",
        lambda scene, e: (scene, changed(e, manifest=replace(e.manifest, sha256="1")), {}),
    ),
    "tile": ("another model", lambda scene, e: (scene, changed(e, tile=160), {})),
    "careful": ("another model", lambda scene, e: (scene, e, {"careful": True})),
    "threshold": ("other settings", lambda scene, e: (scene, e, {"threshold": 0.7})),
    "smallest area": ("other settings", lambda scene, e: (scene, e, {"min_area_m2": 1.0})),
    "pixels": ("other settings", lambda scene, e: (scene, e, {"all_pixels": True})),
    "count": ("another number of parts", lambda scene, e: (scene, e, {"parts": 3})),
}


def changed(engine: Any, **values: Any) -> Any:
    other = type(engine)()
    for name, value in values.items():
        setattr(other, name, value)
    return other


@pytest.mark.slow
@pytest.mark.parametrize("what", CHANGES)
def test_foreign_part_is_refused_by_name(
    scene: SceneInput, tmp_path: Path, engine: Any, what: str
) -> None:
    words, change = CHANGES[what]
    parts = compute(tmp_path, scene, engine, 2)
    source, other, values = change(scene, engine)
    foreign = tmp_path / "foreign.part"
    job = replace(PartJob(source, str(foreign), 2, 2), **values)
    part(job, other, Reporter())
    with pytest.raises(
        InputError, match=rf"The part does not fit .*1-of-2\.part \({words}.*\); .*foreign"
    ):
        joined(tmp_path, [parts[0], str(foreign)])


def test_scene_that_has_changed_gives_foreign_parts_and_a_copy_of_it_does_not(
    scene: SceneInput, tmp_path: Path, engine: Any
) -> None:
    expected = whole(tmp_path, scene, engine)
    first, second = (str(tmp_path / name) for name in ("1.part", "2.part"))
    part(PartJob(scene, first, 1, 2), engine, Reporter())
    (tmp_path / "node").mkdir()
    copies = [shutil.copy2(path, tmp_path / "node") for path in (scene.sar[0], scene.optical)]
    part(PartJob(SceneInput((copies[0],), copies[1]), second, 2, 2), engine, Reporter())
    joined(tmp_path, [first, second])
    assert (tmp_path / "joined.gpkg").read_bytes() == expected[0]
    os.utime(scene.optical, (1, 1))
    part(PartJob(scene, second, 2, 2, overwrite=True), engine, Reporter())
    with pytest.raises(InputError, match="another scene"):
        joined(tmp_path, [first, second], overwrite=True)


def test_parts_of_different_machines_are_joined_with_a_warning(
    scene: SceneInput, tmp_path: Path, engine: Any
) -> None:
    parts = compute(tmp_path, scene, engine, 2)
    part(PartJob(scene, parts[1], 2, 2), changed(engine, name="test on mps"), Reporter())
    events: list[Event] = []
    join(JoinJob(tuple(parts), str(tmp_path / "joined.gpkg")), Reporter(events.append))
    warnings = [event for event in events if isinstance(event, Log) and event.level == "warning"]
    assert len(warnings) == 1 and "different devices" in warnings[0].message


def test_raster_that_may_change_unnoticed_is_refused(
    scene: SceneInput, tmp_path: Path, engine: Any
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(scene.sar[0], "a.tif")
    packed = SceneInput((f"/vsizip/{tmp_path}/a.zip/a.tif",))
    with pytest.raises(InputError, match=r"not a file on a disk.*a\.zip"):
        part(PartJob(packed, str(tmp_path / "1.part"), 1, 2), engine, Reporter())


@pytest.mark.parametrize("all_pixels", [False, True])
def test_part_that_was_broken_off_continues(
    scene: SceneInput, tmp_path: Path, graded: Any, all_pixels: bool
) -> None:
    job = PartJob(scene, str(tmp_path / "2.part"), 2, 2, all_pixels=all_pixels)
    part(job, graded, Reporter())
    unbroken = Path(job.out).read_bytes()
    Path(job.out).unlink()
    reports = iter(range(1000))

    def soon() -> bool:
        return strips_folder(Path(job.out)).is_dir() and next(reports) > 5

    with pytest.raises(Interrupted):
        part(job, graded, Reporter(interrupted=soon))
    assert not Path(job.out).exists() and strips_folder(Path(job.out)).is_dir()
    events: list[Event] = []
    part(job, graded, Reporter(events.append))
    logged = [event.message for event in events if isinstance(event, Log)]
    assert any(line.startswith("Continues from row") for line in logged)
    assert Path(job.out).read_bytes() == unbroken and not strips_folder(Path(job.out)).is_dir()


def test_cancelled_part_leaves_nothing(scene: SceneInput, tmp_path: Path, engine: Any) -> None:
    before = sorted(tmp_path.iterdir())
    out = tmp_path / "1.part"
    with pytest.raises(Cancelled):
        job = PartJob(scene, str(out), 1, 2)
        part(job, engine, Reporter(cancelled=lambda: strips_folder(out).is_dir()))
    assert sorted(tmp_path.iterdir()) == before
