"""GeoParquet files, by pyarrow, which is optional.

Source of the format: https://geoparquet.org/releases/v1.1.0/
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyproj
import shapely
from pyproj.exceptions import CRSError

from ..hatch.errors import InputError, raise_shortage
from ..hatch.files import writing
from ..hatch.names import CREATOR, fields_named, unused_name
from .times import ZONED, from_utc, storable, to_utc

if TYPE_CHECKING:
    import pyarrow

_VERSION = "1.1.0"
_GEO, _CREATOR = b"geo", b"creator"  # keys of the metadata
_KINDS = {
    shapely.GeometryType.POLYGON: "Polygon",
    shapely.GeometryType.MULTIPOLYGON: "MultiPolygon",
}
_WITHOUT_CRS = "OGC:CRS84"  # what a column without the key "crs" is in
# Raised for damaged files and for Parquet without geometries, besides pyarrow's own errors.
_DAMAGED = (KeyError, TypeError, AttributeError, ValueError, OSError, RecursionError, CRSError)


def is_available() -> bool:
    """Whether pyarrow is installed."""
    return find_spec("pyarrow") is not None


def write_geoparquet(
    path: Path, geometries: np.ndarray, fields: dict[str, np.ndarray], crs: str
) -> None:
    """Write polygons and multipolygons with their fields to a new file, as those of a Table.

    Raises InputError if it cannot be written.
    """
    import pyarrow
    import pyarrow.parquet

    name = unused_name("geometry", fields)
    columns = {field: _to_arrow(values) for field, values in fields.items()}
    columns[name] = pyarrow.array(shapely.to_wkb(geometries), pyarrow.binary())
    described = {
        "version": _VERSION,
        "primary_column": name,
        "columns": {name: _description(geometries, crs)},
    }
    metadata = {_GEO: json.dumps(described), _CREATOR: CREATOR}
    table = pyarrow.table(columns).replace_schema_metadata(metadata)
    with writing(path, pyarrow.ArrowException), path.open("wb") as file:
        pyarrow.parquet.write_table(table, file, compression="zstd")


def read_geoparquet(
    path: Path, only: Sequence[str] | None = None
) -> tuple[np.ndarray, list[tuple[str, np.ndarray]], str]:
    """Geometries, fields and CRS of a file.

    Geometries are WKB [n], None where a feature has none. Of the fields, names and arrays [n], only
    those named ``only`` are read, if given, found as ``fields_named`` does; integers with missing
    values are masked arrays, nested values JSON and bytes hex. The CRS is WKT, "" if it is not
    known.

    Raises InputError without pyarrow or if the file is not GeoParquet with WKB geometries.
    """
    if not is_available():
        raise InputError(
            "Reading GeoParquet needs the Python package pyarrow; install it, or convert the file "
            "to a GeoPackage: {path}",
            path=path,
        )
    import pyarrow
    import pyarrow.parquet

    try:
        with path.open("rb") as source, pyarrow.parquet.ParquetFile(source) as file:
            names = file.schema_arrow.names
            described = json.loads(file.schema_arrow.metadata[_GEO])
            geometry = described["primary_column"]
            column = described["columns"][geometry]
            fields = {n: n for n in names if n != geometry}  # two columns may have one name
            fields = fields if only is None else fields_named(only, list(fields))
            crs = _wkt(column.get("crs", _WITHOUT_CRS))
            if column["encoding"] != "WKB":
                raise InputError(
                    "The geometries are not stored as WKB; convert the file to a GeoPackage: "
                    "{path}",
                    path=path,
                )
            table = file.read([*fields, geometry])
            columns = [
                (fields[name], _to_numpy(column))
                for name, column in zip(table.column_names, table.columns, strict=True)
                if name != geometry
            ]
            wkb = table.column(geometry).cast(pyarrow.large_binary()).to_pylist()
            return _objects(wkb), columns, crs
    except (pyarrow.ArrowException, *_DAMAGED) as error:
        raise_shortage(error)
        raise InputError(
            "The file is not GeoParquet that can be read; choose another: {path}", path=path
        ) from error


def count_features(path: Path) -> int:
    """Number of features of a file. Raises InputError if it cannot be read."""
    import pyarrow
    import pyarrow.parquet

    with writing(path, pyarrow.ArrowException), path.open("rb") as file:
        return int(pyarrow.parquet.read_metadata(file).num_rows)


def is_own(path: Path) -> bool:
    """Whether ``write_geoparquet`` wrote a file; False without pyarrow."""
    if not is_available():
        return False
    import pyarrow
    import pyarrow.parquet

    try:
        with path.open("rb") as file:
            metadata = pyarrow.parquet.read_metadata(file).metadata or {}
    except (pyarrow.ArrowException, OSError):
        return False
    return bool(metadata.get(_CREATOR) == CREATOR.encode())


def _description(geometries: np.ndarray, crs: str) -> dict[str, Any]:
    """The metadata of a column of polygons and multipolygons."""
    present = set(shapely.get_type_id(geometries).tolist())
    kinds = [name for kind, name in _KINDS.items() if kind in present]
    description = {
        "encoding": "WKB",
        "geometry_types": kinds,
        "crs": pyproj.CRS(crs).to_json_dict() if crs else None,
    }
    return (
        {**description, "bbox": shapely.total_bounds(geometries).tolist()} if kinds else description
    )


def _wkt(crs: Any) -> str:
    """WKT of a CRS, "" for None. Raises CRSError."""
    if crs is None:
        return ""
    known = pyproj.CRS.from_json_dict(crs) if isinstance(crs, dict) else pyproj.CRS(crs)
    return str(known.to_wkt())


def _to_arrow(values: np.ndarray) -> pyarrow.Array:
    """A column of a table; masked values, None and NaN are missing."""
    import pyarrow

    if values.dtype == ZONED:
        times, zone = to_utc(values)
        return pyarrow.array(times, pyarrow.timestamp("ms", zone))
    if values.dtype == object:
        texts = [None if value is None else str(value) for value in np.ma.getdata(values)]
        return pyarrow.array(texts, pyarrow.string())
    data, mask = np.ma.getdata(values), np.ma.getmaskarray(values)
    if data.dtype.kind == "M":
        mask = mask | np.isnat(data)
    elif data.dtype.kind == "f":
        mask = mask | np.isnan(data)
    return pyarrow.array(data, mask=mask, from_pandas=True)


def _to_numpy(column: pyarrow.ChunkedArray) -> np.ndarray:
    """The values of a column, of types that all formats of vector files can store."""
    import pyarrow

    kinds, kind = pyarrow.types, column.type
    if kinds.is_boolean(kind) or (kinds.is_integer(kind) and kind != pyarrow.uint64()):
        whole = pyarrow.bool_() if kinds.is_boolean(kind) else pyarrow.int64()
        mask = column.is_null().to_numpy()
        values = column.cast(whole).fill_null(False if kinds.is_boolean(kind) else 0).to_numpy()
        return np.ma.MaskedArray(values, mask) if mask.any() else values
    if kinds.is_floating(kind):
        return np.asarray(column.cast(pyarrow.float64()).to_numpy())
    if kinds.is_decimal(kind):
        return _from_decimals(column)
    if kinds.is_date(kind):
        return storable(column.cast(pyarrow.date32(), safe=False).to_numpy())
    if kinds.is_timestamp(kind):
        times = storable(column.cast(pyarrow.timestamp("ms"), safe=False).to_numpy())
        return times if kind.tz is None else from_utc(times, kind.tz)
    return _objects([_text(value) for value in column.to_pylist()])


def _from_decimals(column: pyarrow.ChunkedArray) -> np.ndarray:
    """Decimals as integers or floats, whichever are exact, else as text."""
    import pyarrow

    if column.type.scale == 0:
        with suppress(pyarrow.ArrowInvalid):  # one is too large
            return _to_numpy(column.cast(pyarrow.int64()))
    values = [None if value is None else f"{value:f}" for value in column.to_pylist()]
    if all(value is None or Decimal(repr(float(value))) == Decimal(value) for value in values):
        return _to_numpy(column.cast(pyarrow.float64()))
    return _objects(values)


def _objects(values: list[Any]) -> np.ndarray:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, default=_text)
    return str(value)
