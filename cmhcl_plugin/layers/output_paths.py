"""Paths of output files."""

from __future__ import annotations

import re
import tempfile
from functools import lru_cache
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFields,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QStandardPaths

from ...core.hatch.errors import InputError
from ...core.hatch.existence import exists, is_folder
from ...core.hatch.names import DRIVERS
from ..temporary_folder import TemporaryFolder
from .project_layers import layers_of

_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")
LONGEST_STEM = 150  # bytes; file systems allow 255, including everything that is appended

translate = QCoreApplication.translate


def first_existing_folder(*candidates: str) -> Path:
    """The first that is an existing folder, else the user's home."""
    return next(
        (Path(folder) for folder in candidates if folder and is_folder(folder)), Path.home()
    )


def project_folder(project: QgsProject) -> str:
    """The folder of a project's file, also of a GeoPackage; empty or no folder if it has none.

    QGIS names ``geopackage:/folder`` as the home of a project in a GeoPackage.
    """
    home, storage = str(project.homePath()), project.projectStorage()
    file = "" if storage is None or is_folder(home) else storage.filePath(project.fileName())
    return str(Path(file).parent) if file else home


def file_stem(name: str) -> str:
    """A layer's name with all but letters, digits, _ and - replaced by _, cut to LONGEST_STEM."""
    stem = re.sub(r"[^\w-]+", "_", name).encode("utf-8", "ignore")[:LONGEST_STEM]
    return stem.decode("utf-8", "ignore").strip("_") or "layer"


def unused_path(folder: Path, name: str) -> Path:
    """``footprints_NAME.gpkg`` in the folder, numbered if that or its probabilities exist."""
    return numbered(folder / f"footprints_{file_stem(name)}.gpkg")


def numbered(path: Path) -> Path:
    """The path of footprints, numbered if that or its probabilities exist."""
    unused, number = path, 2
    while exists(unused) or exists(probability_path(unused)):
        unused = path.with_name(f"{path.stem}_{number}{path.suffix}")
        number += 1
    return unused


def new_folder(name: str, project: QgsProject) -> Path:
    """A folder that does not exist, in the project's home or in the user's documents.

    Raises InputError if it cannot be made there.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    home = first_existing_folder(project_folder(project), documents)
    folder, number = home / name, 2
    while exists(folder):
        folder, number = home / f"{name}_{number}", number + 1
    check_folder(folder)
    return folder


def probability_path(out: Path) -> Path:
    """The GeoTIFF of probabilities that belongs to a file of footprints."""
    return out.with_name(f"{out.stem}_probability.tif")


def extensions() -> list[str]:
    """The extensions of the formats of footprints that this QGIS can open; the first: default."""
    known = QgsVectorFileWriter.supportedFormatExtensions()
    return [extension for extension in DRIVERS if extension[1:] in known]


def with_extension(path: Path) -> Path:
    """The path, with .gpkg appended unless its extension is that of another format.

    Raises InputError for a format that this QGIS cannot open.
    """
    extension = path.suffix.lower()
    if extension not in DRIVERS:
        return path.with_name(path.name + ".gpkg")
    if extension not in extensions():
        text = translate("OutputPaths", "QGIS cannot open {} files here; choose one of {}: {}")
        raise InputError(text.format(extension, ", ".join(extensions()), path))
    return path


def check_folder(out: Path) -> None:
    """Raise InputError when the folder is missing or read-only, or QGIS could not open the file."""
    if not is_folder(out.parent):
        text = translate("OutputPaths", "The folder does not exist; choose another: {}")
        raise InputError(text.format(out.parent))
    check_openable(out)
    try:
        tempfile.TemporaryFile(dir=out.parent).close()
    except OSError as error:
        text = translate("OutputPaths", "The folder cannot be written ({}); choose another: {}")
        raise InputError(text.format(error.strerror, out.parent)) from error


def check_openable(out: Path) -> None:
    """Raise InputError for a GeoPackage that this QGIS would look for under another name.

    To open it without locks, the GDAL of QGIS 3.22 gives SQLite its path as a URI, in which %41 is
    an A.
    """
    escape = _ESCAPE.search(str(out))
    if out.suffix.lower() == ".gpkg" and escape and not _opens_escapes():
        text = translate(
            "OutputPaths",
            "QGIS cannot open a GeoPackage with “{}” in its path; choose another name or folder, "
            "or another format: {}",
        )
        raise InputError(text.format(escape.group(), out))


@lru_cache(maxsize=1)
def _opens_escapes() -> bool:
    """Whether QGIS opens a GeoPackage whose path looks like one with an escape of a URI."""
    with TemporaryFolder() as folder:
        path = str(Path(folder) / "%41.gpkg")
        context = QgsCoordinateTransformContext()
        options = QgsVectorFileWriter.SaveVectorOptions()
        crs, kind = QgsCoordinateReferenceSystem(), QgsWkbTypes.Type.Polygon
        QgsVectorFileWriter.create(path, QgsFields(), kind, crs, context, options)
        return bool(QgsVectorLayer(path, "", "ogr").isValid())


def check_closed(out: Path, project: QgsProject) -> None:
    """Raise InputError when a layer of the project reads an output."""
    if layers_of(out, project):
        text = translate(
            "OutputPaths",
            "The file is open in this project; choose another file or remove its layer: {}",
        )
        raise InputError(text.format(out))
