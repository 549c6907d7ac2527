"""Labels that miss the image by a known number of metres."""

from __future__ import annotations

import numpy as np
import pytest

from core.datasets.label_offset import REACH, correlations, estimate_offset

PIXEL_M = 0.5


@pytest.fixture
def town(rng) -> np.ndarray:
    """Bool [160, 200]: 40 houses of random sizes."""
    houses = np.zeros((160, 200), bool)
    for _ in range(40):
        row, col = rng.integers((0, 0), (150, 190))
        houses[row : row + rng.integers(5, 12), col : col + rng.integers(5, 12)] = True
    return houses


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(3)


def noisy(town: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    return np.clip(0.2 + 0.6 * town + rng.normal(0, 0.2, town.shape), 0, 1)


def drawn(town: np.ndarray, down: int, right: int) -> tuple[np.ndarray, np.ndarray]:
    """Labels of the town's middle that were drawn too far down and right, and where they hold."""
    known = np.zeros(town.shape, bool)
    known[18:-18, 18:-18] = True
    return np.roll(town, (down, right), axis=(0, 1)) & known, known


@pytest.mark.parametrize(("down", "right"), [(0, 6), (0, -6), (9, 0), (-9, 0), (7, -12), (-13, 15)])
def test_a_shift_is_found_exactly_and_with_its_sign(town, rng, down, right):
    labels, known = drawn(town, down, right)
    found = estimate_offset(noisy(town, rng), labels, known, PIXEL_M)
    assert found == (right * PIXEL_M, -down * PIXEL_M)


def test_labels_in_place_are_no_finding(town, rng):
    assert estimate_offset(noisy(town, rng), *drawn(town, 0, 0), PIXEL_M) is None


def test_noise_is_no_finding(town, rng):
    assert estimate_offset(rng.random(town.shape), *drawn(town, 0, 0), PIXEL_M) is None


def test_a_shift_beyond_the_search_is_no_finding(town, rng):
    wall = np.zeros_like(town)
    wall[60:110, 90:96] = True
    known = np.ones_like(town)
    labels = np.roll(wall, REACH + 2, axis=1)
    assert estimate_offset(noisy(wall, rng), labels, known, PIXEL_M) is None


@pytest.mark.parametrize("level", [0.0, 0.5, np.nan])
def test_flat_or_unknown_evidence_is_no_finding(town, level):
    assert estimate_offset(np.full(town.shape, level), *drawn(town, 0, 6), PIXEL_M) is None


def test_no_labels_and_nothing_known_are_no_finding(town, rng):
    nothing = np.zeros_like(town)
    assert estimate_offset(noisy(town, rng), nothing, ~nothing, PIXEL_M) is None
    assert estimate_offset(noisy(town, rng), town, nothing, PIXEL_M) is None


def test_unknown_evidence_does_not_bend_the_finding(town, rng):
    evidence = noisy(town, rng)
    evidence[:, :70] = np.nan
    labels, known = drawn(town, 4, 10)
    assert estimate_offset(evidence, labels, known, PIXEL_M) == (5.0, -2.0)


def test_correlations_are_pearsons_at_every_move(rng):
    evidence = rng.random((13, 17))
    evidence[:4, :3] = np.nan
    labels, known = rng.random((13, 17)) < 0.4, np.ones((13, 17), bool)
    known[:, -2:] = False
    found = correlations(evidence, labels, known, 5)
    for down, right in [(0, 0), (5, -5), (-3, 4), (2, 1)]:
        image, drawn, there = [], [], []
        for row, col in np.argwhere(known):
            y, x = row + down, col + right
            if 0 <= y < 13 and 0 <= x < 17 and np.isfinite(evidence[y, x]):
                image.append(evidence[y, x])
                drawn.append(float(labels[row, col]))
                there.append((y, x))
        expected = np.corrcoef(image, drawn)[0, 1]
        assert found[5 + down, 5 + right] == pytest.approx(expected, abs=1e-9)
