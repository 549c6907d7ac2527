"""Train a preset on SpaceNet 6 and evaluate it on a fold that it was not trained on.

    .venv/bin/python -m bench.spacenet6 TRAIN WORK

``TRAIN`` is the unpacked training data, see docs/spacenet6.md. In ``WORK`` appear the prepared
tiles, the model and ``figures.json``. An interrupted run resumes where it stopped; to
train again, remove ``WORK/model``. The last line of stdout is the figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from rasterio.transform import Affine
from tqdm import tqdm

from core.datasets.scene_store import ColumnRange, SceneStore, read_list
from core.datasets.scenes import LabelledScene
from core.datasets.spacenet6 import PIXEL_SIZE_M, read_summary
from core.footprints.building_mask import building_mask
from core.footprints.vectorise import vectorise
from core.hatch.events import Log, Metric
from core.hatch.jobs import AUTO, DEVICES, Spacenet6Job, TrainingSettings, TrainJob
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.inference.predict import Engine, probability_strips
from core.metrics import ObjectCounts, PixelCounts
from core.raster.blend import Strip
from core.raster.grid import Grid
from core.tasks.spacenet6 import spacenet6
from core.tasks.train import train
from core.timing import Timing

LEAST_PIXELS = 80.0  # smaller footprints are left out, as by the organisers


def main() -> None:
    """Prepare, train and evaluate, as far as that has not been done."""
    options = _parser().parse_args()
    reporter = Reporter(_show)
    tiles, model = options.work / "tiles", options.work / "model"
    fold = tiles / f"fold{options.fold}"
    if not tiles.exists():
        job = Spacenet6Job(str(options.folder), str(tiles), options.folds, options.guard_m)
        spacenet6(job, reporter)
    if not model.exists():
        training = TrainJob(
            (str(fold / "train.windows"),),
            str(model),
            validation=(str(fold / "validation.windows"),),
            imagenet=options.imagenet,
            preset=options.preset,
            pixel_size_m=PIXEL_SIZE_M,
            training=TrainingSettings(
                fixed_look=True,
                steps=options.steps,
                batch=options.batch,
                crop=options.crop,
                validate_every=options.validate_every,
                device=options.device,
            ),
        )
        train(training, reporter)
    test = read_list(fold / "test.windows")
    figures = measure(TorchEngine(model, options.device), tiles, test)
    text = json.dumps({"fold": options.fold, "steps": options.steps, **figures})
    (options.work / "figures.json").write_text(text + "\n", encoding="utf-8")
    print(text)


def measure(
    engine: Engine, tiles: Path, windows: Sequence[ColumnRange]
) -> dict[str, dict[str, float]]:
    """Figures on these parts of prepared tiles, of "sar" alone and with "optical".

    object_f1, object_precision and object_recall at an IoU of 0.5 are counted over all tiles
    together, as the organisers do; iou, f1, precision and recall over all valid pixels.
    """
    store, labels = SceneStore(tiles), read_summary(tiles / "footprints.csv")
    figures = {}
    for name in ("sar", "optical"):
        objects, pixels = ObjectCounts(), PixelCounts()
        for window in tqdm(windows, desc=f"Test, {name}", disable=None):
            scene = _AsRead(store.read(window), name == "optical")
            strips = list(probability_strips(scene, engine, Reporter(), Timing()))
            _count_pixels(strips, scene.scene.building, engine.manifest.threshold, pixels)
            batches = vectorise(
                iter(strips), scene.grid, engine.manifest.threshold, LEAST_PIXELS, Timing()
            )
            predicted = np.concatenate([batch.polygons for batch in batches])
            truth = labels_in(labels.get(window.name, np.array([], object)), window)
            objects.add(predicted, truth, min_area=LEAST_PIXELS)
        figures[name] = {**objects.figures(), **pixels.figures()}
    return figures


def labels_in(labels: np.ndarray, window: ColumnRange) -> np.ndarray:
    """The parts of a tile's labels [n], in pixels, that lie in these columns of it, from 0."""
    endless = shapely.box(window.first, -1e6, window.last, 1e6)
    inside = shapely.intersection(labels, endless)
    inside = inside[shapely.area(inside) > 0]
    return shapely.transform(inside, lambda points: points - (window.first, 0))


class _AsRead:
    """A stored scene as the extraction reads one from files; coordinates are its pixels."""

    def __init__(self, scene: LabelledScene, with_optical: bool) -> None:
        height, width = scene.building.shape
        self.scene, self._with_optical = scene, with_optical
        self.grid = Grid(None, Affine.identity(), width, height)

    def read(
        self, row: int, col: int, height: int, width: int
    ) -> tuple[np.ndarray, np.ndarray | None]:
        """(SAR [4, h, w], optical [5, h, w] or None), NaN beyond the scene on all sides."""
        top, left = max(0, -row), max(0, -col)

        def part(image: np.ndarray) -> np.ndarray:
            known = image[:, row + top : row + height, col + left : col + width].astype(np.float32)
            _, bottom, right = np.subtract((0, height - top, width - left), known.shape)
            beyond = ((0, 0), (top, bottom), (left, right))
            return np.pad(known, beyond, constant_values=np.nan)

        return part(self.scene.sar), part(self.scene.optical) if self._with_optical else None

    def inside(self, _row: int, _col: int, height: int, width: int) -> np.ndarray:
        """Bool [h, w]: everywhere."""
        return np.ones((height, width), bool)


def _count_pixels(
    strips: list[Strip], building: np.ndarray, threshold: float, counts: PixelCounts
) -> None:
    for strip in strips:
        rows = slice(strip.row, strip.end)
        counts.add(building_mask(strip, threshold), building[rows] > 0, strip.valid)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.spacenet6")
    parser.add_argument("folder", type=Path, help="AOI_11_Rotterdam of the unpacked tarball")
    parser.add_argument("work", type=Path, help="folder for tiles, model and figures")
    parser.add_argument("--fold", type=int, default=0, help="the one to test on")
    parser.add_argument("--folds", type=int, default=Spacenet6Job.folds)
    parser.add_argument("--guard-m", type=float, default=Spacenet6Job.guard_m)
    parser.add_argument("--preset", default="paper")
    parser.add_argument("--imagenet", default="", help="state dict of the preset's encoder")
    parser.add_argument("--steps", type=int, default=70_000)
    parser.add_argument("--batch", type=int, default=TrainingSettings.batch)
    parser.add_argument(
        "--crop", type=int, default=TrainingSettings.crop, help="pixels, multiple of 32"
    )
    parser.add_argument("--validate-every", type=int, default=2000, help="steps")
    parser.add_argument("--device", default=AUTO, choices=DEVICES)
    return parser


def _show(event: Any) -> None:
    if isinstance(event, Log):
        print(event.message, file=sys.stderr)
    elif isinstance(event, Metric):
        print(json.dumps(event.values), file=sys.stderr)


if __name__ == "__main__":
    main()
