"""Extraction: open, predict, vectorise, write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from ..footprints.vectorise import vectorise
from ..footprints.write import write_footprints
from ..hatch.files import atomic_output
from ..hatch.jobs import ExtractJob
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..hatch.results import ExtractResult
from ..inference.predict import Engine
from ..inference.scene_engine import scene_engine
from ..prefetch import prefetch
from ..raster.blend import Strip
from ..raster.probability_file import ProbabilityWriter
from ..raster.scene import open_scene
from ..timing import Timing
from .resume import resumable_strips


def extract(job: ExtractJob, engine: Engine, reporter: Reporter) -> ExtractResult:
    """Extract the footprints of a scene into a vector file.

    Raises InputError for bad input and Cancelled if the user cancelled the job. Then, as after any
    other failure, no file is left behind. If the process is killed or runs out of memory, finished
    strips are kept, from which the same extraction continues.
    """
    timing = Timing()
    model = engine.manifest
    threshold = model.threshold if job.threshold is None else job.threshold
    with ExitStack() as stack:
        enter = stack.enter_context
        out = enter(atomic_output(Path(job.out)))
        if job.probability:
            probability = enter(atomic_output(Path(job.probability)))

        reporter.progress(0, 1, Message("Reading"))
        scene = enter(open_scene(job.scene, model.pixel_size_m))
        scene.report(reporter)
        engine = scene_engine(engine, scene, job.careful, job.threshold, reporter)

        predicted = enter(resumable_strips(Path(job.out), scene, engine, reporter, timing))
        strips: Iterator[Strip] = enter(
            closing(prefetch(predicted, 1, timing, "waiting for the network"))
        )
        if job.probability:
            writer = enter(
                ProbabilityWriter(probability, scene.grid, model.name, threshold, scene.area)
            )
            strips = writer.write_through(strips)

        strips = _noting_data(strips, reporter)
        vectorised = vectorise(strips, scene.grid, threshold, job.min_area_m2, timing, scene.area)
        footprints = enter(closing(vectorised))

        count = write_footprints(out, footprints, scene.grid.crs, model.name)
        reporter.log(f"Time: {timing}")
    return ExtractResult(
        footprints=count,
        out=job.out,
        probability=job.probability,
        threshold=threshold,
        model=model.name,
        seconds=round(timing.total, 2),
        megapixels=scene.grid.width * scene.grid.height / 1e6,
        engine=engine.name,
    )


def _noting_data(strips: Iterator[Strip], reporter: Reporter) -> Iterator[Strip]:
    """The strips, with a warning after the last one if none has a valid pixel."""
    has_data = False
    for strip in strips:
        has_data = has_data or bool(strip.valid.any())
        yield strip
    if not has_data:
        text = Message("The SAR layer has no data in the area, so there are no footprints.")
        reporter.log(text, "warning")
