"""The kinds of input by their names."""

from __future__ import annotations

from . import (
    checkpoints,
    cities,
    events,
    manifests,
    probabilities,
    rasters,
    requests,
    vectors,
    weights,
    zips,
)
from .kind import Kind

KINDS: dict[str, Kind] = {
    "requests": requests.KIND,
    "events": events.KIND,
    "manifests": manifests.KIND,
    "zips": zips.KIND,
    "checkpoints": checkpoints.KIND,
    "weights": weights.KIND,
    "rasters": rasters.KIND,
    "probabilities": probabilities.KIND,
    "vectors": vectors.KIND,
    "cities": cities.KIND,
}
