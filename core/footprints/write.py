"""Write footprints and other polygons to vector files, whose extension decides the format."""

from __future__ import annotations

import os
import re
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pyproj
import shapely
from pyogrio.errors import DataLayerError, DataSourceError
from rasterio.crs import CRS

from ..hatch.errors import InputError
from ..hatch.files import cannot_write, writing
from ..hatch.names import (
    AREA_M2,
    CONFIDENCE,
    CREATOR,
    DRIVERS,
    LAYER,
    MODEL,
    OPTICAL_SHARE,
    REGULARISED,
    unused_name,
)
from . import geoparquet
from .antimeridian import turned_as
from .degrees import DEGREES, in_degrees, is_on_earth
from .read import Table
from .times import ZONED
from .vectorise import Footprints

_GEOPACKAGE = "1.2"  # newer ones make the GDAL of QGIS 3.22 warn
_MOST_FIELDS = 1998  # of a GeoPackage: the columns of SQLite less those for id and geometry
_PARSED = re.compile("[!;?\t\r\n]")  # of a path, taken for parts of a URI or left out by pyogrio


def formats() -> tuple[str, ...]:
    """The extensions of the formats that can be written here, ``.gpkg`` first."""
    available = {
        *pyogrio.list_drivers(write=True),
        *(["Parquet"] if geoparquet.is_available() else []),
    }
    return tuple(extension for extension, driver in DRIVERS.items() if driver in available)


class FootprintFile:
    """A new vector file with the layer ``footprints``, which may stay empty.

    Fields: confidence (0 to 1), area_m2, optical_share (0 to 1), model, regularised (boolean).
    A GeoPackage is written batch by batch; other formats cannot be appended to and take one batch.
    """

    def __init__(self, path: Path, crs: CRS | None, model: str) -> None:
        self._path, self._model = path, model
        self._crs = crs.to_wkt() if crs else ""
        self.count = 0
        self._write(NOTHING, append=False)

    def add(self, footprints: Footprints) -> None:
        """Append a batch."""
        count = len(footprints.polygons)
        if count:
            self._write(footprints, append=self._path.suffix.lower() == ".gpkg")
            self.count += count

    def _write(self, footprints: Footprints, append: bool) -> None:
        values = {
            CONFIDENCE: footprints.confidence.round(4),
            AREA_M2: footprints.area_m2.round(2),
            OPTICAL_SHARE: footprints.optical_share.round(2),
            MODEL: np.full(len(footprints.polygons), self._model, dtype=object),
            REGULARISED: footprints.regularised,
        }
        polygons = Table(footprints.polygons, values, self._crs)
        _write(self._path, polygons, geometry_type="Polygon", append=append)


def write_footprints(path: Path, batches: Iterator[Footprints], crs: CRS | None, model: str) -> int:
    """Write batches of footprints into a new vector file; returns their number."""
    file = FootprintFile(path, crs, model)
    if path.suffix.lower() != ".gpkg":
        batches = iter([_joined(batches)])
    for footprints in batches:
        file.add(footprints)
    _require_features(path, file.count)
    return file.count


def _joined(batches: Iterator[Footprints]) -> Footprints:
    joined = [NOTHING, *batches]
    names = [field.name for field in fields(Footprints)]
    return Footprints(*(np.concatenate([getattr(one, name) for one in joined]) for name in names))


def write_table(path: Path, table: Table) -> None:
    """Write a table to a new vector file, as multipolygons if it has any."""
    kinds = shapely.get_type_id(table.geometries)
    several = bool((kinds == shapely.GeometryType.MULTIPOLYGON).any())
    _write(
        path,
        table,
        geometry_type="MultiPolygon" if several else "Polygon",
        promote_to_multi=several,
    )
    _require_features(path, len(table.geometries))


@contextmanager
def pyogrio_path(path: Path) -> Iterator[str]:
    """A path for pyogrio; what fails in the block is an InputError about the folder.

    pyogrio takes "!", ";" and "?" for parts of a URI, leaves out tabs and line breaks and needs
    names in UTF-8, so that other folders are written to, and other files read, through a link.
    """
    with writing(path, DataSourceError, DataLayerError), ExitStack() as stack:
        if os.name == "posix" and not _is_plain(path):
            links = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cmhcl_")))
            (links / "folder").symlink_to(path.parent.absolute())
            if _is_plain(Path(path.name)):
                path = links / "folder" / path.name
            else:
                (links / f"file{path.suffix}").symlink_to(path.absolute())
                path = links / f"file{path.suffix}"
        yield str(path)


def _is_plain(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return not _PARSED.search(str(path))


def _write(path: Path, table: Table, append: bool = False, **options: Any) -> None:
    driver = DRIVERS[path.suffix.lower()]
    if driver == "Parquet":
        geoparquet.write_geoparquet(path, table.geometries, table.fields, table.crs)
        return
    if driver == "GeoJSON":
        table = _nameable(table)
    if driver == "GPKG" and len(table.fields) > _MOST_FIELDS:
        raise InputError(
            "A GeoPackage holds at most {most:,} fields; choose .fgb or .parquet, or remove some "
            "of the {count:,}.",
            most=_MOST_FIELDS,
            count=len(table.fields),
        )
    with pyogrio_path(path) as name, warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="'crs' was not provided")
        pyogrio.raw.write(
            name,
            geometry=shapely.to_wkb(table.geometries),
            field_data=[_data(values) for values in table.fields.values()],
            field_mask=[_mask(values) for values in table.fields.values()],
            fields=list(table.fields),
            gdal_tz_offsets={
                field: values["zone"]
                for field, values in table.fields.items()
                if values.dtype == ZONED
            },
            layer=LAYER,
            driver=driver,
            crs=table.crs or None,
            append=append,
            dataset_options={"VERSION": _GEOPACKAGE} if driver == "GPKG" and not append else None,
            layer_options=_layer_options(driver, table),
            **options,
        )


def _nameable(table: Table) -> Table:
    """The polygons in a CRS that GeoJSON can name, by an EPSG code: their own, else degrees.

    Raises InputError for local CRSs and those of other planets. Without a CRS they stay as they
    are.
    """
    if not table.crs:
        return table
    crs = pyproj.CRS(table.crs)
    if not is_on_earth(table.crs):
        raise InputError(
            "GeoJSON cannot store this coordinate system; choose .gpkg or .fgb: {crs}.",
            crs=crs.name,
        )
    code = crs.to_epsg() or crs.to_2d().to_epsg()
    if code:
        return replace(table, crs=f"EPSG:{code}")
    degrees = in_degrees(table.geometries, table.crs)
    return replace(table, geometries=turned_as(degrees, DEGREES, degrees[:0]), crs=DEGREES)


def _require_features(path: Path, count: int) -> None:
    """Raise InputError unless a file has ``count`` features.

    GDAL writes the last ones when a file is closed, and pyogrio does not report if that fails.
    """
    found = _count_features(path)
    if found != count:
        raise cannot_write(path, OSError("the file is incomplete"))


def _count_features(path: Path) -> int:
    if path.suffix.lower() == ".parquet":
        return geoparquet.count_features(path)
    with pyogrio_path(path) as name:
        if path.suffix.lower() == ".gpkg":
            return int(pyogrio.read_info(name, force_feature_count=True)["features"])
        return len(pyogrio.raw.read(name, columns=[])[2])


def _layer_options(driver: str, table: Table) -> dict[str, str]:
    if driver == "GPKG":  # fields may have the names that these columns usually have
        return {
            "DESCRIPTION": CREATOR,
            "FID": unused_name("fid", table.fields),
            "GEOMETRY_NAME": unused_name("geom", table.fields),
        }
    if driver == "FlatGeobuf" and shapely.is_missing(table.geometries).any():
        return {"DESCRIPTION": CREATOR, "SPATIAL_INDEX": "NO"}  # no place for missing geometries
    return {"DESCRIPTION": CREATOR}


def _data(values: np.ndarray) -> np.ndarray:
    """The values themselves [n], of date-times without their zones."""
    data: np.ndarray = values["time"] if values.dtype == ZONED else np.ma.getdata(values)
    return data


def _mask(values: np.ndarray) -> np.ndarray | None:
    """Mask of missing values [n], None if the array itself marks them."""
    return np.ma.getmaskarray(values) if isinstance(values, np.ma.MaskedArray) else None


NOTHING = Footprints(np.empty(0, object), np.empty(0), np.empty(0), np.empty(0), np.empty(0, bool))
