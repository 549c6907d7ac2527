"""Pictures and figures of the page What to expect."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import core
from bench import expect


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a small simulated scene."""
    folder = tmp_path_factory.mktemp("expect")
    core.simulate(folder / "scene", seed=1, size=160, style="industrial")
    return folder


@pytest.mark.slow
def test_figures_and_picture_of_a_scene(folder: Path) -> None:
    model = core.load_model()
    alone, both, *_ = found = expect.figures(model, folder)
    assert len(found) == 4 and 0 <= alone <= 1 and 0 <= both <= 1 and alone != both
    expect.draw(model, folder, folder / "a.png")
    picture = np.asarray(Image.open(folder / "a.png").convert("RGB"))
    assert picture.shape == (expect.SIDE, 2 * expect.SIDE + expect.GAP, 3)
    assert picture[:, expect.SIDE : expect.SIDE + expect.GAP].min() > 240  # between the maps
    left, right = picture[:, : expect.SIDE], picture[:, -expect.SIDE :]
    assert (np.ptp(left.astype(int), axis=2) > 60).any()  # outlines over grey
    assert np.ptp(right.astype(int), axis=2).mean() > np.ptp(left.astype(int), axis=2).mean()


def test_a_row_has_means_and_extremes() -> None:
    row = expect.row_of("village", [[0.5, 0.6, 0.2, 0.1], [0.7, 0.8, 0.2, 0.3]])
    assert row == (
        "| village | 0.60 (0.50 to 0.70) | 0.70 (0.60 to 0.80) | 0.20 (0.20 to 0.20) "
        "| 0.20 (0.10 to 0.30) |"
    )
