"""What no training sees: a city, photographs, and the scenes simulated of them."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.datasets.scenes import LabelledScene
from core.simulator import City, RadarSetup, read_city, simulate, write_scene

from .chips import read_chips
from .packing import COLOURS, SAR_BANDS, unpack, write_scenes
from .radars import CANONICAL_LOOK
from .scenes import city_scene, mosaic_scene

HELD_OUT = "3-20-DELFSHAVEN.city.json"
SEED = 900_000
SIMULATED, CANONICAL, MOSAICS = 8, 4, 6
SIZE = 640  # pixels of a scene that a model is measured on
ALL = np.ones(SAR_BANDS + COLOURS, bool)


def city_files(folder: Path) -> list[Path]:
    """The city models in geometry/ of a folder."""
    return sorted(p for p in (folder / "geometry").iterdir() if p.suffix != ".md")


def hold(work: Path) -> None:
    """Simulate the scenes that a training is validated on, from what ``pack`` wrote."""
    with ProcessPoolExecutor(min(os.cpu_count() or 1, SIMULATED + MOSAICS)) as pool:
        simulated = pool.map(held_city, [work] * SIMULATED, range(SIMULATED))
        photographs = pool.map(held_mosaic, [work] * MOSAICS, range(MOSAICS))
        canonical = pool.map(held_city, [work] * CANONICAL, range(CANONICAL), [True] * CANONICAL)
        write_scenes(list(simulated), work / "simulated.npz")
        write_scenes(list(canonical), work / "canonical.npz")
        write_scenes(list(photographs), work / "photographs.npz")


def held_city(work: Path, number: int, canonical: bool = False) -> LabelledScene:
    """A window of the held-out city for even numbers, else a random city."""
    rng = np.random.default_rng(SEED + number)
    city = read_city(work / "geometry" / HELD_OUT) if number % 2 == 0 else None
    setup = replace(RadarSetup.random(rng), look_azimuth_deg=CANONICAL_LOOK) if canonical else None
    return unpack(f"simulated{number}", city_scene(rng, city, setup), ALL)


def held_mosaic(work: Path, number: int) -> LabelledScene:
    """SAR simulated over photographs that are not trained on."""
    rng = np.random.default_rng(SEED + 100 + number)
    packed = mosaic_scene(rng, read_chips(work / "chips_held"), RadarSetup.random(rng))
    present = ALL.copy()
    present[-1] = False  # near infrared
    return unpack(f"photographs{number}", packed, present)


def make_scenes(work: Path, geometry: Path) -> list[Path]:
    """Folders with the simulated scenes that a model is calibrated and measured on.

    Every other one is of the city that is held out. Those that ``work`` has are not made again.
    """
    city = read_city(geometry / HELD_OUT)
    folders = [work / f"validation{number:02d}" for number in range(SIMULATED)]
    cities = [None if number % 2 else city for number in range(SIMULATED)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(make_scene, range(SEED, SEED + SIMULATED), cities, folders))
    return folders


def make_scene(seed: int, city: City | None, folder: Path, size: int = SIZE) -> None:
    """One scene, stored in any way, unless the folder has it already."""
    if folder.exists():
        return
    output = np.random.default_rng(seed).choice(["db", "amplitude", "8bit"])
    write_scene(simulate(seed, size, city=city), folder, output=str(output))
