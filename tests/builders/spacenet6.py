"""A small SpaceNet 6: simulated tiles under the names and in the layout of the public tarball."""

from __future__ import annotations

import csv
import itertools
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import shapely
from rasterio.transform import Affine
from shapely.affinity import affine_transform

from core.datasets.scene_store import ColumnRange, SceneStore
from core.datasets.scenes import LabelledScene
from core.simulator import simulate
from core.simulator.scene import Scene

SIZE, PIXEL_M, EAST, NORTH = 160, 0.5, 591_550.0, 5_750_000.0
ONE_WAY, OTHER_WAY = "20190804111851_20190804112030", "20190804111224_20190804111453"
NAME = f"{ONE_WAY}_tile_1"
SN6 = "SN6_Train_AOI_11_Rotterdam"


def name_of(strip: str, number: int) -> str:
    return f"{strip}_tile_{number}"


@cache
def simulated(number: int) -> Scene:
    """A scene with some buildings, another one for each number."""
    seeds = itertools.count(100 * number)
    scenes = (
        simulate(seed, SIZE, pixel_size_m=PIXEL_M, clouds=0, nodata=False, style="terraced")
        for seed in seeds
    )
    return next(scene for scene in scenes if len(scene.footprints) >= 8)


def write(path: Path, bands: np.ndarray, west: float, **profile: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    count, height, width = bands.shape
    at = Affine(PIXEL_M, 0, west, 0, -PIXEL_M, NORTH)
    shape = {"count": count, "height": height, "width": width, "dtype": bands.dtype}
    with rasterio.open(
        path, "w", driver="GTiff", crs="EPSG:32631", transform=at, **shape, **profile
    ) as file:
        file.write(bands)


def write_geojson(path: Path, polygons: list[shapely.Polygon]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32631"}}
    features = [
        {"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(polygon)}
        for polygon in polygons
    ]
    collection = {"type": "FeatureCollection", "crs": crs, "features": features}
    path.write_text(json.dumps(collection))


def write_tarball(folder: Path) -> None:
    """Two strips over the same area, flown in opposite directions, of five tiles each.

    Tiles overlap by a quarter; the second strip lies a few metres further east. One tile has no
    building, and the corner of another is nodata.
    """
    area = folder / "AOI_11_Rotterdam"
    rows: list[tuple[str, int, str, float | str]] = []
    for number in range(10):
        strip = ONE_WAY if number < 5 else OTHER_WAY
        name = name_of(strip, number)
        west = EAST + 60 * (number % 5) + (7.5 if number >= 5 else 0)
        scene = simulated(number)
        sar = scene.sar + 40
        if number == 3:
            sar[:, :50, :50] = 0
        write(area / "SAR-Intensity" / f"{SN6}_SAR-Intensity_{name}.tif", sar, west)
        write(area / "PS-RGB" / f"{SN6}_PS-RGB_{name}.tif", scene.optical[:3], west)
        # From metres about the lower left corner to pixels, and to the map.
        footprints = np.array([] if number == 4 else scene.footprints, object)
        in_pixels = shapely.transform(footprints, lambda p: p / (PIXEL_M, -PIXEL_M) + (0, SIZE))
        rows += [(name, i, shapely.to_wkt(p), 6.5) for i, p in enumerate(in_pixels)]
        if number == 4:
            rows.append((name, 0, "POLYGON EMPTY", ""))
        on_map = [affine_transform(p, (PIXEL_M, 0, 0, -PIXEL_M, west, NORTH)) for p in in_pixels]
        write_geojson(area / "geojson_buildings" / f"{SN6}_Buildings_{name}.geojson", on_map)
    summary = area / "SummaryData"
    summary.mkdir()
    with (summary / f"{SN6}_Buildings.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("ImageId", "TileBuildingId", "PolygonWKT_Pix", "Mean_Building_Height"))
        writer.writerows(rows)
    (summary / "SAR_orientations.txt").write_text(f"{OTHER_WAY} 1\n{ONE_WAY} 0\n")


def whole(tiles: Path, name: str) -> LabelledScene:
    """A prepared tile."""
    return SceneStore(tiles).read(ColumnRange(name, 0, SIZE))
