"""8-bit inference: quantised by the scene, compared with it, and only where that is worth it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.hatch.cache_folder import VARIABLE
from core.hatch.errors import Cancelled, InputError
from core.hatch.events import Event, Log, Progress
from core.hatch.jobs import INT8, ExtractJob, SceneInput
from core.hatch.library import DEFAULT_MODEL
from core.hatch.reporter import Reporter
from core.inference import engine_selection, int8_engine
from core.inference.engine import TorchEngine
from core.inference.engine_selection import load_engine
from core.inference.openvino_engine import OpenVINOEngine
from core.inference.predict import Engine
from core.inference.sampled_tiles import sampled_tiles
from core.inference.scene_engine import scene_engine
from core.raster.scene import open_scene
from core.raster.validity import valid_pixels
from core.simulator import simulate, write_scene
from core.tasks.extract import extract

pytestmark = pytest.mark.slow
SIZE = 700  # pixels of the scene, about 1,000 of the model; several tiles are sampled


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> SceneInput:
    """A simulated town, optical over all of it."""
    folder = tmp_path_factory.mktemp("scene")
    write_scene(simulate(4, SIZE), folder)
    return SceneInput((str(folder / "sar.tif"),), str(folder / "optical.tif"))


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenVINOEngine:
    """The default model, loaded for 8-bit inference, where scenes of any size gain time so."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(int8_engine, "speedup", lambda *_: 2.0)
    monkeypatch.setattr(int8_engine, "LEAST_PIXELS", 0)
    loaded = load_engine(DEFAULT_MODEL, INT8)
    assert isinstance(loaded, OpenVINOEngine) and loaded.int8
    return loaded


def prepared(
    engine: Engine, scene: SceneInput, threshold: float | None = None
) -> tuple[Engine, str]:
    """The engine for a scene, and what the log says of it."""
    events: list[Event] = []
    with open_scene(scene, engine.manifest.pixel_size_m) as opened:
        found = scene_engine(engine, opened, False, threshold, Reporter(events.append))
    return found, "\n".join(event.message for event in events if isinstance(event, Log))


@pytest.mark.parametrize("with_optical", [False, True])
def test_few_pixels_change_and_their_share_is_reported(
    scene: SceneInput, engine: OpenVINOEngine, with_optical: bool
) -> None:
    source = scene if with_optical else SceneInput(scene.sar)
    int8, log = prepared(engine, source)
    assert int8.name.endswith("int8") and not engine.name.endswith("int8")
    assert "8-bit inference changes" in log
    with open_scene(source, engine.manifest.pixel_size_m) as opened:
        calibrating = [sar for sar, _ in sampled_tiles(opened)[::2]]
        sar, optical = opened.read(100, 200, 512, 512)  # of no sampled tile
    assert not any(np.array_equal(sar, one, equal_nan=True) for one in calibrating)
    found, expected = (
        one.predict(sar, optical, hallucinate=optical is None)[int(with_optical)]
        for one in (int8, engine)
    )
    assert found is not None and expected is not None
    assert not np.array_equal(found, expected)
    threshold = engine.manifest.threshold
    changed = (found[0] >= threshold) != (expected[0] >= threshold)
    assert changed[valid_pixels(sar)].mean() < 0.01


def test_the_same_scene_gives_the_same_footprints(
    scene: SceneInput, engine: OpenVINOEngine, tmp_path: Path
) -> None:
    outs = [tmp_path / f"{number}.geojson" for number in range(2)]
    for out in outs:
        done = extract(ExtractJob(scene, str(out), device=INT8), engine, Reporter())
        assert done.engine.endswith("int8") and done.footprints
    first, second = (json.loads(out.read_text())["features"] for out in outs)
    assert first == second


def test_8_bits_are_not_used_where_many_pixels_would_change(
    scene: SceneInput, engine: OpenVINOEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(int8_engine, "MOST_CHANGED", -1.0)
    found, log = prepared(engine, scene)
    assert found is engine and "not used: it would change" in log


def test_the_threshold_of_the_job_counts(
    scene: SceneInput, engine: OpenVINOEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    thresholds: list[float] = []
    monkeypatch.setattr(int8_engine, "_changed", lambda *values: thresholds.append(values[3]) or 0)
    prepared(engine, SceneInput(scene.sar), 0.7)
    prepared(engine, SceneInput(scene.sar))
    assert thresholds == [0.7, engine.manifest.threshold]


def test_small_scenes_and_slow_machines_do_without(
    scene: SceneInput, engine: OpenVINOEngine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(int8_engine, "LEAST_PIXELS", 10**9)
    found, log = prepared(engine, scene)
    assert found is engine and "the scene is too small" in log
    monkeypatch.setattr(int8_engine, "LEAST_PIXELS", 0)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "other"))
    monkeypatch.setattr(int8_engine, "speedup", lambda *_: 0.9)
    found, log = prepared(engine, scene)
    assert found is engine and "no faster on this machine" in log


def test_the_speed_is_measured_once(
    scene: SceneInput, engine: OpenVINOEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(int8_engine, "speedup", engine_selection.speedup)
    prepared(engine, SceneInput(scene.sar))
    kept = json.loads((tmp_path / "cache" / "speedups.json").read_text())
    assert [key.split(", ")[2] for key in kept] == ["int8"]
    monkeypatch.setattr(int8_engine, "speedup", lambda *_: pytest.fail("measured again"))
    prepared(engine, SceneInput(scene.sar))


def test_a_failure_of_openvino_is_logged_and_the_scene_predicted(
    scene: SceneInput,
    engine: OpenVINOEngine,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Exception from plugin.cpp")

    monkeypatch.setattr(int8_engine, "_changed", broken)
    found, log = prepared(engine, SceneInput(scene.sar))
    assert found is engine and log == "8-bit inference does not work on this machine"
    assert "8-bit inference failed" in caplog.text


def test_quantising_can_be_cancelled(scene: SceneInput, engine: OpenVINOEngine) -> None:
    steps: list[str] = []

    def note(event: Event) -> None:
        steps.extend([event.message] if isinstance(event, Progress) else [])

    with open_scene(scene, engine.manifest.pixel_size_m) as opened, pytest.raises(Cancelled):
        scene_engine(engine, opened, False, None, Reporter(note, cancelled=lambda: bool(steps)))
    assert steps == ["Quantising"]


def test_missing_openvino_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_selection, "openvino_version", lambda: "")
    with pytest.raises(InputError, match="needs OpenVINO, which is not installed"):
        load_engine(DEFAULT_MODEL, INT8)


def test_where_openvino_cannot_be_loaded_pytorch_predicts(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_folder: Path) -> None:
        raise ImportError("DLL load failed")

    monkeypatch.setattr(engine_selection, "OpenVINOEngine", broken)
    assert type(load_engine(DEFAULT_MODEL, INT8)) is TorchEngine
