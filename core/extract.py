"""The extraction: open, tile, predict, blend, outline, write."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from .clock import Clock
from .errors import InputError
from .footprints.batch import footprints_of_strips
from .footprints.write import FootprintFile
from .job import ExtractJob
from .predict import Engine, probability_strips
from .raster.scene import scene_of
from .reporter import Reporter


def extract(job: ExtractJob, engine: Engine, reporter: Reporter) -> dict[str, Any]:
    """Footprints of a scene, written to ``job.out`` as ExtractJob promises.

    Raises InputError for bad input, Cancelled when the user asked for a stop. Then, as after any
    other failure, nothing is left behind.
    """
    clock = Clock()
    threshold = engine.manifest.threshold if job.threshold is None else job.threshold
    with (
        _written_beside(Path(job.out)) as beside,
        scene_of(job, engine.manifest.pixel_size_m) as scene,
        closing(probability_strips(scene, engine, reporter, clock)) as strips,
    ):
        scene.report(reporter)
        file = FootprintFile(beside, scene.grid.crs, engine.manifest.name)
        for footprints in footprints_of_strips(
            strips, scene.grid, threshold, job.min_area_m2, clock
        ):
            file.add(footprints)
        reporter.log(f"Time: {clock}")
    return {
        "footprints": file.count,
        "out": job.out,
        "seconds": round(clock.total, 2),
        "megapixels": scene.grid.width * scene.grid.height / 1e6,
        "engine": engine.name,
    }


@contextmanager
def _written_beside(out: Path) -> Iterator[Path]:
    """A path in a hidden folder beside ``out``, moved to ``out`` when all went well.

    Raises InputError when the folder of ``out`` can't be written, or ``out`` not be replaced.
    """
    try:
        folder = tempfile.TemporaryDirectory(
            prefix=".cmhcl-", dir=out.parent, ignore_cleanup_errors=True
        )
    except OSError as error:
        raise InputError(
            f"The folder {out.parent} cannot be written ({error.strerror}); choose another one."
        ) from error
    with folder as name:
        beside = Path(name) / "footprints.gpkg"
        yield beside
        try:
            beside.replace(out)
        except OSError as error:
            raise InputError(
                f"{out} cannot be replaced ({error.strerror}); remove its layer from the project "
                "or choose another name."
            ) from error
