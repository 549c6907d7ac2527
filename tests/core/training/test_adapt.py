"""A model adapts to a scene from its own confident answers."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

import numpy as np
import pytest
import torch

from core.hatch.errors import Cancelled, InputError
from core.hatch.events import Progress
from core.hatch.jobs import EvaluateJob, SceneInput
from core.hatch.library import DEFAULT_MODEL
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.raster.grid import Grid
from core.raster.scene import open_scene
from core.runner import Runner
from core.simulator import simulate, write_scene
from core.training import adapt
from core.training.adapt import adapt_to_scene, pseudo_label

Heads = tuple[Optional[np.ndarray], Optional[np.ndarray]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scene")
    write_scene(simulate(3, 160, pixel_size_m=0.8, style="suburb"), path)
    return path


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapt, "STEPS", 2)
    monkeypatch.setattr(adapt, "CROP", 64)


class Halves:
    """An engine that is certain of building in the left half, of none in the right one; what it
    says with optical is the other way round."""

    manifest = TorchEngine(DEFAULT_MODEL).manifest
    name = "halves"
    tile = 512

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> Heads:
        assert hallucinate
        half = np.full((2, *sar.shape[1:]), 0.01, np.float32)
        half[:, :, :20] = 0.99
        half[:, 15] = self.manifest.threshold  # a row that it is not certain of
        return half, None if optical is None else 1 - half


class Meadow:
    """A large scene; optical is in its upper part, the area in its left part."""

    grid = Grid(None, None, 4000, 3000)  # type: ignore[arg-type]

    def __init__(self, optical_rows: int) -> None:
        self._optical_rows = optical_rows

    def read(
        self, row: int, _col: int, height: int, width: int
    ) -> tuple[np.ndarray, np.ndarray | None]:
        sar = np.zeros((4, height, width), np.float32)
        optical = np.zeros((5, height, width), np.float32)
        optical[:, max(self._optical_rows - row, 0) :] = np.nan
        return sar, optical

    def inside(self, _row: int, col: int, height: int, width: int) -> np.ndarray:
        return np.broadcast_to(np.arange(col, col + width) < 2500, (height, width))


def test_confident_pixels_are_labelled() -> None:
    sar = np.zeros((4, 30, 40), np.float32)
    sar[:, 20:] = np.nan
    optical = np.full((5, 30, 40), np.nan, np.float32)
    optical[:, :10] = 0.0
    scene = pseudo_label(Halves(), "a", sar, optical)
    assert not scene.building[:10, :20].any() and scene.building[:10, 20:].all()
    assert scene.building[16:, :20].all() and not scene.building[16:, 20:].any()
    assert (
        scene.labelled[:15].all() and not scene.labelled[15].any() and not scene.labelled[20:].any()
    )


def test_windows_with_sar_and_optical_come_from_all_over_the_scene() -> None:
    reporter = Reporter()
    windows = list(adapt._windows(Meadow(1000), Halves(), reporter))
    places = np.array([[int(at) for at in window.name.split(", ")] for window in windows])
    assert len(windows) == 3 * 7 and len(np.unique(places, axis=0)) == len(windows)
    assert places.min(axis=0).tolist() == [0, 0] and places.max(axis=0).tolist() == [768, 2304]
    for window, (_, col) in zip(windows, places):
        assert window.sar.shape == (4, adapt.SIDE, adapt.SIDE)
        assert not np.isfinite(window.sar[:, :, max(2500 - col, 0) :]).any()


def test_adapting_without_optical_is_an_error(folder: Path) -> None:
    engine = TorchEngine(DEFAULT_MODEL)
    with pytest.raises(InputError, match="there is no optical"):
        adapt_to_scene(engine, Meadow(0), Reporter())
    with (
        open_scene(SceneInput((str(folder / "sar.tif"),))) as scene,
        pytest.raises(InputError, match="there is no optical"),
    ):
        adapt_to_scene(engine, scene, Reporter())


def test_the_same_scene_gives_the_same_weights_and_the_engine_stays(folder: Path) -> None:
    engine = TorchEngine(DEFAULT_MODEL)
    before = [weight.clone() for weight in engine._network.parameters()]
    files = SceneInput((str(folder / "sar.tif"),), str(folder / "optical.tif"))
    with open_scene(files, engine.manifest.pixel_size_m) as scene:
        first, second = (adapt_to_scene(engine, scene, Reporter()) for _ in range(2))
    assert first.name == f"{engine.name}, adapted to the scene"
    for was, now in zip(before, engine._network.parameters()):
        assert torch.equal(was, now)
    pairs = list(zip(first._network.parameters(), second._network.parameters()))
    assert all(torch.equal(one, other) for one, other in pairs)
    assert any(not torch.equal(was, now) for was, (now, _) in zip(before, pairs))


def test_a_job_adapts_for_itself_alone(folder: Path) -> None:
    runner = Runner()
    names = (folder / "sar.tif", folder / "buildings.geojson", folder / "optical.tif")
    sar, labels, optical = map(str, names)
    plain = EvaluateJob(SceneInput((sar,), optical), labels)
    once, adapting, again = (
        runner.run(job, Reporter())
        for job in (plain, EvaluateJob(SceneInput((sar,), optical), labels, adapt=True), plain)
    )
    assert once == again
    assert adapting.engine == f"{once.engine}, adapted to the scene"
    assert adapting.ece != once.ece


def test_cancel_ends_adapting(folder: Path) -> None:
    events = []
    reporter = Reporter(events.append, cancelled=lambda: len(events) > 1)
    engine = TorchEngine(DEFAULT_MODEL)
    files = SceneInput((str(folder / "sar.tif"),), str(folder / "optical.tif"))
    with open_scene(files, 0.8) as scene, pytest.raises(Cancelled):
        adapt_to_scene(engine, scene, reporter)
    assert all(isinstance(event, Progress) for event in events)
    assert events[-1].message == "Adapting to the scene"
