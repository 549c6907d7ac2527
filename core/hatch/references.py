"""Files that refer to other files or to the network. Standard library only, Python 3.9+.

A virtual raster, a web map saved as a file or a connection string makes GDAL read what it names. An
untrusted file could therefore read any file of the user, or contact a server.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Union
from xml.etree import ElementTree  # nosec B405

from .errors import InputError
from .existence import is_file, is_folder
from .file_formats import (
    is_plain,
    is_vector_file,
    kind_in_archive,
    kind_of,
    refuse_endless_views,
)
from .messages import Message
from .pipes import refuse_pipe, refuse_pipes_in

VARIABLE = "CMHCL_ALLOW_REFERENCES"  # set to 1: nothing is refused
# How the refusals name what sets it in QGIS; their argument "setting".
SETTING = Message("in Settings > Options > CMH-CL")
# Variables for GDAL, as a second lock: no files from a server, and no web services. GDAL splits the
# names of OGR_SKIP at commas only.
NO_SERVER = {"CPL_VSIL_CURL_ALLOWED_FILENAME": "/none"}
WITHOUT_NETWORK = {
    **NO_SERVER,
    "GDAL_SKIP": "WMS WMTS WCS HTTP STACIT STACTA PLMOSAIC EEDAI DAAS OGCAPI",
    "OGR_SKIP": "WFS,OAPIF,CSW,HTTP,Elasticsearch,PLSCENES,AmigoCloud,Carto,NGW,EEDA",
}
LARGEST = 1 << 24  # bytes of a virtual file
DEEPEST = 4  # virtual files in virtual files

SIDECARS = (".aux.xml", ".ovr", ".msk")

# Virtual files with other elements than gdalbuildvrt and ogr2vrt write are not judged.
_RASTER = """
vrtdataset srs geotransform metadata mdi vrtrasterband nodatavalue colorinterp colortable entry
description unittype offset scale categorynames category simplesource complexsource averagedsource
sourcefilename sourceband sourceproperties srcrect dstrect nodata usemaskband scaleoffset scaleratio
lut colortablecomponent exponent srcmin srcmax dstmin dstmax hidenodatavalue overviewlist blockxsize
blockysize gcplist gcp maskband histograms histitem histmin histmax bucketcount includeoutofrange
approximate histcounts
"""
_VECTOR = """
ogrvrtdatasource ogrvrtlayer srcdatasource srclayer srcregion geometrytype layersrs fid field style
geometryfield extentxmin extentymin extentxmax extentymax featurecount metadata mdi
"""
# To GDAL an attribute is the same as an element of its name: it could name a source, too.
_ATTRIBUTES = """
rasterxsize rasterysize subclass dataaxistosrsaxismapping coordinateepoch domain format key datatype
band blockxsize blockysize relativetovrt shared resampling xoff yoff xsize ysize c1 c2 c3 c4
projection id info pixel line x y z m name type subtype src width precision nullable unique default
alternativename comment encoding field reportsrccolumn clip
"""
_ELEMENTS = set(_RASTER.split()) | set(_VECTOR.split())
_KNOWN = set(_ATTRIBUTES.split())
_SOURCES = ("sourcefilename", "srcdatasource")
_BAND_CLASSES = ("", "vrtsourcedrasterband")
_WARPED = "vrtwarpeddataset"

_CONNECTION = re.compile(r"\s*([<{]|/vsi|[A-Za-z][\w+.-]+:)")
_REMOTE = re.compile(
    r"(?:/vsi\w+/)*(?:https?://|ftp://|/vsi(?:curl|s3|gs|az|adls|oss|swift|webhdfs))"
)
_ARCHIVE = re.compile(r"/vsi(?:zip|tar|gzip|7z|rar)/[{]?(?P<path>(?!/vsi).*)", re.S)
# Prefixes of the parts of a file that contains several rasters.
_PART = re.compile(
    r"(?:NETCDF|HDF5|HDF4_SDS|HDF4_EOS|GPKG|GTIFF_DIR|NITF_IM|SENTINEL2_\w+):(?P<path>.*)", re.S
)


def is_connection(path: Union[str, Path]) -> bool:
    """Whether it is a connection string of GDAL instead of the path of a file."""
    text = os.fspath(path)
    return bool(_CONNECTION.match(text)) and not os.path.lexists(text)


def is_remote(path: Union[str, Path]) -> bool:
    """Whether GDAL reads it from a server: an address, or /vsicurl/ and the like."""
    return is_connection(path) and bool(_REMOTE.match(os.fspath(path)))


def check_references(path: Union[str, Path]) -> list[Path]:
    """Raise InputError if GDAL would read other files, or the network, for this path.

    Returns the files that were checked: the file or archive itself, and its sources.

    Allowed are plain files, archives and parts of files on this computer, and virtual files whose
    sources are plain files in the folder of the virtual file or below. Nothing is refused if the
    environment variable VARIABLE is 1. A path that does not exist is not an error here.
    """
    text = os.fspath(path)
    refuse_pipe(text)
    if is_folder(text):
        refuse_pipes_in(text)
    if os.environ.get(VARIABLE) == "1":
        return []
    if is_connection(text):
        container = file_of_part(text)
        if not container:
            raise InputError(
                "A connection of GDAL is given instead of a file on this computer; save its "
                "content as a file, or allow references {setting}: {text}",
                setting=SETTING,
                text=text[:200],
            )
        if text.startswith("/vsi"):  # what is in the archive is checked when it is opened
            return [Path(container).resolve()]
        text = container
    if not is_file(text):
        return []
    path = Path(text).resolve()
    return list(_checked(path, path.parent, DEEPEST))


def check_vector_file(path: Path) -> None:
    """As ``check_references``; raise InputError also if it is of no vector format that is read."""
    check_references(path)
    if os.environ.get(VARIABLE) == "1":
        return
    refuse(kind_in_archive(path), path)
    if not is_vector_file(path):
        raise InputError(
            "The file is not a vector file that can be read; choose a file of polygons: {path}",
            path=path,
        )


def _checked(path: Path, folder: Path, levels: int) -> Iterator[Path]:
    """Check a file, whose sources must be in ``folder``; yields all of them. Raises InputError."""
    yield path
    refuse_pipes_in(path.parent)
    kind = kind_of(path)
    if kind.startswith("virtual"):
        yield from _checked_sources(path, folder, levels)
    else:
        refuse(kind, path)
        refuse_endless_views(path)
    for suffix in SIDECARS:
        sidecar = Path(f"{path}{suffix}")
        if is_file(sidecar) and kind_of(sidecar):
            raise InputError(
                "A file next to the raster refers to other data; remove it, or allow references "
                "{setting}: {path}.",
                setting=SETTING,
                path=sidecar,
            )


def refuse(kind: str, path: Path) -> None:
    """Raise InputError for a file of this kind, which refers to others; none if it is empty."""
    if kind:
        raise InputError(
            "The file refers to other data ({kind}); save it as a GeoTIFF or a GeoPackage, or "
            "allow references {setting}: {path}.",
            setting=SETTING,
            kind=kind,
            path=path,
        )


def _checked_sources(path: Path, folder: Path, levels: int) -> Iterator[Path]:
    """Check what a virtual file refers to; yields the files. Raises InputError."""
    if levels == 0:
        raise InputError(
            "The virtual file refers to virtual files that refer to others; save it as a GeoTIFF "
            "or a GeoPackage, or allow references {setting}: {path}.",
            setting=SETTING,
            path=path,
        )
    try:
        sources = list(_sources(path))
    except (ValueError, OSError, ElementTree.ParseError, RecursionError) as error:
        raise InputError(
            "The virtual file cannot be checked ({reason}); save it as a GeoTIFF or a GeoPackage, "
            "or allow references {setting}: {path}.",
            setting=SETTING,
            reason=error,
            path=path,
        ) from error
    for text, is_relative in sources:
        source = path.parent / text if is_relative else Path(text)
        if not source.is_absolute() or not is_file(source):
            raise InputError(
                "The virtual file refers to {source}, which is no file on this computer; save it "
                "as a GeoTIFF or a GeoPackage, or allow references {setting}: {path}.",
                setting=SETTING,
                source=repr(text[:100]),
                path=path,
            )
        if folder not in source.resolve().parents:
            raise InputError(
                "The virtual file refers to {source}, which is outside its folder; save it as a "
                "GeoTIFF or a GeoPackage, or allow references {setting}: {path}.",
                setting=SETTING,
                source=repr(text[:100]),
                path=path,
            )
        yield from _checked(source, folder, levels - 1)
        if not (is_plain(source) or kind_of(source)):
            raise InputError(
                "The virtual file refers to {source}, which is not of a format that is read from "
                "there; save it as a GeoTIFF or a GeoPackage, or allow references {setting}: "
                "{path}.",
                setting=SETTING,
                source=repr(text[:100]),
                path=path,
            )


def _sources(path: Path) -> Iterator[tuple[str, bool]]:
    """The sources of a virtual file, and whether each is relative to it.

    Raises InputError for a warped raster, ValueError for others that are not judged.
    """
    if path.stat().st_size > LARGEST:
        raise ValueError(f"it has more than {LARGEST:,} bytes")
    text = path.read_text(encoding="utf-8-sig")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    if "<!" in text or "<?" in text:
        raise ValueError("it has declarations")
    # Without declarations there are no entities that could grow or name other files.
    for element in ElementTree.fromstring(text).iter():  # nosec B314
        tag = str(element.tag).lower()
        values = _attributes(element)
        kind = values.get("subclass", "") if tag in ("vrtrasterband", "vrtdataset") else ""
        if kind == _WARPED:
            refuse(Message("warped virtual raster"), path)
        if kind not in _BAND_CLASSES:
            raise ValueError(f"it has an element of the class {kind[:50]!r}")
        if tag not in _ELEMENTS or values.get("domain") == "overviews":
            raise ValueError(f"it has the element {str(element.tag)[:50]!r}")
        if tag in _SOURCES:
            yield (element.text or "").strip(), values.get("relativetovrt") == "1"


def _attributes(element: ElementTree.Element) -> dict[str, str]:
    """Names and values in lower case. Raises ValueError for those that are not judged."""
    values: dict[str, str] = {}
    for name, value in element.attrib.items():
        key = name.lower()
        if key in values or key not in _KNOWN:  # of two, GDAL takes the first
            raise ValueError(f"it has the attribute {name[:50]!r}")
        values[key] = value.lower()
    return values


def file_of_part(text: str) -> str:
    """The local file of which ``text`` names an archive member or a subdataset, "" if none."""
    match = _ARCHIVE.fullmatch(text) or _PART.fullmatch(text)
    if not match or re.search(r'/vsi|(?<!")://|<', match["path"]):
        return ""
    path = match["path"].lstrip('"')
    ends = [found.start() for found in re.finditer(r'["}:/\\]', path)]
    return next((path[:end] for end in [*ends, len(path)] if end and is_file(path[:end])), "")
