"""The features of a layer of a vector file, whatever its name, layers and text encoding."""

from __future__ import annotations

import html
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

import numpy as np
import pyogrio
import pyproj
from pyogrio.errors import DataLayerError, DataSourceError, GeometryError

from ..hatch.errors import InputError
from ..hatch.file_formats import HEAD, PARQUET, place_in_zip
from ..hatch.messages import Message
from ..hatch.names import fields_named, unused_name
from ..hatch.references import check_vector_file
from ..raster.grid import is_undefined
from .encoding import FALLBACK_ENCODING, are_doubtful, decoded, utf8
from .geoparquet import read_geoparquet
from .times import existing_dates, from_texts
from .unreadable_file import unreadable

LAYER_NAME = "|layername="  # between path and layer, as in QGIS
_SPECIAL = "!;?\t\r\n"  # characters that pyogrio takes for parts of a URL, or leaves out
# Words in the geometry types of polygon layers, and of layers that may contain polygons.
_POLYGONS = ("polygon", "surface", "triangle", "tin")
_ANYTHING = ("unknown", "geometry")
_GEOPACKAGE_LAYERS = "SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"
os.environ.setdefault("GML_DOWNLOAD_SCHEMA", "NO")  # which GDAL would fetch from a server
# Columns of a CSV that may hold the geometries; by default GDAL reads only those called WKT.
_CSV_OPTIONS = {
    "GEOM_POSSIBLE_NAMES": "wkt*,geom,geometry,the_geom,wkb_geometry,geom_wkt,geometry_wkt,shape",
    "KEEP_GEOM_COLUMNS": "NO",
}
_EXACT = 2**53  # below, floats are exact; this one may be rounded


@dataclass(frozen=True)
class Features:
    """The features of one layer.

    Attributes
    ----------
    name
        Name of the file, for messages.
    wkb
        Geometries [n], None where a feature has none.
    ids
        Ids [n] of the features in the file.
    fields
        Arrays [n] by name; integers with missing values are masked arrays, date-times with offsets
        from UTC are ``ZONED``.
    crs
        "EPSG:code" or WKT, "" if there is none.
    notes
        Sentences for the user.
    """

    name: str
    wkb: np.ndarray
    ids: np.ndarray
    fields: dict[str, np.ndarray]
    crs: str
    notes: tuple[Message, ...]


def read_features(source: str | Path, only: Sequence[str] | None = None) -> Features:
    """Read a layer of a vector file, with all its fields or ``only`` the named ones.

    ``source`` is the path of a file, or PATH|layername=NAME for one of its layers. Without a name
    the only layer of polygons is read, else the only layer whose geometries may be of any kind,
    else the only layer.

    A field is found as ``fields_named`` finds it, and has the name in ``only``.

    Raises InputError if the file cannot be read or the layer cannot be determined.
    """
    path, wanted = _split(str(source))
    check_vector_file(path)
    if _is_geoparquet(path):
        _choose(path, {path.stem: "Polygon"}, wanted)
        wkb, columns, crs = read_geoparquet(path, only)
        fields, renamed = _by_name(path, columns)
        return Features(path.name, wkb, np.arange(len(wkb)), fields, _crs(crs), tuple(renamed))
    is_doubtful = False
    try:
        file = _gdal_path(path)
        layers = _layers(file)
        layer = _choose(path, layers, wanted)
        options = {} if layers or not file.lower().endswith(".csv") else _CSV_OPTIONS
        try:
            meta, ids, wkb, values = _read(file, layer, only, **options)
        except UnicodeDecodeError:
            options = {**options, "encoding": FALLBACK_ENCODING}
            meta, ids, wkb, values = _read(file, layer, only, **options)
            is_doubtful = True
        if is_doubtful or meta["encoding"] == FALLBACK_ENCODING:  # that of files that name none
            texts = [meta["fields"], *values]
            is_doubtful = is_doubtful or any(map(are_doubtful, texts))
            meta["fields"], *values = map(decoded, texts)
    except UnboundLocalError as error:  # pyogrio's own, where the name of the CRS is not UTF-8
        raise InputError(
            "The coordinate system in the file is damaged; assign it again: {path}.", path=path
        ) from error
    except (DataSourceError, DataLayerError, ValueError) as error:
        raise unreadable(path) from error
    geometries = np.full(len(ids), None, dtype=object) if wkb is None else wkb
    kinds = zip(meta["ogr_types"], meta["ogr_subtypes"])
    typed = [_column(column, *kind) for column, kind in zip(values, kinds)]
    fields, renamed = _by_name(path, zip(meta["fields"], typed))
    notes = _accents(path, is_doubtful) + _impossible_dates(path, meta["impossible_dates"])
    return Features(path.name, geometries, ids, fields, _crs(meta["crs"]), (*notes, *renamed))


def _accents(path: Path, is_doubtful: bool) -> list[Message]:
    """The note that the encoding of the text is not known; none unless it is doubtful."""
    if not is_doubtful:
        return []
    return [
        Message(
            "The text is not UTF-8, so letters with accents may be wrong: {name}.", name=path.name
        )
    ]


def _impossible_dates(path: Path, count: int) -> list[Message]:
    """The note that dates are left out; none without such dates."""
    if not count:
        return []
    return [
        Message(
            "Dates that do not exist are left out ({count}): {name}.", count=count, name=path.name
        )
    ]


def _split(source: str) -> tuple[Path, str]:
    """Path and name of the layer, "" if not named. Raises InputError if the file is missing."""
    path, _, layer = source.partition(LAYER_NAME)
    for candidate, name in ((source, ""), (path, layer)):
        try:
            if candidate and Path(candidate).exists():
                return Path(candidate).absolute(), name
        except OSError:  # a name that is too long, or a folder that may not be read
            continue
    raise InputError("The file does not exist; choose a file of polygons: {path}", path=path)


def _gdal_path(path: Path) -> str:
    """The path as pyogrio passes it to GDAL unchanged, whatever characters or bytes it has.

    In a zip, that of the file or folder in it.
    """
    place = place_in_zip(path)
    return f"/vsizip/{{{_plain_path(path)}}}/{place}" if place else _plain_path(path)


def _plain_path(path: Path) -> str:
    name = str(path)
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        pass
    else:
        if not (any(character in name for character in _SPECIAL) or _is_gml(path)):
            return name
    return "/vsicached?file=" + quote_from_bytes(os.fsencode(name))


def _is_gml(path: Path) -> bool:
    """Whether GDAL would write a file .gfs next to it, which it cannot through /vsicached."""
    try:
        with path.open("rb") as file:
            return b"opengis.net/gml" in file.read(HEAD)
    except OSError:  # reported when it is read
        return False


def _is_geoparquet(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(PARQUET)) == PARQUET
    except OSError:  # a folder, or reported when it is read
        return False


def _layers(file: str) -> dict[str, str]:
    """Names of the layers with their kinds of geometries; those without geometries are left out."""
    try:
        layers = pyogrio.list_layers(file)
    except GeometryError:  # a kind that pyogrio does not know, such as a TIN
        try:
            *_, layers = pyogrio.raw.read(file, sql=_GEOPACKAGE_LAYERS, read_geometry=False)
            layers = list(zip(*layers))
        except (DataSourceError, DataLayerError):
            layers = [(Path(file).stem, "Surface")]
    if len(layers) == 0:
        raise DataSourceError(f"{file} has no layers")
    return {str(name): str(kind) for name, kind in layers if kind is not None}


def _choose(path: Path, layers: dict[str, str], wanted: str) -> str | None:
    """Name of the layer to read, None for the first. Raises InputError."""
    if wanted:
        if wanted in layers:
            return wanted
        names = ", ".join(layers) or "none with geometries"
        raise InputError(
            "There is no layer {wanted}; choose one of its layers, {names}: {path}.",
            wanted=repr(wanted),
            names=names,
            path=path,
        )
    polygons = [name for name, kind in layers.items() if _has_word(kind, _POLYGONS)]
    others = [name for name, kind in layers.items() if _has_word(kind, _ANYTHING)]
    candidates = polygons or others or list(layers)
    if len(candidates) > 1 and (polygons or others):
        raise InputError(
            "There are several layers; choose one as PATH{separator}NAME, where NAME is one of "
            "{layers}: {path}.",
            separator=LAYER_NAME,
            layers=", ".join(candidates),
            path=path,
        )
    return candidates[0] if candidates else None


def _has_word(kind: str, words: tuple[str, ...]) -> bool:
    return any(word in kind.casefold() for word in words)


def _read(
    file: str, layer: str | None, only: Sequence[str] | None, **options: Any
) -> tuple[dict[str, Any], Any, Any, Any]:
    """Description, ids, WKB or None, and values of the fields of a layer.

    Dates that do not exist are missing; the description has their number.
    """
    # As numbers, date-times would lose their offsets from UTC.
    options |= {"force_2d": True, "return_fids": True, "datetime_as_string": True}
    try:
        meta, ids, wkb, values = _read_columns(file, layer, only, **options)
    except UnicodeDecodeError:
        raise
    except ValueError:  # pyogrio's, for dates that do not exist
        if layer is None:
            raise
        meta, ids, wkb, values = _read_with_dates_as_texts(file, layer, only, **options)
    except GeometryError:  # the declared kind is one that pyogrio does not know
        name, path = html.escape(layer or Path(file).stem), html.escape(file)
        virtual = (
            f'<OGRVRTDataSource><OGRVRTLayer name="{name}">'
            f"<SrcDataSource>{path}</SrcDataSource><SrcLayer>{name}</SrcLayer>"
            "<GeometryType>wkbUnknown</GeometryType></OGRVRTLayer></OGRVRTDataSource>"
        )
        meta, ids, wkb, values = _read_columns(virtual.encode(), None, only, **options)
    impossible = 0
    for i, (name, kind) in enumerate(zip(meta["fields"], meta["ogr_types"])):
        # pyogrio reads integers as floats if one is missing.
        is_float = kind == "OFTInteger64" and np.issubdtype(values[i].dtype, np.floating)
        if layer and is_float and np.nanmax(np.abs(values[i]), initial=0) >= _EXACT:
            values[i] = _integers(file, layer, name)
        elif kind == "OFTDateTime":
            values[i] = from_texts(values[i])
        elif kind == "OFTDate":
            given = np.array([text is not None for text in values[i]], bool)
            values[i] = existing_dates(values[i])
            impossible += int((given & np.isnat(values[i])).sum())
    wanted = fields_named(only or (), list(meta["fields"]))
    meta["fields"] = np.array([wanted.get(name, name) for name in meta["fields"]], object)
    meta["impossible_dates"] = impossible
    return meta, ids, wkb, values


def _read_columns(
    source: str | bytes, layer: str | None, only: Sequence[str] | None, **options: Any
) -> tuple[dict[str, Any], Any, Any, Any]:
    """As pyogrio reads a layer, with all fields or those that are found by the names in ``only``.

    Raises GeometryError if the declared kind of geometries is one that pyogrio does not know.
    """
    if only:
        first = {"max_features": 1, "read_geometry": False, **options}
        meta, *_ = pyogrio.raw.read(source, layer=layer, **first)
        options["columns"] = list(fields_named(only, list(meta["fields"])))
    elif only is not None:
        options["columns"] = []
    read: tuple[dict[str, Any], Any, Any, Any] = pyogrio.raw.read(source, layer=layer, **options)
    return read


def _read_with_dates_as_texts(
    file: str, layer: str, only: Sequence[str] | None, **options: Any
) -> tuple[dict[str, Any], Any, Any, Any]:
    """As ``_read_columns``, also with dates that do not exist."""
    info = pyogrio.read_info(file, layer=layer, encoding=options.get("encoding"))
    names = list(info["fields"])
    wanted = names if only is None else list(fields_named(only, names))
    kinds = zip(names, info["ogr_types"])
    dates = [name for name, kind in kinds if name in wanted and kind == "OFTDate"]
    options["columns"] = [name for name in wanted if name not in dates]
    meta, ids, wkb, values = pyogrio.raw.read(file, layer=layer, **options)
    columns = dict(zip(meta["fields"], values)) | {n: _texts(file, layer, n) for n in dates}
    kept = [i for i, name in enumerate(names) if name in columns]
    meta |= {key: np.asarray(info[key])[kept] for key in ("fields", "ogr_types", "ogr_subtypes")}
    return meta, ids, wkb, [columns[name] for name in meta["fields"]]


def _integers(file: str, layer: str, name: str) -> np.ndarray:
    """The values of a field of integers, those that are missing masked."""
    texts = _texts(file, layer, name)
    missing = [text is None for text in texts]
    return np.ma.MaskedArray([0 if text is None else int(text) for text in texts], missing)


def _texts(file: str, layer: str, name: str) -> np.ndarray:
    """The values of a field of short values as text, None where one is missing."""
    field, table = (text.replace('"', '\\"') for text in (utf8(name), layer))
    sql = f'SELECT CAST("{field}" AS CHARACTER(20)) AS value FROM "{table}"'  # nosec B608
    *_, (texts,) = pyogrio.raw.read(file, sql=sql, sql_dialect="OGRSQL", read_geometry=False)
    found: np.ndarray = texts
    return found


def _by_name(
    path: Path, columns: Iterable[tuple[str, np.ndarray]]
) -> tuple[dict[str, np.ndarray], list[Message]]:
    """Values by name, and notes on those that are renamed."""
    fields: dict[str, np.ndarray] = {}
    notes: list[Message] = []
    for name, values in columns:
        unique = unused_name(name, fields)
        fields[unique] = values
        if unique != name:
            notes.append(
                Message(
                    "Two fields are called {name}; the second is now {unique}: {path}.",
                    name=repr(name),
                    unique=repr(unique),
                    path=path.name,
                )
            )
    return fields, notes


def _column(values: np.ndarray, kind: str, subtype: str) -> np.ndarray:
    """Values of a field: missing integers masked, lists as JSON, bytes as hex."""
    if kind.startswith("OFTInteger") and np.issubdtype(values.dtype, np.floating):
        missing = np.isnan(values)
        whole = np.where(missing, 0, values)
        exact = whole.astype(bool if subtype == "OFSTBoolean" else np.int64)
        return np.ma.MaskedArray(exact, missing)
    if kind == "OFTBinary":
        return np.array([None if one is None else bytes(one).hex() for one in values], object)
    if kind.endswith("List"):
        return np.array([_as_json(value) for value in values], dtype=object)
    return values


def _as_json(value: Any) -> str | None:
    return None if value is None else json.dumps(np.asarray(value).tolist(), ensure_ascii=False)


def _crs(text: str | None) -> str:
    """The CRS, "" if there is none, it is undefined, or unknown to PROJ."""
    if not text:
        return ""
    try:
        crs = pyproj.CRS(text)
    except pyproj.exceptions.CRSError:
        return ""
    return "" if is_undefined(crs.name) else text
