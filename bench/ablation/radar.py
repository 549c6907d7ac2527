"""The radar of the benchmark: one that shows buildings as poorly as real single-look SAR does.

See docs/ablation.md for what was tried. All scenes are seen from the north, so that they can serve
with one look direction; crops that are turned by quarters show the others.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bench.pretrain.radars import ABSENT_DB, CANONICAL_LOOK, SPREAD
from core.hatch.jobs import POLARISATIONS
from core.simulator import RadarSetup


def random_radar(rng: np.random.Generator) -> RadarSetup:
    """Single look, coarse, roofs as dark as their surroundings, displaced by its geocoding."""
    setup = replace(
        RadarSetup.random(rng),
        look_azimuth_deg=CANONICAL_LOOK + rng.uniform(-SPREAD, SPREAD),
        looks=rng.uniform(0.9, 1.1),
        resolution=rng.uniform(1.5, 2.5),
        noise_floor_db=rng.uniform(-18, -11),
        clutter_per_ha=rng.uniform(100, 400),
        class_spread_db=rng.uniform(5, 8),
        roof_db=rng.uniform(-12, -6),
        reference_height_m=rng.uniform(-4, 10),
    )
    if rng.random() < 0.3:
        setup = replace(setup, wall_db=ABSENT_DB)
    if rng.random() < 0.3:
        setup = replace(setup, double_bounce_db=ABSENT_DB)
    return setup


def one_polarisation(rng: np.random.Generator, sar: np.ndarray) -> np.ndarray:
    """HH or VV of an image [4, H, W] alone; the other bands become NaN."""
    kept = POLARISATIONS.index(str(rng.choice(["HH", "VV"])))
    alone = np.full_like(sar, np.nan)
    alone[kept] = sar[kept]
    return alone
