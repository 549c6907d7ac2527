"""Ranges of integers one after the other."""

from __future__ import annotations

import numpy as np


def ranges(starts: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The integers from each of ``starts`` [n] on, as many as ``counts`` [n], joined."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    joined: np.ndarray = np.arange(total) + np.repeat(starts - (ends - counts), counts)
    return joined
