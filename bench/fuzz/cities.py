"""City models: CityJSON, CityJSONSeq, GeoJSON and lists of footprints with heights."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from core.simulator import read_city, simulate

from .kind import Kind, Sample
from .mutation import damaged_bytes, damaged_document, damaged_json, json_bytes

_BOX = [(0, 0, 0), (9000, 0, 0), (9000, 9000, 0), (0, 9000, 0)]
_VERTICES = [[*map(int, point)] for point in (*_BOX, *((x, y, 6000) for x, y, _ in _BOX))]
_SHELL = [[[0, 3, 2, 1]], [[4, 5, 6, 7]], [[0, 1, 5, 4]], [[1, 2, 6, 5]], [[2, 3, 7, 6]]]


def seeds(folder: Path) -> list[Sample]:  # noqa: ARG001
    """A city of each format."""
    transform = {"scale": [0.001] * 3, "translate": [80_000, 440_000, 1]}
    objects = {
        "a": {
            "type": "Building",
            "children": ["b"],
            "geometry": [{"type": "Solid", "lod": "2", "boundaries": [_SHELL]}],
        },
        "b": {
            "type": "BuildingPart",
            "geometry": [{"type": "MultiSurface", "lod": "1.2", "boundaries": _SHELL[:3]}],
        },
        "w": {
            "type": "WaterBody",
            "geometry": [{"type": "MultiSurface", "lod": 0, "boundaries": [[[0, 1, 2, 3]]]}],
        },
    }
    head = {"type": "CityJSON", "version": "2.0", "transform": transform}
    city = {**head, "CityObjects": objects, "vertices": _VERTICES}
    lines = [
        {**head, "CityObjects": {}, "vertices": []},
        {"type": "CityJSONFeature", "id": "a", "CityObjects": objects, "vertices": _VERTICES},
    ]
    ring = [[4.47, 51.92], [4.471, 51.92], [4.471, 51.921], [4.47, 51.921], [4.47, 51.92]]
    feature = {
        "type": "Feature",
        "properties": {"height": 9.5, "measuredHeight": "12"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    collection = {"type": "FeatureCollection", "features": [feature, feature]}
    entries = [{"height": 8, "polygon": [[500, 0], [510, 0], [510, 10]]}]
    return [
        _sample(city),
        Sample("\n".join(map(json.dumps, lines)).encode(), ".jsonl"),
        _sample(collection),
        _sample(entries),
    ]


def damage(random: Random, samples: Sequence[Sample]) -> Sample:
    """A changed city."""
    sample = random.choice(samples)
    if sample.extension == ".jsonl":
        return Sample(_damaged_lines(random, sample.data), ".jsonl")
    return Sample(damaged_document(random, [sample.data]), ".json")


def read(path: Path) -> None:
    """Read the city and simulate a scene of it. Raises InputError."""
    simulate(1, 16, city=read_city(path))


def _sample(document: Any) -> Sample:
    return Sample(json.dumps(document).encode(), ".json")


def _damaged_lines(random: Random, data: bytes) -> bytes:
    lines = data.splitlines()
    number = random.randrange(len(lines))
    lines[number] = json_bytes(random, damaged_json(random, json.loads(lines[number])))
    joined = b"\n".join(lines)
    return damaged_bytes(random, joined) if random.random() < 0.2 else joined


KIND = Kind(seeds, damage, read, share=0.06)
