"""Building polygons as OpenStreetMap data, for JOSM.

An .osm file has each vertex once, so that buildings with a common wall share its nodes. Objects are
new, with negative ids, and ``upload="false"`` makes JOSM ask before it sends them.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

import numpy as np
import shapely

from ..hatch.files import writing
from ..hatch.names import CREATOR

DIGITS = 7  # of degrees, as in OpenStreetMap's database
GRID = 10.0**-DIGITS
BUILDING, SOURCE = "building", "source"  # keys of tags


def write_osm(path: Path, polygons: np.ndarray, source: str) -> int:
    """Write polygons [n] in degrees, on multiples of GRID; the number of nodes.

    A polygon is a closed way, one with holes a multipolygon relation. Both have the tags
    building=yes and ``source``.
    """
    points, node_of = np.unique(
        np.rint(shapely.get_coordinates(polygons) / GRID).astype(np.int64),
        axis=0,
        return_inverse=True,
    )
    with writing(path), path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        file.write(f'<osm version="0.6" generator="{CREATOR}" upload="false">\n')
        for number, (lon, lat) in enumerate(points * GRID, start=1):
            place = f'lat="{lat:.{DIGITS}f}" lon="{lon:.{DIGITS}f}"'
            file.write(f'  <node id="-{number}" visible="true" {place}/>\n')
        file.writelines(_buildings(polygons, node_of.ravel() + 1, len(points), source))
        file.write("</osm>\n")
    return len(points)


def _buildings(polygons: np.ndarray, node_of: np.ndarray, nodes: int, source: str) -> Iterator[str]:
    """The ways, then the relations; ``node_of`` [m] are the nodes of all vertices, in order."""
    tags = f'    <tag k="{BUILDING}" v="yes"/>\n    <tag k="{SOURCE}" v="{escape(source)}"/>\n'
    rings, owners = shapely.get_rings(polygons, return_index=True)
    ends = np.cumsum(shapely.get_num_coordinates(rings))
    has_holes = shapely.get_num_interior_rings(polygons) > 0
    for ring, (owner, refs) in enumerate(zip(owners, np.split(node_of, ends[:-1])), start=1):
        yield f'  <way id="-{nodes + ring}" visible="true">\n'
        yield from (f'    <nd ref="-{node}"/>\n' for node in refs)
        yield ("" if has_holes[owner] else tags) + "  </way>\n"
    for number, building in enumerate(np.flatnonzero(has_holes), start=1):
        yield f'  <relation id="-{nodes + len(rings) + number}" visible="true">\n'
        for place, member in enumerate(np.flatnonzero(owners == building), start=1):
            role = "outer" if place == 1 else "inner"
            yield f'    <member type="way" ref="-{nodes + member + 1}" role="{role}"/>\n'
        yield '    <tag k="type" v="multipolygon"/>\n' + tags + "  </relation>\n"
