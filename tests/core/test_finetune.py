"""Fine-tuning on a labelled area: from files to a model with its figures."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
import torch

from core.hatch.errors import Cancelled, InputError
from core.hatch.events import Metric, Preview
from core.hatch.jobs import Area, CheckJob, FinetuneJob, SceneInput, TrainingSettings
from core.hatch.manifest import Manifest, read_manifest
from core.hatch.reporter import Reporter
from core.models.store import load_model, save_model
from core.networks import PRESETS, Preset, build
from core.networks.encoder import BasicBlock, ResNet
from core.simulator import simulate, write_scene
from core.tasks.check import check
from core.tasks.finetune import finetune, read_area

SIZE = 420


@pytest.fixture(autouse=True)
def _tiny(monkeypatch):
    """A network that trains in no time."""
    tiny = Preset(lambda bands: ResNet(bands, BasicBlock, (1, 1, 1, 1), width=8), 8)
    monkeypatch.setitem(PRESETS, "tiny", tiny)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("finetune") / "scene"
    scene = simulate(3, SIZE, pixel_size_m=0.8, clouds=0.0, nodata=False, style="suburb")
    write_scene(scene, path)
    return path


@pytest.fixture
def base(tmp_path, _tiny):
    torch.manual_seed(0)
    path = tmp_path / "base"
    save_model(build("tiny"), Manifest("Base", "A notice.", "tiny", 0.8, 0.4, ""), path)
    return path


def job_on(folder: Path, base: Path, out: Path, optical: bool = True, **values) -> FinetuneJob:
    """A job of 4 steps; ``values`` are fields of the job, its scene or its training settings."""
    scene = {"optical": str(folder / "optical.tif") if optical else ""}
    training: dict[str, Any] = {"steps": 4, "batch": 2}
    names = {field.name for field in fields(TrainingSettings)}
    for name in set(values) & (names | {"area"}):
        (training if name in names else scene)[name] = values.pop(name)
    return FinetuneJob(
        **{
            "scene": SceneInput((str(folder / "sar.tif"),), **scene),
            "labels": str(folder / "buildings.geojson"),
            "out": str(out),
            "base": str(base),
            "training": replace(FinetuneJob.training, **training),
            **values,
        }
    )


def square(folder: Path, left: float, top: float, side: float) -> Area:
    """Part of the scene, in shares of its width from its north-western corner."""
    with rasterio.open(folder / "sar.tif") as file:
        bounds, crs = file.bounds, file.crs.to_wkt()
    width = bounds.right - bounds.left
    west, north = bounds.left + left * width, bounds.top - top * width
    return Area(shapely.box(west, north - side * width, west + side * width, north).wkt, crs)


def test_a_model_with_its_figures_report_and_blocks(folder, base, tmp_path):
    events: list = []
    out = tmp_path / "new"
    job = job_on(folder, base, out, title="My town")
    values = finetune(job, Reporter(events.append))
    assert values.model == str(out) and values.steps == 4 and values.stopped == "steps"
    assert values.verdict in ("better", "worse")
    assert sorted(path.name for path in out.iterdir()) == [
        "blocks.geojson",
        "manifest.json",
        "report.html",
        "weights.safetensors",
    ]
    rows = {(row.what, row.head): row for row in values.figures}
    assert set(rows) == {
        (what, head)
        for what in ("base", "base_own_threshold", "new")
        for head in ("sar", "optical")
    }
    assert all(
        0 <= getattr(row, name) <= 1 for row in rows.values() for name in ("iou", "f1", "ece")
    )
    manifest = read_manifest(out)
    assert (manifest.name, manifest.parent) == ("My town", "Base")
    assert manifest.figures["rows"] == [asdict(row) for row in values.figures]
    assert manifest.threshold == rows["new", "sar"].threshold
    assert manifest.training["labels"] == "buildings.geojson"
    assert str(folder) not in json.dumps(manifest.training)
    blocks = pyogrio.read_info(out / "blocks.geojson", force_feature_count=True)
    assert blocks["features"] == sum(manifest.training["blocks"].values())
    assert "My town" in (out / "report.html").read_text(encoding="utf-8")
    metrics = [event.values for event in events if isinstance(event, Metric)]
    assert metrics[-1]["step"] == 4 and "iou_optical" in metrics[-1]
    previews = [event for event in events if isinstance(event, Preview)]
    assert set(previews[-1].images) == {"sar", "labels", "prediction"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["base", "new"]


def test_the_same_seed_gives_the_same_weights_and_a_broken_run_too(folder, base, tmp_path):
    whole = job_on(folder, base, tmp_path / "whole")
    finetune(whole, Reporter())
    steps = 0

    def count(event):
        nonlocal steps
        steps += isinstance(event, Metric)

    broken = replace(whole, out=str(tmp_path / "broken"))
    with pytest.raises(Cancelled):
        finetune(broken, Reporter(count, lambda: steps == 2))
    assert not (tmp_path / "broken").exists()
    finetune(broken, Reporter())
    assert read_manifest(tmp_path / "whole").sha256 == read_manifest(tmp_path / "broken").sha256


def test_from_sar_alone_the_optical_branch_rests(folder, base, tmp_path):
    out = tmp_path / "new"
    values = finetune(job_on(folder, base, out, optical=False, learning_rate=0.01), Reporter())
    assert {row.head for row in values.figures} == {"sar"}
    assert "SAR alone" in read_manifest(out).notice
    same = unchanged(base, out)
    resting = {n for n in load_model(base)[0].state_dict() if n.startswith(("opt.", "fuse_opt."))}
    assert resting <= same
    assert "hal.decoder.logits.weight" not in same


@pytest.mark.parametrize(
    ("scope", "still"),
    [("heads", ("hal.encoder", "hal.decoder")), ("decoders", ("hal.encoder", "sar.encoder"))],
)
def test_a_scope_leaves_the_rest_as_it_was(folder, base, tmp_path, scope, still):
    out = tmp_path / "new"
    finetune(job_on(folder, base, out, scope=scope, learning_rate=0.01), Reporter())
    same = unchanged(base, out)
    names = {name for name in load_model(base)[0].state_dict() if name.startswith(still)}
    assert names <= same and "shared.conv.weight" not in same
    assert (scope == "heads") == ("hal.decoder.logits.weight" in same)


def unchanged(base: Path, new: Path) -> set[str]:
    before, after = (load_model(path)[0].state_dict() for path in (base, new))
    return {name for name in before if torch.equal(before[name], after[name])}


def test_a_wish_to_finish_keeps_the_best_so_far(folder, base, tmp_path):
    seen: list = []
    reporter = Reporter(seen.append, action=lambda: "finish" if len(seen) > 3 else "")
    values = finetune(job_on(folder, base, tmp_path / "new", steps=500), reporter)
    assert values.stopped == "finish" and values.steps < 20
    assert read_manifest(tmp_path / "new").parent == "Base"


def test_a_pause_lasts_until_it_is_over(monkeypatch):
    slept: list = []
    monkeypatch.setattr("core.hatch.reporter.time.sleep", slept.append)
    Reporter(action=lambda: "pause" if len(slept) < 3 else "resume").check()
    assert len(slept) == 3
    with pytest.raises(Cancelled):
        Reporter(cancelled=lambda: len(slept) > 5, action=lambda: "pause").check()


def test_on_too_small_an_area_nothing_is_claimed(folder, base, tmp_path):
    job = job_on(folder, base, tmp_path / "new", area=square(folder, 0.3, 0.3, 0.3))
    values = finetune(job, Reporter())
    assert values.verdict == "unknown" and values.figures == []
    manifest = read_manifest(tmp_path / "new")
    assert manifest.threshold == 0.4
    assert "too small" in (tmp_path / "new" / "report.html").read_text(encoding="utf-8")


def test_outside_of_the_area_nothing_is_known(folder, base):
    job = job_on(folder, base, Path("x"), area=square(folder, 0.1, 0.1, 0.7))
    area = read_area(job, 0.8)
    known = area.scene.labelled > 0
    assert known.sum() == pytest.approx((0.7 * SIZE) ** 2, rel=0.02)
    training = area.training_scene()
    hidden = area.block_split.validation
    assert np.isnan(training.sar[:, hidden]).all() and np.isnan(training.optical[:, hidden]).all()
    assert not (training.labelled > 0)[hidden].any() and not (training.labelled > 0)[~known].any()
    (view,) = area.validation_views
    assert ((view.scene.labelled > 0) == hidden).all() and np.isfinite(view.scene.sar).all()
    in_area = shapely.from_wkt(area.validation_area.wkt).area
    assert in_area == pytest.approx(hidden.sum() * 0.8**2, rel=0.03)


def test_a_large_area_is_validated_block_by_block(folder, base, monkeypatch):
    area = read_area(job_on(folder, base, Path("x")), 0.8)
    (whole,) = area.validation_views
    monkeypatch.setattr("core.datasets.area_of_interest.AT_ONCE", 0)
    views = read_area(job_on(folder, base, Path("x")), 0.8).validation_views
    assert len(views) == len(whole.blocks) > 1
    for view, there in zip(views, whole.blocks, strict=True):
        (here,) = view.blocks
        for name in ("sar", "building", "known"):
            part, wanted = getattr(view.scene, name), getattr(whole.scene, name)
            np.testing.assert_array_equal(
                part[..., here.rows, here.cols], wanted[..., there.rows, there.cols]
            )
        assert (view.scene.labelled > 0).sum() == (part[here.rows, here.cols] > 0).sum()


def test_without_an_area_it_is_the_hull_of_the_labels(folder, base):
    area = read_area(job_on(folder, base, Path("x")), 0.8)
    assert area.is_hull
    labels = shapely.from_wkb(pyogrio.raw.read(folder / "buildings.geojson")[2])
    assert shapely.from_wkt(area.area.wkt).equals(shapely.union_all(labels).convex_hull)
    assert area.buildings == len(labels)


def write_labels(path: Path, polygons: list, like: Path) -> Path:
    crs = pyogrio.read_info(like)["crs"]
    geometry = shapely.to_wkb(np.array(polygons, object))
    pyogrio.raw.write(
        path, geometry, [], [], geometry_type="Polygon", crs=crs, driver="GPKG", layer="labels"
    )
    return path


def test_a_check_tells_what_the_fine_tuning_meets(folder, base, tmp_path):
    job = job_on(folder, base, tmp_path / "new", area=square(folder, 0, 0, 1))
    blocks = tmp_path / "blocks.geojson"
    values = check(CheckJob(job, str(blocks)), Reporter())
    assert values.teacher == "optical" and values.repaired == 0
    assert values.validation_buildings > 0 and values.seconds > 0
    roles = list(pyogrio.raw.read(blocks, columns=["role"])[3][0])
    assert roles.count("validation") == values.validation_blocks
    assert roles.count("training") == values.training_blocks
    # A simulated town is labelled in full: nothing to warn of but what the files say themselves.
    assert not any("labelled area" in warning for warning in values.warnings)
    assert not (tmp_path / "new").exists()
    assert (
        check(CheckJob(job_on(folder, base, tmp_path / "new", optical=False)), Reporter()).teacher
        == "sar"
    )


def test_a_check_warns_and_says_what_to_do(folder, base, tmp_path):
    one = shapely.from_wkb(pyogrio.raw.read(folder / "buildings.geojson")[2])[0]
    x, y = one.centroid.x, one.centroid.y
    bow = shapely.Polygon([(x, y), (x + 9, y + 9), (x + 9, y), (x, y + 9)])
    labels = write_labels(tmp_path / "l.gpkg", [one, bow], folder / "buildings.geojson")
    job = job_on(folder, base, tmp_path / "new", labels=str(labels))
    values = check(CheckJob(job), Reporter())
    text = " ".join(values.warnings)
    assert values.repaired == 1 and values.buildings == 2
    for words in ("hull of the labels", "Only 2 buildings", "1 polygons cross", "too small"):
        assert words in text
    base_of_hh = replace(
        read_manifest(base), name="HH", pixel_size_m=0.3, training={"polarisations": ["HH"]}
    )
    save_model(build("tiny"), base_of_hh, tmp_path / "hh")
    text = " ".join(check(CheckJob(replace(job, base=str(tmp_path / "hh"))), Reporter()).warnings)
    assert "HV, VH, VV" in text and "the base model knows 0.3 m" in text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"area": Area("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0))", "EPSG:32631")}, "outside"),
        ({"labels": "missing.gpkg"}, "missing.gpkg does not exist"),
        ({"effort": "heroic"}, "heroic"),
        ({"batch": 0}, "at least 1"),
        ({"base": "nowhere"}, "is not a model"),
    ],
)
def test_what_cannot_be_done_is_named(folder, base, tmp_path, change, words):
    for attempt in (
        lambda job: finetune(job, Reporter()),
        lambda job: check(CheckJob(job), Reporter()),
    ):
        with pytest.raises(InputError, match=words):
            attempt(job_on(folder, **{"base": base, "out": tmp_path / "new", **change}))
    assert not (tmp_path / "new").exists()


def test_an_area_without_buildings_is_refused(folder, base, tmp_path):
    far = shapely.from_wkb(pyogrio.raw.read(folder / "buildings.geojson")[2])[0]
    moved = shapely.affinity.translate(far, 10_000, 0)
    labels = write_labels(tmp_path / "l.gpkg", [moved], folder / "buildings.geojson")
    job = job_on(folder, base, tmp_path / "new", labels=str(labels), area=square(folder, 0, 0, 1))
    with pytest.raises(InputError, match=r"l\.gpkg has no building"):
        finetune(job, Reporter())
