"""Write footprints and other polygons to GeoPackages."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely
from rasterio.crs import CRS

from ..hatch.names import AREA_M2, CONFIDENCE, LAYER, MODEL, OPTICAL_SHARE, REGULARISED
from .read import Table
from .vectorise import Footprints

_GEOPACKAGE = "1.2"  # newer ones make the GDAL of QGIS 3.22 warn


class FootprintFile:
    """A new GeoPackage with the layer ``footprints``, which may stay empty.

    Fields: confidence (0 to 1), area_m2, optical_share (0 to 1), model, regularised (boolean).
    """

    def __init__(self, path: Path, crs: CRS | None, model: str) -> None:
        self._path, self._model = path, model
        self._crs = crs.to_wkt() if crs else ""
        self.count = 0
        nothing = np.empty(0)
        no_flags = np.empty(0, bool)
        empty = Footprints(np.empty(0, object), nothing, nothing, nothing, no_flags)
        self._write(empty, append=False)

    def add(self, footprints: Footprints) -> None:
        """Append a batch."""
        count = len(footprints.polygons)
        if count:
            self._write(footprints, append=True)
            self.count += count

    def _write(self, footprints: Footprints, append: bool) -> None:
        fields = {
            CONFIDENCE: footprints.confidence.round(4),
            AREA_M2: footprints.area_m2.round(2),
            OPTICAL_SHARE: footprints.optical_share.round(4),
            MODEL: np.full(len(footprints.polygons), self._model, dtype=object),
            REGULARISED: footprints.regularised,
        }
        polygons = Table(footprints.polygons, fields, self._crs)
        _write(self._path, polygons, geometry_type="Polygon", append=append)


def write_footprints(path: Path, batches: Iterator[Footprints], crs: CRS | None, model: str) -> int:
    """Write batches of footprints into a new GeoPackage; returns their number."""
    file = FootprintFile(path, crs, model)
    for footprints in batches:
        file.add(footprints)
    return file.count


def write_table(path: Path, table: Table) -> None:
    """Write a table to a new GeoPackage, as multipolygons if it has any."""
    kinds = shapely.get_type_id(table.geometries)
    several = bool((kinds == shapely.GeometryType.MULTIPOLYGON).any())
    names = map(str.lower, table.fields)
    _write(
        path,
        table,
        geometry_type="MultiPolygon" if several else "Polygon",
        promote_to_multi=several,
        layer_options={"FID": "number"} if "fid" in names else None,
    )


def _write(path: Path, table: Table, append: bool = False, **options: Any) -> None:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="'crs' was not provided")
        pyogrio.raw.write(
            str(path),
            geometry=shapely.to_wkb(table.geometries),
            field_data=list(table.fields.values()),
            fields=list(table.fields),
            layer=LAYER,
            driver="GPKG",
            crs=table.crs or None,
            append=append,
            dataset_options=None if append else {"VERSION": _GEOPACKAGE},
            **options,
        )
