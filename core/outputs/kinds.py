"""Kinds of output: how they are named, and how our own files are recognised."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rasterio.errors import RasterioError

from ..datasets.scene_store import STORE_FILES
from ..footprints.part_footprints import OutlineFile
from ..footprints.write import formats
from ..hatch import names
from ..hatch.errors import InputError
from ..hatch.files import remove_remains
from ..hatch.in_use import is_sqlite
from ..hatch.library import MEMBERS
from ..hatch.manifest import MANIFEST, WEIGHTS
from ..hatch.messages import Message
from ..hatch.names import CREATOR, EXPORTED, ITEM, LAYER, ONNX, SIMULATED
from ..raster.gdal_open import open_raster
from ..raster.part_file import PartFile
from ..raster.probability_file import ProbabilityReader

_FOREIGN = Message("The output exists and was not written by this program")
_HEAD = 4096  # bytes, in which the name of a layer stands
# Tables of a GeoPackage that hold no layer.
_INTERNAL = re.compile(r"(gpkg|rtree|sqlite)_.*")
_EXPORT_FILES = {MANIFEST, WEIGHTS, *(head + end for head in EXPORTED for end in (ONNX, ITEM))}


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
    """A vector file with the layer ``footprints`` and no other."""
    if is_sqlite(path):
        return _geopackage(path)
    with path.open("rb") as file:
        head = file.read(_HEAD)
        file.seek(max(0, path.stat().st_size - 16 * _HEAD))
        tail = file.read()
    layer = LAYER.encode()
    geojson = re.match(rb'\s*\{\s*"type": *"FeatureCollection",\s*"name": *"%b"' % layer, head)
    flatgeobuf = head.startswith(b"fgb") and layer in head
    parquet = head.startswith(b"PAR1") and CREATOR.encode() in tail
    return "" if geojson or flatgeobuf or parquet else _FOREIGN


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
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
            query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
            layers = {name for (name,) in database.execute(query)}
    except sqlite3.Error:
        return _FOREIGN
    others = sorted(name for name in layers - {LAYER} if not _INTERNAL.fullmatch(name))
    if others:
        return Message(
            "The output has other tables, which would be lost ({names})", names=", ".join(others)
        )
    return "" if {LAYER, "gpkg_contents"} <= tables else _FOREIGN


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
        return "" if SIMULATED.encode() in file.read(_HEAD) else _FOREIGN


def _only(allowed: Callable[[str], bool]) -> Callable[[Path], str]:
    """A folder that has no other files."""

    def problem(folder: Path) -> str:
        remove_remains(folder)
        others = sorted(path.name for path in folder.iterdir() if not allowed(path.name))
        if not others:
            return ""
        return Message(
            "The output is a folder with other files, which would be lost ({names})",
            names=_few(others),
        )

    return problem


def _export(folder: Path) -> str:
    """A folder of an exported model, and not that of a model, which has no items."""
    if not (folder / (EXPORTED[0] + ITEM)).is_file():
        return _FOREIGN
    return _only(_EXPORT_FILES.__contains__)(folder)


def _few(names: list[str]) -> str:
    shown = ", ".join(names[:3])
    if len(names) <= 3:
        return shown
    return Message("{names} and {count} more", names=shown, count=len(names) - 3)


VECTOR = Kind(formats, _vector)
OSM = Kind(lambda: (".osm", ".geojson"), _osm)
PROBABILITIES = Kind(lambda: (".tif", ".tiff"), _read_by(_open_probabilities))
PART = Kind(lambda: (".part",), _read_by(PartFile))
OUTLINES = Kind(lambda: (names.OUTLINES,), _read_by(OutlineFile))
BLOCKS = Kind(lambda: (".geojson",), lambda _: _FOREIGN)
SCENE_RASTER = Kind(lambda: (".tif",), _simulated_raster, makes_folders=True)
SCENE_LABELS = Kind(lambda: (".geojson",), _simulated_labels, makes_folders=True)
MODEL = Kind(None, _only(MEMBERS.__contains__), makes_folders=True)
EXPORT = Kind(None, _export, makes_folders=True)
STORE = Kind(None, _only(lambda name: bool(STORE_FILES.fullmatch(name))), makes_folders=True)
# The checkpoint of an interrupted run; one of another training is refused when it is read.
RUN = Kind(lambda: (), lambda _: "", makes_folders=True, is_replaced=True)
