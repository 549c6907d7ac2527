"""What an extraction does not depend on: crop, shift, area, tile size, repetition.

    python -m bench.invariants [SCENE ...] [--careful] [--seeds 1 2] [--size 1200]

SCENE is a folder with ``sar.tif`` and, optionally, ``optical.tif``. Without one, scenes are
simulated. Prints a table for each scene, from SAR alone and with optical: the IoU of two masks of
buildings, over all pixels and over those at some distance from the edges that were cut off. The
exit status is 1 if a bound of docs/reliability.md is broken; rows without a bound inform.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import rasterio
import shapely
from rasterio import DatasetReader
from rasterio.enums import ColorInterp
from rasterio.transform import Affine
from rasterio.vrt import WarpedVRT
from rasterio.warp import Resampling, reproject
from rasterio.windows import Window, from_bounds

from bench.outlines import self_overlaps
from core.footprints.building_mask import building_mask
from core.footprints.read import read_polygons
from core.hatch.jobs import Area, ExtractJob, SceneInput
from core.hatch.library import DEFAULT_MODEL
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.inference.predict import Engine, probability_strips
from core.inference.tta import TTAEngine
from core.raster.grid import Grid
from core.raster.scene import open_scene
from core.simulator import simulate, write_scene
from core.tasks.extract import extract
from core.timing import Timing

DISTANCES = (0, 64, 128, 256)  # pixels from the edges that were cut off
SHIFT = {128: 0.98}  # least IoU by distance
AREA = {0: 0.98}
SIDE = 368  # pixels of an area, that of a click
TILE = 768  # pixels, in place of the engine's own
OTHER_CRS = "EPSG:3857"


@dataclass(frozen=True)
class Mask:
    """A prediction: building and valid pixels, bool [h, w], on ``grid``."""

    building: np.ndarray
    valid: np.ndarray
    grid: Grid


@dataclass(frozen=True)
class Row:
    """A line of the table: IoU by distance from the cut edges, and what was promised of it."""

    name: str
    figures: dict[int, float]
    bounds: dict[int, float] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Whether no bound is broken."""
        return all(self.figures[distance] >= least for distance, least in self.bounds.items())

    def __str__(self) -> str:
        cells = [f"{self.figures[d]:>8.4f}" if d in self.figures else " " * 8 for d in DISTANCES]
        promise = ", ".join(f"{least:g} from {d} px" for d, least in self.bounds.items())
        verdict = "" if self.holds else "   BROKEN"
        return f"{self.name:<34}{''.join(cells)}   {promise}{verdict}"


def main() -> int:
    """Print the tables; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("scenes", type=Path, nargs="*")
    parser.add_argument("--careful", action="store_true", help="the mean of eight views")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2], help="of simulated scenes")
    parser.add_argument("--size", type=int, default=1200, help="of simulated scenes, in pixels")
    arguments = parser.parse_args()
    torch_engine = TorchEngine(DEFAULT_MODEL)
    engine = TTAEngine(torch_engine) if arguments.careful else torch_engine
    print(engine.name)
    broken = 0
    with tempfile.TemporaryDirectory() as name:
        folders = arguments.scenes
        if not folders:
            folders = [Path(name) / f"simulated{seed}" for seed in arguments.seeds]
            for seed, folder in zip(arguments.seeds, folders, strict=True):
                write_scene(simulate(seed, arguments.size), folder)
        for folder in folders:
            for source in sources_in(folder):
                title = "SAR and optical" if source.optical else "SAR alone"
                print(f"\n{folder.name}, {title}")
                print(
                    f"{'IoU at a distance, in px, of':<34}{''.join(f'{d:>8}' for d in DISTANCES)}"
                )
                for row in rows(source, engine, Path(name)):
                    print(row, flush=True)
                    broken += not row.holds
    print(f"\n{broken} bounds are broken." if broken else "\nAll bounds hold.")
    return 1 if broken else 0


def sources_in(folder: Path) -> list[SceneInput]:
    """The SAR of a folder alone and, if there is optical, with it."""
    sar, optical = folder / "sar.tif", folder / "optical.tif"
    alone = SceneInput((str(sar),))
    return [alone, replace(alone, optical=str(optical))] if optical.exists() else [alone]


def rows(source: SceneInput, engine: Engine, folder: Path) -> Iterator[Row]:
    """The lines of the table of a scene; ``folder`` is for temporary files."""
    whole = predict(source, engine)
    cuts = {
        "without its first row and column": ((1, 1, 0, 0), SHIFT),
        "without 37 rows, 101 columns": ((37, 101, 0, 0), {}),
        "without a tenth on each side": (_tenth(whole.grid), {}),
    }
    for name, (cut, bounds) in cuts.items():
        part = predict(cropped(source, cut, folder), engine)
        yield Row(name, {d: iou(part, whole, cut, d) for d in DISTANCES}, bounds)
    part = predict(replace(source, area=square_in(whole.grid)), engine)
    yield Row(f"area of {SIDE} px", {0: iou(part, whole)}, AREA)
    yield Row("quarter turn", {0: iou(turned(source, engine, folder), whole)})
    other = predict(reprojected(source, folder), engine)
    yield Row(f"reprojected to {OTHER_CRS}", {0: iou(other, whole)})
    larger = predict(source, engine, TILE)
    yield Row(f"tiles of {TILE} px", {0: iou(larger, whole)})
    yield from extraction(source, engine, folder)


def predict(source: SceneInput, engine: Engine, tile: int | None = None) -> Mask:
    """The building pixels of a scene at the model's threshold, in tiles of ``tile`` pixels."""
    own, engine.tile = engine.tile, tile or engine.tile
    with open_scene(source, engine.manifest.pixel_size_m) as scene:
        with closing(probability_strips(scene, engine, Reporter(), Timing())) as strips:
            kept = [(building_mask(s, engine.manifest.threshold), s.valid) for s in strips]
        building, valid = (np.concatenate(part) for part in zip(*kept, strict=True))
    engine.tile = own
    return Mask(building, valid, scene.grid)


def iou(
    part: Mask, whole: Mask, cut: tuple[int, int, int, int] = (0, 0, 0, 0), distance: int = 0
) -> float:
    """IoU of two predictions where both are valid, at a distance from the edges of ``part``.

    Only those edges count at which something was cut off: the top, left, bottom and right one.
    ``whole`` is laid on the pixels of ``part``, the nearest one for each.
    """
    known = part.valid & laid(whole.valid, whole.grid.transform, whole.grid, part.grid)
    building = laid(whole.building, whole.grid.transform, whole.grid, part.grid)
    top, left, bottom, right = (distance if pixels else 0 for pixels in cut)
    height, width = known.shape
    known = known[top : height - bottom, left : width - right]
    first = part.building[top : height - bottom, left : width - right] & known
    second = building[top : height - bottom, left : width - right] & known
    union = (first | second).sum()
    return float((first & second).sum() / union) if union else 1.0


def laid(values: np.ndarray, transform: Affine, grid: Grid, target: Grid) -> np.ndarray:
    """Bool [h, w] of this transform in the CRS of ``grid``, on the pixels of ``target``."""
    result = np.zeros((target.height, target.width), np.uint8)
    reproject(
        values.astype(np.uint8),
        result,
        src_transform=transform,
        src_crs=grid.crs,
        dst_transform=target.transform,
        dst_crs=target.crs,
        resampling=Resampling.nearest,
    )
    return result > 0


def _tenth(grid: Grid) -> tuple[int, int, int, int]:
    return (grid.height // 10, grid.width // 10) * 2


def cropped(source: SceneInput, cut: tuple[int, int, int, int], folder: Path) -> SceneInput:
    """The scene in files without some rows and columns: top, left, bottom, right."""
    with rasterio.open(source.sar[0]) as file:
        top, left, bottom, right = cut
        window = Window(left, top, file.width - left - right, file.height - top - bottom)
        bounds = file.window_bounds(window)

    def crop(path: str) -> str:
        with rasterio.open(path) as file:
            window = from_bounds(*bounds, file.transform).round_offsets().round_lengths()
            place = file.window_transform(window)
            return _write(path, file, file.read(window=window), place, folder)

    return _changed(source, crop)


def square_in(grid: Grid) -> Area:
    """A square of SIDE pixels in the middle of a grid."""
    row, col = (grid.height - SIDE) // 2, (grid.width - SIDE) // 2
    bounds = grid.crop(row, col, SIDE, SIDE).bounds
    return Area(shapely.box(*bounds).wkt, grid.crs.to_wkt() if grid.crs else "")


def turned(source: SceneInput, engine: Engine, folder: Path) -> Mask:
    """The prediction on files turned by a quarter, turned back."""

    def turn(path: str) -> str:
        with rasterio.open(path) as file:
            image = np.rot90(file.read(), axes=(1, 2))
            return _write(path, file, image, file.transform, folder)

    mask = predict(_changed(source, turn), engine)
    with rasterio.open(source.sar[0]) as file:
        # From pixels of the turned file to those of the original one.
        back = file.transform * Affine(0, -1, file.width, 1, 0, 0) * ~file.transform
    transform = back * mask.grid.transform
    with open_scene(source, engine.manifest.pixel_size_m) as scene:
        grid = scene.grid
    building, valid = (laid(v, transform, grid, grid) for v in (mask.building, mask.valid))
    return Mask(building, valid, grid)


def reprojected(source: SceneInput, folder: Path) -> SceneInput:
    """The scene in files of another coordinate system."""

    def change(path: str) -> str:
        with rasterio.open(path) as file:
            masked = file.nodata is not None or ColorInterp.alpha in file.colorinterp
            options = {"crs": OTHER_CRS, "resampling": Resampling.bilinear, "add_alpha": not masked}
            with WarpedVRT(file, **options) as warped:
                return _write(path, warped, warped.read(), warped.transform, folder)

    return _changed(source, change)


def _changed(source: SceneInput, change: Callable[[str], str]) -> SceneInput:
    sar = tuple(change(path) for path in source.sar)
    return replace(source, sar=sar, optical=change(source.optical) if source.optical else "")


def _write(
    path: str, like: DatasetReader, image: np.ndarray, transform: Affine, folder: Path
) -> str:
    """Write a file of the same name, and with bands like another one: its path."""
    target = Path(tempfile.mkdtemp(dir=folder)) / Path(path).name
    _, height, width = image.shape
    place = {"driver": "GTiff", "transform": transform, "height": height, "width": width}
    with rasterio.open(target, "w", **{**like.profile, **place}) as file:
        file.write(image)
        file.descriptions = like.descriptions
        file.colorinterp = like.colorinterp
    return str(target)


def extraction(source: SceneInput, engine: Engine, folder: Path) -> Iterator[Row]:
    """The lines about footprints: of an area, extracted twice."""
    written = []
    with open_scene(source, engine.manifest.pixel_size_m) as scene:
        area = square_in(scene.grid)
    for _ in range(2):
        out = Path(tempfile.mkdtemp(dir=folder))
        names = str(out / "footprints.geojson"), str(out / "probability.tif")
        job = ExtractJob(replace(source, area=area), names[0], probability=names[1])
        extract(job, engine, Reporter())
        written.append(names)
    same = all(Path(a).read_bytes() == Path(b).read_bytes() for a, b in zip(*written, strict=True))
    yield Row("same bytes on a second run", {0: float(same)}, {0: 1.0})
    polygons = read_polygons(Path(written[0][0])).geometries
    yield Row("footprints without overlaps", {0: 1 - self_overlaps(polygons)[1]}, {0: 1.0})
    inside = shapely.covers(shapely.buffer(shapely.from_wkt(area.wkt), 1e-6), polygons)
    yield Row("footprints inside the area", {0: float(inside.mean())}, {0: 1.0})


if __name__ == "__main__":
    sys.exit(main())
