"""The soft border between both heads."""

from __future__ import annotations

import numpy as np

from core.inference.predict import SOFT_BORDER, optical_share


def test_soft_border_lies_inside_the_optical_and_not_along_the_edge_of_sar() -> None:
    sar, optical = np.ones((40, 100), bool), np.ones((40, 100), bool)
    optical[:, 60:] = False
    sar[:, :5] = optical[:, :5] = False
    share = optical_share(optical, sar)
    assert (share[:, 60:] == 0).all() and (share[:, :5] == 0).all()
    assert (share[:, 5 : 60 - SOFT_BORDER] == 1).all()
    assert (np.diff(share[20, 60 - SOFT_BORDER : 61]) < 0).all()
