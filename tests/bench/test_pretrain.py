"""Scenes to train the default model on: packing, mosaics, crops, augmentation, validation."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from bench.pretrain import packing
from bench.pretrain import scenes as making
from bench.pretrain.augment import BatchRandom, augment, few_levels, gradients
from bench.pretrain.chips import BUILDING, UNKNOWN, read_chips, write_chip
from bench.pretrain.mosaic import make_mosaic
from bench.pretrain.objective import softened
from bench.pretrain.plot import plot
from bench.pretrain.pool import SIDE, Pool, draw_windows, sample_marks
from bench.pretrain.radars import ABSENT_DB, random_radar
from bench.pretrain.scene_files import SceneReader, write_training_scenes
from bench.pretrain.scenes import CITY, MOSAIC, Recipe
from bench.pretrain.validation import average_precision, iou_curve
from core.metrics import PixelCounts
from tests.builders.pretraining import CPU, labelled

pytest_plugins = ["tests.bench.pretraining_fixtures"]


def test_a_scene_survives_packing_up_to_its_steps(tmp_path):
    scene = labelled()
    packing.write_scenes([scene], tmp_path / "scenes.npz")
    again = packing.read_scenes(tmp_path / "scenes.npz")[0]

    assert again.name == scene.name
    for name in ("sar", "optical"):
        before, after = (getattr(s, name).astype(float) for s in (scene, again))
        assert (np.isfinite(before) == np.isfinite(after)).all()
        assert np.nanmax(np.abs(np.clip(before, -5, 5) - after)) < 0.025
    assert (again.building == scene.building).all() and (
        again.evaluation_mask == scene.evaluation_mask
    ).all()


def test_chips_survive_their_files(tmp_path, chip):
    write_chip(chip, tmp_path)
    again = read_chips(tmp_path)[0]

    assert again.name == chip.name
    assert (again.rgb == chip.rgb).all() and (again.mask == chip.mask).all()


def test_a_quilt_is_filled_with_what_its_chips_show(chip):
    mosaic = make_mosaic(np.random.default_rng(5), [chip], 256)

    known = mosaic.mask != UNKNOWN
    assert known.mean() > 0.5
    assert (np.isfinite(mosaic.optical[0]) == known).all()
    assert np.isnan(mosaic.optical[3]).all()  # photographs have no near infrared
    roofs = mosaic.mask == BUILDING
    # A roof is redder than its surroundings, in whatever piece it lies.
    assert mosaic.optical[0][roofs].mean() > mosaic.optical[0][known & ~roofs].mean() + 1
    assert len(mosaic.city.buildings) > 2
    assert all(b.eaves_m >= 2.2 for b in mosaic.city.buildings)
    covered = sum(b.footprint.area for b in mosaic.city.buildings) / 0.8**2
    assert covered == pytest.approx(roofs.sum(), rel=0.15)


def test_scenes_of_either_kind_have_what_the_network_needs(scenes):
    for kind, packed in scenes.items():
        assert packed.shape == (9, SIDE, SIDE) and packed.dtype == np.uint8
        bits = {name: (packed[-1] >> i & 1).mean() for i, name in enumerate(packing.BITS)}
        assert 0 < bits["building"] < 0.8 and bits["edge"] > 0 and bits["sar"] > 0.3
        assert bits["instances"] == (kind == CITY)


def test_the_same_seed_makes_the_same_scene(sources):
    first, second = (making.make(7, sources, Recipe(MOSAIC, False))[0] for _ in range(2))
    assert (first == second).all()


def test_a_recipe_is_read_from_the_name_of_its_file():
    recipe = Recipe(MOSAIC, False)
    assert Recipe.of(Path(f"/any/{recipe.name}-000012.npy")) == recipe


def test_setups_are_of_many_kinds_and_canonical_ones_look_south():
    rng = np.random.default_rng(0)
    setups = [random_radar(rng, canonical=True) for _ in range(100)]

    assert all(165 <= s.look_azimuth_deg <= 195 for s in setups)
    for gone in ("wall_db", "double_bounce_db"):
        assert 0 < sum(getattr(s, gone) == ABSENT_DB for s in setups) < 50
    assert 30 < sum(s.class_spread_db > 0 for s in setups) < 90


@pytest.mark.parametrize("kind", [0.1, 0.5, 0.9])
def test_however_decibels_are_stored_their_order_stays(kind):
    class Drawn:
        def __init__(self):
            self.first = True

        def random(self):
            return kind

        def uniform(self, low, high):
            return (low + high) / 2

    decibel = np.random.default_rng(0).normal(-12, 5, (4, 64, 64)).astype(np.float32)
    stored = making.stored(Drawn(), decibel)
    order = np.argsort(decibel[0], axis=None)
    # Up to the steps of 8 bits and to what is cut off at either end.
    assert (np.diff(stored[0].ravel()[order]) >= -1e-4).all()


def test_exact_windows_show_a_scene_as_it_is(scenes):
    generator = torch.Generator().manual_seed(0)
    windows = draw_windows(64, 128, True, generator, CPU)
    whole = (windows == windows.round()).all(dim=-1).all(dim=-1).all(dim=-1)
    assert 0.3 < whole.float().mean() < 0.7
    marks = torch.from_numpy(scenes[CITY][-1])[None]
    window = windows[whole][:1]
    drawn = sample_marks(marks, window)["building"][0, 0]
    cols, rows = window[0, ..., 0].long(), window[0, ..., 1].long()
    assert (drawn == (marks[0][rows, cols] & 1)).all()


def test_canonical_windows_are_mirrored_left_to_right_alone():
    generator = torch.Generator().manual_seed(0)
    windows = draw_windows(32, 64, True, generator, CPU)
    across, down = windows[:, 0, 1] - windows[:, 0, 0], windows[:, 1, 0] - windows[:, 0, 0]
    assert (down[:, 1] > 0.5).all() and down[:, 0].abs().max() < 1e-3
    assert (across[:, 0] < 0).any() and (across[:, 0] > 0).any()
    turned = draw_windows(32, 64, False, generator, CPU)
    assert ((turned[:, 1, 0] - turned[:, 0, 0])[:, 1] < 0).any()


def test_a_pool_mixes_kinds_or_takes_canonical_scenes_alone(pool, scenes):
    crops = pool.draw(10, 64, 0.4, torch.Generator().manual_seed(0))
    assert crops.images.shape == (10, 8, 64, 64)
    assert crops.mosaic.sum() == 4
    assert (crops.marks["instances"][crops.mosaic] == 0).all()

    fixed = Pool(2, CPU, canonical=True)
    fixed.add(scenes[CITY], Recipe(CITY, False))
    assert len(fixed) == 0
    for _ in range(3):
        fixed.add(scenes[CITY], Recipe(CITY, True))
    assert len(fixed) == 2


def test_crops_without_optical_have_the_same_sar(pool):
    whole, alone = (
        pool.draw(4, 64, 0.5, torch.Generator().manual_seed(2), with_optical=optical)
        for optical in (True, False)
    )
    assert torch.equal(alone.images, whole.images[:, : packing.SAR_BANDS])
    assert torch.equal(alone.marks["building"], whole.marks["building"])
    assert torch.equal(alone.marks["sar"], whole.marks["sar"])


def test_augmented_crops_are_finite_where_something_is_known(pool):
    generator = torch.Generator().manual_seed(1)
    crops = pool.draw(32, 64, 0.5, generator)
    sar, optical = augment(crops, generator)

    assert sar.shape == (32, 4, 64, 64) and optical.shape == (32, 5, 64, 64)
    seen = torch.isfinite(sar).any(dim=1, keepdim=True)
    assert (seen == (crops.marks["sar"] > 0)).all()
    assert torch.nan_to_num(sar).abs().max() <= 5 and torch.nan_to_num(optical).abs().max() <= 5
    near = torch.isfinite(optical[:, 3]).any(dim=-1).any(dim=-1)
    assert not near[crops.mosaic].any() and near[~crops.mosaic].any()
    kept = torch.isfinite(sar).any(dim=-1).any(dim=-1).sum(dim=1)
    assert (kept == 1).any() and (kept > 1).any()


def test_images_of_few_levels_stay_close_to_the_original():
    random = BatchRandom(3, CPU, torch.Generator().manual_seed(0))
    images = torch.linspace(-4, 4, 4096).reshape(1, 1, 64, 64).expand(3, 2, 64, 64)

    coarse = few_levels(images, random)

    assert all(len(image.unique()) <= 49 for image in coarse)
    assert (coarse - images).abs().max() <= 10 / 12 / 2 + 1e-6


def test_gradients_are_smooth():
    random = BatchRandom(3, CPU, torch.Generator().manual_seed(0))
    slow = gradients(64, random)
    assert slow.shape == (3, 1, 64, 64)
    assert slow.diff(dim=2).abs().max() < 0.1 * (slow.max() - slow.min())


def test_labels_of_photographs_are_softened():
    building = torch.zeros(2, 1, 9, 9)
    building[..., 4:] = 1
    soft = softened(building, torch.tensor([True, False]))
    assert soft[0, 0, 4].tolist() == pytest.approx([0, 0, 0, 1 / 3, 2 / 3, 1, 1, 1, 1])
    assert (soft[1] == building[1]).all()


def test_iou_at_all_thresholds_is_that_of_each():
    generator = torch.Generator().manual_seed(0)
    p = torch.rand(40, 40, generator=generator)
    truth, seen = (torch.rand(40, 40, generator=generator) < share for share in (0.3, 0.8))
    curve = iou_curve(p, truth, seen)
    for i in (0, 7, 19):
        count = PixelCounts()
        count.add((p >= i / 20).numpy(), truth.numpy(), seen.numpy())
        assert curve[i] == pytest.approx(count.figures()["iou"])


def test_average_precision_is_the_mean_precision_over_recall():
    generator = torch.Generator().manual_seed(0)
    truth, seen = (torch.rand(40, 40, generator=generator) < share for share in (0.3, 0.8))
    p = (torch.rand(40, 40, generator=generator) + 0.4 * truth).clamp(0, 0.999)
    p = (p * 1000).floor() / 1000  # the thresholds that are counted
    wanted = 0.0
    for t in p[seen & truth].unique():
        found = seen & (p >= t)
        step = (seen & truth & (p == t)).sum() / (seen & truth).sum()
        wanted += float(step * (found & truth).sum() / found.sum())
    assert average_precision(p, truth, seen) == pytest.approx(wanted, abs=1e-3)

    everything = average_precision(torch.full_like(p, 0.5), truth, seen)
    assert everything == pytest.approx(float(truth[seen].float().mean()))
    assert average_precision(truth.float(), truth, seen) == 1


def test_workers_write_scenes_that_a_reader_reads_once(tmp_path, sources):
    write_training_scenes(sources, tmp_path, 2, 0, 2)
    with SceneReader(tmp_path) as reader:
        taken = []
        while len(taken) < 2:
            taken += reader.take(5)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".npy", ".npy"]
    assert all(packed.shape == (9, SIDE, SIDE) for packed, _ in taken)


def test_training_curves_of_two_logs_are_drawn_side_by_side(tmp_path):
    groups, heads = ("real", "simulated", "photographs"), ("sar", "optical")
    figures = {f"{group}/{head}": 0.4 for group in groups for head in heads}
    logs = [tmp_path / "all.jsonl", tmp_path / "canonical.jsonl"]
    for log in logs:
        entries = [{"plan": {}}, {"step": 50, **figures}, {"step": 100, **figures}]
        log.write_text("".join(json.dumps(entry) + "\n" for entry in entries))

    plot(logs, tmp_path / "curves.png")

    with Image.open(tmp_path / "curves.png") as image:
        assert image.width > 2 * image.height
