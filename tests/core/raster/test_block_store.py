"""Blocks of rows in memory and in a file."""

from __future__ import annotations

import numpy as np
import pytest

from core.raster.block_store import BlockStore

DTYPE = np.dtype([("values", "f4", 3), ("valid", "?", 3)])


def block(number: int) -> np.ndarray:
    rows = np.zeros(4, DTYPE)
    rows["values"] = number + np.arange(12).reshape(4, 3)
    rows["valid"] = rows["values"] % 2 == 0
    return rows


@pytest.mark.parametrize("in_memory", [1, 2, 9])
def test_blocks_come_back_as_they_were_put_and_changed(in_memory: int) -> None:
    store = BlockStore(4, DTYPE, in_memory)
    for number in (5, 0, 3):
        store.put(number, block(number))
    store.get(0)["values"][2] = 7
    store.put(3, block(8))
    expected = {5: block(5), 0: block(0), 3: block(8)}
    expected[0]["values"][2] = 7
    for number in (0, 5, 3, 0):
        np.testing.assert_array_equal(store.read(number, 1, 4), expected[number][1:])
        np.testing.assert_array_equal(store.get(number), expected[number])
