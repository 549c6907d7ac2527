"""Commands that repeat a run: of the core's command line and of qgis_process."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import Union

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.command import extract_arguments, finetune_arguments
from ...core.hatch.errors import InputError
from ...core.hatch.jobs import ExtractJob, FinetuneJob, SceneInput
from ...core.hatch.library import DEFAULT_MODEL
from ...core.hatch.references import VARIABLE
from ..environment.worker_python import find_python, no_python_message
from ..paths import ROOT
from ..settings import Settings
from .shell import command_text, in_folder, with_variable


def extract_command(job: ExtractJob, area: str) -> str:
    """An extraction on the core's command line; ``area`` is the file of its area or empty.

    Raises InputError if there is no Python to run it.
    """
    model = _model(job.model)
    return _core_command(extract_arguments(replace(job, model=model, scene=_short(job)), area))


def finetune_command(job: FinetuneJob, area: str) -> str:
    """A fine-tuning on the core's command line, as ``extract_command``."""
    base = _model(job.base)
    return _core_command(finetune_arguments(replace(job, base=base, scene=_short(job)), area))


def _core_command(arguments: list[str]) -> str:
    python = find_python()
    if python is None:
        raise InputError(no_python_message())
    command = command_text([str(python), "-m", "core", *arguments])
    if Settings.load().allow_references:
        command = with_variable(VARIABLE, "1", command)
    return in_folder(str(ROOT), command)


def processing_command(job: ExtractJob, area: str) -> str:
    """An extraction with qgis_process; ``area`` is the file of the job's area or empty.

    Raises InputError if a coordinate system was set in QGIS, which qgis_process does not know.
    """
    if job.scene.sar_crs or job.scene.optical_crs:
        text = QCoreApplication.translate(
            "Recipes",
            "A coordinate system was set in QGIS, which cannot be passed to qgis_process; copy "
            "the command line instead, or save the layer with that system.",
        )
        raise InputError(text)
    scene = job.scene
    values = {
        "OPTICAL": scene.optical,
        "POLARISATIONS": ",".join(scene.polarisations),
        "RADIOMETRY": _unless(scene.radiometry, "auto"),
        "AREA": area,
        "MODEL": _model(job.model),
        "THRESHOLD": "" if job.threshold is None else str(job.threshold),
        "CAREFUL": "true" if job.careful else "",
        "MIN_AREA": _unless(str(job.min_area_m2), str(ExtractJob.min_area_m2)),
        "DEVICE": job.device,  # the algorithm's default is a setting
        "PROBABILITY": job.probability,
        "OUTPUT": job.out,
    }
    words = [f"SAR={path}" for path in scene.sar]
    words += [f"{name}={value}" for name, value in values.items() if value]
    return command_text([_qgis_process(), "run", "cmhcl:extract", "--", *words])


def _qgis_process() -> str:
    """The program; Debian's script ``qgis_process`` gives it an option that it refuses."""
    program = "qgis_process"
    return f"{program}.bin" if shutil.which(f"{program}.bin") else program


def _model(folder: str) -> str:
    """The folder of a model, empty for the default one."""
    return "" if folder == str(DEFAULT_MODEL) else folder


def _short(job: Union[ExtractJob, FinetuneJob]) -> SceneInput:
    """The scene of a job, with codes in place of WKT where its coordinate systems have them."""
    scene = job.scene
    sar_crs, optical_crs = _short_crs(scene.sar_crs), _short_crs(scene.optical_crs)
    return replace(scene, sar_crs=sar_crs, optical_crs=optical_crs)


def _short_crs(wkt: str) -> str:
    """A coordinate system by its EPSG code, if it has one."""
    code = str(QgsCoordinateReferenceSystem.fromWkt(wkt).authid()) if wkt else ""
    return code if code.startswith("EPSG:") else wkt


def _unless(value: str, default: str) -> str:
    return "" if value == default else value
