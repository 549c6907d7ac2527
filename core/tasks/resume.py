"""Resume an extraction where a killed one stopped."""

from __future__ import annotations

import platform
from collections.abc import Generator, Hashable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import rasterio
import scipy
import torch

from ..hatch.errors import Interrupted, is_out_of_memory
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..inference.predict import STRIP_PIXELS, Engine, probability_strips
from ..models.store import versions
from ..raster.blend import Strip
from ..raster.cache import digest
from ..raster.grid import Grid
from ..raster.scene import Scene
from ..raster.strip_cache import StripCache
from ..raster.tiles import WHOLE, Part, spans, strip_bounds
from ..timing import Timing


@contextmanager
def resumable_strips(
    out: Path,
    scene: Scene,
    engine: Engine,
    reporter: Reporter,
    timing: Timing,
    part: Part = WHOLE,
    floor: float = 0,
) -> Iterator[Generator[Strip, None, None]]:
    """The strips of ``probability_strips``, which are kept next to ``out`` until the block ends.

    Those that a killed run of the same prediction has kept are read instead of predicted; they have
    only the pixels of a probability of at least ``floor``. If memory runs out or the process is
    about to end, they remain.
    """
    key = prediction_key(scene, engine, part, floor)
    cache = StripCache(out, key, rows_of(scene.grid, engine.tile, part), reporter, floor)
    try:
        with closing(_strips(cache, scene, engine, reporter, timing, part)) as strips:
            yield strips
    except BaseException as error:
        if not (isinstance(error, Interrupted) or is_out_of_memory(error)):
            cache.remove()
        raise
    cache.remove()


def _strips(
    cache: StripCache, scene: Scene, engine: Engine, reporter: Reporter, timing: Timing, part: Part
) -> Generator[Strip, None, None]:
    height, row = scene.grid.height, 0
    for strip in cache.read():
        row = strip.end
        reporter.progress(row, height, Message("Reading the kept rows"))
        yield strip
    if row:
        reporter.log(f"Continues from row {row} of {height}")
    predicted = probability_strips(scene, engine, reporter, timing, cache.count, part)
    with closing(predicted):
        yield from cache.write_through(predicted, timing)


def rows_of(grid: Grid, tile: int, part: Part) -> range:
    """The rows of a part, none if there are more parts than strips."""
    rows = spans(grid.height, tile, grid.origin[0])
    bounds = part.bounds(strip_bounds(rows, grid.height))
    return range(bounds[0], bounds[-1])


def prediction_key(scene: Scene, engine: Engine, part: Part = WHOLE, floor: float = 0) -> str:
    """Hash of all that the kept probabilities of a part of a scene depend on, to the last bit.

    Empty if a file of the scene may change unnoticed, as one on a server may.
    """
    if not scene.fingerprint:
        return ""
    network = engine.tile, engine.manifest, STRIP_PIXELS
    return digest(scene.fingerprint, network, machine(engine), part, floor)


def machine(engine: Engine) -> tuple[Hashable, ...]:
    """What the last bits of a prediction depend on: device, processor and libraries."""
    gpu = torch.cuda.get_device_name() if "cuda" in engine.name else ""
    return (
        engine.name,
        (platform.system(), platform.machine(), torch.backends.cpu.get_cpu_capability(), gpu),
        tuple(versions().items()),
        (rasterio.__version__, rasterio.__gdal_version__, scipy.__version__),
    )
