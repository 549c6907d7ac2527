"""Train the default model on a GPU while background processes make its scenes.

    python -m bench.pretrain pack SHARED WORK        chips, towns and real scenes, once
    python -m bench.pretrain hold WORK               simulated scenes to validate on, once
    python -m bench.pretrain simulate WORK SCENES    scenes to train on, until it is ended
    python -m bench.pretrain train WORK SCENES OUT --seconds S [--canonical]
    python -m bench.pretrain publish OUT/NAME-last.safetensors WORK GEOMETRY REAL --where MACHINE

SHARED is the folder of data (optical/, geometry/, real/); WORK takes what is made of it, some 30 MB
that can be carried to another machine; SCENES is a folder for packed scenes, best in memory.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from core.datasets.scenes import LabelledScene, read_labelled
from core.inference.device import choose_device
from core.models.store import DEFAULT_MODEL
from core.simulator import RadarSetup, read_city

from .chips import PIXEL_M, TEACHING, VALIDATING, read_chips, source_chips, write_chip
from .feed import make_scenes
from .packed import COLOURS, SAR_BANDS, read_scenes, unpack, write_scenes
from .scenes import Material, quilt, town
from .setups import CANONICAL_LOOK
from .train import Plan, train
from .validation import Held

HELD_OUT = "3-20-DELFSHAVEN.city.json"
SEED = 900_000  # of validation; bench.default_model has its own scenes from the same seeds on
SIMULATED, CANONICAL, QUILTS = 8, 4, 6
GROUPS = ("real", "simulated", "canonical", "photographs")
ALL = np.ones(SAR_BANDS + COLOURS, bool)


def main() -> None:
    """Do one of the five."""
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
    publishing = commands.add_parser("publish")
    for name in ("weights", "work", "geometry", "real"):
        publishing.add_argument(name, type=Path)
    publishing.add_argument("--where", default="one GPU")
    publishing.add_argument("--target", type=Path, default=DEFAULT_MODEL, help="folder to write")
    values = vars(parser.parse_args())
    work: dict[str, Callable[..., None]] = {
        "pack": pack,
        "hold": hold,
        "simulate": simulate,
        "train": start,
        "publish": publish_model,
    }
    work[values.pop("command")](**values)


def publish_model(**values: Any) -> None:
    """The command ``publish``; its packages are not needed where it is trained."""
    from .publish import publish

    print(json.dumps(publish(**values), indent=2))


def start(work: Path, device: str, **plan: Any) -> None:
    """The command ``train``."""
    chosen, reason = choose_device(device)
    print(f"On {chosen}: {reason}", flush=True)
    train(Plan(**plan), Held({g: read_scenes(work / f"{g}.npz") for g in GROUPS}, chosen), chosen)


def _add_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("work", type=Path)
    parser.add_argument("scenes", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--name", default="all")
    parser.add_argument("--seconds", type=float, default=0.0)
    parser.add_argument("--until", type=float, default=0.0, help="Unix time, in place of seconds")
    parser.add_argument("--preset", default="fast")
    parser.add_argument("--canonical", action="store_true")
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--crop", type=int, default=256)
    parser.add_argument("--learning-rate", type=float, default=2e-3)
    parser.add_argument("--quilts", type=float, default=0.4)
    parser.add_argument("--capacity", type=int, default=4000)
    parser.add_argument("--least", type=int, default=48)
    parser.add_argument("--validate-every", type=int, default=250)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--base", default="", help="weights to start from")
    parser.add_argument("--compiled", action="store_true")
    parser.add_argument("--device", default="auto")


def pack(shared: Path, work: Path) -> None:
    """Chips, towns and validation scenes of the folder of data, ready to be carried."""
    for name, prefixes in (("chips", tuple(TEACHING)), ("chips_held", VALIDATING)):
        folder = work / name
        folder.mkdir(parents=True, exist_ok=True)
        for chip in source_chips(shared / "optical", prefixes):
            write_chip(chip, folder)
    shutil.copytree(shared / "geometry", work / "geometry", dirs_exist_ok=True)
    folders = sorted(p for p in (shared / "real").iterdir() if p.is_dir())
    write_scenes([read_labelled(p, PIXEL_M) for p in folders], work / "real.npz")


def simulate(work: Path, scenes: Path, workers: int, first: int, most: int) -> None:
    """Scenes of towns, all but the one held out, and of photographs."""
    paths = [p for p in town_files(work) if p.name != HELD_OUT]
    with ProcessPoolExecutor(min(workers, len(paths))) as pool:
        cities = dict(zip((p.name for p in paths), pool.map(read_city, paths), strict=True))
    make_scenes(Material(cities, read_chips(work / "chips")), scenes, workers, first, most)


def town_files(work: Path) -> list[Path]:
    """CityJSON and the like, as ``pack`` put them there."""
    return sorted(p for p in (work / "geometry").iterdir() if p.suffix != ".md")


def hold(work: Path) -> None:
    """Simulated scenes of any radar, and SAR over photographs that teach nothing."""
    with ProcessPoolExecutor(min(os.cpu_count() or 1, SIMULATED + QUILTS)) as pool:
        simulated = pool.map(held_town, [work] * SIMULATED, range(SIMULATED))
        photographs = pool.map(held_quilt, [work] * QUILTS, range(QUILTS))
        canonical = pool.map(held_town, [work] * CANONICAL, range(CANONICAL), [True] * CANONICAL)
        write_scenes(list(simulated), work / "simulated.npz")
        write_scenes(list(canonical), work / "canonical.npz")
        write_scenes(list(photographs), work / "photographs.npz")


def held_town(work: Path, number: int, canonical: bool = False) -> LabelledScene:
    """Every other one is a part of the town that is held out."""
    rng = np.random.default_rng(SEED + number)
    city = read_city(work / "geometry" / HELD_OUT) if number % 2 == 0 else None
    setup = replace(RadarSetup.random(rng), look_azimuth_deg=CANONICAL_LOOK) if canonical else None
    return unpack(f"simulated{number}", town(rng, city, setup), ALL)


def held_quilt(work: Path, number: int) -> LabelledScene:
    """Of photographs that are validated on only."""
    rng = np.random.default_rng(SEED + 100 + number)
    packed = quilt(rng, read_chips(work / "chips_held"), RadarSetup.random(rng))
    present = ALL.copy()
    present[-1] = False  # near infrared
    return unpack(f"photographs{number}", packed, present)


if __name__ == "__main__":
    torch.set_float32_matmul_precision("high")
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.backends.cudnn.allow_tf32 = True
    torch.backends.cudnn.benchmark = True
    main()
