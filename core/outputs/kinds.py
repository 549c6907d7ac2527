"""Kinds of output: how they are named, and how our own files are recognised."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pyogrio
from rasterio.errors import RasterioError

from ..datasets.scene_store import LIST_SUFFIX, STORE_FILES, STORE_FOLDERS
from ..footprints import geoparquet
from ..footprints.part_footprints import PartFootprintsFile
from ..footprints.write import formats, pyogrio_path
from ..hatch import names
from ..hatch.errors import InputError
from ..hatch.file_formats import PARQUET
from ..hatch.in_use import is_sqlite
from ..hatch.library import MEMBERS
from ..hatch.manifest import MANIFEST, WEIGHTS, read_manifest
from ..hatch.messages import Message
from ..hatch.names import (
    AREA_M2,
    CONFIDENCE,
    CREATOR,
    EXPORTED,
    ITEM,
    LAYER,
    ONNX,
    OPTICAL_SHARE,
    REGULARISED,
    SIMULATED,
)
from ..hatch.remains import remove_remains
from ..raster.gdal_open import open_raster
from ..raster.part_file import PartFile
from ..raster.probability_file import ProbabilityReader

_FOREIGN = Message("The output exists and was not written by this program")
_HEAD = 4096  # bytes, in which the name of a layer stands
_GEOJSON = re.compile(
    rb'\s*\{\s*"type": *"FeatureCollection",\s*"name": *"%b",\s*"description": *"%b"'
    % (LAYER.encode(), CREATOR.encode())
)
_SIMULATED_LABELS = re.compile(
    rb'\{"type": "FeatureCollection", "name": "\w+", "%b": true' % SIMULATED.encode()
)
# The fields of footprints, by which a GeoPackage of version 0.1.0 is known.
_FIELDS = {CONFIDENCE, AREA_M2, OPTICAL_SHARE, names.MODEL, REGULARISED}
# What GDAL and SQLite make in a GeoPackage of one layer.
_TABLES = re.compile(
    "gpkg_(spatial_ref_sys|contents|ogr_contents|geometry_columns|extensions)"
    "|gpkg_tile_matrix(_set)?|sqlite_.*"
)
_TRIGGERS = re.compile(
    f"gpkg_tile_matrix_[a-z_]*_(insert|update)|trigger_(insert|delete)_feature_count_{LAYER}"
)
_EXPORT_FILES = re.compile(
    "|".join(map(re.escape, (MANIFEST, WEIGHTS, *(h + e for h in EXPORTED for e in (ONNX, ITEM)))))
)
_MODEL_FILES = re.compile("|".join(map(re.escape, MEMBERS)))


@dataclass(frozen=True)
class Kind:
    """A kind of output.

    Attributes
    ----------
    extensions
        The extensions of its files in lower case, None for a folder.
    problem
        Says as a Message what would be lost if an existing output was replaced, "" if it is one of
        ours.
    makes_folders
        Whether missing folders above the output are created.
    is_replaced
        Whether it replaces an existing one unasked, as a checkpoint does.
    """

    extensions: Callable[[], tuple[str, ...]] | None
    problem: Callable[[Path], str]
    makes_folders: bool = False
    is_replaced: bool = False


def _vector(path: Path) -> str:
    """A vector file of this program, as it says itself, with the layer ``footprints`` alone."""
    if is_sqlite(path):
        return _geopackage(path)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    is_ours = (
        _GEOJSON.match(head)
        or (head.startswith(b"fgb") and _is_described(path))
        or (head.startswith(PARQUET) and geoparquet.is_own(path))
    )
    return "" if is_ours else _FOREIGN


def _is_described(path: Path) -> bool:
    """Whether the layer of a FlatGeobuf file has our name and description."""
    try:
        with pyogrio_path(path) as name:
            layer = pyogrio.read_info(name)
    except InputError:
        return False
    described = (layer["layer_metadata"] or {}).get("DESCRIPTION")
    return (layer["layer_name"], described) == (LAYER, CREATOR)


def _osm(path: Path) -> str:
    """OpenStreetMap data, as an .osm file or as GeoJSON."""
    if path.suffix.lower() != ".osm":
        return _vector(path)
    with path.open("rb") as file:
        return "" if f'generator="{CREATOR}"'.encode() in file.read(_HEAD) else _FOREIGN


def _geopackage(path: Path) -> str:
    try:
        # "immutable" keeps SQLite from writing anything next to the file.
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as database:
            others = _others(database)
            is_ours = not others and _is_ours(database)
    except sqlite3.Error:
        return _FOREIGN
    if others:
        return Message(
            "The output has other tables or triggers, which would be lost ({names})",
            names=_few(others),
        )
    return "" if is_ours else _FOREIGN


def _others(database: sqlite3.Connection) -> list[str]:
    """The tables, views and triggers that the layer ``footprints`` does not need."""
    query = "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?"
    columns = [re.escape(name) for (name,) in database.execute(query, (LAYER,))]
    index = rf"rtree_{LAYER}_({'|'.join(columns)})"
    tables = re.compile(rf"{_TABLES.pattern}|{LAYER}|{index}(_node|_parent|_rowid)?")
    triggers = re.compile(rf"{_TRIGGERS.pattern}|{index}_(insert|update\d*|delete)")
    return [
        name
        for kind, name in database.execute("SELECT type, name FROM sqlite_master ORDER BY name")
        if kind != "index" and not (triggers if kind == "trigger" else tables).fullmatch(name)
    ]


def _is_ours(database: sqlite3.Connection) -> bool:
    query = "SELECT description FROM gpkg_contents WHERE table_name = ?"
    described = database.execute(query, (LAYER,)).fetchone()
    if described is None:
        return False
    columns = {row[1] for row in database.execute(f"PRAGMA table_info({LAYER})")}
    return described[0] == CREATOR or columns >= _FIELDS


def _read_by(open_file: Callable[[Path], object]) -> Callable[[Path], str]:
    """Make the check of a kind of file from a function that opens it or raises InputError."""

    def check(path: Path) -> str:
        try:
            open_file(path)
        except InputError:
            return _FOREIGN
        return ""

    return check


def _open_probabilities(path: Path) -> None:
    ProbabilityReader(path).__exit__()


def _simulated_raster(path: Path) -> str:
    try:
        with open_raster(path) as raster:
            return "" if SIMULATED in raster.tags() else _FOREIGN
    except (InputError, RasterioError):
        return _FOREIGN


def _simulated_labels(path: Path) -> str:
    with path.open("rb") as file:
        return "" if _SIMULATED_LABELS.match(file.read(_HEAD)) else _FOREIGN


def _folder(
    allowed: re.Pattern[str], is_ours: Callable[[Path], bool], folders: str = ""
) -> Callable[[Path], str]:
    """A folder with these files alone, and these ``folders`` of lists, that is one of ours."""

    def is_known(path: Path) -> bool:
        if path.is_symlink() or not (allowed.fullmatch(path.name) or path.is_dir()):
            return False
        if not path.is_dir():
            return path.is_file()
        return bool(re.fullmatch(folders, path.name)) and all(
            child.suffix == LIST_SUFFIX and child.is_file() for child in path.iterdir()
        )

    def problem(folder: Path) -> str:
        remove_remains(folder)
        paths = list(folder.iterdir())
        others = sorted(path.name for path in paths if not is_known(path))
        if not others:
            return "" if not paths or is_ours(folder) else _FOREIGN
        return Message(
            "The output is a folder with other files, which would be lost ({names})",
            names=_few(others),
        )

    return problem


def _is_model(folder: Path) -> bool:
    """A model, or an exported one: another program may have a file of the manifest's name."""
    try:
        read_manifest(folder)
    except InputError:
        return False
    return True


def _is_export(folder: Path) -> bool:
    """A folder of an exported model, and not that of a model, which has no items."""
    return (folder / (EXPORTED[0] + ITEM)).is_file() and _is_model(folder)


def _is_store(folder: Path) -> bool:
    try:
        stored = json.loads((folder / "store.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(stored, dict) and {"names", "pixel_size_m"} <= stored.keys()


def _few(names: list[str]) -> str:
    shown = ", ".join(names[:3])
    if len(names) <= 3:
        return shown
    return Message("{names} and {count} more", names=shown, count=len(names) - 3)


VECTOR = Kind(formats, _vector)
OSM = Kind(lambda: (".osm", ".geojson"), _osm)
PROBABILITIES = Kind(lambda: (".tif", ".tiff"), _read_by(_open_probabilities))
PART = Kind(lambda: (".part",), _read_by(PartFile))
PART_FOOTPRINTS = Kind(lambda: (names.PART_FOOTPRINTS,), _read_by(PartFootprintsFile))
BLOCKS = Kind(lambda: (".geojson",), lambda _: _FOREIGN)
SCENE_RASTER = Kind(lambda: (".tif",), _simulated_raster, makes_folders=True)
SCENE_LABELS = Kind(lambda: (".geojson",), _simulated_labels, makes_folders=True)
MODEL = Kind(None, _folder(_MODEL_FILES, _is_model), makes_folders=True)
EXPORT = Kind(None, _folder(_EXPORT_FILES, _is_export), makes_folders=True)
STORE = Kind(None, _folder(STORE_FILES, _is_store, STORE_FOLDERS), makes_folders=True)
# The checkpoint of an interrupted run; one of another training is refused when it is read.
RUN = Kind(lambda: (), lambda _: "", makes_folders=True, is_replaced=True)
