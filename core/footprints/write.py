"""Footprints into a GeoPackage, batch by batch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import shapely
from rasterio.crs import CRS

from .batch import Footprints

LAYER = "footprints"
_GEOPACKAGE = "1.2"  # newer ones make the GDAL of QGIS 3.22 warn


class FootprintFile:
    """A new GeoPackage with a layer ``footprints``, valid also when nothing is added.

    Fields: confidence (0..1), area_m2, optical_share (0..1), model.
    """

    def __init__(self, path: Path, crs: CRS | None, model: str) -> None:
        self._path, self._model = path, model
        self._crs = crs.to_wkt() if crs else ""
        self.count = 0
        nothing = np.empty(0)
        self._write(Footprints(np.empty(0, object), nothing, nothing, nothing), append=False)

    def add(self, footprints: Footprints) -> None:
        """Append a batch."""
        count = len(footprints.polygons)
        if count:
            self._write(footprints, append=True)
            self.count += count

    def _write(self, footprints: Footprints, append: bool) -> None:
        fields = {
            "confidence": footprints.confidence.round(4),
            "area_m2": footprints.area_m2.round(2),
            "optical_share": footprints.optical_share.round(4),
            "model": np.full(len(footprints.polygons), self._model, dtype=object),
        }
        pyogrio.raw.write(
            str(self._path),
            geometry=shapely.to_wkb(footprints.polygons),
            field_data=list(fields.values()),
            fields=list(fields),
            layer=LAYER,
            driver="GPKG",
            geometry_type="Polygon",
            crs=self._crs,
            append=append,
            dataset_options=None if append else {"VERSION": _GEOPACKAGE},
        )
