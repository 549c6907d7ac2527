"""Self-test of the worker's Python: ``python -m core.selftest`` prints one JSON object.

That is what ``selftest`` returns, and ``templates`` of its messages as ``templates_of`` has them.
Every library that the worker needs is imported, so that a broken one is found before a job.
"""

from __future__ import annotations

import json
import platform
import statistics
import time
from importlib.metadata import version
from typing import Any

import affine  # noqa: F401
import numpy as np
import pyogrio  # noqa: F401
import rasterio  # noqa: F401
import scipy  # noqa: F401
import shapely  # noqa: F401
from pyproj import CRS

from .hatch.jobs import OPTICAL_BANDS, POLARISATIONS
from .hatch.library import DEFAULT_MODEL
from .hatch.messages import templates_of
from .hatch.requirements import required_modules
from .inference.engine import TorchEngine
from .inference.engine_selection import load_engine

RUNS, SIDE = 3, 512


def selftest() -> dict[str, Any]:
    """Versions, engine and speed of this Python.

    Keys: ``python``, ``system``, ``versions``, ``engine`` (library, device, precision), ``reason``
    (why this device) and ``tile_s``: median seconds of RUNS tiles of SIDE pixels, SAR alone.
    Raises whatever a broken library raises.
    """
    CRS.from_epsg(32631)  # fails if PROJ does not find its database
    engine = load_engine(DEFAULT_MODEL)
    tile = np.random.default_rng(0).normal(size=(len(POLARISATIONS), SIDE, SIDE))
    seconds = [_time(engine, tile.astype(np.float32)) for _ in range(1 + RUNS)]
    _prepare(engine)
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "versions": {name: version(name) for name in required_modules()},
        "engine": engine.name,
        "reason": engine.reason,
        "tile_s": round(statistics.median(seconds[1:]), 3),  # the first one warms up
    }


def _prepare(engine: TorchEngine) -> None:
    """Predict with optical, too: what OpenVINO converts for that is kept for the first job."""
    sar, optical = (np.zeros((len(b), 64, 64), np.float32) for b in (POLARISATIONS, OPTICAL_BANDS))
    for hallucinate in (False, True):
        engine.predict(sar, optical, hallucinate)


def _time(engine: TorchEngine, tile: np.ndarray) -> float:
    start = time.perf_counter()
    engine.predict(tile, None)  # returns when the probabilities are in main memory
    return time.perf_counter() - start


if __name__ == "__main__":
    found = selftest()
    print(json.dumps({**found, "templates": templates_of(found)}))
