"""Output files and times, in words and names."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from .project import is_open

translate = QCoreApplication.translate


def first_folder(*candidates: str) -> Path:
    """The first that is an existing folder, else the user's home."""
    return next(
        (Path(folder) for folder in candidates if folder and Path(folder).is_dir()), Path.home()
    )


def file_stem(name: str) -> str:
    """A layer's name as a file can have it."""
    return re.sub(r"[^\w-]+", "_", name).strip("_") or "layer"


def fresh(folder: Path, name: str) -> Path:
    """``footprints_NAME.gpkg`` in the folder, numbered when that exists."""
    stem = f"footprints_{file_stem(name)}"
    path = folder / f"{stem}.gpkg"
    number = 2
    while path.exists():
        path = folder / f"{stem}_{number}.gpkg"
        number += 1
    return path


def probabilities_beside(out: Path) -> Path:
    """The file in which the probabilities of these footprints are kept."""
    return out.with_name(f"{out.stem}_probability.tif")


def checked(path: Path, project: QgsProject) -> Path:
    """The path with the extension .gpkg.

    Raises InputError when its folder cannot be written or a layer of the project reads the file.
    """
    out = path if path.suffix.lower() == ".gpkg" else path.with_name(path.name + ".gpkg")
    if is_open(out, project):
        text = translate(
            "Outputs", "{} is open in this project; choose another file or remove its layer."
        )
        raise InputError(text.format(out))
    try:
        tempfile.TemporaryFile(dir=out.parent).close()
    except OSError as error:
        text = translate("Outputs", "The folder {} cannot be written ({}); choose another.")
        raise InputError(text.format(out.parent, error.strerror)) from error
    return out


def duration(seconds: float) -> str:
    """Seconds in words."""
    if seconds < 60:
        return translate("Outputs", "less than a minute")
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("Outputs", "about {} min").format(minutes)
    return translate("Outputs", "about {} h {} min").format(*divmod(minutes, 60))


def time_left(seconds: Optional[float]) -> str:
    """Seconds in words; empty when unknown."""
    return "" if seconds is None else translate("Outputs", "{} left").format(duration(seconds))
