"""The prediction of a scene: the soft border between both heads, and strips from any one on."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.transform import Affine

from core.hatch.events import Event, Progress
from core.hatch.manifest import Manifest
from core.hatch.reporter import Reporter
from core.inference.predict import SOFT_BORDER, optical_share, probability_strips
from core.raster.grid import Grid
from core.timing import Timing


def test_soft_border_lies_inside_the_optical_and_not_along_the_edge_of_sar() -> None:
    sar, optical = np.ones((40, 100), bool), np.ones((40, 100), bool)
    optical[:, 60:] = False
    sar[:, :5] = optical[:, :5] = False
    share = optical_share(optical, sar)
    assert (share[:, 60:] == 0).all() and (share[:, :5] == 0).all()
    assert (share[:, 5 : 60 - SOFT_BORDER] == 1).all()
    assert (np.diff(share[20, 60 - SOFT_BORDER : 61]) < 0).all()


class Speckle:
    """A scene in memory, with a corner that is not valid and optical on its left half."""

    def __init__(self, height: int, width: int) -> None:
        self.grid = Grid(None, Affine.identity(), width, height)
        rng = np.random.default_rng(0)
        self._sar = rng.normal(0, 3, (4, height, width)).astype(np.float32)
        self._sar[:, : height // 3, : width // 3] = np.nan
        self._optical = rng.normal(0, 1, (5, height, width)).astype(np.float32)
        self._optical[:, :, width // 2 :] = np.nan

    def read(self, row: int, col: int, height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
        part = np.s_[:, row : row + height, col : col + width]

        def padded(values: np.ndarray) -> np.ndarray:
            missing = [(0, 0), *((0, n - m) for n, m in zip((height, width), values.shape[1:]))]
            return np.pad(values, missing, constant_values=np.nan)

        return padded(self._sar[part]), padded(self._optical[part])

    def inside(self, row: int, col: int, height: int, width: int) -> np.ndarray:
        return np.add.outer(np.arange(row, row + height), np.arange(col, col + width)) % 7 > 0


class Averaging:
    """An engine whose answer at a pixel depends on all of the tile."""

    manifest = Manifest("averaging", "A test's stand-in.", "none", 1.0, 0.5, "")
    name = "test"
    tile = 96

    def __init__(self) -> None:
        self.calls = 0

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> tuple[np.ndarray | None, np.ndarray | None]:
        self.calls += 1
        first = np.nan_to_num(sar[:2]) + np.nanmean(sar)
        second = None if optical is None else 1 / (1 + np.exp(-np.nan_to_num(optical[:2])))
        return 1 / (1 + np.exp(-first)) if hallucinate else None, second


@settings(deadline=None, max_examples=40)
@given(height=st.integers(1, 420), width=st.integers(1, 150), finished=st.integers(0, 12))
def test_strips_are_the_same_without_those_that_were_finished_before(
    height: int, width: int, finished: int
) -> None:
    scene, engine = Speckle(height, width), Averaging()
    whole = list(probability_strips(scene, engine, Reporter(), Timing()))
    calls, engine.calls = engine.calls, 0
    progress: list[tuple[float, float]] = []

    def note(event: Event) -> None:
        assert isinstance(event, Progress)
        progress.append((event.done, event.total))

    rest = list(probability_strips(scene, engine, Reporter(note), Timing(), finished))
    assert len(rest) == max(0, len(whole) - finished)
    for expected, strip in zip(whole[finished:], rest):
        assert strip.row == expected.row
        for name in ("probability", "contact", "valid", "optical_share"):
            np.testing.assert_array_equal(getattr(strip, name), getattr(expected, name))
    assert engine.calls < calls or finished < 2
    if rest:
        done, total = progress[-1]
        assert done == total and len(progress) == total - progress[0][0] + 1
