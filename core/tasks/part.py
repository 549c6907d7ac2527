"""The probabilities of one part of a scene, for JoinJob."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import shapely

from ..hatch.errors import InputError
from ..hatch.files import atomic_output
from ..hatch.jobs import PartJob
from ..hatch.reporter import Reporter
from ..hatch.results import PartResult
from ..inference.predict import Engine
from ..inference.scene_engine import scene_engine
from ..raster.cache import digest
from ..raster.part_file import PartHeader, PartWriter
from ..raster.scene import Scene, open_scene
from ..raster.tiles import Part
from ..timing import Timing
from .resume import machine, resumable_strips, rows_of


def part(job: PartJob, engine: Engine, reporter: Reporter) -> PartResult:
    """Write the probabilities of one part.

    Raises InputError for bad input and Cancelled if the user cancelled the job. What is left after
    either, or after the process was killed, is as for ``extract``.
    """
    timing = Timing()
    portion = Part(job.part, job.parts)
    with ExitStack() as stack:
        enter = stack.enter_context
        out = enter(atomic_output(Path(job.out)))
        scene = enter(open_scene(job.scene, engine.manifest.pixel_size_m))
        scene.report(reporter)
        engine = scene_engine(engine, scene, job.careful, job.threshold, reporter)
        header = _header(job, scene, engine)
        writer = enter(PartWriter(out, header))
        strips = resumable_strips(
            Path(job.out), scene, engine, reporter, timing, portion, header.floor
        )
        for strip in enter(strips):
            with timing.part("writing"):
                writer.add(strip)
        reporter.log(f"Time: {timing}")
    first, end = header.rows
    return PartResult(
        out=job.out,
        part=job.part,
        parts=job.parts,
        rows=header.rows,
        threshold=header.threshold,
        model=header.model,
        seconds=round(timing.total, 2),
        megapixels=(end - first) * header.width / 1e6,
        engine=engine.name,
    )


def _header(job: PartJob, scene: Scene, engine: Engine) -> PartHeader:
    """Raises InputError if a raster may change unnoticed between parts."""
    if not scene.content_key:
        raise InputError(
            "A raster is not a file on a disk, so that parts might not fit together; unpack or "
            "copy it: {files}",
            files=", ".join(filter(None, (*job.scene.sar, job.scene.optical))),
        )
    grid, manifest = scene.grid, engine.manifest
    threshold = manifest.threshold if job.threshold is None else job.threshold
    rows = rows_of(grid, engine.tile, Part(job.part, job.parts))
    return PartHeader(
        part=job.part,
        parts=job.parts,
        rows=(rows.start, rows.stop),
        crs=grid.crs.to_wkt() if grid.crs else "",
        transform=tuple(grid.transform[:6]),
        width=grid.width,
        height=grid.height,
        unit_m=grid.unit_m,
        area=shapely.to_wkt(scene.area, rounding_precision=-1) if scene.area else "",
        scene=digest(scene.content_key),
        model=manifest.name,
        threshold=threshold,
        min_area_m2=job.min_area_m2,
        network=digest(manifest.sha256, engine.tile, job.careful),
        machine=digest(machine(engine)),
        floor=0.0 if job.all_pixels else threshold,
    )
