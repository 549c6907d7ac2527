"""The probabilities of building and of contact, strip by strip, in memory that stays the same."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Optional, Protocol, cast

import numpy as np
from scipy.ndimage import distance_transform_edt

from ..hatch.manifest import Manifest
from ..hatch.reporter import Reporter
from ..raster.blend import Blender, Strip
from ..raster.grid import Grid
from ..raster.tiles import Span, spans
from ..timing import Timing

SOFT_BORDER = 16  # pixels inside the valid optical over which it takes over from hallucination
_AHEAD = 2  # tiles that are read while the network computes


class Engine(Protocol):
    """A loaded network on a device."""

    manifest: Manifest
    name: str
    tile: int

    def predict(
        self, sar: np.ndarray, optical: Optional[np.ndarray], hallucinate: bool = True
    ) -> tuple[Optional[np.ndarray], Optional[np.ndarray]]:
        """Probabilities [2, h, w] in 0..1 of the HAL-SAR head and of the OPT-SAR head.

        The first is that of building, the second that of contact: the strip a pixel or two wide
        where two buildings touch. ``sar`` float32 [4, h, w], ``optical`` float32 [5, h, w], both
        standardised, NaN unknown. Without ``hallucinate`` the first head's are None, without
        ``optical`` the second's.
        """


class Readable(Protocol):
    """What can be extracted from; a scene of files is, and so is one in memory."""

    grid: Grid

    def read(
        self, row: int, col: int, height: int, width: int
    ) -> tuple[np.ndarray, Optional[np.ndarray]]:
        """Standardised SAR [4, h, w] and optical [5, h, w] or None, NaN beyond the scene."""

    def inside(self, row: int, col: int, height: int, width: int) -> np.ndarray:
        """Bool [h, w]: where the area that is asked for lies."""


Tile = tuple[Span, Span, np.ndarray, Optional[np.ndarray]]


def probability_strips(
    scene: Readable, engine: Engine, reporter: Reporter, timing: Timing
) -> Generator[Strip, None, None]:
    """All rows of ``scene.grid`` in order, as strips. Outside the area nothing is valid.

    Close it before the scene: until then a thread reads ahead.

    Where optical is valid the OPT-SAR head answers, where it is missing the HAL-SAR head, with a
    soft border between them. Reports progress in tiles. Raises InputError when a file
    turns out to be damaged, Cancelled when the user asked for a stop.
    """
    grid = scene.grid
    rows, cols = spans(grid.height, engine.tile), spans(grid.width, engine.tile)
    blender = Blender(grid.height, grid.width, rows[0].size)
    ends = {span.start: after.start for span, after in zip(rows, rows[1:])}
    places = [(row, col) for row in rows for col in cols]
    for done, tile in enumerate(_read_ahead(scene, places, timing), start=1):
        row, col, sar, optical = tile
        valid = np.asarray(np.isfinite(sar).any(axis=0))
        if valid.any():
            with timing.part("network"):
                (probability, contact), share = _predict(engine, sar, optical, valid)
            blender.add(row, col, probability, contact, valid, share)
        reporter.progress(done, len(places), "Extracting")
        if col is cols[-1]:
            strip = blender.pop_rows(ends.get(row.start, grid.height))
            height, width = strip.valid.shape
            inside = strip.valid & scene.inside(strip.row, 0, height, width)
            yield Strip(
                strip.row,
                strip.probability * inside,
                strip.contact * inside,
                inside,
                strip.optical_share * inside,
            )


def _predict(
    engine: Engine, sar: np.ndarray, optical: np.ndarray | None, valid: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """(probabilities [2, h, w], share of optical [h, w]) of one tile; only the heads needed run.

    ``valid``, bool [h, w]: where SAR is known, and the only place where the answer counts.
    """
    share = np.zeros(valid.shape, np.float32)
    if optical is not None:
        share = optical_share(np.isfinite(optical).any(axis=0), valid)
    if not share.any():
        hallucinated, _ = engine.predict(sar, None)
        return cast(np.ndarray, hallucinated), share
    if share[valid].min() == 1:
        _, seen = engine.predict(sar, optical, hallucinate=False)
        return cast(np.ndarray, seen), share
    hallucinated, seen = cast("tuple[np.ndarray, np.ndarray]", engine.predict(sar, optical))
    return hallucinated + share * (seen - hallucinated), share


def optical_share(optical: np.ndarray, sar: np.ndarray) -> np.ndarray:
    """How much optical answers: 0 where it is missing, 1 from SOFT_BORDER pixels inside it on.

    Bool [h, w] masks of where each is valid -> float32 [h, w], 0 without SAR. Where optical ends
    because SAR does, as at the edge of the image, there is nothing to soften.
    """
    reach = optical | ~sar
    if reach.all():
        return sar.astype(np.float32)
    distance = distance_transform_edt(reach)
    return (np.minimum(distance / (SOFT_BORDER + 1), 1) * sar).astype(np.float32)


def _read_ahead(
    scene: Readable, places: Iterable[tuple[Span, Span]], timing: Timing
) -> Iterator[Tile]:
    """The tiles at these places in order, read by a thread a few tiles ahead of their use."""

    def read(place: tuple[Span, Span]) -> Tile:
        row, col = place
        with timing.part("reading"):
            return row, col, *scene.read(row.start, col.start, row.size, col.size)

    remaining = iter(places)
    with ThreadPoolExecutor(max_workers=1) as pool:
        queue: list[Future[Tile]] = [pool.submit(read, p) for p in islice(remaining, _AHEAD)]
        try:
            while queue:
                with timing.part("waiting for reading"):
                    tile = queue.pop(0).result()
                queue.extend(pool.submit(read, p) for p in islice(remaining, 1))
                yield tile
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
