"""Train the head for clicks of a model, and measure clicks on single buildings.

    python -m bench.clicks scenes PACKED WORK          simulated scenes, to train on and held out
    python -m bench.clicks train WORK [--model M] [--steps N] [--further N]
    python -m bench.clicks publish WORK [--model M] [--out FOLDER]
    python -m bench.clicks measure WORK REAL [--model M] [--buildings N]
    python -m bench.clicks finetuned REAL WORK [--scenes NAME ...] [--effort E] [--model M]
    python -m bench.clicks times [--model M] [--size N] [--clicks N]

PACKED is the folder that ``python -m bench.pretrain pack`` wrote. WORK gets scenes/, held/,
features/ and the checkpoint and log of the head. An interrupted command resumes. ``measure`` prints
tables of the held-out scenes and of the real ones in the folder REAL. ``finetuned`` fine-tunes on
the left half of real scenes, and clicks on buildings of the right half.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import torch

from bench.pretrain.chips import read_chips
from bench.pretrain.held_out import HELD_OUT, city_files
from bench.pretrain.scenes import Sources
from core.hatch.jobs import EFFORTS
from core.hatch.library import DEFAULT_MODEL
from core.models.store import load_model, save_model
from core.simulator import read_city

from .features import read_features, write_features
from .finetuned import print_finetuned
from .scenes import write_scenes
from .table import print_tables
from .times import print_times
from .train import mean_head, train

SCENES, HELD = range(304), range(90_000, 90_012)  # numbers of simulated scenes
STEPS, FURTHER_STEPS = 2400, 800
HEAD, FURTHER = "head", "further"  # names of the checkpoints and the logs


def main() -> None:
    """Parse the command line and run the command."""
    parser = argparse.ArgumentParser(
        prog="bench.clicks", description=(__doc__ or "").split("\n")[0]
    )
    commands = parser.add_subparsers(dest="command", required=True)
    add = commands.add_parser
    parsers = {
        name: add(name) for name in ("scenes", "train", "publish", "measure", "finetuned", "times")
    }
    parsers["scenes"].add_argument("packed", type=Path)
    parsers["finetuned"].add_argument("real", type=Path)
    for name in ("scenes", "train", "publish", "measure", "finetuned"):
        parsers[name].add_argument("work", type=Path)
    parsers["measure"].add_argument("real", type=Path)
    for name in ("measure", "finetuned"):
        parsers[name].add_argument("--buildings", type=int, default=20, help="of each scene")
    parsers["finetuned"].add_argument("--scenes", nargs="+", default=["oem_ex4", "sn6_tileA"])
    parsers["finetuned"].add_argument("--effort", default="quick", choices=EFFORTS)
    for name in ("train", "publish", "measure", "finetuned", "times"):
        parsers[name].add_argument("--model", type=Path, default=DEFAULT_MODEL)
    parsers["train"].add_argument("--steps", type=int, default=STEPS)
    parsers["train"].add_argument("--further", type=int, default=FURTHER_STEPS)
    parsers["train"].add_argument("--threads", type=int, default=1)
    parsers["publish"].add_argument("--out", type=Path, help="default: the model itself")
    parsers["times"].add_argument("--size", type=int, default=2048, help="pixels of the scene")
    parsers["times"].add_argument("--clicks", type=int, default=10)
    values = vars(parser.parse_args())
    work: dict[str, Callable[..., None]] = {
        "scenes": simulate,
        "train": train_head,
        "publish": publish,
        "measure": print_tables,
        "finetuned": print_finetuned,
        "times": print_times,
    }
    work[values.pop("command")](**values)


def simulate(packed: Path, work: Path) -> None:
    """Scenes to train on, and scenes of a city and of photographs that are held out."""
    cities = {path.name: read_city(path) for path in city_files(packed)}
    held = {HELD_OUT: cities.pop(HELD_OUT)}
    write_scenes(Sources(held, read_chips(packed / "chips_held")), HELD, work / "held")
    write_scenes(Sources(cities, read_chips(packed / "chips")), SCENES, work / "scenes")


def train_head(work: Path, model: Path, steps: int, further: int, threads: int) -> None:
    """Compute the features of a model that stays as it is, then train its head, also further."""
    torch.set_num_threads(threads)
    network, _ = load_model(model)
    write_features(network, work / "scenes", work / "features")
    scenes = read_features(work / "features")
    train(scenes, steps, work / HEAD)
    train(scenes, further, work / FURTHER, base=work / HEAD)


def publish(work: Path, model: Path, out: Path | None) -> None:
    """Write the model with the mean of the head before and after its further training."""
    network, manifest = load_model(model)
    _, steps, further = mean_head(network, work / HEAD, work / FURTHER)
    scenes = len(list((work / "features").glob("*.npz")))
    record = {"steps": steps, "further steps": further, "scenes": scenes}
    manifest = replace(manifest, training={**manifest.training, "click head": record})
    save_model(network, manifest, out or model)


if __name__ == "__main__":
    main()
