"""Simulated scenes: a random or given city, its SAR and optical images, and its footprints."""

from .city import City
from .cityfiles import read_city
from .generate import make_city
from .radar_setup import RadarSetup
from .scene import Scene, simulate, write_scene

__all__ = ["City", "RadarSetup", "Scene", "make_city", "read_city", "simulate", "write_scene"]
