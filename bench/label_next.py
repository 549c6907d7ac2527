"""Do the least certain blocks hold the errors? Measured on scenes with labels.

    python -m bench.label_next REAL [--model M] [--block METRES] [--share S]

For each scene, from SAR alone and with optical: which share of the wrong pixels, and of the pixels
of buildings, lies in the least certain blocks. A random choice of blocks would hold --share.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
from rasterio.features import rasterize

import core
from bench.scenes import has_optical, scene_input, with_buildings
from core.footprints.read import read_labels
from core.hatch.jobs import ExtractJob, LabelNextJob
from core.hatch.names import LABELS_FILE
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.raster.block_entropy import block_entropy
from core.raster.grid import pixel_area_m2
from core.raster.probability_file import ProbabilityReader
from core.tasks.extract import extract
from core.tasks.label_next import LEAST_VALID


def main() -> None:
    """Print a row of a table for each scene, and the means."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("real", type=Path)
    parser.add_argument("--model", type=Path, help="default: the one that ships")
    parser.add_argument("--block", type=float, default=LabelNextJob.block_m)
    parser.add_argument("--share", type=float, default=0.2)
    arguments = parser.parse_args()

    engine = core.load_model(arguments.model)
    print(f"The least certain {arguments.share:.0%} of the blocks hold")
    print("| scene | blocks | wrong pixels | pixels of buildings |\n|---|---|---|---|")
    rows: dict[str, list[tuple[float, float]]] = {"SAR": [], "with optical": []}
    for folder in with_buildings(arguments.real):
        for name in rows if has_optical(folder) else ["SAR"]:
            blocks, wrong, building = _shares(
                engine, folder, name != "SAR", arguments.block, arguments.share
            )
            rows[name].append((wrong, building))
            print(f"| {folder.name}, {name} | {blocks} | {wrong:.2f} | {building:.2f} |")
    for name, values in rows.items():
        if values:
            wrong, building = np.mean(values, axis=0)
            print(f"| **mean, {name}** | | **{wrong:.2f}** | **{building:.2f}** |")


def _shares(
    engine: TorchEngine, folder: Path, optical: bool, block_m: float, share: float
) -> tuple[int, float, float]:
    """Number of chosen blocks, their shares of the wrong pixels and of those of buildings."""
    with tempfile.TemporaryDirectory() as temporary:
        kept = Path(temporary) / "probability.tif"
        out = str(Path(temporary) / "f.gpkg")
        job = ExtractJob(scene_input(folder, optical), out, probability=str(kept))
        extract(job, engine, Reporter())
        with ProbabilityReader(kept) as probability:
            grid = probability.grid
            strips = list(probability.strips())
            threshold = probability.threshold
    labels = read_labels(folder / LABELS_FILE, grid).geometries
    building = rasterize(labels, out_shape=(grid.height, grid.width), transform=grid.transform) > 0
    side = max(1, round(block_m / pixel_area_m2(grid) ** 0.5))
    entropy, valid = block_entropy(strips, grid, side)
    counted = valid >= LEAST_VALID
    found = np.concatenate([strip.probability >= threshold for strip in strips])
    seen = np.concatenate([strip.valid for strip in strips])
    chosen = np.zeros(entropy.shape, bool)
    count = max(1, round(share * counted.sum()))
    order = np.argsort(-np.where(counted, entropy, -1), axis=None)[:count]
    chosen.flat[order] = True
    pixels = np.kron(chosen, np.ones((side, side), bool))[: grid.height, : grid.width]
    return count, _within((found != building) & seen, pixels), _within(building & seen, pixels)


def _within(what: np.ndarray, where: np.ndarray) -> float:
    """Share of the True pixels that are also True in ``where``."""
    return float((what & where).sum() / max(what.sum(), 1))


if __name__ == "__main__":
    main()
