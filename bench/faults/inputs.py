"""The inputs of all cases: two simulated scenes, a tiny model, probabilities, an area."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import rasterio
import torch
import torch._dynamo  # a training loads it, and then it makes a folder for temporary files
from rasterio.windows import Window
from rasterio.windows import bounds as window_bounds

from core.hatch.jobs import ExtractJob, FinetuneJob, SceneInput
from core.hatch.manifest import Manifest
from core.hatch.names import LABELS_FILE, OPTICAL_FILE, SAR_FILE
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.models.store import save_model
from core.networks import PRESETS, build
from core.runner import Runner
from core.simulator import simulate, write_scene
from tests.builders.networks import TINY

from .cases import AREA_FILE, INPUTS, MODEL_FOLDER, OTHERS, PROBABILITY_FILE

SIZE = 160  # pixels of a scene
TILE = 96  # pixels, so that even such a scene has several
STEPS = 40  # until the tiny model sees buildings


def use_tiny_networks() -> None:
    """Make the preset "tiny" known to this process and those forked from it, and tiles small."""
    PRESETS["tiny"] = TINY
    TorchEngine.tile = TILE
    torch.set_num_threads(1)


def make_inputs(folder: Path, steps: int = STEPS) -> None:
    """Write the inputs of all cases, and others of the same names to replace them."""
    inputs, others = folder / INPUTS, folder / OTHERS
    for place, seed in ((inputs, 3), (others, 4)):
        scene = simulate(seed, SIZE, pixel_size_m=0.8, clouds=0.0, nodata=False, style="suburb")
        write_scene(scene, place)
    _write_area(inputs / SAR_FILE, inputs / AREA_FILE)
    _write_model(inputs, steps)
    for place in (inputs, others):
        job = ExtractJob(
            SceneInput((str(place / SAR_FILE),)),
            str(place / "f.gpkg"),
            str(inputs / MODEL_FOLDER),
            probability=str(place / PROBABILITY_FILE),
        )
        Runner().run(job, Reporter())
        (place / "f.gpkg").unlink()


def _write_area(sar: Path, path: Path) -> None:
    """A square in the middle of the scene."""
    with rasterio.open(sar) as file:
        quarter = file.width // 4
        window = Window(quarter, quarter, 2 * quarter, 2 * quarter)
        west, south, east, north = window_bounds(window, file.transform)
        name = f"urn:ogc:def:crs:EPSG::{file.crs.to_epsg()}"
    ring = [[west, south], [west, north], [east, north], [east, south], [west, south]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    collection = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": name}},
        "features": [{"type": "Feature", "properties": {}, "geometry": geometry}],
    }
    path.write_text(json.dumps(collection))


def _write_model(inputs: Path, steps: int) -> None:
    """A tiny model, fine-tuned for a moment on the scene itself."""
    torch.manual_seed(0)
    base, model = inputs / "untrained", inputs / MODEL_FOLDER
    save_model(build("tiny"), Manifest("Tiny", "A notice.", "tiny", 0.8, 0.4, ""), base)
    job = FinetuneJob(
        SceneInput((str(inputs / SAR_FILE),), str(inputs / OPTICAL_FILE)),
        str(inputs / LABELS_FILE),
        str(model),
        str(base),
        training=replace(FinetuneJob.training, steps=steps, batch=2, learning_rate=1e-3),
    )
    Runner().run(job, Reporter())
    shutil.rmtree(base)
