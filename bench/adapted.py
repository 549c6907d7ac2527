"""What "Adapt to this scene" gives on scenes with optical, for several seeds.

    python -m bench.adapted REAL [--model M] [--seeds 0 1 2]

For each scene of the folder REAL that has buildings and optical: building IoU, object F1 and ECE at
the model's threshold with optical and from SAR alone, before and after the model adapted to the
scene with optical. Seed 0 is the product's.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.scenes import evaluation_of, has_optical, scene_input, with_buildings
from core.hatch.library import DEFAULT_MODEL
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.raster.scene import open_scene
from core.tasks.evaluate import evaluate
from core.training.adapt import adapt_to_scene


def main() -> None:
    """Adapt, measure, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("real", type=Path)
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    arguments = parser.parse_args()
    engine = TorchEngine(arguments.model)
    figures = " | ".join(f"{head}: IoU | object F1 | ECE" for head in ("optical", "SAR"))
    print(f"| scene | seed | {figures} |\n{'|---' * 8}|")
    for folder in with_buildings(arguments.real):
        if not has_optical(folder):
            continue
        print(row(folder, "none", engine), flush=True)
        for seed in arguments.seeds:
            source = scene_input(folder, optical=True)
            with open_scene(source, engine.manifest.pixel_size_m) as scene:
                adapted_engine = adapt_to_scene(engine, scene, Reporter(), seed)
            print(row(folder, str(seed), adapted_engine), flush=True)


def row(folder: Path, seed: str, engine: TorchEngine) -> str:
    """A line of the table."""
    jobs = [evaluation_of(folder, optical) for optical in (True, False)]
    results = [evaluate(job, engine, Reporter()) for job in jobs]
    figures = [f"{figure:.3f}" for r in results for figure in (r.iou, r.object_f1, r.ece)]
    return f"| {folder.name} | {seed} | {' | '.join(figures)} |"


if __name__ == "__main__":
    main()
