"""Folders with sar.tif, buildings.geojson and optionally optical.tif, as scenes of jobs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.footprints.read import read_polygons
from core.hatch.jobs import Area, EvaluateJob, SceneInput
from core.hatch.names import LABELS_FILE, OPTICAL_FILE, SAR_FILE


def has_optical(folder: Path) -> bool:
    """Whether there is an optical image."""
    return (folder / OPTICAL_FILE).exists()


def scene_input(folder: Path, optical: bool = False, area: Area | None = None) -> SceneInput:
    """The rasters of a folder, ``optical`` or SAR alone."""
    image = str(folder / OPTICAL_FILE) if optical else ""
    return SceneInput((str(folder / SAR_FILE),), image, area=area)


def evaluation_of(
    folder: Path, optical: bool = False, area: Area | None = None, **values: Any
) -> EvaluateJob:
    """The evaluation of a folder; ``values`` are further fields of the job."""
    labels = str(folder / LABELS_FILE)
    return EvaluateJob(scene_input(folder, optical, area), labels, **values)


def with_buildings(folder: Path, least: int = 1) -> list[Path]:
    """The scenes of a folder whose labels hold at least so many buildings."""
    files = sorted(folder.glob(f"*/{LABELS_FILE}"))
    return [file.parent for file in files if len(read_polygons(file).geometries) >= least]
