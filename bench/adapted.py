"""What "Adapt to this scene" gives on scenes with optical, for several seeds.

    python -m bench.adapted REAL [--model M] [--seeds 0 1 2]

For each scene of the folder REAL that has buildings and optical: building IoU at the model's
threshold with optical and from SAR alone, before and after the model adapted to the scene with
optical. Seed 0 is the product's.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.few_shot import with_buildings
from core.hatch.jobs import EvaluateJob
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.models.store import DEFAULT_MODEL
from core.raster.scene import open_scene
from core.tasks.evaluate import evaluate
from core.training.adapt import adapted


def main() -> None:
    """Adapt, measure, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("real", type=Path)
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    arguments = parser.parse_args()
    engine = TorchEngine(arguments.model)
    print("| scene | seed | SAR and optical | SAR alone |\n|---|---|---|---|")
    for folder in with_buildings(arguments.real):
        sar, optical = str(folder / "sar.tif"), str(folder / "optical.tif")
        if not Path(optical).exists():
            continue
        print(row(folder, "none", engine), flush=True)
        for seed in arguments.seeds:
            with open_scene([sar], optical, engine.manifest.pixel_size_m) as scene:
                taught = adapted(engine, scene, Reporter(), seed)
            print(row(folder, str(seed), taught), flush=True)


def row(folder: Path, seed: str, engine: TorchEngine) -> str:
    """A line of the table."""
    job = EvaluateJob((str(folder / "sar.tif"),), str(folder / "buildings.geojson"))
    both = EvaluateJob(job.sar, job.labels, optical=str(folder / "optical.tif"))
    ious = [evaluate(test, engine, Reporter())["iou"] for test in (both, job)]
    return f"| {folder.name} | {seed} | {ious[0]:.3f} | {ious[1]:.3f} |"


if __name__ == "__main__":
    main()
