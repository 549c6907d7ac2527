"""Interrupted extractions that are resumed, with a stand-in for the network."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.footprints.write import FootprintFile
from core.hatch.errors import Cancelled, InputError, Interrupted
from core.hatch.events import Event, Log
from core.hatch.jobs import Area, ExtractJob, SceneInput
from core.hatch.reporter import Reporter
from core.hatch.resume_folders import strips_folder
from core.inference.tta import TTAEngine
from core.raster.scene import open_scene
from core.tasks.extract import extract
from core.tasks.resume import prediction_key, resumable_strips
from core.timing import Timing
from tests.builders.rasters import WriteRaster

pytestmark = pytest.mark.usefixtures("same_time")
HEIGHT = 500
STARTS = (0, *range(48, HEIGHT, 64))  # of the strips, where rows of tiles of 128 begin


@pytest.fixture
def job(write_raster: WriteRaster, tmp_path: Path) -> ExtractJob:
    """The extraction of a town, with probabilities."""
    rng = np.random.default_rng(0)
    values = rng.normal(-15, 1, (HEIGHT, 340)).astype(np.float32)
    for row in range(10, HEIGHT - 20, 50):
        for col in range(10, 310, 50):
            values[row : row + 12 + row % 40, col : col + 20 + col % 15] = 10
    values[:90, :120] = np.nan
    rgb = rng.integers(1, 255, (3, HEIGHT, 170), dtype=np.uint8)
    scene = SceneInput((write_raster("a.tif", values),), write_raster("rgb.tif", rgb))
    return job_into(tmp_path / "out.gpkg", scene)


def job_into(out: Path, scene: SceneInput) -> ExtractJob:
    probability = str(out.with_name(f"{out.stem}_probability.tif"))
    return ExtractJob(scene, str(out), probability=probability, overwrite=True)


def contents(job: ExtractJob) -> list[bytes]:
    return [Path(path).read_bytes() for path in (job.out, job.probability)]


def break_off(job: ExtractJob, engine: Any, strips: int) -> None:
    """Extract until so many strips are kept, as when the process is about to end."""

    def kept() -> bool:
        folder = strips_folder(Path(job.out))
        return folder.is_dir() and len(list(folder.glob("*.npz"))) >= strips

    with pytest.raises(Interrupted):
        extract(job, engine, Reporter(interrupted=kept))
    assert strips_folder(Path(job.out)).is_dir() and not Path(job.out).exists()


def log_of(job: ExtractJob, engine: Any) -> list[str]:
    """Extract; the lines of the log."""
    lines: list[str] = []

    def note(event: Event) -> None:
        if isinstance(event, Log):
            lines.append(event.message)

    extract(job, engine, Reporter(note))
    return lines


@pytest.mark.slow
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ends=st.lists(st.integers(0, len(STARTS)), max_size=3))
def test_strips_are_the_same_after_any_number_of_ends(
    job: ExtractJob, engine: Any, ends: list[int]
) -> None:
    with open_scene(job.scene, 1.0) as scene:
        arguments = (Path(job.out), scene, engine, Reporter(), Timing())
        with resumable_strips(*arguments) as strips:
            unbroken = list(strips)
        for end in ends:
            with suppress(Interrupted), resumable_strips(*arguments) as strips:
                for _ in range(end):
                    next(strips)
                raise Interrupted
        with resumable_strips(*arguments) as strips:
            continued = list(strips)
    assert [strip.row for strip in unbroken] == list(STARTS) and len(continued) == len(unbroken)
    for expected, strip in zip(unbroken, continued):
        assert strip.row == expected.row
        for name in ("probability", "contact", "valid", "optical_share"):
            np.testing.assert_array_equal(getattr(strip, name), getattr(expected, name))


@pytest.mark.parametrize("breaks", [(1,), (2, 4), (6,)])
def test_extraction_that_was_broken_off_gives_the_same_bytes(
    job: ExtractJob, tmp_path: Path, engine: Any, breaks: tuple[int, ...]
) -> None:
    assert not any("Continues" in line for line in log_of(job, engine))
    unbroken, all_calls = contents(job), len(engine.calls)
    for path in (job.out, job.probability):
        Path(path).unlink()
    for strips in breaks:
        break_off(job, engine, strips)
    engine.calls.clear()
    row = STARTS[breaks[-1]]
    assert f"Continues from row {row} of {HEIGHT}" in log_of(job, engine)
    assert contents(job) == unbroken
    assert 0 < len(engine.calls) < all_calls
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_another_threshold_continues_too(job: ExtractJob, engine: Any) -> None:
    break_off(job, engine, 3)
    other = replace(job, threshold=0.85, min_area_m2=1.0)
    assert f"Continues from row 176 of {HEIGHT}" in log_of(other, engine)


def test_strip_that_was_damaged_is_predicted_again(job: ExtractJob, engine: Any) -> None:
    break_off(job, engine, 4)
    files = sorted(strips_folder(Path(job.out)).iterdir())
    files[2].write_bytes(files[2].read_bytes()[:-100])
    assert f"Continues from row 112 of {HEIGHT}" in log_of(job, engine)
    broken = contents(job)
    log_of(job, engine)
    assert contents(job) == broken


def test_scene_that_has_changed_starts_again(job: ExtractJob, engine: Any) -> None:
    break_off(job, engine, 4)
    os.utime(job.scene.optical, (1, 1))
    assert not any("Continues" in line for line in log_of(job, engine))
    assert not strips_folder(Path(job.out)).is_dir()


def test_running_out_of_memory_keeps_the_strips(
    job: ExtractJob, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    predict = engine.predict

    def limited(*arguments: Any, **options: Any) -> Any:
        if len(engine.calls) > 20:
            raise RuntimeError("CUDA error: out of memory")
        return predict(*arguments, **options)

    monkeypatch.setattr(engine, "predict", limited)
    with pytest.raises(RuntimeError):
        extract(job, engine, Reporter())
    monkeypatch.undo()
    assert any("Continues" in line for line in log_of(job, engine))


@pytest.mark.parametrize("end", [Cancelled, InputError, OSError, KeyboardInterrupt])
def test_any_other_end_leaves_nothing(
    job: ExtractJob, tmp_path: Path, engine: Any, monkeypatch: pytest.MonkeyPatch, end: type
) -> None:
    before = sorted(tmp_path.iterdir())
    added: list[Any] = []

    def add(*_: Any) -> None:
        added.append(1)
        if len(added) == 4:
            assert strips_folder(Path(job.out)).is_dir()
            raise end

    monkeypatch.setattr(FootprintFile, "add", add)
    with pytest.raises(end):
        extract(job, engine, Reporter())
    assert sorted(tmp_path.iterdir()) == before


def test_second_run_at_the_same_time_is_refused_and_leaves_the_strips(
    job: ExtractJob, engine: Any
) -> None:
    refused: list[str] = []

    def start_another() -> bool:
        if strips_folder(Path(job.out)).is_dir() and not refused:
            refused.append("")
            with pytest.raises(InputError, match="Another run is writing") as error:
                extract(job, engine, Reporter())
            refused[0] = str(error.value)
            assert strips_folder(Path(job.out)).is_dir()
        return False

    extract(job, engine, Reporter(cancelled=start_another))
    assert refused and not strips_folder(Path(job.out)).is_dir()


CHANGES: dict[str, Callable[[ExtractJob, Any], tuple[SceneInput, Any]]] = {
    "optical": lambda job, engine: (replace(job.scene, optical=""), engine),
    "order": lambda job, engine: (replace(job.scene, polarisations=("HH",)), engine),
    "radiometry": lambda job, engine: (replace(job.scene, radiometry="power"), engine),
    "crs": lambda job, engine: (
        replace(job.scene, **dict.fromkeys(("sar_crs", "optical_crs"), "EPSG:32632")),
        engine,
    ),
    "area": lambda job, engine: (replace(job.scene, area=AREA), engine),
    "careful": lambda job, engine: (job.scene, TTAEngine(engine)),
    "device": lambda job, engine: (job.scene, changed(engine, name="test on mps, bf16")),
    "tile": lambda job, engine: (job.scene, changed(engine, tile=256)),
    "weights": lambda job, engine: (
        job.scene,
        changed(engine, manifest=replace(engine.manifest, sha256="1")),
    ),
}
AREA = Area("POLYGON((600010 5749990, 600300 5749990, 600300 5749600, 600010 5749990))", "")


def changed(engine: Any, **values: Any) -> Any:
    other = type(engine)()
    for name, value in values.items():
        setattr(other, name, value)
    return other


def key(scene: SceneInput, engine: Any) -> str:
    with open_scene(scene, 1.0) as opened:
        return prediction_key(opened, engine)


@pytest.mark.parametrize("what", CHANGES)
def test_key_changes_with_what_the_probabilities_depend_on(
    job: ExtractJob, engine: Any, what: str
) -> None:
    first = key(job.scene, engine)
    assert first and key(job.scene, type(engine)()) == first
    scene, other = CHANGES[what](job, engine)
    assert key(scene, other) not in ("", first)


def test_scene_that_is_not_on_a_disk_has_no_key(job: ExtractJob, tmp_path: Path, engine: Any):
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(job.scene.sar[0], "a.tif")
    assert key(SceneInput((f"/vsizip/{tmp_path}/a.zip/a.tif",)), engine) == ""
