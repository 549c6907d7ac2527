"""Extractions that go on where a killed one stopped."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import rasterio
import scipy
import torch

from ..hatch.errors import Interrupted
from ..hatch.reporter import Reporter
from ..inference.predict import STRIP_PIXELS, Engine, probability_strips
from ..models.store import versions
from ..raster.blend import Strip
from ..raster.kept_strips import KeptStrips
from ..raster.scene import Scene
from ..timing import Timing
from .failure import is_out_of_memory


@contextmanager
def continued_strips(
    out: Path, scene: Scene, engine: Engine, reporter: Reporter, timing: Timing
) -> Iterator[Iterator[Strip]]:
    """The strips of ``probability_strips``, which are kept next to ``out`` until the block ends.

    Those that a killed run of the same prediction has kept are read instead of predicted. If memory
    runs out or the process is about to end, they remain.
    """
    kept = KeptStrips(out, prediction_key(scene, engine), scene.grid.height, reporter)
    try:
        with closing(_strips(kept, scene, engine, reporter, timing)) as strips:
            yield strips
    except BaseException as error:
        if not (isinstance(error, Interrupted) or is_out_of_memory(error)):
            kept.remove()
        raise
    kept.remove()


def _strips(
    kept: KeptStrips, scene: Scene, engine: Engine, reporter: Reporter, timing: Timing
) -> Generator[Strip, None, None]:
    height, row = scene.grid.height, 0
    for strip in kept.read():
        row = strip.row + len(strip.valid)
        reporter.progress(row, height, "Reading the kept rows")
        yield strip
    if row:
        reporter.log(f"Continues from row {row} of {height}")
    with closing(probability_strips(scene, engine, reporter, timing, kept.count)) as predicted:
        yield from kept.write_through(predicted, timing)


def prediction_key(scene: Scene, engine: Engine) -> str:
    """Hash of all that the probabilities of a scene depend on, to the last bit.

    Empty if a file of the scene may change unnoticed, as one on a server may.
    """
    if not scene.fingerprint:
        return ""
    gpu = torch.cuda.get_device_name() if "cuda" in engine.name else ""
    facts = (
        scene.fingerprint,
        (engine.name, engine.tile, engine.manifest, STRIP_PIXELS),
        (platform.system(), platform.machine(), torch.backends.cpu.get_cpu_capability(), gpu),
        (versions(), rasterio.__version__, rasterio.__gdal_version__, scipy.__version__),
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()
