"""How good the outlines of an extraction are, and how long outlines take.

    python -m bench.outlines FOOTPRINTS... [--labels LABELS] [--min-iou 0.5]
    python -m bench.outlines [--sizes 4096 8192 16384x409600]

The first form prints overlaps, right angles and agreement with labels. FOOTPRINTS are GeoPackages
of extractions. LABELS is a vector file of buildings; with it, the table also has object F1, the
share of footprints that hold several buildings, and that of right-angled ones among those that
match a rectangular building. The second form makes up predictions of towns, outlines them, and
prints the time of each step beside the network and the power of the number of footprints with which
it grows.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import shapely

from bench.memory import size_of
from bench.outline_times import print_times
from core.footprints.read import read_polygons
from core.matching import Overlaps, match, overlaps

SIDES = (4096, 8192, 16384)
_RIGHT = 1.0  # degrees by which a right angle may be off
_STRAIGHT = 0.5  # degrees by which a vertex may be off a straight wall
_RECTANGULAR = 0.98  # least share that a rectangular building fills of its rectangle


def main() -> None:
    """Print a line for each file, or the times."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("footprints", type=Path, nargs="*")
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--min-iou", type=float, default=0.5)
    parser.add_argument("--sizes", type=size_of, nargs="+", default=[(s, s) for s in SIDES])
    arguments = parser.parse_args()
    if not arguments.footprints:
        print_times(arguments.sizes)
        return
    labels = read_polygons(arguments.labels).geometries if arguments.labels else None
    for path in arguments.footprints:
        polygons = read_polygons(path).geometries
        values = figures(polygons, labels, arguments.min_iou)
        print(f"{path.stem}:", ", ".join(f"{name} {value:.3g}" for name, value in values.items()))


def figures(
    polygons: np.ndarray, labels: np.ndarray | None = None, min_iou: float = 0.5
) -> dict[str, float]:
    """Figures of polygons [n], also against labels [m] that match at ``min_iou`` or more."""
    area, overlapping = self_overlaps(polygons)
    squared = np.array([right_angled(polygon) for polygon in polygons], dtype=bool)
    result = {
        "footprints": len(polygons),
        "valid coverage": float(shapely.coverage_is_valid(polygons)),
        "overlap area": area,
        "overlapping": overlapping,
        "right-angled": squared.mean() if len(squared) else 0.0,
    }
    if labels is not None:
        pairs = overlaps(polygons, labels)
        matched = match(pairs, min_iou)
        found, label = pairs.first[matched], pairs.second[matched]
        hull = shapely.area(shapely.minimum_rotated_rectangle(labels[label]))
        rectangular = shapely.area(labels[label]) >= _RECTANGULAR * hull
        several = (buildings_in(pairs, labels) > 1).sum()
        result["object F1"] = 2 * len(found) / max(len(polygons) + len(labels), 1)
        result["with several buildings"] = several / max(len(polygons), 1)
        result["matched rectangles"] = rectangular.sum()
        result["of these right-angled"] = squared[found[rectangular]].mean()
    return result


def buildings_in(pairs: Overlaps, labels: np.ndarray) -> np.ndarray:
    """Of each footprint that overlaps a label, how many labels [m] lie in it with half their area.

    ``pairs`` are the overlaps of the footprints and the labels.
    """
    inside = pairs.area >= 0.5 * shapely.area(labels)[pairs.second]
    return np.bincount(pairs.first, weights=inside)


def self_overlaps(polygons: np.ndarray) -> tuple[float, float]:
    """Area that polygons [n] have in common, and the share of polygons that overlap another."""
    first, second = shapely.STRtree(polygons).query(polygons, "intersects")
    once = first < second
    areas = shapely.area(shapely.intersection(polygons[first[once]], polygons[second[once]]))
    some = areas > 1e-6
    count = len(np.union1d(first[once][some], second[once][some]))
    return float(areas.sum()), count / max(len(polygons), 1)


def right_angled(polygon: shapely.Polygon) -> bool:
    """Whether all corners of the outer ring are right angles."""
    walls = np.diff(shapely.get_coordinates(polygon.exterior) @ (1, 1j))
    turns = np.abs(np.angle(np.roll(walls, -1) / walls, deg=True))
    return bool(((np.abs(turns - 90) < _RIGHT) | (turns < _STRAIGHT)).all())


if __name__ == "__main__":
    main()
