"""Train the default model on a GPU while background processes simulate its scenes.

    python -m bench.pretrain pack DATA WORK          inputs and real scenes, once
    python -m bench.pretrain hold WORK               simulated validation scenes, once
    python -m bench.pretrain simulate WORK SCENES    training scenes, until it is interrupted
    python -m bench.pretrain train WORK SCENES OUT --seconds S [--canonical]
                                                     or --steps N
    python -m bench.pretrain plot OUT/NAME.jsonl... PNG
    python -m bench.pretrain publish OUT/NAME-last.safetensors [OUT/NAME-best.safetensors]
                                     WORK GEOMETRY REAL --where MACHINE

DATA is a folder with optical/, geometry/ and real/. WORK gets what is derived from it, about 30 MB
to copy to the machine with the GPU. SCENES is a folder for packed scenes, preferably in memory.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import torch

from core.datasets.scenes import read_labelled
from core.hatch.library import DEFAULT_MODEL
from core.inference.device import choose_device
from core.simulator import read_city

from .chips import PIXEL_M, TEACHING, VALIDATING, read_chips, source_chips, write_chip
from .held_out import HELD_OUT, city_files, hold
from .packing import read_scenes, write_scenes
from .scene_files import write_training_scenes
from .scenes import Sources
from .train import Plan, train
from .validation import ValidationSet

GROUPS = ("real", "simulated", "canonical", "photographs")


def main() -> None:
    """Parse the command line and run the command."""
    parser = argparse.ArgumentParser(prog="bench.pretrain", description="Train the default model.")
    commands = parser.add_subparsers(dest="command", required=True)
    packing = commands.add_parser("pack")
    packing.add_argument("shared", type=Path)
    packing.add_argument("work", type=Path)
    commands.add_parser("hold").add_argument("work", type=Path)
    simulating = commands.add_parser("simulate")
    simulating.add_argument("work", type=Path)
    simulating.add_argument("scenes", type=Path)
    simulating.add_argument("--workers", type=int, default=2)
    simulating.add_argument("--first", type=int, default=0)
    simulating.add_argument("--most", type=int, default=20_000)
    _add_plan(commands.add_parser("train"))
    plotting = commands.add_parser("plot")
    plotting.add_argument("logs", type=Path, nargs="+")
    plotting.add_argument("out", type=Path)
    publishing = commands.add_parser("publish")
    publishing.add_argument("weights", type=Path, nargs="+")
    for name in ("work", "geometry", "real"):
        publishing.add_argument(name, type=Path)
    publishing.add_argument("--where", default="one GPU")
    publishing.add_argument(
        "--blend-with", type=Path, help="weights that the training started from"
    )
    publishing.add_argument("--target", type=Path, default=DEFAULT_MODEL, help="folder to write")
    values = vars(parser.parse_args())
    work: dict[str, Callable[..., None]] = {
        "pack": pack,
        "hold": hold,
        "simulate": simulate,
        "train": start,
        "plot": plot_logs,
        "publish": publish_model,
    }
    work[values.pop("command")](**values)


def plot_logs(logs: list[Path], out: Path) -> None:
    """Run ``plot``, whose dependencies the training does not need."""
    from .plot import plot

    plot(logs, out)


def publish_model(**values: Any) -> None:
    """Run ``publish``, whose dependencies the training does not need."""
    from .publish import publish

    print(json.dumps(publish(**values), indent=2))


def start(work: Path, device: str, **plan: Any) -> None:
    """Run ``train`` on a device."""
    chosen, reason = choose_device(device)
    print(f"On {chosen}: {reason}", flush=True)
    train(
        Plan(**plan),
        ValidationSet({g: read_scenes(work / f"{g}.npz") for g in GROUPS}, chosen),
        chosen,
    )


def _add_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("work", type=Path)
    parser.add_argument("scenes", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--name", default="all")
    parser.add_argument("--steps", type=int, default=0, help="in place of seconds")
    parser.add_argument("--seconds", type=float, default=0.0)
    parser.add_argument("--until", type=float, default=0.0, help="Unix time, in place of seconds")
    parser.add_argument("--preset", default="fast")
    parser.add_argument("--canonical", action="store_true")
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--crop", type=int, default=256)
    parser.add_argument("--learning-rate", type=float, default=2e-3)
    parser.add_argument("--mosaics", type=float, default=0.4)
    parser.add_argument("--capacity", type=int, default=4000)
    parser.add_argument("--least", type=int, default=48)
    parser.add_argument("--validate-every", type=int, default=250)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--base", default="", help="weights to start from")
    parser.add_argument("--imagenet", default="", help="weights for the encoder of OPT")
    parser.add_argument("--teacher", default="", help="model folder that OPT-SAR learns from")
    parser.add_argument(
        "--optical-only", action="store_true", help="train the parts that read optical"
    )
    parser.add_argument("--compiled", action="store_true")
    parser.add_argument("--graphed", action="store_true", help="record a step as a CUDA graph")
    parser.add_argument("--device", default="auto")


def pack(shared: Path, work: Path) -> None:
    """Resample chips, copy city models and pack the real scenes."""
    for name, prefixes in (("chips", tuple(TEACHING)), ("chips_held", VALIDATING)):
        folder = work / name
        folder.mkdir(parents=True, exist_ok=True)
        for chip in source_chips(shared / "optical", prefixes):
            write_chip(chip, folder)
    shutil.copytree(shared / "geometry", work / "geometry", dirs_exist_ok=True)
    folders = sorted(p for p in (shared / "real").iterdir() if p.is_dir())
    write_scenes([read_labelled(p, PIXEL_M) for p in folders], work / "real.npz")


def simulate(work: Path, scenes: Path, workers: int, first: int, most: int) -> None:
    """Simulate scenes of all cities but the held-out one, and of photographs."""
    paths = [p for p in city_files(work) if p.name != HELD_OUT]
    with ProcessPoolExecutor(min(workers, len(paths))) as pool:
        cities = dict(zip((p.name for p in paths), pool.map(read_city, paths), strict=True))
    write_training_scenes(Sources(cities, read_chips(work / "chips")), scenes, workers, first, most)


if __name__ == "__main__":
    torch.set_float32_matmul_precision("high")
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.backends.cudnn.allow_tf32 = True
    torch.backends.cudnn.benchmark = True
    main()
