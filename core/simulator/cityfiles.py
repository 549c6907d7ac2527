"""Read cities from CityJSON, CityJSONSeq, GeoJSON, and lists of footprints with heights."""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely import Polygon
from shapely.errors import ShapelyError
from shapely.geometry import shape

from ..hatch.errors import InputError
from ..polygons import valid_polygons
from .city import Building, City, Floats, LandCover, Material, Roof, remove_overlapping, scatter

_METRES_PER_DEGREE = 111_320.0
_MARGIN_M = 20.0
_WIDEST_M, _HIGHEST_M = 50_000.0, 1_000.0  # of a city, and of a building
_HEIGHT_NAMES = ("height", "measuredHeight", "building:height", "height_m")


def read_city(path: str | Path) -> City:
    """Read a city model.

    Formats are CityJSON 1.x and 2.0, CityJSONSeq (one feature per line), GeoJSON in degrees or
    metres with a height property, and a list of {"height", "polygon"} in degrees or metres. Heights
    are relative to the base of each building, in metres. Land cover is read from CityJSON. Trees
    and parked cars are random but deterministic for a given file. The origin is moved to the lower
    left of the buildings, with a margin. Polygons without an area are dropped; of a geometry with
    several parts, only the largest is used.

    Raises InputError if the file cannot be read, has no building with a height, or is too large
    or too high for a city.
    """
    path = Path(path)
    try:
        text = _text(path)
    except OSError as error:
        raise InputError(
            "The file cannot be read ({reason}); choose a CityJSON file: {path}",
            path=path,
            reason=error,
        ) from error
    try:
        buildings, patches = _parse(text)
    except (
        ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
        ShapelyError,
    ) as error:  # fmt: skip
        raise InputError(
            "The file is neither CityJSON nor a list of footprints with heights ({reason}); "
            "choose another file: {path}",
            path=path,
            reason=repr(error)[:200],
        ) from error
    if not buildings:
        raise InputError(
            "The file has no building with a height; choose another file: {path}", path=path
        )
    _check_size(buildings, path)
    return _assemble(buildings, patches, np.random.default_rng(zlib.crc32(text.encode())))


def _check_size(buildings: list[Building], path: Path) -> None:
    """Raise InputError for a city whose coordinates are not in metres or degrees."""
    outlines = [building.footprint for building in buildings]
    west, south, east, north = shapely.total_bounds(outlines)
    widest = max(east - west, north - south)
    highest = max(building.eaves_m + building.rise_m for building in buildings)
    if not (widest <= _WIDEST_M and highest <= _HIGHEST_M):
        raise InputError(
            "The city is {width:,.0f} km wide and {height:,.0f} m high, more than {widest:.0f} km "
            "or {highest:,.0f} m; choose a file in metres, or a part of the city: {path}.",
            width=widest / 1000,
            height=highest,
            widest=_WIDEST_M / 1000,
            highest=_HIGHEST_M,
            path=path,
        )


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")  # only names can contain non-ASCII characters


_Patches = list[tuple[Polygon, LandCover]]


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
    """Vertices [N, 3] in metres, with the scale and offset of the header applied."""
    points = np.array(document["vertices"], dtype=float).reshape(-1, 3)
    transform = header.get("transform")
    return points * transform["scale"] + transform["translate"] if transform else points


def _from_sequence(text: str) -> tuple[list[Building], _Patches]:
    lines = [json.loads(line) for line in text.splitlines() if line.strip()]
    header = lines[0]
    buildings: list[Building] = []
    patches: _Patches = []
    for feature in lines[1:]:
        found, covers = _from_cityjson(feature["CityObjects"], _vertices(feature, header))
        buildings += found
        patches += covers
    return buildings, patches


_LAND_COVERS = {
    "Road": LandCover.ROAD,
    "Railway": LandCover.GRAVEL,
    "WaterBody": LandCover.WATER,
    "PlantCover": LandCover.GARDEN,
    "LandUse": LandCover.PAVED,
}


def _from_cityjson(objects: dict[str, Any], vertices: Floats) -> tuple[list[Building], _Patches]:
    """Buildings, each including its parts, and patches of land cover."""
    buildings, patches = [], []
    for item in objects.values():
        if item["type"] == "Building":
            parts = [item, *(objects[child] for child in item.get("children", []))]
            surfaces = [s for part in parts for s in _surfaces(part, vertices)]
            building = _from_surfaces(surfaces)
            if building is not None:
                buildings.append(building)
        elif item["type"] in _LAND_COVERS:
            flat = shapely.union_all([_projection(s) for s in _surfaces(item, vertices)])
            patches += [(p, _LAND_COVERS[item["type"]]) for p in _polygons(flat)]
    # Water is last, so that it is drawn on top.
    return buildings, sorted(patches, key=lambda patch: patch[1] == LandCover.WATER)


def _surfaces(item: dict[str, Any], vertices: Floats) -> Iterator[list[Floats]]:
    """Surfaces of the geometry with the highest LoD, each a list of rings of points [N, 3]."""
    geometries = item.get("geometry") or []
    if not geometries:
        return
    geometry = max(geometries, key=lambda g: float(g["lod"]))
    nesting = {"MultiSurface": 0, "CompositeSurface": 0, "Solid": 1, "MultiSolid": 2}
    depth = nesting.get(geometry["type"], 0)
    shells = geometry["boundaries"]
    for _ in range(depth):
        shells = [surface for shell in shells for surface in shell]
    for rings in shells:
        if found := [vertices[ring] for ring in rings if len(ring) >= 3]:
            yield found


def _projection(surface: list[Floats]) -> Polygon:
    """The vertical projection of a surface; empty if the surface is vertical."""
    projected = Polygon(surface[0][:, :2], [ring[:, :2] for ring in surface[1:]])
    if projected.area < 0.05:
        return Polygon()
    # Buffered by a millimetre, so that adjacent surfaces touch in spite of rounding.
    return projected.buffer(0.001, join_style="mitre")


def _from_surfaces(surfaces: list[list[Floats]]) -> Building | None:
    """A building from its surfaces: their projected union, with mean eaves and ridge heights."""
    footprint = _largest(shapely.union_all([_projection(s) for s in surfaces]))
    if footprint is None:
        return None
    heights = np.concatenate([ring[:, 2] for surface in surfaces for ring in surface])
    base, top = float(heights.min()), float(np.ptp(heights))
    areas, levels, rises = [], [], []
    for surface in surfaces:
        area = _projection(surface).area
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
        height = _height(feature.get("properties") or {})
        if height > 0 and feature.get("geometry"):
            polygons, _ = valid_polygons(np.array([shape(feature["geometry"])], dtype=object))
            parts = shapely.get_parts(polygons)
            outlines += list(parts)
            heights += [height] * len(parts)
    return _from_outlines(outlines, heights)


def _height(properties: dict[str, Any]) -> float:
    """The first height in metres that is a number, 0 without one."""
    for name in _HEIGHT_NAMES:
        try:
            height = float(properties[name])
        except (KeyError, TypeError, ValueError):
            continue
        if 0 < height < math.inf:
            return height
    return 0.0


def _from_outlines(outlines: list[Polygon], heights: list[float]) -> list[Building]:
    """Flat-roofed buildings. Coordinates within the range of degrees are read as lon/lat."""
    if not outlines:
        return []
    placed, _ = valid_polygons(np.array(outlines, dtype=object))
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
    """The valid polygons of a geometry that are larger than 0.5 m²."""
    polygons, _ = valid_polygons(np.array([geometry], dtype=object))
    return [part for part in shapely.get_parts(polygons) if part.area > 0.5]


def _largest(geometry: shapely.Geometry) -> Polygon | None:
    return max(_polygons(geometry), key=lambda part: part.area, default=None)


def _assemble(buildings: list[Building], patches: _Patches, rng: np.random.Generator) -> City:
    """Move the origin to the lower left, and add trees and cars between the buildings."""
    outlines = np.array([b.footprint for b in buildings], dtype=object)
    west, south, east, north = shapely.total_bounds(outlines)
    origin = np.array([west - _MARGIN_M, south - _MARGIN_M])
    width, height = east - west + 2 * _MARGIN_M, north - south + 2 * _MARGIN_M
    frame = shapely.box(0, 0, width, height)

    def move(outline: Polygon) -> Polygon:
        return shapely.transform(outline, lambda p: p - origin)

    moved = [
        Building(move(b.footprint), b.eaves_m, b.rise_m, b.roof, b.material) for b in buildings
    ]
    covers = [(move(outline), kind) for outline, kind in patches]
    if not covers:
        covers = [(frame, LandCover.ROAD), *_yards([b.footprint for b in moved])]
    water = shapely.union_all([outline for outline, kind in covers if kind == LandCover.WATER])
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
        moved,
        covers,
        remove_overlapping(trees, moved, water),
        remove_overlapping(cars, moved, water),
    )


def _yards(footprints: list[Polygon]) -> _Patches:
    """Vegetated and paved yards around the buildings."""
    yards = shapely.union_all(shapely.buffer(np.array(footprints, dtype=object), 6)).buffer(-2)
    kinds = (LandCover.GARDEN, LandCover.PAVED, LandCover.GRASS)
    return [(part, kinds[i % len(kinds)]) for i, part in enumerate(_polygons(yards))]
