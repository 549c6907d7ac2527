"""Integers of 8 bits: quantised by the scene, compared with it, and only where that is worth it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.hatch.cache_folder import VARIABLE
from core.hatch.errors import InputError
from core.hatch.events import Event, Log
from core.hatch.jobs import INT8, ExtractJob, SceneInput
from core.hatch.library import DEFAULT_MODEL
from core.hatch.reporter import Reporter
from core.inference import engine_selection, int8_engine
from core.inference.engine_selection import load_engine
from core.inference.openvino_engine import OpenVINOEngine
from core.inference.scene_engine import scene_engine
from core.raster.scene import open_scene
from core.simulator import simulate, write_scene
from core.tasks.extract import extract

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> SceneInput:
    """A simulated town of 256 px, optical over all of it."""
    folder = tmp_path_factory.mktemp("scene")
    write_scene(simulate(3, 256), folder)
    return SceneInput((str(folder / "sar.tif"),), str(folder / "optical.tif"))


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenVINOEngine:
    """The default model, loaded for 8 bits on a processor that is faster so."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(engine_selection, "_speedup", lambda *_: 2.0)
    loaded = load_engine(DEFAULT_MODEL, INT8)
    assert isinstance(loaded, OpenVINOEngine)
    return loaded


def notes(events: list[Event]) -> str:
    return "\n".join(event.message for event in events if isinstance(event, Log))


@pytest.mark.parametrize("with_optical", [False, True])
def test_few_pixels_change_and_their_share_is_told(
    scene: SceneInput, engine: OpenVINOEngine, with_optical: bool
) -> None:
    events: list[Event] = []
    source = scene if with_optical else SceneInput(scene.sar)
    with open_scene(source, engine.manifest.pixel_size_m) as opened:
        int8 = scene_engine(engine, opened, False, Reporter(events.append))
        sar, optical = opened.read(0, 0, 256, 256)
    assert int8.name.endswith("int8") and not engine.name.endswith("int8")
    assert "Integers of 8 bits change" in notes(events)
    found, expected = (
        one.predict(sar, optical, hallucinate=optical is None)[int(with_optical)]
        for one in (int8, engine)
    )
    assert found is not None and expected is not None
    assert not np.array_equal(found, expected)
    threshold = engine.manifest.threshold
    assert np.mean((found[0] >= threshold) != (expected[0] >= threshold)) < 0.01


def test_the_same_scene_gives_the_same_footprints(
    scene: SceneInput, engine: OpenVINOEngine, tmp_path: Path
) -> None:
    outs = [tmp_path / f"{number}.geojson" for number in range(2)]
    for out in outs:
        done = extract(ExtractJob(scene, str(out), device=INT8), engine, Reporter())
        assert done.engine.endswith("int8") and done.footprints
    first, second = (json.loads(out.read_text())["features"] for out in outs)
    assert first == second


def test_where_many_pixels_would_change_none_does(
    scene: SceneInput, engine: OpenVINOEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(int8_engine, "MOST_CHANGED", -1.0)
    events: list[Event] = []
    with open_scene(scene, engine.manifest.pixel_size_m) as opened:
        assert scene_engine(engine, opened, False, Reporter(events.append)) is engine
    assert "Integers of 8 bits are not used" in notes(events)


def test_a_processor_that_is_not_faster_so_does_without(
    scene: SceneInput, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(engine_selection, "_speedup", lambda *_: 0.9)
    loaded = load_engine(DEFAULT_MODEL, INT8)
    assert loaded.reason == "faster than integers of 8 bits on this machine"
    with open_scene(scene, loaded.manifest.pixel_size_m) as opened:
        assert scene_engine(loaded, opened, False, Reporter()) is loaded


def test_the_speed_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    load_engine(DEFAULT_MODEL, INT8)
    (speedup,) = json.loads((tmp_path / "cache" / "speedups.json").read_text()).values()
    assert speedup > 0


def test_without_openvino_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_selection, "openvino_version", lambda: "")
    with pytest.raises(InputError, match="need OpenVINO, which is not installed"):
        load_engine(DEFAULT_MODEL, INT8)
