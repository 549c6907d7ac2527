"""Reading of SpaceNet 6 (Rotterdam), the public training data.

The layout is that of the unpacked archive, see docs/spacenet6.md. Coordinates of footprints are
pixels: columns from the left, rows from the top.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from rasterio.transform import Affine

from ..footprints.read import read_labels
from ..hatch.errors import InputError
from ..hatch.jobs import OPTICAL_BANDS, POLARISATIONS
from ..polygons import WKT_ERRORS, valid_polygons
from ..raster.grid import Grid
from ..raster.radiometry import Standardisation
from ..raster.raster_reader import RasterReader
from .scenes import LabelledScene, rasterise

PIXEL_SIZE_M = 0.5
AOI = "AOI_11_Rotterdam"
SUMMARY = Path("SummaryData", f"SN6_Train_{AOI}_Buildings.csv")
_NAME = re.compile(r"(\d{14}_\d{14})_tile_\d+")
_ORIENTATION = re.compile(r"(\d{14}_\d{14})[\s,]+([01])\b")

Footprints = dict[str, np.ndarray]  # a tile's name -> its polygons [n] in pixels


@dataclass(frozen=True)
class Tile:
    """Files of one tile; ``optical`` may not exist. ``grid`` has the pixels of ``sar``.

    ``name`` is start and end of the strip and the number of the tile, as in ImageId of the summary.
    ``turned``: its strip was flown in the other direction (1 in the list of orientations).
    """

    name: str
    sar: Path
    optical: Path
    geojson: Path
    turned: bool
    grid: Grid


def find_tiles(root: Path) -> list[Tile]:
    """The tiles under ``SAR-Intensity`` in the order of their names, all of one size.

    Raises InputError if there is none, one is not as expected, or the orientation of a strip is
    not known.
    """
    directions = _read_orientations(root / "SummaryData")
    tiles: list[Tile] = []
    for sar in sorted((root / "SAR-Intensity").glob("*.tif")):
        found = _NAME.search(sar.name)
        if not found or found.group(1) not in directions:
            raise InputError(
                "The orientation of the strip of {sar} is not listed in {folder}; remove the file "
                "or unpack the training data again.",
                sar=sar,
                folder=root / "SummaryData",
            )
        name = found.group()
        optical = root / "PS-RGB" / sar.name.replace("SAR-Intensity", "PS-RGB")
        geojson = root / "geojson_buildings" / f"SN6_Train_{AOI}_Buildings_{name}.geojson"
        grid = _grid_of(sar)
        first = tiles[0].grid if tiles else grid
        if (grid.width, grid.height) != (first.width, first.height):
            raise InputError(
                "The file has {width} x {height} pixels where other tiles have {first_width} x "
                "{first_height}; unpack the training data again: {sar}",
                sar=sar,
                width=grid.width,
                height=grid.height,
                first_width=first.width,
                first_height=first.height,
            )
        tiles.append(Tile(name, sar, optical, geojson, directions[found.group(1)], grid))
    if not tiles:
        raise InputError(
            "The folder has no tile in SAR-Intensity; give the folder {folder_name} of the "
            "training data: {root}",
            root=root,
            folder_name=AOI,
        )
    return tiles


def read_tile(tile: Tile, known: Footprints | None) -> tuple[LabelledScene, np.ndarray]:
    """Scene and footprints [n] of a tile, rotated by 180 degrees if ``turned``.

    Footprints are those of the summary, ``known``, or without a summary those of the tile's
    GeoJSON. Every band is standardised over the tile, as in an extraction. Raises InputError if a
    file is missing, damaged or not as expected.
    """
    grid = tile.grid
    sar = _standardised(tile.sar, grid, len(POLARISATIONS))
    optical = np.full((len(OPTICAL_BANDS), grid.height, grid.width), np.nan, np.float32)
    if tile.optical.is_file():
        optical[:3] = _standardised(tile.optical, grid, 3)
    if known is not None:
        footprints = known.get(tile.name, np.array([], object))
    else:
        footprints = _moved(read_labels(tile.geojson, grid).geometries, ~grid.transform)
    targets = np.stack(rasterise(_moved(footprints, grid.transform), grid))
    if tile.turned:
        sar, optical, targets = (image[:, ::-1, ::-1] for image in (sar, optical, targets))
        footprints = _moved(footprints, Affine(-1, 0, grid.width, 0, -1, grid.height))
    return LabelledScene.of(tile.name, (sar, optical), tuple(targets)), footprints


def read_summary(path: Path) -> Footprints:
    """Footprints by tile from a summary CSV with the columns ImageId and PolygonWKT_Pix.

    Raises InputError if it cannot be read.
    """
    texts: dict[str, list[str]] = {}
    try:
        with path.open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                found = _NAME.search(row["ImageId"])
                if not found:
                    raise ValueError(f"no tile is named {row['ImageId']}")
                texts.setdefault(found.group(), []).append(row["PolygonWKT_Pix"])
        polygons = {name: valid_polygons(shapely.from_wkt(wkt))[0] for name, wkt in texts.items()}
    except (OSError, KeyError, ValueError, csv.Error, *WKT_ERRORS) as error:
        raise InputError(
            "The file is not a summary of SpaceNet 6 ({reason}); unpack it again: {path}",
            path=path,
            reason=error,
        ) from error
    # Tiles without any building have a row with an empty polygon.
    return {name: found[~shapely.is_missing(found)] for name, found in polygons.items()}


def write_summary(path: Path, footprints: Footprints) -> None:
    """Write footprints in the two columns that ``read_summary`` reads."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("ImageId", "PolygonWKT_Pix"))
        for name, polygons in footprints.items():
            writer.writerows((name, wkt) for wkt in shapely.to_wkt(polygons, rounding_precision=3))


def _read_orientations(folder: Path) -> dict[str, bool]:
    """Whether each strip was flown in the other direction, from SAR_orientations.txt or .csv."""
    for path in (folder / "SAR_orientations.txt", folder / "SAR_orientations.csv"):
        if path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            found = [match for match in map(_ORIENTATION.match, lines) if match]
            return {match.group(1): match.group(2) == "1" for match in found}
    raise InputError(
        "The folder has no SAR_orientations.txt; unpack the training data again: {folder}",
        folder=folder,
    )


def _grid_of(path: Path) -> Grid:
    """The pixels of a file. Raises InputError if they are not as in SpaceNet 6."""
    with RasterReader(str(path)) as source:
        at = source.transform
        if not np.allclose((at.a, at.b, at.d, at.e), (PIXEL_SIZE_M, 0, 0, -PIXEL_SIZE_M)):
            raise InputError(
                "The file is not north-up with pixels of {size} m, as SpaceNet 6 is; unpack the "
                "training data again: {path}",
                path=path,
                size=PIXEL_SIZE_M,
            )
        return Grid(source.crs, at, source.width, source.height)


def _standardised(path: Path, grid: Grid, count: int) -> np.ndarray:
    """Standardised bands of a file, float32 [count, H, W]; SAR is in decibels already."""
    with RasterReader(str(path)) as source:
        if len(source.bands) != count:
            raise InputError(
                "The file has {bands} bands instead of {count}; unpack the training data again: "
                "{path}",
                path=path,
                bands=len(source.bands),
                count=count,
            )
        values = source.read(grid)
    return Standardisation.measure(values).apply(values)


def _moved(polygons: np.ndarray, place: Affine) -> np.ndarray:
    moved: np.ndarray = shapely.transform(polygons, lambda x, y: place * (x, y), interleaved=False)
    return moved
