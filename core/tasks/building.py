"""One building from clicked points."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from ..hatch.errors import InputError
from ..hatch.jobs import BuildingJob
from ..hatch.reporter import Reporter
from ..hatch.results import BuildingResult
from ..inference.clicked import Clicks, clicked_building
from ..inference.predict import ClickEngine
from ..polygons import geometry_of, valid_polygons
from ..raster.scene import open_scene
from ..timing import Timing


def building(job: BuildingJob, engine: ClickEngine, reporter: Reporter) -> BuildingResult:
    """Find the building that contains the points of the job.

    The tile around them is predicted once and kept, so that further clicks near by are answered
    without the network. Raises InputError for bad input.
    """
    timing = Timing()
    model = engine.manifest
    threshold = model.threshold if job.threshold is None else job.threshold
    clicks = Clicks(job.inside, job.outside, _polygon(job.previous))
    whole = replace(job.scene, area=None, area_path="")
    with open_scene(whole, model.pixel_size_m) as scene:
        scene.report(reporter)
        found, method = clicked_building(scene, engine, clicks, threshold)
        crs = scene.grid.crs.to_wkt() if scene.grid.crs else ""
    count = len(found.polygons)
    return BuildingResult(
        wkt=found.polygons[0].wkt if count else "",
        crs=crs,
        area_m2=round(float(found.area_m2[0]), 2) if count else 0.0,
        confidence=round(float(found.confidence[0]), 4) if count else 0.0,
        optical_share=round(float(found.optical_share[0]), 2) if count else 0.0,
        regularised=bool(count and found.regularised[0]),
        method=method,
        threshold=threshold,
        model=model.name,
        seconds=round(timing.total, 3),
        engine=engine.name,
    )


def _polygon(wkt: str) -> shapely.Geometry | None:
    """The footprint to correct, None if there is none. Raises InputError if it is not a polygon."""
    if not wkt:
        return None
    polygons, _ = valid_polygons(np.array([geometry_of(wkt)], object))
    if polygons[0] is None:
        raise InputError("previous is not a polygon; give the footprint to correct as WKT.")
    polygon: shapely.Geometry = polygons[0]
    return polygon
