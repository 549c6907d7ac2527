"""An extraction with a threshold in place of the network, to measure everything else.

python -m bench.cheap_engine SAR OUT [--probability FILE]
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import Optional

import numpy as np
from scipy.ndimage import uniform_filter

from core.hatch.events import Event, Log
from core.hatch.jobs import ExtractJob, SceneInput
from core.hatch.manifest import Manifest
from core.hatch.reporter import Reporter
from core.inference.predict import Heads
from core.tasks.extract import extract


class ThresholdEngine:
    """Bright pixels are buildings; an ``Engine``."""

    manifest = Manifest("bright", "Bright pixels.", "none", 0.8, 0.5, "")
    name = "threshold"
    tile, streams = 512, 1

    def predict(
        self, sar: np.ndarray, optical: Optional[np.ndarray], hallucinate: bool = True
    ) -> Heads:
        """As ``Predictor.predict``."""
        bright = uniform_filter(np.nan_to_num(sar[0]) + np.nan_to_num(sar[1]), 3)
        probability = 1 / (1 + np.exp(3 - 3 * bright))
        both = np.stack([probability, np.zeros_like(probability)]).astype(np.float32)
        return both if hallucinate else None, both if optical is not None else None


def main() -> None:
    """Extract, and print the result as the command line does."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sar")
    parser.add_argument("out")
    parser.add_argument("--probability", default="")
    arguments = parser.parse_args()
    job = ExtractJob(
        scene=SceneInput((arguments.sar,)),
        out=arguments.out,
        probability=arguments.probability,
        min_area_m2=10.0,
    )
    print(json.dumps(asdict(extract(job, ThresholdEngine(), Reporter(_show)))))


def _show(event: Event) -> None:
    if isinstance(event, Log):
        print(event.message, file=sys.stderr)


if __name__ == "__main__":
    main()
