"""Extraction: open, predict, vectorise, write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from ..footprints.vectorise import vectorise
from ..footprints.write import write_footprints
from ..hatch.files import atomic_output, check_writable
from ..hatch.jobs import ExtractJob
from ..hatch.reporter import Reporter
from ..hatch.results import ExtractResult
from ..inference.predict import Engine, probability_strips
from ..raster.blend import Strip
from ..raster.probability_file import ProbabilityWriter
from ..raster.scene import Scene, open_scene
from ..timing import Timing
from .engine import engine_for


def extract(job: ExtractJob, engine: Engine, reporter: Reporter) -> ExtractResult:
    """Extract the footprints of a scene into a GeoPackage.

    Raises InputError for bad input and Cancelled if the user cancelled the job. Then, as after any
    other failure, no file is left behind.
    """
    timing = Timing()
    check_writable(Path(job.out))
    with open_scene(job.scene, engine.manifest.pixel_size_m) as scene:
        engine = engine_for(scene, engine, adapt=job.adapt, careful=job.careful, reporter=reporter)
        return extract_footprints(
            scene,
            engine,
            job.out,
            threshold=job.threshold,
            min_area_m2=job.min_area_m2,
            probability=job.probability,
            reporter=reporter,
            timing=timing,
        )


def extract_footprints(
    scene: Scene,
    engine: Engine,
    out: str,
    *,
    threshold: float | None = None,
    min_area_m2: float = ExtractJob.min_area_m2,
    probability: str = "",
    reporter: Reporter | None = None,
    timing: Timing | None = None,
) -> ExtractResult:
    """Extract the footprints of an open scene; parameters as in ``ExtractJob``.

    ``scene`` has the pixel size of the engine's model. Raises as ``extract`` does.
    """
    reporter, timing = reporter or Reporter(), timing or Timing()
    grid, model = scene.grid, engine.manifest
    threshold = model.threshold if threshold is None else threshold
    with ExitStack() as stack:
        new = stack.enter_context(atomic_output(Path(out)))
        if probability:
            new_probability = stack.enter_context(atomic_output(Path(probability)))
        scene.report(reporter)
        predicted = closing(probability_strips(scene, engine, reporter, timing))
        strips: Iterator[Strip] = stack.enter_context(predicted)
        if probability:
            writer = ProbabilityWriter(new_probability, grid, model.name, threshold)
            strips = stack.enter_context(writer).write_through(strips)
        vectorised = closing(vectorise(strips, grid, threshold, min_area_m2, timing))
        footprints = stack.enter_context(vectorised)
        count = write_footprints(new, footprints, grid.crs, model.name)
        reporter.log(f"Time: {timing}")
    return ExtractResult(
        footprints=count,
        out=out,
        probability=probability,
        threshold=threshold,
        model=model.name,
        seconds=round(timing.total, 2),
        megapixels=grid.width * grid.height / 1e6,
        engine=engine.name,
    )
