"""File formats by their signature (magic bytes). Standard library only, Python 3.9+.

GDAL identifies a file by its content, not by its name. Some formats are only a header that names
another file, or an address, as the place of the data.
"""

from __future__ import annotations

import json
import mmap
import re
import shutil
import tempfile
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Optional, Union

from .databases import SIGNATURE as SQLITE
from .databases import endless_view, has_tables_elsewhere
from .errors import InputError
from .messages import Message

HEAD = 1 << 16  # bytes in which GDAL looks for what a file is
_MOST_MEMBERS = 1000  # of an archive
_LARGEST_JSON = 1 << 28  # bytes, in an archive
_LONGEST_CRS = 1 << 16  # bytes

# Signatures of the formats that a virtual file may refer to; such files refer to no others.
_RASTERS = (
    *(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),  # GeoTIFF
    *(b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51"),  # JPEG 2000
    *(b"\x89PNG\r\n", b"\xff\xd8\xff"),
    *(b"CDF\x01", b"CDF\x02", b"CDF\x05"),  # netCDF
    b"EHFA_HEADER_TAG",  # Erdas Imagine
)
_SHAPEFILE = b"\0\0\x27\x0a"
PARQUET = b"PAR1"
_VECTORS = (SQLITE, _SHAPEFILE, b"fgb\x03", PARQUET)  # GeoPackage, FlatGeobuf

_ZIP_ERRORS = (ValueError, RuntimeError, zipfile.BadZipFile, zlib.error, EOFError)
_ZIPS = (".zip", ".shz", ".kmz")

# Signatures, in lower case, of formats that refer to other files, and their names.
KINDS = {
    "<vrtdataset": "virtual raster",
    "<ogrvrtdatasource": "virtual vector file",
    "<gdal_wms": Message("web map"),
    "<gdal_wmts": Message("web map"),
    "<wcs_gdal": Message("web coverage"),
    "<ogrwfsdatasource": Message("web feature service"),
    "wfs_capabilities": Message("web feature service"),
    "<ogcapi": Message("web service"),
    "<gdaltileindexdataset": Message("tile index"),
    "<cachedsource": Message("cache of another raster"),
    "gdal_streamed_alg": Message("GDAL pipeline"),
    "overview_file": Message("file with foreign overviews"),
}
# As KINDS, of text files only: the data may lie in another file.
_LABELS = (
    *("<mrf_meta", "pds_version_id", "odl_version_id", "isiscube", "product_observational"),
    *("lblsize=", "datasetheader begin", "oziexplorer map data"),
)
_LABEL = Message("label of a raster in another file")
_FOREIGN_CRS = Message("coordinate system at an address")
_FOREIGN_TABLES = Message("tables in other files")

_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\x1e|\{|loadgeojson|jsonp|\Z)", re.I)
# The key crs as JSON may write it, also with escapes.
_CRS = re.compile(rb"""["'](?:[cC]|\\u00[46]3)(?:[rR]|\\u00[57]2)(?:[sS]|\\u00[57]3)["']""")
# Before the value: only what a decoder of JSON and GDAL read in the same way.
_BEFORE_VALUE = re.compile(rb"\s*(:\s*(?P<object>[{'/]?)|[,}\]]|\Z)")
_ADDRESS = re.compile(r"^\s*/|://(?!www\.opengis\.net/)", re.I)

# Files that belong to others in an archive.
_COMPANIONS = re.compile(
    r".*\.(shx|dbf|prj|cpg|qpj|sbn|sbx|qix|fix|qml|qmd|sld|lyr|xsd|gfs|txt|md|pdf|html?|xml|csvt"
    r"|png|jpe?g|rtf|ini|log|lock)|.*/"
    r"|(.*/)?(__MACOSX/.*|\.[^/]*|Thumbs\.db|LICEN[CS]E|COPYING|NOTICE|README)",
    re.I,
)
# The files of a File Geodatabase, which is a folder.
_GEODATABASE = re.compile(
    r"(?P<folder>(.*/)?[^/]+\.gdb)/"
    r"([^/]+\.(gdbtable|gdbtablx|gdbindexes|atx|spx|horizon|freelist)|gdb|timestamps)",
    re.I,
)


def kind_of(path: Path) -> str:
    """The kind of a file that refers to others, empty if it refers to none."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
            kind = _kind(head)
            if head.startswith(SQLITE) and has_tables_elsewhere(path):
                return _FOREIGN_TABLES
            if kind or not _JSON.match(head):
                return kind
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
                return _FOREIGN_CRS if _has_foreign_crs(text) else ""
    except (OSError, ValueError):  # reported when it is read
        return ""


def is_plain(path: Path) -> bool:
    """Whether it is a raster or vector file of a format without references, by its content."""
    head = _head_of(path)
    return head.startswith(_RASTERS) or _is_vector(path.name, head)


def is_vector_file(path: Path) -> bool:
    """Whether it is a file, or an archive, of a vector format that is read.

    These are GeoPackage and SQLite, Shapefile, GeoJSON, FlatGeobuf, GeoParquet, KML, GML, CSV, a
    zip of these, and the folder of a File Geodatabase.
    """
    if path.is_dir():
        return path.suffix.lower() == ".gdb"
    head = _head_of(path)
    if _is_zip(path, head):
        members = _members(path)
        return bool(_layers_in(members)) and all(
            _COMPANIONS.fullmatch(name) or _GEODATABASE.fullmatch(name) or _is_vector(name, head)
            for name, head in members
        )
    return kind_of(path).startswith("virtual") or _is_vector(path.name, head)


def place_in_zip(path: Path) -> str:
    """The file or folder of a .zip that GDAL has to open, empty if that is the zip itself."""
    if path.suffix.lower() != ".zip" or path.is_dir():
        return ""
    places = _layers_in(_members(path))
    if len(places) > 1:
        folders = {str(PurePosixPath(place).parent) for place in places}
        places = folders - {"."} if len(folders) == 1 else set()
    place = "".join(places)
    return "" if ".." in place or place.startswith("/") else place


def layers_in_zip(path: Path) -> list[str]:
    """The names of the files and folders of a zip that GDAL can open, none of another file."""
    return sorted(_layers_in(_members(path))) if _is_zip(path, _head_of(path)) else []


def _layers_in(members: list[tuple[str, bytes]]) -> set[str]:
    """The vector files of an archive, and the folders that are File Geodatabases.

    Companions, such as descriptions in XML, count only where there is nothing else.
    """
    tables = [_GEODATABASE.fullmatch(name) for name, _ in members]
    found = {table["folder"] for table in tables if table}
    found |= {name for name, head in members if _is_vector(name, head)}
    return {name for name in found if not _COMPANIONS.fullmatch(name)} or found


def kind_in_archive(path: Path) -> str:
    """The kind of a file in a zip that refers to others, empty if there is none or it is no zip.

    Raises InputError if a database in it cannot be unpacked or has a view that may never end.
    """
    if not _is_zip(path, _head_of(path)):
        return ""
    for name, head in _members(path):
        kind = _kind(head)
        if kind:
            return kind
        if head.startswith(SQLITE) and _has_tables_elsewhere(path, name):
            return _FOREIGN_TABLES
        if _JSON.match(head) and _has_foreign_crs(head):
            return _FOREIGN_CRS
    return ""


def refuse_endless_views(path: Path, database: Optional[Path] = None) -> None:
    """Raise InputError if a file is a database with a view that may never end.

    ``database`` is where it was unpacked, if it is in an archive.
    """
    if not _head_of(database or path).startswith(SQLITE):
        return
    view = endless_view(database or path)
    if view:
        raise InputError(
            "The view {view} of the file takes too long or never ends; remove it, or save the "
            "layer that you need as a new file: {path}",
            view=repr(view[:100]),
            path=path,
        )


def _has_tables_elsewhere(path: Path, name: str) -> bool:
    """Whether a database in a zip has tables in other files.

    Raises InputError if it is damaged or has a view that may never end.
    """
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, "database")
        try:
            with zipfile.ZipFile(path) as archive:
                for member in archive.infolist():
                    if member.filename != name:
                        continue
                    with archive.open(member) as packed, database.open("wb") as file:
                        shutil.copyfileobj(packed, file)
                    if has_tables_elsewhere(database):
                        return True
                    refuse_endless_views(path, database)
        except _ZIP_ERRORS as error:
            raise InputError(
                "The file is not a vector file that can be read; choose a file of polygons: {path}",
                path=path,
            ) from error
    return False


def _kind(head: bytes) -> str:
    text = head.lower()
    for mark, kind in KINDS.items():
        if mark.encode() in text:
            return kind
    text = text.partition(b"\0")[0]
    return _LABEL if any(mark.encode() in text for mark in _LABELS) else ""


def _is_vector(name: str, head: bytes) -> bool:
    if head.startswith(_VECTORS) or (head and _JSON.match(head)):
        return True
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(b"<"):
        return b"<kml" in text or b"opengis.net/gml" in text
    return name.lower().endswith(".csv") and b"\0" not in head


def _is_zip(path: Path, head: bytes) -> bool:
    """Whether it is opened as a zip; one may begin with anything, and then its name decides."""
    return head.startswith(b"PK") or path.suffix.lower() in _ZIPS


def _head_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:  # reported when it is read
        return b""


def _members(path: Path) -> list[tuple[str, bytes]]:
    """Names and heads of the files in a zip, the whole of JSON; none if it cannot be read."""
    found = []
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) > _MOST_MEMBERS:
                return []
            for member in members:
                with archive.open(member) as file:
                    head = file.read(HEAD)
                    if _JSON.match(head):
                        head += file.read(_LARGEST_JSON)
                        if len(head) > _LARGEST_JSON:
                            return []
                found.append((member.filename, head))
    except (OSError, *_ZIP_ERRORS):
        return []
    return found


def _has_foreign_crs(text: Union[bytes, mmap.mmap]) -> bool:
    """Whether JSON names a coordinate system by an address or a path, or may do so."""
    for key in _CRS.finditer(text):
        after = _BEFORE_VALUE.match(text, key.end())
        if after is None or after["object"] in (b"'", b"/"):  # a comment, or no JSON
            return True
        if after["object"] != b"{":
            continue
        start = after.start("object")
        piece = text[start : start + _LONGEST_CRS].decode("utf-8", "replace")
        try:
            value, _ = json.JSONDecoder().raw_decode(piece)
        except (ValueError, RecursionError):
            return True
        kinds = {str(v).lower() for k, v in value.items() if k.lower() == "type"}
        if not kinds or kinds - {"name", "epsg", "ogc"} or _has_address(value):
            return True
    return False


def _has_address(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_has_address, value.values()))
    return isinstance(value, str) and bool(_ADDRESS.search(value))
