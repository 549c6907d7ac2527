"""Jobs of fine-tuning on the fixture ``suburb``, and labels of their own."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import shapely

from core.hatch.jobs import Area, FinetuneJob, SceneInput, TrainingSettings

SIZE = 420  # pixels


def job_on(folder: Path, base: Path, out: Path, optical: bool = True, **values) -> FinetuneJob:
    """A job of 4 steps; ``values`` are fields of the job, its scene or its training settings."""
    scene = {"optical": str(folder / "optical.tif") if optical else ""}
    training: dict[str, Any] = {"steps": 4, "batch": 2}
    names = {field.name for field in fields(TrainingSettings)}
    for name in set(values) & (names | {"area"}):
        (training if name in names else scene)[name] = values.pop(name)
    return FinetuneJob(
        **{
            "scene": SceneInput((str(folder / "sar.tif"),), **scene),
            "labels": str(folder / "buildings.geojson"),
            "out": str(out),
            "base": str(base),
            "training": replace(FinetuneJob.training, **training),
            **values,
        }
    )


def square(folder: Path, left: float, top: float, side: float) -> Area:
    """Part of the scene, in shares of its width from its north-western corner."""
    with rasterio.open(folder / "sar.tif") as file:
        bounds, crs = file.bounds, file.crs.to_wkt()
    width = bounds.right - bounds.left
    west, north = bounds.left + left * width, bounds.top - top * width
    return Area(shapely.box(west, north - side * width, west + side * width, north).wkt, crs)


def write_labels(path: Path, polygons: list, like: Path) -> Path:
    return write_polygons(path, polygons, pyogrio.read_info(like)["crs"])


def write_polygons(path: Path, polygons: list, crs: str) -> Path:
    geometry = shapely.to_wkb(np.array(polygons, object))
    pyogrio.raw.write(
        path, geometry, [], [], geometry_type="Polygon", crs=crs, driver="GPKG", layer="labels"
    )
    return path
