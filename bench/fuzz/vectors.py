"""Vector files of polygons."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pyogrio
import shapely
from rasterio.crs import CRS
from rasterio.transform import Affine

from core.footprints.geoparquet import write_geoparquet
from core.footprints.read import read_labels, read_table
from core.hatch.jobs import RegulariseJob
from core.hatch.reporter import Reporter
from core.raster.grid import Grid
from core.tasks.regularise import regularise

from .kind import Kind, Sample, check_sentence
from .mutation import damaged_bytes, damaged_json, json_bytes

GRID = Grid(CRS.from_epsg(32631), Affine(1, 0, 600_000, 0, -1, 5_750_000), 64, 64)
_FORMATS = {".gpkg": "GPKG", ".fgb": "FlatGeobuf", ".geojson": "GeoJSON", ".kml": "KML",
            ".gml": "GML", ".geojsonl": "GeoJSONSeq", ".gmt": "OGR_GMT"}  # fmt: skip
_IN_JSON = (".geojson",)
_OUT = "regularised.gpkg"
DATE = "2026-01-01T00:00:00Z"  # of all files


def seeds(folder: Path) -> list[Sample]:
    """Three polygons, one of them a multipolygon, in many formats."""
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": DATE})
    boxes = [shapely.box(x, 5_749_950, x + 9, 5_749_965) for x in (600_003.0, 600_015.0)]
    hole = boxes[1].difference(shapely.box(600_017, 5_749_953, 600_020, 5_749_956))
    polygons = np.array([boxes[0], hole, shapely.MultiPolygon([shapely.box(*b) for b in _PARTS])])
    samples = [  # the same ones at any time
        _written(folder / f"polygons{extension}", polygons, driver)
        for extension, driver in _FORMATS.items()
    ]
    _written(folder / "polygons.shp", polygons, "ESRI Shapefile")
    archive = folder / "polygons.shp.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for part in sorted(folder.glob("polygons.*")):
            if part.suffix in (".shp", ".shx", ".dbf", ".prj"):
                file.writestr(zipfile.ZipInfo(part.name), part.read_bytes())
    text = "id,WKT\n" + "".join(f'{i},"{polygon.wkt}"\n' for i, polygon in enumerate(polygons))
    parquet = folder / "polygons.parquet"
    write_geoparquet(parquet, polygons, {"n": np.arange(3)}, "EPSG:32631")
    return [
        *samples,
        Sample(archive.read_bytes(), ".shp.zip"),
        Sample(text.encode(), ".csv"),
        Sample(parquet.read_bytes(), ".parquet"),
    ]


_PARTS = ((600_030, 5_749_950, 600_040, 5_749_960), (600_045, 5_749_950, 600_052, 5_749_961))


def damage(random: Random, samples: Sequence[Sample]) -> Sample:
    """A vector file whose bytes, or whose objects if it is JSON, are changed."""
    sample = random.choice(samples)
    data = sample.data
    if sample.extension in _IN_JSON and random.random() < 0.7:
        data = json_bytes(random, damaged_json(random, json.loads(data)))
    else:
        data = damaged_bytes(random, data, [s.data for s in samples])
    return Sample(data, sample.extension)


def read(path: Path) -> None:
    """Read it with its fields, as labels, and regularise it. Raises InputError."""
    table = read_table(path)
    for warning in table.warnings:
        check_sentence(warning)
    read_labels(path, GRID)
    if len(table.geometries) <= 10:
        regularise(RegulariseJob(str(path), str(path.with_name(_OUT))), Reporter())


def _written(path: Path, polygons: np.ndarray, driver: str) -> Sample:
    fields: dict[str, Any] = {
        "name": np.array(["a", "é", None], object),
        "floors": np.array([1, 2, 3], np.int32),
        "height": np.array([3.5, np.nan, 9]),
    }
    pyogrio.raw.write(
        path,
        shapely.to_wkb(polygons),
        list(fields.values()),
        list(fields),
        geometry_type="Unknown" if driver != "ESRI Shapefile" else "MultiPolygon",
        crs="EPSG:32631",
        driver=driver,
        layer_options={"DBF_DATE_LAST_UPDATE": DATE[:10]} if driver == "ESRI Shapefile" else None,
    )
    return Sample(path.read_bytes(), path.suffix)


KIND = Kind(seeds, damage, read, share=0.06, written=lambda path: path.name == _OUT)
