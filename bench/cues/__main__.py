"""Which cue of the simulator misleads on real SAR.

    python -m bench.cues run DATA WORK [TRIAL ...] [--seeds S ...] [--scenes N] [--steps N]
    python -m bench.cues baselines DATA WORK
    python -m bench.cues table WORK
    python -m bench.cues reliance DATA [--model M] [--scenes N]
    python -m bench.cues look DATA WORK PNG TRIAL ... [--scenes NAME ...]

Every trial simulates the same cities with one cue of the SAR changed (bench/cues/trials.py), trains
the SAR branch of the preset ``fast`` from random weights, and evaluates it on held-out scenes of
the unchanged simulator and on real scenes. DATA is a folder with geometry/ and real/. WORK gets a
line of figures of each run, and its weights; runs that are there already are not made again.
``reliance`` evaluates a trained model on simulated scenes with one cue changed.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import torch

from core.hatch.library import DEFAULT_MODEL

from .draw import look
from .reliance import print_reliance
from .report import print_baselines, print_table
from .run import run
from .trials import TRIALS


def main() -> None:
    """Parse the command line and run the command."""
    parser = argparse.ArgumentParser(prog="bench.cues", description=(__doc__ or "").split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    running = commands.add_parser("run")
    running.add_argument("data", type=Path)
    running.add_argument("work", type=Path)
    running.add_argument("trials", nargs="*", type=_trial, default=list(TRIALS), metavar="TRIAL")
    running.add_argument("--seeds", type=int, nargs="+", default=[0])
    running.add_argument("--scenes", type=int, default=48)
    running.add_argument("--steps", type=int, default=300)
    running.add_argument("--threads", type=int, default=1)
    measuring = commands.add_parser("baselines")
    measuring.add_argument("data", type=Path)
    measuring.add_argument("work", type=Path)
    commands.add_parser("table").add_argument("work", type=Path)
    relying = commands.add_parser("reliance")
    relying.add_argument("data", type=Path)
    relying.add_argument("--model", type=Path, default=DEFAULT_MODEL)
    relying.add_argument("--scenes", type=int, default=16)
    looking = commands.add_parser("look")
    for name in ("data", "work", "png"):
        looking.add_argument(name, type=Path)
    looking.add_argument("trials", nargs="+", type=_trial, metavar="TRIAL")
    looking.add_argument("--scenes", nargs="+", default=["oem_ex4", "sn6_tileA", "sn6_m1"])
    values = vars(parser.parse_args())
    torch.set_num_threads(values.pop("threads", 1))
    work: dict[str, Callable[..., None]] = {
        "run": run,
        "baselines": print_baselines,
        "table": print_table,
        "reliance": print_reliance,
        "look": look,
    }
    work[values.pop("command")](**values)


def _trial(name: str) -> str:
    """A name of a trial. Raises ArgumentTypeError for any other."""
    if name not in TRIALS:
        raise argparse.ArgumentTypeError(f"{name} is none of {', '.join(TRIALS)}")
    return name


if __name__ == "__main__":
    main()
