"""Training of the head for clicks: simulated clicks, samples, steps."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from bench.clicks import head_training
from bench.clicks.head_training import (
    CROP,
    ClickTraining,
    Features,
    Pool,
    features_of,
    masks_of,
    middle_sample,
)
from bench.clicks.simulated_clicks import first_click, next_click
from core.networks import assemble
from core.networks.click_head import HAL_SAR, OPT_SAR, ClickHead
from tests.builders.networks import TINY


def block(rows: slice, cols: slice) -> np.ndarray:
    mask = np.zeros((60, 60), bool)
    mask[rows, cols] = True
    return mask


BUILDING = block(slice(20, 40), slice(20, 41))


def test_first_click_is_in_the_middle_or_a_random_inner_pixel() -> None:
    assert first_click(BUILDING) in {(29, 30), (30, 30), (29, 29), (30, 29), (29, 31), (30, 31)}
    rng = np.random.default_rng(0)
    clicks = {first_click(BUILDING, rng) for _ in range(50)}
    assert len(clicks) > 20
    assert all(22 <= row < 38 and 22 <= col < 39 for row, col in clicks)


def test_next_click_is_in_the_middle_of_the_largest_error() -> None:
    found = block(slice(20, 40), slice(20, 30)) | block(slice(50, 53), slice(50, 53))
    (row, col), missing = next_click(found, BUILDING) or ((0, 0), False)
    assert missing and 25 <= row <= 34 and 33 <= col <= 37
    excess = BUILDING | block(slice(0, 10), slice(0, 10))
    assert next_click(excess, BUILDING) in [((r, c), False) for r in (4, 5) for c in (4, 5)]
    assert next_click(BUILDING, BUILDING) is None
    assert next_click(excess, BUILDING, known=block(slice(15, 60), slice(0, 60))) is None


def view(source: int, *buildings: tuple[int, int, int, int], seed: int = 0) -> Features:
    """Buildings (row, col, height, width) that stand out in the features, 64 x 64 pixels."""
    ids = torch.zeros(64, 64, dtype=torch.int32)
    for number, (row, col, height, width) in enumerate(buildings, start=1):
        ids[row : row + height, col : col + width] = number
    noise = torch.from_numpy(np.random.default_rng(seed).normal(0, 0.3, (4, 64, 64)))
    features = (noise + (ids > 0)).half()
    return Features(source, features, (ids > 0).half().expand(2, -1, -1), ids)


TOWN = [(4, 4, 10, 12), (4, 24, 14, 8), (30, 30, 8, 20), (44, 8, 12, 12)]


def test_small_buildings_are_not_clicked() -> None:
    numbers, sizes = view(HAL_SAR, (4, 4, 10, 12), (30, 30, 2, 3)).buildings()
    assert numbers.tolist() == [1] and sizes.tolist() == [120]


def test_samples_contain_their_first_click() -> None:
    pool = Pool([view(HAL_SAR, *TOWN)])
    assert len(pool) == len(TOWN) and pool.sources == [HAL_SAR]
    for seed in range(20):
        sample = pool.draw(HAL_SAR, np.random.default_rng(seed))
        assert sample.building[sample.inside[0]] and sample.known.all()
        assert sample.features.shape == (6, CROP, CROP)
        # The building stands out in the features of the turned crop, too.
        assert sample.features[0][sample.building].mean() > 0.7
    sample = middle_sample(view(HAL_SAR, *TOWN), 3)
    assert int(sample.building.sum()) == 8 * 20 and sample.building[sample.inside[0]]


@pytest.mark.parametrize(("mixed", "displaced"), [(0.9, 0), (0, 8)])
def test_features_of_disturbed_samples_are_mixed_or_displaced(
    monkeypatch: pytest.MonkeyPatch, mixed: float, displaced: int
) -> None:
    def contrast(disturbed: bool) -> float:
        """How far buildings stand out in their features."""
        pool = Pool([view(HAL_SAR, *TOWN)], disturbed)
        samples = [pool.draw(HAL_SAR, np.random.default_rng(seed)) for seed in range(20)]
        inside = np.mean([float(s.features[0][s.building].mean()) for s in samples])
        return float(inside - np.mean([float(s.features[0][~s.building].mean()) for s in samples]))

    monkeypatch.setattr(head_training, "MIXED", mixed)
    monkeypatch.setattr(head_training, "REPLACED", 0)
    monkeypatch.setattr(head_training, "DISPLACED", {HAL_SAR: displaced})
    assert 0.1 < contrast(disturbed=True) < contrast(disturbed=False) - 0.1


def test_a_click_is_on_the_largest_error() -> None:
    sample = middle_sample(view(HAL_SAR, *TOWN), 1)
    sample.click(torch.zeros(CROP, CROP, dtype=torch.bool))
    assert len(sample.inside) == 2 and sample.outside == [] and not sample.previous.any()
    everything = torch.ones(CROP, CROP, dtype=torch.bool)
    sample.click(everything, keep=False)
    assert len(sample.outside) == 1 and not sample.building[sample.outside[0]]
    assert not sample.previous.any()
    sample.click(everything)
    assert sample.previous.all()


@pytest.mark.parametrize("fixed_norm", [False, True])
def test_training_learns_and_repeats_itself(
    monkeypatch: pytest.MonkeyPatch, fixed_norm: bool
) -> None:
    monkeypatch.setattr(head_training, "BATCH", 4)
    monkeypatch.setattr(head_training, "MOST_CLICKS", 2)

    def trained(steps: int) -> tuple[ClickTraining, list[float]]:
        torch.manual_seed(0)
        training = ClickTraining(ClickHead(4), 12, 1e-2, fixed_norm)
        return training, [training.update(pool, seed=1) for _ in range(steps)]

    pool = Pool([view(HAL_SAR, *TOWN), view(OPT_SAR, *TOWN, seed=1)])
    assert pool.sources == [HAL_SAR, OPT_SAR]
    training, losses = trained(12)
    assert np.mean(losses[-4:]) < 0.9 * np.mean(losses[:4])
    assert trained(3)[1] == losses[:3]
    norm = training.average.body[0].norm  # type: ignore[union-attr]
    assert bool((norm.running_mean == 0).all()) == fixed_norm  # type: ignore[union-attr, operator]
    sample = middle_sample(view(HAL_SAR, *TOWN, seed=2), 4)
    assert masks_of(training.average, [sample], HAL_SAR).shape == (1, CROP, CROP)


def test_features_are_those_of_the_fusion_heads() -> None:
    torch.manual_seed(0)
    network = assemble(TINY).eval()
    rng = np.random.default_rng(0)
    sar = rng.normal(size=(4, 64, 96)).astype(np.float32)
    optical = rng.normal(size=(5, 64, 96)).astype(np.float32)
    ids = rng.integers(-1, 4, (64, 96)).astype(np.int32)
    views = features_of(network, sar, optical, ids)
    assert [one.source for one in views] == [HAL_SAR, OPT_SAR]
    with torch.inference_mode():
        fused = network.fused(torch.from_numpy(sar)[None], torch.from_numpy(optical)[None])
    for one, expected in zip(views, fused, strict=True):
        assert expected is not None
        torch.testing.assert_close(one.fused.float(), expected[0], atol=2e-2, rtol=2e-2)
        assert one.probability.shape == (2, 32, 48)
        assert np.array_equal(one.ids.numpy(), ids[::2, ::2])
    assert [one.source for one in features_of(network, sar, None, ids)] == [HAL_SAR]
