"""Prediction of a whole scene, strip by strip, in constant memory."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator, Iterable
from contextlib import closing
from functools import partial
from itertools import chain, islice
from typing import Optional, Protocol, cast

import numpy as np
from scipy.ndimage import distance_transform_edt

from ..hatch.errors import ModelError
from ..hatch.manifest import Manifest
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..prefetch import parallel_map, prefetch
from ..raster.blend import Blender, Strip
from ..raster.grid import Grid
from ..raster.tiles import WHOLE, Part, Span, spans, strip_bounds
from ..raster.validity import valid_pixels
from ..timing import Timing

SOFT_BORDER = 16  # pixels inside valid optical over which both heads are blended
STRIP_PIXELS = 5 * 2**19  # of a strip and the rows around it that outlining needs, at most
_CONTEXT_ROWS = 48  # these rows
_LEAST_ROWS = 16  # of a strip, unless fewer are finished
_AHEAD = 1  # tiles to read ahead of those that wait for the network


class Predictor(Protocol):
    """Interface of what predicts a tile."""

    def predict(
        self, sar: np.ndarray, optical: Optional[np.ndarray], hallucinate: bool = True
    ) -> tuple[Optional[np.ndarray], Optional[np.ndarray]]:
        """Predict a tile.

        Parameters
        ----------
        sar : float32 [4, h, w]
        optical : float32 [5, h, w] or None
            Both are standardised, NaN where not valid.
        hallucinate
            Whether the HAL-SAR head is needed.

        Returns
        -------
        hal_sar, opt_sar : float32 [2, h, w] or None
            Probabilities, 0 to 1, of both heads: of building, and of contact, the strip of one or
            two pixels where two buildings touch. None without ``hallucinate`` or ``optical``.
        """


class Engine(Predictor, Protocol):
    """A loaded network on a device.

    ``tile`` is the side of a tile in pixels, ``streams`` how many threads should predict tiles at
    the same time.
    """

    manifest: Manifest
    name: str
    tile: int
    streams: int


Heads = tuple[Optional[np.ndarray], Optional[np.ndarray]]
Encoded = tuple[Heads, Heads]


class ClickEngine(Engine, Protocol):
    """An engine whose model may have a head for clicks."""

    @property
    def has_click_head(self) -> bool: ...

    def encode(
        self, sar: np.ndarray, optical: Optional[np.ndarray], hallucinate: bool = True
    ) -> Encoded:
        """As ``predict``, and the fused features float16 [C, h / 2, w / 2] of both heads."""

    def click(self, features: np.ndarray, maps: np.ndarray, source: int) -> np.ndarray:
        """Logits [2 h, 2 w] of one building, from features [C, h, w] and maps [MAPS, h, w].

        ``maps`` and ``source`` are as in ``ClickHead``.
        """


class Readable(Protocol):
    """A scene to predict, on files or in memory."""

    grid: Grid

    def read(
        self, row: int, col: int, height: int, width: int
    ) -> tuple[np.ndarray, Optional[np.ndarray]]:
        """Standardised SAR [4, h, w] and optical [5, h, w] or None, NaN outside the scene."""

    def inside(self, row: int, col: int, height: int, width: int) -> np.ndarray:
        """Bool [h, w]: pixels in the area to predict."""


Images = tuple[np.ndarray, Optional[np.ndarray]]  # SAR [4, h, w] and optical [5, h, w] of a place
Tile = tuple[Span, Span, np.ndarray, Optional[np.ndarray]]


def probability_strips(
    scene: Readable,
    engine: Engine,
    reporter: Reporter,
    timing: Timing,
    finished: int = 0,
    part: Part = WHOLE,
) -> Generator[Strip, None, None]:
    """Yield all rows of ``scene.grid`` in order, as strips; pixels outside the area are not valid.

    Only the strips of ``part`` are yielded, without its first ``finished`` ones. They are identical
    to those of a run over all parts.

    The OPT-SAR head predicts where optical is valid, the HAL-SAR head elsewhere, with a soft border
    between them. Progress is reported in tiles. Close the generator before the scene, as a thread
    reads ahead.

    Raises
    ------
    SceneError
        If a file is damaged.
    Cancelled
        If the user cancelled the job.
    """
    grid = scene.grid
    top, left = grid.origin
    rows, cols = spans(grid.height, engine.tile, top), spans(grid.width, engine.tile, left)
    bounds = part.bounds(strip_bounds(rows, grid.height))  # between rows of tiles
    stops = [bounds[0], *_stops(bounds, grid.width)]  # of the strips, with the first row
    if finished >= len(stops) - 1:
        return
    start = stops[finished]
    rows = [row for row in rows if row.start < bounds[-1] and row.start + row.size > bounds[0]]
    ends = [*(after.start for after in rows[1:]), bounds[-1]]  # of the rows of tiles
    places = [
        [(row, col) for col in cols if scene.inside(row.start, col.start, row.size, col.size).any()]
        for row in rows
    ]
    first = next(i for i, row in enumerate(rows) if row.start + row.size > start)
    done, total = sum(map(len, places[:first])), sum(map(len, places))
    tallest = max(row.size for row in rows)
    blender = Blender(grid.height, grid.width, tallest, max(0, rows[first].start))
    read = _tiles(scene, chain.from_iterable(places[first:]), timing)
    tiles = prefetch(read, _AHEAD, timing, "waiting for reading")
    predict = partial(_predicted, engine)
    with (
        closing(tiles),
        closing(parallel_map(predict, tiles, engine.streams, timing, "network")) as predicted,
    ):
        for across, end in zip(places[first:], ends[first:]):
            for row, col, arrays in islice(predicted, len(across)):
                if arrays is not None:
                    blender.add(row, col, *arrays)
                done += 1
                reporter.progress(done, total, Message("Extracting"))
            for stop in stops[bisect_right(stops, blender.row) : bisect_right(stops, end)]:
                strip = blender.pop_rows(stop)
                if strip.row >= start:  # else its tiles only overlap what follows
                    yield _limited(strip, scene)


def _predicted(
    engine: Engine, tile: Tile
) -> tuple[Span, Span, tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray] | None]:
    """The place of a tile and what ``Blender.add`` needs; None if no pixel of SAR is valid."""
    row, col, sar, optical = tile
    valid = valid_pixels(sar)
    if not valid.any():
        return row, col, None
    (probability, contact), share = predict_tile(engine, sar, optical, valid)
    return row, col, (probability, contact, valid, share)


def _stops(bounds: list[int], width: int) -> list[int]:
    """Ends of strips, in rows of tiles between these bounds; wide strips have fewer rows."""
    rows = max(_LEAST_ROWS, STRIP_PIXELS // width - _CONTEXT_ROWS)
    stops: list[int] = []
    for start, end in zip(bounds, bounds[1:]):
        count = -(-(end - start) // rows)  # of about the same height
        stops += [start + (end - start) * number // count for number in range(1, count + 1)]
    return stops


def _limited(strip: Strip, scene: Readable) -> Strip:
    """The strip with the pixels outside the area not valid."""
    inside = strip.valid & scene.inside(strip.row, 0, *strip.valid.shape)
    if np.array_equal(inside, strip.valid):
        return strip
    return Strip(
        strip.row,
        strip.probability * inside,
        strip.contact * inside,
        inside,
        strip.optical_share * inside,
    )


def predict_tile(
    predictor: Predictor, sar: np.ndarray, optical: np.ndarray | None, valid: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities [2, h, w] and share of optical [h, w] of a tile; only needed heads are run.

    ``valid`` is bool [h, w]: where SAR is valid. The result is used only there. Raises ModelError
    if it is not finite there.
    """
    probability, share = _blended(predictor, sar, optical, valid)
    if not np.isfinite(probability[:, valid]).all():
        raise ModelError(
            "The model computes values that are not finite; choose another model, or train "
            "it again with a lower learning rate."
        )
    return probability, share


def _blended(
    predictor: Predictor, sar: np.ndarray, optical: np.ndarray | None, valid: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    share = np.zeros(valid.shape, np.float32)
    if optical is not None:
        share = optical_share(valid_pixels(optical), valid)
    if not share.any():
        hal_sar, _ = predictor.predict(sar, None)
        return cast(np.ndarray, hal_sar), share
    if share[valid].min() == 1:
        _, opt_sar = predictor.predict(sar, optical, hallucinate=False)
        return cast(np.ndarray, opt_sar), share
    hal_sar, opt_sar = cast("tuple[np.ndarray, np.ndarray]", predictor.predict(sar, optical))
    return hal_sar + share * (opt_sar - hal_sar), share


def optical_share(optical: np.ndarray, sar: np.ndarray) -> np.ndarray:
    """Weight of the OPT-SAR head: 0 where optical is not valid, 1 from SOFT_BORDER pixels inside.

    ``optical`` and ``sar`` are validity masks, bool [h, w]; the result is float32 [h, w], 0 where
    SAR is not valid. There is no soft border where SAR ends too, as at the edge of the image.
    """
    reach = optical | ~sar
    if reach.all():
        return sar.astype(np.float32)
    distance = distance_transform_edt(reach)
    share: np.ndarray = np.minimum(distance / (SOFT_BORDER + 1), 1) * sar
    return share.astype(np.float32)


def _tiles(
    scene: Readable, places: Iterable[tuple[Span, Span]], timing: Timing
) -> Generator[Tile, None, None]:
    """Read the tiles at these places in order."""
    for row, col in places:
        with timing.part("reading"):
            sar, optical = scene.read(row.start, col.start, row.size, col.size)
        yield row, col, sar, optical
