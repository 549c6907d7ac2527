"""A gain counts if it is larger than its standard error over the validation blocks."""

from __future__ import annotations

import numpy as np
import pytest

from core.datasets.labelled_area import View
from core.datasets.scenes import LabelledScene
from core.datasets.validation_blocks import Block
from core.training.gain import is_better

SIDE, BLOCKS = 10, 6
BUILDING = np.zeros((SIDE, SIDE * BLOCKS), np.uint8)
BUILDING[:5] = 1


@pytest.fixture(autouse=True)
def _networks_are_their_predictions(monkeypatch):
    def predictions(network, scenes):
        return ((scene, network) for scene in scenes)

    monkeypatch.setattr("core.training.gain.predictions", predictions)


def views(blocks: int = BLOCKS) -> list[View]:
    nothing = np.zeros_like(BUILDING)
    images = (np.zeros((bands, *BUILDING.shape), np.float16) for bands in (4, 5))
    scene = LabelledScene("made", *images, BUILDING, nothing, nothing, nothing + 1)
    columns = [slice(at * SIDE, (at + 1) * SIDE) for at in range(blocks)]
    return [View(scene, [Block(i, slice(0, SIDE), at, True) for i, at in enumerate(columns)])]


def found(*rows: int) -> np.ndarray:
    """A prediction that finds so many of the five rows of building of each block."""
    depth = np.repeat(rows, SIDE)
    return np.where(np.arange(SIDE)[:, None] < depth, 0.4, 0.1)


@pytest.mark.parametrize(
    ("rows", "better"),
    [
        ((4, 4, 4, 4, 4, 4), True),
        ((3, 3, 3, 3, 3, 3), False),
        ((2, 2, 2, 2, 2, 2), False),
        ((5, 2, 5, 2, 3, 4), False),  # the mean is higher, by less than its error
        ((5, 3, 3, 3, 3, 3), False),  # what one block says is no proof
        ((4, 4, 4, 3, 4, 4), True),
    ],
)
def test_a_gain_must_be_larger_than_its_error(rows, better):
    base = {"sar": found(3, 3, 3, 3, 3, 3)}
    assert is_better({"sar": found(*rows)}, base, views(), 0.3) == better


def test_errors_that_both_share_do_not_count():
    base = {"sar": found(4, 0, 3, 1, 2, 0)}
    assert is_better({"sar": found(5, 1, 4, 2, 3, 1)}, base, views(), 0.3)


def test_both_heads_count_alike():
    base = {"sar": found(3, 3, 3, 3, 3, 3), "optical": found(3, 3, 3, 3, 3, 3)}
    mixed = {"sar": found(2, 2, 2, 2, 2, 2), "optical": found(5, 5, 5, 5, 5, 5)}
    assert is_better(mixed, base, views(), 0.3) and not is_better(base, mixed, views(), 0.3)


def test_the_threshold_is_the_given_one():
    base, new = ({"sar": found(*[rows] * BLOCKS)} for rows in (3, 5))
    assert not is_better(new, base, views(), 0.5)


def test_one_block_proves_nothing():
    base, new = ({"sar": found(*[rows] * BLOCKS)} for rows in (3, 5))
    assert not is_better(new, base, views(1), 0.3) and is_better(new, base, views(2), 0.3)
