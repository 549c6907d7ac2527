"""Whether two versions extract the same footprints.

    python -m bench.same_extractions OLD NEW [--any-order]

OLD and NEW are folders of GeoPackages that the two versions wrote, under the same names. Compared
are the polygons, byte by byte and in their order, and all their attributes. With --any-order both
are sorted first. Exit status 1 if anything differs.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import pyogrio


def main() -> int:
    """Print a line for each pair of files; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--any-order", action="store_true")
    arguments = parser.parse_args()
    folders = (arguments.old, arguments.new)
    names = sorted({path.name for folder in folders for path in files_in(folder)})
    differences = [
        compare(arguments.old / name, arguments.new / name, arguments.any_order) for name in names
    ]
    for name, difference in zip(names, differences, strict=True):
        print(f"{name}: {difference or 'identical'}")
    same = sum(not difference for difference in differences)
    print(f"{same} of {len(names)} files are identical, polygon for polygon.")
    return 0 if names and same == len(names) else 1


def files_in(folder: Path) -> list[Path]:
    """The GeoPackages of a folder."""
    return list(folder.glob("*.gpkg"))


def compare(old: Path, new: Path, any_order: bool = False) -> str:
    """What differs first between two GeoPackages, "" if nothing does."""
    for path in (old, new):
        if not path.is_file():
            return f"{path} is missing"
    (meta, _, geometry, fields), (new_meta, _, new_geometry, new_fields) = (
        pyogrio.raw.read(path) for path in (old, new)
    )
    if len(geometry) != len(new_geometry):
        return f"{len(geometry)} and {len(new_geometry)} polygons"
    if any_order:
        order, new_order = np.argsort(geometry), np.argsort(new_geometry)
        geometry, new_geometry = geometry[order], new_geometry[new_order]
        fields = [values[order] for values in fields]
        new_fields = [values[new_order] for values in new_fields]
    moved = np.flatnonzero(geometry != new_geometry)
    if len(moved):
        return f"{len(moved)} of {len(geometry)} polygons differ, the first is number {moved[0]}"
    if meta["crs"] != new_meta["crs"] or list(meta["fields"]) != list(new_meta["fields"]):
        return "the coordinate system or the names of the fields differ"
    for name, values, new_values in zip(meta["fields"], fields, new_fields, strict=True):
        if not np.array_equal(values, new_values):
            return f"the field {name} differs"
    return ""


if __name__ == "__main__":
    sys.exit(main())
