"""Random radars for training: domain randomisation beyond ``RadarSetup.random``.

A network trained on one simulator learns cues that are always true there and not in real scenes:
ground darker than roofs, bright facades, black shadows. Each of these is removed at random.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.simulator.radar_setup import RadarSetup

CANONICAL_LOOK, SPREAD = 180.0, 15.0  # degrees: looking south, layover falls to the north
ABSENT_DB = -40.0


def random_radar(rng: np.random.Generator, canonical: bool) -> RadarSetup:
    """A random radar; a ``canonical`` one looks south within 15 degrees."""
    setup = RadarSetup.random(rng)
    if rng.random() < 0.6:
        setup = replace(setup, class_spread_db=rng.uniform(2, 7))
    if rng.random() < 0.15:
        setup = replace(setup, wall_db=ABSENT_DB)
    if rng.random() < 0.15:
        setup = replace(setup, double_bounce_db=ABSENT_DB)
    if rng.random() < 0.2:  # shadows filled with noise
        setup = replace(setup, noise_floor_db=rng.uniform(-15, -9))
    if rng.random() < 0.2:
        setup = replace(setup, clutter_per_ha=rng.uniform(200, 600))
    if rng.random() < 0.3:
        setup = single_look(rng, setup)
    if canonical:
        setup = replace(setup, look_azimuth_deg=CANONICAL_LOOK + rng.uniform(-SPREAD, SPREAD))
    return setup


def single_look(rng: np.random.Generator, setup: RadarSetup) -> RadarSetup:
    """Single look and speckle correlated over 1.5 pixels, as in TerraSAR-X spotlight images."""
    return replace(
        setup,
        looks=rng.uniform(0.9, 1.1),
        resolution=rng.uniform(1.1, 1.6),
        sidelobe=rng.uniform(0.02, 0.1),
    )
