"""Radars for training: those of ``RadarSetup.random``, and others in which a usual cue fails.

A network that only ever sees one simulator learns that simulator's own habits: ground quieter than
roofs, bright thin walls, black shadows. Here each of them is at times missing.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.simulator.radar import RadarSetup

CANONICAL_LOOK, SPREAD = 180.0, 15.0  # degrees: looking south, layover falls to the north
GONE_DB = -40.0


def diverse_setup(rng: np.random.Generator, canonical: bool) -> RadarSetup:
    """A radar of any kind; ``canonical``: one that looks south within 15 degrees."""
    setup = RadarSetup.random(rng)
    if rng.random() < 0.6:
        setup = replace(setup, class_spread_db=rng.uniform(2, 7))
    if rng.random() < 0.15:
        setup = replace(setup, wall_db=GONE_DB)
    if rng.random() < 0.15:
        setup = replace(setup, double_bounce_db=GONE_DB)
    if rng.random() < 0.2:  # no shadow is black
        setup = replace(setup, noise_floor_db=rng.uniform(-15, -9))
    if rng.random() < 0.2:
        setup = replace(setup, clutter_per_ha=rng.uniform(200, 600))
    if rng.random() < 0.3:
        setup = single_look(rng, setup)
    if canonical:
        setup = replace(setup, look_azimuth_deg=CANONICAL_LOOK + rng.uniform(-SPREAD, SPREAD))
    return setup


def single_look(rng: np.random.Generator, setup: RadarSetup) -> RadarSetup:
    """As TerraSAR-X's high resolution products: one look, speckle one pixel and a half wide."""
    return replace(
        setup,
        looks=rng.uniform(0.9, 1.1),
        resolution=rng.uniform(1.1, 1.6),
        sidelobe=rng.uniform(0.02, 0.1),
    )
