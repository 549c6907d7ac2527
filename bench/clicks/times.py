"""How long a click on a building takes: a real worker, clicks on a simulated scene."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

import numpy as np
import rasterio
import torch

from bench.area_clicks import Client
from core.hatch.jobs import BuildingJob, SceneInput
from core.inference.engine import TorchEngine
from core.simulator import simulate, write_scene

STEP = 256  # pixels between the middles of tiles
PIXEL_M = 0.8
BESIDE = 15.0  # metres from the first click to the second


def print_times(model: Path, size: int, clicks: int) -> None:
    """Medians of first clicks on new tiles, and of second ones on the same tiles.

    In seconds from the job's line to its result, and in seconds that the worker's threads
    computed, which other programs on the machine hardly change.
    """
    engine = TorchEngine(model)
    with tempfile.TemporaryDirectory() as name:
        write_scene(simulate(1, size, pixel_size_m=PIXEL_M), name)
        for title, image in (("SAR alone", ""), ("with optical", str(Path(name) / "optical.tif"))):
            scene = SceneInput((str(Path(name) / "sar.tif"),), image)
            tile, tile_computed = _tile_seconds(engine, bool(image))
            print(f"{title}: a tile of the network {tile:.3f} s, computed {tile_computed:.3f} s")
            rows = _clicks(scene, model, clicks)
            for number, which in enumerate(("first", "second")):
                # Without the click that loads the model and measures the layer.
                seconds, computed = np.median(rows[1:, number], axis=0)
                ratio = computed / tile_computed
                print(f"  {which} click {seconds:.3f} s, computed {computed:.3f} s: {ratio:.2f} x")


def _clicks(scene: SceneInput, model: Path, count: int) -> np.ndarray:
    """Wall-clock and computed seconds [count, 2, 2] of two clicks on each of some new tiles."""
    with rasterio.open(scene.sar[0]) as file:
        left, top = file.bounds.left, file.bounds.top
        across = int(file.width // STEP - 1)
    client = Client()
    rows = np.zeros((count, 2, 2))
    for number in range(count):
        row, col = divmod(number, across)
        x, y = left + (col + 1) * STEP * PIXEL_M, top - (row + 1) * STEP * PIXEL_M
        for which in (0, 1):
            point = x + which * BESIDE, y
            started, before = time.perf_counter(), client.computed
            client.do(BuildingJob(scene, (point,), model=str(model)))
            rows[number, which] = time.perf_counter() - started, client.computed - before
    client.close()
    return rows


def _tile_seconds(engine: TorchEngine, optical: bool) -> tuple[float, float]:
    """Median seconds, and seconds computed, of the network on one tile with one thread."""
    torch.set_num_threads(1)
    rng = np.random.default_rng(0)
    shape = (engine.tile, engine.tile)
    sar = rng.normal(size=(4, *shape)).astype(np.float32)
    image = rng.normal(size=(5, *shape)).astype(np.float32) if optical else None
    walls, computed = [], []
    for _ in range(6):
        started, before = time.perf_counter(), time.process_time()
        engine.predict(sar, image, hallucinate=not optical)
        walls.append(time.perf_counter() - started)
        computed.append(time.process_time() - before)
    return statistics.median(walls[1:]), statistics.median(computed[1:])
