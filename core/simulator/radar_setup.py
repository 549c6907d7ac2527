"""Parameters of the simulated radar."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class RadarSetup:
    """Parameters of the radar, of the image and of the scattering.

    Attributes
    ----------
    incidence_deg
        Incidence angle in degrees from the vertical.
    look_azimuth_deg
        Look direction in degrees, clockwise from north.
    looks
        Equivalent number of looks.
    resolution
        Width of the point response at half power, in pixels.
    noise_floor_db
        Noise-equivalent sigma0.
    sidelobe
        Sidelobe power relative to an unweighted aperture, 0..1.
    wall_db
        Backscatter of facades.
    double_bounce_db
        Backscatter of the double bounce between facade and terrain.
    facing_power
        Exponent by which the double bounce falls off as a wall turns away from the sensor.
    clutter_per_ha
        Density of strong point scatterers, per hectare.
    leak_db
        Power that is spread over the surroundings of a pixel, relative to its own.
    metal_db
        Backscatter of vehicles, containers and fences, relative to the default.
    roof_db
        Backscatter of roofs, relative to the default.
    relief_db
        Standard deviation of the terrain over tens of metres, from slope and moisture.
    reference_height_m
        Height above the terrain for which the image is geocoded. Elevation models of cities
        contain part of the buildings, so the displacement of roofs is smaller than over bare earth.
    canopy_db
        Backscatter of tree crowns, relative to the default.
    patches_db
        Standard deviation of bright and dark patches of the terrain, of the size of buildings, such
        as yards with material, parked cars or rubble.
    background_clutter
        Least density of strong point scatterers outside buildings, as a share of that on roofs,
        0..1.
    class_spread_db
        Standard deviation of a further random offset of each land cover and roof material. At 5 or
        more their order of brightness is arbitrary.
    """

    incidence_deg: float
    look_azimuth_deg: float
    looks: float
    resolution: float
    noise_floor_db: float
    sidelobe: float = 0.2
    wall_db: float = -9.0
    double_bounce_db: float = -3.0
    facing_power: float = 20.0
    clutter_per_ha: float = 40.0
    leak_db: float = -20.0
    metal_db: float = 0.0
    roof_db: float = 0.0
    relief_db: float = 0.5
    reference_height_m: float = 0.0
    class_spread_db: float = 0.0
    canopy_db: float = 0.0
    patches_db: float = 0.0
    background_clutter: float = 0.0

    @classmethod
    def random(cls, rng: np.random.Generator) -> RadarSetup:
        """A random spaceborne or airborne radar of about a metre resolution."""
        return cls(
            incidence_deg=rng.uniform(22, 60),
            look_azimuth_deg=rng.uniform(0, 360),
            looks=float(rng.choice([1, 1, 1.5, 2, 3, 4, 6])),
            # Below one pixel for images that were subsampled without averaging.
            resolution=float(np.exp(rng.uniform(np.log(0.4), np.log(2.2)))),
            noise_floor_db=rng.uniform(-25, -14),
            sidelobe=rng.uniform(0.02, 0.6),
            wall_db=rng.uniform(-12, -4),
            double_bounce_db=rng.uniform(-10, 3),
            facing_power=float(np.exp(rng.uniform(np.log(4), np.log(60)))),
            clutter_per_ha=rng.uniform(20, 240),
            leak_db=rng.uniform(-24, -11),
            metal_db=rng.uniform(-4, 8),
            relief_db=rng.uniform(0.3, 2.5),
            reference_height_m=rng.uniform(0, 8),
        )
