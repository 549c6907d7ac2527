"""The two commands that repeat an extraction: of the core's command line and of qgis_process."""

from __future__ import annotations

import shutil
from dataclasses import replace

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.command import extract_arguments
from ...core.hatch.errors import InputError
from ...core.hatch.jobs import ExtractJob
from ...core.hatch.library import DEFAULT_MODEL
from ...core.hatch.references import VARIABLE
from ..environment.worker_python import find_python, no_python_message
from ..paths import ROOT
from ..settings import Settings
from .shell import command_text, in_folder, with_variable


def core_command(job: ExtractJob, area: str) -> str:
    """The command of the core's command line; ``area`` is the file of the job's area or empty.

    Raises InputError if there is no Python to run it.
    """
    python = find_python()
    if python is None:
        raise InputError(no_python_message())
    scene = replace(
        job.scene,
        sar_crs=_short_crs(job.scene.sar_crs),
        optical_crs=_short_crs(job.scene.optical_crs),
    )
    arguments = extract_arguments(replace(_named(job), scene=scene), area)
    command = command_text([str(python), "-m", "core", *arguments])
    if Settings.load().allow_references:
        command = with_variable(VARIABLE, "1", command)
    return in_folder(str(ROOT), command)


def processing_command(job: ExtractJob, area: str) -> str:
    """The command of qgis_process; ``area`` is the file of the job's area or empty.

    Raises InputError if a coordinate system was set in QGIS, which qgis_process does not know.
    """
    if job.scene.sar_crs or job.scene.optical_crs:
        text = QCoreApplication.translate(
            "Recipes",
            "A coordinate system was set in QGIS, which qgis_process cannot be told; copy the "
            "command line instead, or save the layer with that system.",
        )
        raise InputError(text)
    job, scene = _named(job), job.scene
    values = {
        "OPTICAL": scene.optical,
        "POLARISATIONS": ",".join(scene.polarisations),
        "RADIOMETRY": _unless(scene.radiometry, "auto"),
        "AREA": area,
        "MODEL": job.model,
        "THRESHOLD": "" if job.threshold is None else str(job.threshold),
        "CAREFUL": "true" if job.careful else "",
        "MIN_AREA": _unless(str(job.min_area_m2), str(ExtractJob.min_area_m2)),
        "DEVICE": _unless(job.device, ExtractJob.device),
        "PROBABILITY": job.probability,
        "OUTPUT": job.out,
    }
    words = [f"SAR={path}" for path in scene.sar]
    words += [f"{name}={value}" for name, value in values.items() if value]
    return command_text([_qgis_process(), "run", "cmhcl:extract", "--", *words])


def _qgis_process() -> str:
    """Debian's qgis_process is a script that adds an option it does not know to the program."""
    program = "qgis_process"
    return f"{program}.bin" if shutil.which(f"{program}.bin") else program


def _named(job: ExtractJob) -> ExtractJob:
    """The job without the path of the default model."""
    return replace(job, model="") if job.model == str(DEFAULT_MODEL) else job


def _short_crs(wkt: str) -> str:
    """A coordinate system by its EPSG code, if it has one."""
    code = str(QgsCoordinateReferenceSystem.fromWkt(wkt).authid()) if wkt else ""
    return code if code.startswith("EPSG:") else wkt


def _unless(value: str, default: str) -> str:
    return "" if value == default else value
