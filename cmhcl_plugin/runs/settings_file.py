"""Files with the settings of an extraction, to be repeated later or elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.files import atomic_output
from ...core.hatch.jobs import ExtractJob, SceneInput
from ...core.hatch.library import DEFAULT_MODEL, entry_of
from ..layers.provenance import Provenance, provenance_from_json, provenance_to_json
from ..online.record import layer_shown_in
from ..paths import version

ENDING = ".cmhcl.json"
LARGEST = 1 << 24  # bytes; the area may have many vertices

translate = QCoreApplication.translate


def write_settings(job: ExtractJob, path: Path) -> None:
    """Write the settings of an extraction; an existing file is replaced.

    Raises InputError if the model cannot be read or the file cannot be written.
    """
    model = entry_of(Path(job.model))
    if model.manifest is None:
        raise InputError(model.problem)
    provenance = Provenance(
        job=job,
        model=model.manifest.name,
        threshold=model.manifest.threshold if job.threshold is None else job.threshold,
        engine="",
        probability="",
        date=f"{datetime.now():%Y-%m-%d %H:%M}",
        version=version(),
        online=layer_shown_in(job.scene.optical),
    )
    with atomic_output(path) as new:
        new.write_text(provenance_to_json(provenance) + "\n", encoding="utf-8")


def read_settings(path: Path) -> Provenance:
    """What ``write_settings`` wrote. Raises InputError if the file is something else.

    A raster that is no longer where it was is taken from the folder of this file, if it is there,
    and the default model from this installation.
    """
    try:
        with path.open(encoding="utf-8") as file:
            provenance = provenance_from_json(file.read(LARGEST))
    except (OSError, ValueError):
        provenance = None
    if provenance is None:
        text = translate(
            "History",
            "The file has no settings of an extraction, or those of a newer version; choose a file "
            "that was written by Save settings: {}",
        )
        raise InputError(text.format(path))
    job = provenance.job
    default = entry_of(DEFAULT_MODEL).manifest
    if not Path(job.model).is_dir() and default and provenance.model == default.name:
        job = replace(job, model=str(DEFAULT_MODEL))
    return replace(provenance, job=replace(job, scene=_found(job.scene, path.parent)))


def _found(scene: SceneInput, folder: Path) -> SceneInput:
    def found(raster: str) -> str:
        beside = folder / Path(raster).name
        return str(beside) if raster and not Path(raster).exists() and beside.exists() else raster

    sar = tuple(found(raster) for raster in scene.sar)
    return replace(scene, sar=sar, optical=found(scene.optical))
