"""What to expect of the default model by kind of settlement: pictures and figures for the guide.

    python -m bench.expect docs/images [--model M] [--seeds S ...] [--size N]

Simulated cities of each style, from SAR alone and with optical. The table, which is printed, has
means over the seeds; a picture shows the scene of the first one, whatever came out of it. In the
pictures footprints have the colours of the page Compare: white matched, yellow changed, blue new,
orange missing.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
from affine import Affine
from PIL import Image, ImageDraw

import core
from core.inference.engine import TorchEngine

STYLES = {
    "industrial": "industrial area",
    "slabs": "slabs",
    "perimeter": "perimeter blocks",
    "terraced": "terraced houses",
    "suburb": "suburb",
    "village": "village",
    "informal": "informal settlement",
}
PICTURES = ("industrial", "perimeter", "suburb", "informal")
COLOURS = {"matched": "white", "changed": "yellow", "new": "#4aa8ff", "missing": "#ff8c1a"}
SIDE, GAP = 320, 8  # pixels of one of the two maps in a picture, and between them
COLOUR_COUNT = 96
FIGURES = ("iou", "object_f1")


def main() -> None:
    """Print a row of the table for each style, and draw the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("images", type=Path)
    parser.add_argument("--model", type=Path, help="default: the one that ships")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4])
    parser.add_argument("--size", type=int, default=448)
    arguments = parser.parse_args()

    model = core.load_model(arguments.model)
    print("| scene | IoU, SAR | IoU, SAR + optical | object F1, SAR | object F1, SAR + optical |")
    print("|---" * 5 + "|")
    for style, name in STYLES.items():
        rows = []
        for seed in arguments.seeds:
            with tempfile.TemporaryDirectory() as temporary:
                folder = Path(temporary)
                core.simulate(folder / "scene", seed=seed, size=arguments.size, style=style)
                rows.append(figures(model, folder))
                if style in PICTURES and seed == arguments.seeds[0]:
                    draw(model, folder, arguments.images / f"expect-{style}.png")
        print(row_of(name, rows), flush=True)


def figures(model: TorchEngine, folder: Path) -> list[float]:
    """Each of FIGURES from SAR alone and with optical."""
    found = []
    for figure in FIGURES:
        for optical in (None, folder / "scene" / "optical.tif"):
            with core.open_scene(folder / "scene" / "sar.tif", optical=optical) as scene:
                labels = folder / "scene" / "buildings.geojson"
                found.append(getattr(core.evaluate(scene, model, labels), figure))
    return found


def row_of(name: str, rows: Sequence[Sequence[float]]) -> str:
    """A row of the table: means, and the least and most in brackets."""
    columns = np.array(rows).T
    cells = [f"{c.mean():.2f} ({c.min():.2f} to {c.max():.2f})" for c in columns]
    return f"| {name} | " + " | ".join(cells) + " |"


def draw(model: TorchEngine, folder: Path, out: Path) -> None:
    """Two maps side by side: SAR with what was found from it alone, and optical with both."""
    sar, optical = (folder / "scene" / f"{name}.tif" for name in ("sar", "optical"))
    picture = Image.new("RGB", (2 * SIDE + GAP, SIDE), "white")
    for place, background in enumerate((grey_of(sar), colours_of(optical))):
        found, probability = folder / f"{place}.gpkg", folder / f"{place}.tif"
        compared = folder / f"{place}-compared.gpkg"
        with core.open_scene(sar, optical=optical if place else None) as scene:
            core.extract(scene, model, found, probability=probability)
        labels = folder / "scene" / "buildings.geojson"
        core.compare(found, labels, compared, probability=probability)
        with rasterio.open(sar) as raster:
            outlined = with_outlines(background, compared, ~raster.transform)
        picture.paste(outlined, (place * (SIDE + GAP), 0))
    picture.quantize(COLOUR_COUNT).save(out, optimize=True)


def grey_of(sar: Path) -> Image.Image:
    """The mean of all bands, nodata black."""
    with rasterio.open(sar) as source:
        return stretched(source.read().astype(np.float64).mean(axis=0)[np.newaxis])


def colours_of(optical: Path) -> Image.Image:
    """Red, green and blue, or the only band."""
    with rasterio.open(optical) as source:
        bands = [1, 2, 3] if source.count >= 3 else [1]
        return stretched(source.read(bands).astype(np.float64))


def stretched(bands: np.ndarray) -> Image.Image:
    """Bands [1 or 3, height, width] from their 1st to their 99th percentile, nodata black."""
    valid = np.ma.masked_invalid(bands)
    low, high = np.percentile(valid.compressed(), (1, 99))
    shade = np.clip((valid - low) / (high - low), 0, 1).filled(0)
    rgb = np.broadcast_to((shade * 255).astype(np.uint8), (3, *shade.shape[1:]))
    return Image.fromarray(np.ascontiguousarray(np.moveaxis(rgb, 0, -1)))


def with_outlines(background: Image.Image, compared: Path, from_map: Affine) -> Image.Image:
    """The picture of a raster, SIDE pixels wide, with the differences of ``core.compare``."""
    large = 2 * SIDE  # drawn at twice the size, for smooth lines
    scale = large / background.width
    image = background.resize((large, large), Image.Resampling.BILINEAR)
    pen = ImageDraw.Draw(image)
    _, _, polygons, (status,) = pyogrio.raw.read(compared, columns=["status"])
    rings = [
        ([tuple(v * scale for v in from_map * point) for point in part.exterior.coords], kind)
        for polygon, kind in zip(shapely.from_wkb(polygons), status)
        for part in shapely.get_parts(polygon)
    ]
    for width, colours in ((5, None), (3, COLOURS)):  # a dark line below each
        for ring, kind in rings:
            pen.line(ring, fill=colours[kind] if colours else "black", width=width)
    return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
