"""Whether a scene means the same to the model however its SAR was written.

    python -m bench.formats [--model M] [--seeds S ...] [--size N]

Simulated scenes, each written as decibels, amplitude and 8 bits, with one, two and four
polarisations; the IoU of the model from SAR alone. Within a row the information is the same but
for rounding, so the figures should be too.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.scenes import evaluation_of
from core.hatch.library import DEFAULT_MODEL
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.simulator import simulate, write_scene
from core.tasks.evaluate import evaluate

OUTPUTS = ("db", "amplitude", "8bit")
POLARISATIONS = (("VV",), ("VV", "VH"), ("HH", "HV", "VH", "VV"))

Figures = dict[tuple[tuple[str, ...], str], float]


def main() -> None:
    """Print the table of each scene."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL)
    parser.add_argument("--seeds", type=int, nargs="+", default=[900_101, 900_102, 900_103])
    parser.add_argument("--size", type=int, default=512)
    arguments = parser.parse_args()

    engine = TorchEngine(arguments.model)
    print("| scene | polarisations | " + " | ".join(OUTPUTS) + " | spread |")
    print("|---" * (len(OUTPUTS) + 3) + "|")
    for seed in arguments.seeds:
        with tempfile.TemporaryDirectory() as folder:
            figures = ious(engine, seed, arguments.size, Path(folder))
        for names in POLARISATIONS:
            row = [figures[names, output] for output in OUTPUTS]
            cells = " | ".join(f"{iou:.3f}" for iou in row)
            print(f"| {seed} | {', '.join(names)} | {cells} | {max(row) - min(row):.3f} |")


def ious(
    engine: TorchEngine,
    seed: int,
    size: int,
    folder: Path,
    polarisations: Sequence[tuple[str, ...]] = POLARISATIONS,
) -> Figures:
    """IoU from SAR alone of one simulated scene, by polarisations and output."""
    scene = simulate(seed, size)
    figures = {}
    for names in polarisations:
        for output in OUTPUTS:
            here = folder / f"{'-'.join(names)}-{output}"
            write_scene(scene, here, output=output, polarisations=names)
            figures[names, output] = evaluate(evaluation_of(here), engine, Reporter()).iou
    return figures


if __name__ == "__main__":
    main()
