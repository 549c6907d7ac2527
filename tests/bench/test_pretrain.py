"""Training on a GPU: packed scenes, mosaics, crops, augmentation, and a run on the CPU."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file, save_file

from bench.pretrain import packing
from bench.pretrain import scenes as making
from bench.pretrain.augment import BatchRandom, augment, few_levels, gradients
from bench.pretrain.chips import BACKGROUND, BUILDING, UNKNOWN, Chip, read_chips, write_chip
from bench.pretrain.mosaic import make_mosaic
from bench.pretrain.objective import softened
from bench.pretrain.plot import plot
from bench.pretrain.pool import SIDE, Pool, draw_windows, sample_marks
from bench.pretrain.publish import training_record
from bench.pretrain.radars import ABSENT_DB, random_radar
from bench.pretrain.scene_files import SceneReader, write_training_scenes
from bench.pretrain.scenes import CITY, MOSAIC, Recipe, Sources
from bench.pretrain.train import Plan, Training, base_training, train
from bench.pretrain.validation import ValidationSet, average_precision, iou_curve
from core.datasets.scenes import LabelledScene, all_labelled
from core.hatch.errors import InputError
from core.hatch.manifest import WEIGHTS, Manifest
from core.metrics import PixelCounts
from core.models.store import save_model
from core.networks import PRESETS, Preset, build
from core.networks.encoder import BasicBlock, EfficientNetLite0, ResNet

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def chip() -> Chip:
    """A green picture with two red roofs, one of them at an unknown strip."""
    rng = np.random.default_rng(0)
    rgb = rng.normal((60, 110, 50), 8, (120, 140, 3))
    mask = np.full((120, 140), BACKGROUND, np.uint8)
    for rows, cols in ((slice(20, 50), slice(20, 60)), (slice(70, 100), slice(80, 120))):
        rgb[rows, cols] += (110, -50, 0)
        mask[rows, cols] = BUILDING
    mask[:, 130:] = UNKNOWN
    return Chip("dubai_test", np.clip(rgb, 0, 255).astype(np.uint8), mask)


@pytest.fixture(scope="module")
def sources(chip) -> Sources:
    return Sources({}, [chip])


@pytest.fixture(scope="module")
def scenes(sources) -> dict[str, np.ndarray]:
    """A packed scene of each kind."""
    return {
        kind: making.make(seed, sources, Recipe(kind, True))[0]
        for seed, kind in ((1, CITY), (2, MOSAIC))
    }


@pytest.fixture
def pool(scenes) -> Pool:
    pool = Pool(4, CPU, canonical=False)
    for kind, packed in scenes.items():
        pool.add(packed, Recipe(kind, True))
    return pool


def labelled(size: int = 96) -> LabelledScene:
    rng = np.random.default_rng(3)
    sar = rng.normal(0, 1, (4, size, size)).astype(np.float16)
    sar[:2] = np.nan
    sar[:, :, :10] = np.nan
    optical = np.full((5, size, size), np.nan, np.float16)
    optical[:3] = rng.normal(0, 1, (3, size, size))
    building = np.zeros((size, size), np.uint8)
    building[30:60, 30:60] = 1
    nothing = np.zeros_like(building)
    return LabelledScene(
        "one", sar, optical, building, nothing, nothing, all_labelled((size, size))
    )


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


@pytest.fixture
def small_plan(tmp_path, scenes, monkeypatch) -> Plan:
    """A training of a tiny network on two scenes."""
    small = Preset(lambda bands: ResNet(bands, BasicBlock, (1, 1, 1, 1), 8), 8, 4)
    monkeypatch.setitem(PRESETS, "small", small)
    folder = tmp_path / "scenes"
    folder.mkdir()
    for kind, packed in scenes.items():
        np.save(folder / f"{Recipe(kind, True).name}-000001.npy", packed)
    size = {"batch": 2, "crop": 32, "capacity": 2, "least": 2}
    return Plan("test", folder, tmp_path / "out", preset="small", **size)


def small_validation() -> ValidationSet:
    return ValidationSet({"real": [labelled(64)], "simulated": [labelled(64)]}, CPU)


@pytest.mark.parametrize("end", [{"steps": 5}, {"seconds": 0.5}])
def test_a_training_ends_and_leaves_weights_and_a_log(tmp_path, small_plan, end):
    train(replace(small_plan, **end), small_validation(), CPU)

    log = tmp_path / "out" / "test.jsonl"
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert lines[-1]["end"] and lines[-1]["step"] >= 3
    assert "steps" not in end or lines[-1]["step"] == 3 + end["steps"]
    assert math.isfinite(lines[-1]["score"]) and 0 <= lines[-1]["real/sar"] <= 1
    for kept in ("best", "last"):
        weights = load_file(tmp_path / "out" / f"test-{kept}.safetensors")
        assert weights.keys() == build("small").state_dict().keys()


def test_an_interrupted_training_goes_on_from_its_latest_validation(
    tmp_path, small_plan, monkeypatch
):
    plan = replace(small_plan, steps=7, validate_every=4)
    validation = small_validation()

    def figures(self, network):
        if (out / "test.state").exists():
            raise KeyboardInterrupt
        return real_figures(self, network)

    out, real_figures = tmp_path / "out", ValidationSet.figures
    with monkeypatch.context() as context:
        context.setattr(ValidationSet, "figures", figures)
        with pytest.raises(KeyboardInterrupt):
            train(plan, validation, CPU)

    train(plan, validation, CPU)

    lines = [json.loads(line) for line in (out / "test.jsonl").read_text().splitlines()]
    assert [line.get("step") for line in lines] == [None, 4, 8, 10]
    assert lines[-1]["end"] and lines[-1]["s"] >= lines[1]["s"]
    assert not (out / "test.state").exists()


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


def test_a_cuda_graph_is_refused_without_cuda(small_plan):
    with pytest.raises(InputError, match="NVIDIA GPU"):
        Training(replace(small_plan, graphed=True), CPU)


def test_a_training_that_goes_on_from_a_model_leaves_out_its_head_for_clicks(tmp_path):
    network = build("fast")
    network.add_click_head()
    weights = tmp_path / "weights.safetensors"
    save_file(network.state_dict(), weights)

    training = Training(Plan("test", tmp_path, tmp_path, batch=1, base=str(weights)), CPU)

    assert training.network.click is None
    assert torch.equal(training.network.fuse_hal.logits.weight, network.fuse_hal.logits.weight)


def test_training_of_optical_alone_keeps_what_does_not_read_it(
    tmp_path, small_plan, pool, monkeypatch
):
    """The OPT encoder of another kind starts from ImageNet, the rest from the base."""
    mixed = replace(PRESETS["small"], optical=EfficientNetLite0, shared=64)
    monkeypatch.setitem(PRESETS, "small mixed", mixed)
    base, base_file = build("small"), tmp_path / "base.safetensors"
    save_file(base.state_dict(), base_file)
    imagenet = dict(EfficientNetLite0(3).state_dict())
    torch.save(imagenet, tmp_path / "imagenet.pth")
    plan = replace(
        small_plan,
        preset="small mixed",
        base=str(base_file),
        imagenet=str(tmp_path / "imagenet.pth"),
        optical_only=True,
    )
    training = Training(plan, CPU)
    stem = training.network.opt.encoder._conv_stem.weight
    torch.testing.assert_close(stem[:, :3], imagenet["_conv_stem.weight"] * 3 / 5)
    before = {name: weight.clone() for name, weight in training.network.state_dict().items()}

    for _ in range(2):
        training.update(pool, 0.0)

    own = base.state_dict()
    after = training.weights()
    changed = {name for name in after if not torch.equal(after[name], before[name].to(after[name]))}
    trained = ("opt.", "fuse_opt.", "shared.norms.0.")
    assert changed and all(name.startswith(trained) for name in changed)
    for part in trained:
        assert any(name.startswith(part) for name in changed)
    for name in own:
        if not name.startswith(trained):
            torch.testing.assert_close(after[name], own[name].to(after[name]))


def test_a_teacher_adds_a_term_that_is_zero_for_itself(tmp_path, small_plan, pool):
    network = build("small")
    folder = tmp_path / "teacher"
    save_model(network, Manifest("t", "", "small", 0.8, 0.5, ""), folder)
    training = Training(replace(small_plan, teacher=str(folder)), CPU)
    crops, sar, optical = training.batch(pool)

    _, parts = training.loss_terms(sar, optical, crops)
    training.network.load_state_dict(training.teacher.state_dict())
    training.network.eval()
    _, own = training.loss_terms(sar, optical, crops)

    assert parts["teacher"] > 0
    assert own["teacher"].item() == pytest.approx(0, abs=1e-5)


def test_the_record_names_all_trainings_before_also_if_the_base_is_replaced_later(
    tmp_path, small_plan
):
    first = {"steps": 40, "seconds": 5, "scenes": 60, "where": "one GPU"}
    second = {**first, "steps": 30, "continues": first}
    base = save_base(tmp_path / "base", {**second, "settings": {"batch": 64}})

    train(replace(small_plan, steps=1, base=str(base)), small_validation(), CPU)
    save_base(tmp_path / "base", {**first, "steps": 99})

    assert training_record(small_plan.out / "test.jsonl")[1]["continues"] == second


def save_base(folder: Path, training: dict[str, Any]) -> Path:
    save_model(
        build("small"), Manifest("base", "", "small", 0.8, 0.5, "", training=training), folder
    )
    return folder / WEIGHTS


def test_a_record_names_no_training_before_without_a_manifest_beside_the_weights(
    tmp_path, small_plan
):
    base = tmp_path / "all-last.safetensors"
    save_file(build("small").state_dict(), base)

    train(replace(small_plan, steps=1, base=str(base)), small_validation(), CPU)

    assert base_training(str(base)) == base_training("") == {}
    assert "continues" not in training_record(small_plan.out / "test.jsonl")[1]
