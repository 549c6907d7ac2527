"""A model as a STAC item, for catalogues of models and for other programs that run models."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pyproj
import shapely

from ..hatch.errors import InputError
from ..hatch.files import writing
from ..hatch.manifest import MANIFEST, WEIGHTS, Manifest
from ..hatch.names import EXPORTED, ITEM, ONNX
from ..polygons import geometry_of
from ..raster.grid import change_crs
from .mlm_fields import EXTENSION, model_fields, model_name

STAC = "1.1.0"
_FILE = "https://stac-extensions.github.io/file/v2.1.0/schema.json"
_SHA256 = "1220"  # prefix of a SHA-256 as a multihash: its code, and its length in bytes
_ALWAYS = ("1900-01-01T00:00:00Z", "9999-12-31T23:59:59Z")  # as the specification of MLM proposes
_DECIMALS = 7  # of degrees, about 1 cm
_MODEL = "mlm:model"
_ASSETS: dict[str, dict[str, Any]] = {
    "onnx": {
        "title": "Network in ONNX",
        "type": "application/octet-stream; framework=onnx",
        "roles": [_MODEL, "mlm:compiled"],
        "mlm:artifact_type": "torch.onnx.export",
    },
    "weights": {
        "title": "Weights for the network of the Python package cmhcl, float16",
        "type": "application/octet-stream; framework=safetensors",
        "roles": [_MODEL, "mlm:weights"],
        "mlm:artifact_type": "safetensors.torch.save",
    },
    "manifest": {
        "title": "Manifest of the model",
        "type": "application/json",
        "roles": ["metadata"],
    },
}


def stac_item(
    manifest: Manifest, folder: Path, head: str, parameters: int, tile: int
) -> dict[str, Any]:
    """The STAC item of one head of a model whose files are in a folder.

    Parameters
    ----------
    manifest
        Of the model.
    folder
        Has the weights, the manifest and, unless it is exported without, the ONNX file.
    head
        One of EXPORTED.
    parameters, tile
        As in ``model_fields``.
    """
    files = {"onnx": head + ONNX, "weights": WEIGHTS, "manifest": MANIFEST}
    optical = head != EXPORTED[0]
    inputs = "SAR and optical images" if optical else "SAR images alone"
    area = manifest.training.get("area")
    properties = model_fields(manifest, optical, parameters, tile)
    # MLM asks for the bands as a property, which STAC allows if an asset has them too.
    bands = [{"name": band["name"]} for band in properties["bands"]]
    return {
        "type": "Feature",
        "stac_version": STAC,
        "stac_extensions": [EXTENSION, _FILE],
        "id": f"{model_name(manifest)}-{head}".replace(" ", "-"),
        **_place(area if isinstance(area, dict) else {}),
        "properties": {
            "title": f"{manifest.name}: {head}",
            "description": f"Building footprints from {inputs}. {manifest.notice}".strip(),
            **_time(manifest.training.get("date")),
            **properties,
        },
        "links": [
            {"rel": "related", "href": f"./{other}{ITEM}", "type": "application/geo+json"}
            for other in EXPORTED
            if other != head
        ],
        "assets": {
            key: {"href": f"./{name}", **_asset(key, bands), **_facts(folder / name)}
            for key, name in files.items()
            if (folder / name).is_file()
        },
    }


def write_item(item: dict[str, Any], folder: Path, head: str) -> None:
    """Write an item into a folder. Raises InputError if the folder cannot be written."""
    path = folder / (head + ITEM)
    text = json.dumps(item, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    with writing(path):
        path.write_text(text, encoding="utf-8")


def _time(date: Any) -> dict[str, Any]:
    """When a model was trained; an arbitrary time if unknown, as for models of simulated scenes."""
    start, end = _ALWAYS
    unknown = {"datetime": None, "start_datetime": start, "end_datetime": end}
    try:
        time = datetime.fromisoformat(date)
        if time.tzinfo is None:
            return unknown
        utc = time.astimezone(timezone.utc).isoformat(timespec="seconds")
    except (TypeError, ValueError, OverflowError):
        return unknown
    return {"datetime": utc.replace("+00:00", "Z")}


def _place(area: dict[str, Any]) -> dict[str, Any]:
    """Geometry and bounds of the area that a model was trained on, in degrees.

    They are None and missing if it was trained on none, or its place is not known.
    """
    unknown = {"geometry": None}
    try:
        polygon = geometry_of(str(area["wkt"]))
        if polygon is None:
            return unknown
        lonlat = change_crs(polygon, pyproj.CRS(str(area["crs"])), pyproj.CRS(4326))
    except (KeyError, InputError, shapely.errors.ShapelyError, pyproj.exceptions.ProjError):
        return unknown
    left, bottom, right, top = shapely.bounds(lonlat)
    on_globe = left >= -180 and right <= 180 and bottom >= -90 and top <= 90
    if not on_globe or right - left > 180:  # it is empty, or crosses the antimeridian
        return unknown
    lonlat = shapely.orient_polygons(shapely.transform(lonlat, lambda x: x.round(_DECIMALS)))
    return {
        "geometry": json.loads(shapely.to_geojson(lonlat)),
        "bbox": shapely.bounds(lonlat).tolist(),
    }


def _asset(key: str, bands: list[dict[str, Any]]) -> dict[str, Any]:
    """Fields that every model shares; assets that are the model have its bands."""
    asset = _ASSETS[key]
    return {**asset, "bands": bands} if _MODEL in asset["roles"] else asset


def _facts(path: Path) -> dict[str, Any]:
    """Size and checksum of a file."""
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    return {"file:size": len(data), "file:checksum": _SHA256 + digest}
