"""The GeoPackage of footprints."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import shapely
from rasterio.crs import CRS

from core.footprints.vectorise import Footprints
from core.footprints.write import FootprintFile


def test_file_is_a_layer_also_when_empty(tmp_path: Path) -> None:
    path = tmp_path / "out.gpkg"
    file = FootprintFile(path, CRS.from_epsg(32631), "model")
    info = pyogrio.read_info(path)
    assert info["features"] == 0 and info["layer_name"] == "footprints"
    assert list(info["fields"]) == [
        "confidence",
        "area_m2",
        "optical_share",
        "model",
        "regularised",
    ]
    one = np.array([0.5])
    for x in (0, 100):
        square = np.array([shapely.box(x, 0, x + 9, 9)], object)
        file.add(Footprints(square, one, one, one * 81, np.array([x > 0])))
    meta, _, wkb, fields = pyogrio.raw.read(str(path))
    assert file.count == len(wkb) == 2
    assert meta["crs"] == "EPSG:32631"
    assert fields[3].tolist() == ["model", "model"]
    assert fields[4].tolist() == [False, True] and meta["dtypes"][4] == "bool"
