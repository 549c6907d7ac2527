"""Blocks of a scene to label next: where the model is least certain. No network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely

from ..footprints.read import Table
from ..footprints.write import write_table
from ..hatch.errors import InputError
from ..hatch.files import atomic_output
from ..hatch.jobs import LabelNextJob
from ..hatch.messages import Message
from ..hatch.names import RANK, UNCERTAINTY
from ..hatch.reporter import Reporter
from ..hatch.results import LabelNextResult
from ..raster.block_entropy import block_entropy
from ..raster.grid import Grid, pixel_area_m2
from ..raster.probability_file import ProbabilityReader
from ..timing import Timing

LEAST_VALID = 0.5  # share of a block


def label_next(job: LabelNextJob, reporter: Reporter) -> LabelNextResult:
    """Write the blocks with the highest mean entropy, the highest first.

    Raises InputError for bad input and Cancelled if the user cancelled the job. Then, as after any
    other failure, no file is left behind.
    """
    timing = Timing()
    with (
        atomic_output(Path(job.out)) as new,
        ProbabilityReader(Path(job.probability)) as probability,
    ):
        grid = probability.grid
        side = max(1, round(job.block_m / pixel_area_m2(grid) ** 0.5))
        strips = probability.reported_strips(reporter, Message("Reading"))
        entropy, valid = block_entropy(strips, grid, side, probability.area)
        candidates = np.argwhere(valid >= LEAST_VALID)
        if len(candidates) == 0:
            raise InputError(
                "No block of {metres:g} m has enough valid pixels; choose smaller blocks: {path}",
                metres=job.block_m,
                path=job.probability,
            )
        order = np.argsort(-entropy[tuple(candidates.T)], kind="stable")
        rows, columns = candidates[order[: job.count]].T
        uncertainty = entropy[rows, columns]
        write_table(new, _blocks(grid, side, rows, columns, uncertainty))
    return LabelNextResult(
        blocks=len(rows),
        candidates=len(candidates),
        uncertainty=float(uncertainty[0]),
        out=job.out,
        seconds=round(timing.total, 2),
    )


def _blocks(
    grid: Grid, side: int, rows: np.ndarray, columns: np.ndarray, uncertainty: np.ndarray
) -> Table:
    """The squares of blocks by their rank; those at the border of the grid end there."""
    across = np.minimum([columns * side, (columns + 1) * side], grid.width)
    down = np.minimum([rows * side, (rows + 1) * side], grid.height)
    (left, right), (top, bottom) = (
        grid.transform.c + grid.transform.a * across,
        grid.transform.f + grid.transform.e * down,
    )
    values = {RANK: np.arange(1, len(rows) + 1, dtype=np.int32), UNCERTAINTY: uncertainty.round(4)}
    crs = grid.crs.to_wkt() if grid.crs else ""
    return Table(shapely.box(left, bottom, right, top), values, crs)
