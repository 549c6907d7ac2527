"""The scene simulator: a town, a radar and a camera that look at it, and the truth."""

from .city import City
from .cityfiles import read_city
from .generate import STYLES, make_city
from .radar import RadarSetup
from .scene import Scene, simulate, write_scene

__all__ = [
    "STYLES",
    "City",
    "RadarSetup",
    "Scene",
    "make_city",
    "read_city",
    "simulate",
    "write_scene",
]
