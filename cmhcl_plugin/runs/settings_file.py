"""Files with the settings of an extraction, to be repeated later or elsewhere."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.files import atomic_output
from ...core.hatch.jobs import ExtractJob
from ...core.hatch.library import entry_of
from ..layers.provenance import Provenance, provenance_from_json, provenance_to_json

ENDING = ".cmhcl.json"
LARGEST = 1 << 24  # characters; the area may have many vertices

translate = QCoreApplication.translate


def write_settings(job: ExtractJob, path: Path) -> None:
    """Write the settings of an extraction; an existing file is replaced.

    Raises InputError if the model cannot be read or the file cannot be written.
    """
    model = entry_of(Path(job.model))
    if model.manifest is None:
        raise InputError(model.problem)
    threshold = model.manifest.threshold if job.threshold is None else job.threshold
    provenance = Provenance.of(replace(job, probability=""), model.manifest.name, threshold)
    with atomic_output(path) as new:
        new.write_text(provenance_to_json(provenance) + "\n", encoding="utf-8")


def read_settings(path: Path) -> Provenance:
    """What ``write_settings`` wrote. Raises InputError if the file is something else.

    A raster that is no longer where it was is taken from the folder of this file, if it is there,
    and the default model from this installation.
    """
    with suppress(OSError, ValueError):  # also of names that no system can have
        with path.open(encoding="utf-8") as file:
            provenance = provenance_from_json(file.read(LARGEST))
        if provenance is not None:
            return _found(provenance, path.parent)
    text = translate(
        "History",
        "The file has no settings of an extraction, or those of a newer version; choose a file "
        "that was written by Save settings: {}",
    )
    raise InputError(text.format(path))


def _found(provenance: Provenance, folder: Path) -> Provenance:
    """With the paths of rasters and model on this computer."""

    def found(raster: str) -> str:
        beside = folder / Path(raster).name
        is_moved = raster and not _exists(Path(raster)) and _exists(beside)
        return str(beside) if is_moved else raster

    job = replace(provenance.job, model=str(provenance.model_folder() or provenance.job.model))
    sar = tuple(found(raster) for raster in job.scene.sar)
    scene = replace(job.scene, sar=sar, optical=found(job.scene.optical))
    return replace(provenance, job=replace(job, scene=scene))


def _exists(path: Path) -> bool:
    """Whether there is such a file. Raises OSError or ValueError if no file can have this name.

    ``Path.exists`` does not since Python 3.14.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
