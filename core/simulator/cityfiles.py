"""Towns from files: CityJSON, CityJSONSeq, and lists of footprints with heights."""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry import shape

from ..hatch.errors import InputError
from .city import Building, City, Floats, Ground, Material, Roof, clear_things, scatter

_METRES_PER_DEGREE = 111_320.0
_MARGIN_M = 20.0
_HEIGHT_NAMES = ("height", "measuredHeight", "building:height", "height_m")


def read_city(path: str | Path) -> City:
    """Read a town; heights are above the ground at each building's foot, in metres.

    Understands CityJSON 1.x and 2.0, CityJSONSeq (one feature a line), GeoJSON in degrees or metres
    with a height among its properties, and a plain list of {"height", "polygon"} in degrees. The
    origin is moved to the lower left of the buildings, with some room around them. Water, roads
    and green are taken from CityJSON where it has them; trees and parked cars, which none of the
    formats has, are strewn about, the same for the same file. Outlines without an area are left
    out, and of what falls into several parts the largest is kept.

    Raises InputError when the file can't be read or has no building with a height.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read ({error}); choose a CityJSON file.") from error
    try:
        buildings, patches = _parse(text)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise InputError(
            f"{path} is neither CityJSON nor a list of footprints with heights ({error!r}); "
            "choose another file."
        ) from error
    if not buildings:
        raise InputError(f"{path} has no building with a height; choose another file.")
    return _furnished(buildings, patches, np.random.default_rng(zlib.crc32(text.encode())))


_Patches = list[tuple[Polygon, Ground]]


def _parse(text: str) -> tuple[list[Building], _Patches]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError:
        return _from_sequence(text)
    if isinstance(document, list):
        return _from_list(document), []
    if document.get("type") == "CityJSON":
        return _from_cityjson(document["CityObjects"], _vertices(document, document))
    if document.get("type") == "FeatureCollection":
        return _from_geojson(document["features"]), []
    raise ValueError(f"type {document.get('type')!r}")


def _vertices(document: dict[str, Any], header: dict[str, Any]) -> Floats:
    points = np.array(document["vertices"], dtype=float).reshape(-1, 3)
    transform = header.get("transform")
    return points * transform["scale"] + transform["translate"] if transform else points


def _from_sequence(text: str) -> tuple[list[Building], _Patches]:
    lines = [json.loads(line) for line in text.splitlines() if line.strip()]
    header = lines[0]
    buildings: list[Building] = []
    patches: _Patches = []
    for feature in lines[1:]:
        found, ground = _from_cityjson(feature["CityObjects"], _vertices(feature, header))
        buildings += found
        patches += ground
    return buildings, patches


_COVERS = {
    "Road": Ground.ROAD,
    "Railway": Ground.GRAVEL,
    "WaterBody": Ground.WATER,
    "PlantCover": Ground.GARDEN,
    "LandUse": Ground.PAVED,
}


def _from_cityjson(objects: dict[str, Any], vertices: Floats) -> tuple[list[Building], _Patches]:
    """One Building for each object of that type, its parts among it; and what covers the ground."""
    buildings, patches = [], []
    for thing in objects.values():
        if thing["type"] == "Building":
            parts = [thing, *(objects[child] for child in thing.get("children", []))]
            surfaces = [s for part in parts for s in _surfaces(part, vertices)]
            building = _from_surfaces(surfaces)
            if building is not None:
                buildings.append(building)
        elif thing["type"] in _COVERS:
            flat = shapely.union_all([_flat(s) for s in _surfaces(thing, vertices)])
            patches += [(p, _COVERS[thing["type"]]) for p in _polygons(flat)]
    # Water last: it is painted over everything else.
    return buildings, sorted(patches, key=lambda patch: patch[1] == Ground.WATER)


def _surfaces(thing: dict[str, Any], vertices: Floats) -> Iterator[list[Floats]]:
    """The surfaces of an object's most detailed geometry: each a list of rings of points [N, 3]."""
    geometries = thing.get("geometry") or []
    if not geometries:
        return
    geometry = max(geometries, key=lambda g: float(g["lod"]))
    nesting = {"MultiSurface": 0, "CompositeSurface": 0, "Solid": 1, "MultiSolid": 2}
    depth = nesting.get(geometry["type"], 0)
    shells = geometry["boundaries"]
    for _ in range(depth):
        shells = [surface for shell in shells for surface in shell]
    for rings in shells:
        yield [vertices[ring] for ring in rings if len(ring) >= 3]


def _flat(surface: list[Floats]) -> Polygon:
    """A surface seen from above, empty where it stands upright."""
    if not surface:
        return Polygon()
    seen = Polygon(surface[0][:, :2], [ring[:, :2] for ring in surface[1:]])
    if seen.area < 0.05:
        return Polygon()
    # Grown and shrunk by a millimetre, so that neighbours meet in spite of rounding.
    return seen.buffer(0.001, join_style="mitre")


def _from_surfaces(surfaces: list[list[Floats]]) -> Building | None:
    """The union of all surfaces from above, and a roof that has their eaves and ridge."""
    footprint = _largest(shapely.union_all([_flat(s) for s in surfaces]))
    if footprint is None:
        return None
    heights = np.concatenate([ring[:, 2] for surface in surfaces for ring in surface])
    base, top = float(heights.min()), float(np.ptp(heights))
    areas, levels, rises = [], [], []
    for surface in surfaces:
        area = _flat(surface).area
        low, high = surface[0][:, 2].min() - base, surface[0][:, 2].max() - base
        if area > 0.5 and high > min(1.5, 0.25 * top):  # not the floor
            areas.append(area)
            levels.append(low)
            rises.append(high - low)
    if not areas:
        return None
    weights = np.array(areas) / sum(areas)
    eaves, rise = float(weights @ levels), float(weights @ rises)
    steep = rise > 0.8
    return Building(
        footprint,
        max(eaves, 2.0),
        rise if steep else 0.0,
        Roof.GABLE if steep else Roof.FLAT,
        Material.TILE if steep else Material.BITUMEN,
    )


def _from_list(entries: list[dict[str, Any]]) -> list[Building]:
    outlines = [Polygon(entry["polygon"]) for entry in entries]
    return _from_outlines(outlines, [float(entry["height"]) for entry in entries])


def _from_geojson(features: list[dict[str, Any]]) -> list[Building]:
    outlines: list[Polygon] = []
    heights: list[float] = []
    for feature in features:
        properties = feature.get("properties") or {}
        height = next((float(properties[n]) for n in _HEIGHT_NAMES if properties.get(n)), 0.0)
        parts = list(shapely.get_parts(shape(feature["geometry"]))) if height > 0 else []
        outlines += parts
        heights += [height] * len(parts)
    return _from_outlines(outlines, heights)


def _from_outlines(outlines: list[Polygon], heights: list[float]) -> list[Building]:
    """Flat-roofed buildings; outlines within the range of degrees are taken for lon/lat."""
    if not outlines:
        return []
    placed = np.array(outlines, dtype=object)
    west, south, east, north = shapely.total_bounds(placed)
    if max(-west, east) <= 180 and max(-south, north) <= 90:
        scale = np.array([math.cos(math.radians((south + north) / 2)), 1.0]) * _METRES_PER_DEGREE
        placed = shapely.transform(placed, lambda p: (p - [west, south]) * scale)
    whole = [_largest(outline) for outline in placed]
    return [
        Building(outline, max(height, 2.0))
        for outline, height in zip(whole, heights, strict=True)
        if outline is not None
    ]


def _polygons(geometry: shapely.Geometry) -> list[Polygon]:
    parts = shapely.get_parts(shapely.make_valid(geometry))
    flat = [q for part in parts for q in (part.geoms if isinstance(part, MultiPolygon) else [part])]
    return [part for part in flat if isinstance(part, Polygon) and part.area > 0.5]


def _largest(geometry: shapely.Geometry) -> Polygon | None:
    return max(_polygons(geometry), key=lambda part: part.area, default=None)


def _furnished(buildings: list[Building], patches: _Patches, rng: np.random.Generator) -> City:
    """Move the origin to the lower left and add trees and cars between the buildings."""
    outlines = np.array([b.footprint for b in buildings], dtype=object)
    west, south, east, north = shapely.total_bounds(outlines)
    origin = np.array([west - _MARGIN_M, south - _MARGIN_M])
    width, height = east - west + 2 * _MARGIN_M, north - south + 2 * _MARGIN_M
    frame = shapely.box(0, 0, width, height)

    def placed(outline: Polygon) -> Polygon:
        return shapely.transform(outline, lambda p: p - origin)

    town = [
        Building(placed(b.footprint), b.eaves_m, b.rise_m, b.roof, b.material) for b in buildings
    ]
    covers = [(placed(outline), kind) for outline, kind in patches]
    if not covers:
        covers = [(frame, Ground.ROAD), *_yards([b.footprint for b in town])]
    water = shapely.union_all([outline for outline, kind in covers if kind == Ground.WATER])
    points = scatter(rng, frame, 45)
    radius = np.clip(rng.lognormal(0.8, 0.4, len(points)), 0.8, 6)
    trees = np.column_stack([points, radius, radius * rng.uniform(1.8, 3.2, len(points))])
    spots = scatter(rng, frame, 60)
    count = len(spots)
    cars = np.column_stack(
        [spots, np.full(count, 4.4), np.full(count, 1.8), rng.uniform(0, math.pi, count),
         rng.uniform(1.3, 2.2, count)]
    )  # fmt: skip
    return City(
        width,
        height,
        town,
        covers,
        clear_things(trees, town, water),
        clear_things(cars, town, water),
    )


def _yards(footprints: list[Polygon]) -> _Patches:
    """Green and paved yards about and between buildings, roads where none is near."""
    near = shapely.union_all(shapely.buffer(np.array(footprints, dtype=object), 6)).buffer(-2)
    kinds = (Ground.GARDEN, Ground.PAVED, Ground.GRASS)
    return [(part, kinds[i % len(kinds)]) for i, part in enumerate(_polygons(near))]
