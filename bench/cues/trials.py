"""The trials: the recipe of the default model with one cue of the simulated SAR changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from bench.pretrain.radars import ABSENT_DB, random_radar, single_look
from core.simulator.radar_setup import RadarSetup

from .despeckling import lee, merlin

Range = tuple[float, float]
ABSENT = (ABSENT_DB, ABSENT_DB)
# About the difference of roofs and terrain in core.simulator.backscatter.
AS_TERRAIN_DB = (-12.0, -6.0)
FILLED_DB = (-12.0, -9.0)  # noise floor at which shadows are hardly darker than terrain


@dataclass(frozen=True)
class Trial:
    """A way to simulate the training scenes.

    ``radar`` draws the radar of a scene. ``image_filter`` is applied to standardised SAR, float32
    [4, H, W], of the training scenes and of the scenes of the evaluation.
    """

    radar: Callable[[np.random.Generator], RadarSetup]
    image_filter: Callable[[np.ndarray], np.ndarray] | None = None


def recipe(rng: np.random.Generator) -> RadarSetup:
    """The radar of a scene that the default model is trained on."""
    return random_radar(rng, canonical=False)


def changed(**ranges: Range) -> Trial:
    """The recipe with parameters of the radar drawn from other ranges, in all scenes."""

    def radar(rng: np.random.Generator) -> RadarSetup:
        setup = recipe(rng)
        return replace(setup, **{name: rng.uniform(*limits) for name, limits in ranges.items()})

    return Trial(radar)


def always_single_look(rng: np.random.Generator) -> RadarSetup:
    """The recipe with the speckle of single-look images in all scenes."""
    return single_look(rng, recipe(rng))


TRIALS = {
    "recipe": Trial(recipe),
    "simulator": Trial(RadarSetup.random),
    "no facades": changed(wall_db=ABSENT),
    "no shadows": changed(noise_floor_db=FILLED_DB),
    "classes redrawn": changed(class_spread_db=(5.0, 8.0)),
    "roofs as dark as terrain": changed(roof_db=AS_TERRAIN_DB),
    "cluttered surroundings": changed(
        patches_db=(2.0, 6.0),
        background_clutter=(0.2, 0.8),
        canopy_db=(0.0, 6.0),
        roof_db=(-9.0, 0.0),
    ),
    "despeckled, Lee": Trial(recipe, lee),
    "despeckled, network": Trial(recipe, merlin),
    "no double bounce": changed(double_bounce_db=ABSENT),
    "same speckle": changed(looks=(2.0, 2.0), resolution=(1.2, 1.2), sidelobe=(0.1, 0.1)),
    "single look": Trial(always_single_look),
    "multi-look": changed(looks=(4.0, 8.0)),
    "steep view": changed(incidence_deg=(22.0, 35.0)),
    "flat view": changed(incidence_deg=(50.0, 60.0)),
    "no facades, no double bounce": changed(wall_db=ABSENT, double_bounce_db=ABSENT),
}
