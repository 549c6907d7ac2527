"""The scene simulator: a town, a radar and a camera that look at it, and the truth."""

from core.simulate.city import City
from core.simulate.cityfiles import read_city
from core.simulate.generate import make_city
from core.simulate.radar import POLARISATIONS
from core.simulate.scene import Scene, simulate, write_scene

__all__ = ["POLARISATIONS", "City", "Scene", "make_city", "read_city", "simulate", "write_scene"]
