"""How often footprints of each colour lie mostly on buildings of the reference.

    python -m bench.confidence ../shared/data/real [--model M]

From SAR alone over all scenes, and with optical over those that have it. The colours are those of
the style of footprints, by confidence.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
import shapely

import core
from core.footprints.read import read_labels, read_polygons
from core.hatch.names import CONFIDENCE, LABELS_FILE, OPTICAL_FILE, SAR_FILE
from core.inference.engine import TorchEngine

from .scenes import has_optical, with_buildings

COLOURS = ("orange", "yellow", "green")
LIMITS = (0.5, 0.7)  # of confidence, between the colours


def main() -> None:
    """Print a row for SAR alone and one with optical."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, help="default: the one that ships")
    arguments = parser.parse_args()
    model = core.load_model(arguments.model)
    scenes = with_buildings(arguments.data)
    print("| input | scenes | " + " | ".join(COLOURS) + " |")
    print("|---" * (2 + len(COLOURS)) + "|")
    for optical, name in ((False, "SAR alone"), (True, "with optical")):
        chosen = [folder for folder in scenes if has_optical(folder) or not optical]
        found = np.concatenate([confidence_and_hit(model, folder, optical) for folder in chosen])
        print(row_of(name, len(chosen), found))


def confidence_and_hit(model: TorchEngine, folder: Path, optical: bool) -> np.ndarray:
    """Of each footprint [n, 2] its confidence, and whether over half of it is on buildings."""
    with tempfile.TemporaryDirectory() as temporary:
        out = Path(temporary) / "footprints.gpkg"
        image = folder / OPTICAL_FILE if optical else None
        with core.open_scene(folder / SAR_FILE, optical=image) as scene:
            core.extract(scene, model, out)
            labels = read_labels(folder / LABELS_FILE, scene.grid).geometries
        found = read_polygons(out, [CONFIDENCE])
    buildings = shapely.union_all(labels)
    shapes = found.geometries
    shares = shapely.area(shapely.intersection(shapes, buildings)) / shapely.area(shapes)
    return np.column_stack([found.fields[CONFIDENCE], shares > 0.5])


def row_of(name: str, scenes: int, found: np.ndarray) -> str:
    """A row of the table: the share on buildings, and the number of footprints."""
    colours = np.digitize(found[:, 0], LIMITS, right=True)
    hits = [found[colours == colour, 1] for colour in range(len(COLOURS))]
    cells = [f"{hit.mean():.0%} of {len(hit)}" if len(hit) else "none" for hit in hits]
    return f"| {name} | {scenes} | " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main()
