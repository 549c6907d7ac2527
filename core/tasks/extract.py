"""The extraction: open, tile, predict, blend, outline, write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from ..footprints.write import write_footprints
from ..hatch.files import atomic_output
from ..hatch.jobs import ExtractJob
from ..hatch.reporter import Reporter
from ..inference.predict import Engine, probability_strips
from ..raster.blend import Strip
from ..raster.probability_file import ProbabilityWriter
from ..raster.scene import scene_of
from ..timing import Timing


def extract(job: ExtractJob, engine: Engine, reporter: Reporter) -> dict[str, Any]:
    """Footprints of a scene, written to ``job.out`` as ExtractJob promises.

    Raises InputError for bad input, Cancelled when the user asked for a stop. Then, as after any
    other failure, nothing is left behind.
    """
    timing = Timing()
    model = engine.manifest
    threshold = model.threshold if job.threshold is None else job.threshold
    with ExitStack() as stack:
        out = stack.enter_context(atomic_output(Path(job.out)))
        if job.probability:
            kept = stack.enter_context(atomic_output(Path(job.probability)))
        scene = stack.enter_context(scene_of(job, model.pixel_size_m))
        predicted = stack.enter_context(
            closing(probability_strips(scene, engine, reporter, timing))
        )
        scene.report(reporter)
        strips: Iterator[Strip] = predicted
        if job.probability:
            writer = ProbabilityWriter(kept, scene.grid, model.name, threshold)
            strips = stack.enter_context(writer).follow(predicted)
        count = write_footprints(
            out, strips, scene.grid, model.name, threshold, job.min_area_m2, timing
        )
        reporter.log(f"Time: {timing}")
    return {
        "footprints": count,
        "out": job.out,
        "probability": job.probability,
        "threshold": threshold,
        "model": model.name,
        "seconds": round(timing.total, 2),
        "megapixels": scene.grid.width * scene.grid.height / 1e6,
        "engine": engine.name,
    }
