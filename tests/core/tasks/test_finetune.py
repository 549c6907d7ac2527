"""Fine-tuning on a labelled area: from files to a model with its figures."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, replace
from pathlib import Path

import pyogrio
import pytest
import shapely
import torch

from core.hatch import notices
from core.hatch.errors import Cancelled, InputError
from core.hatch.events import Metric, Preview
from core.hatch.jobs import FROM_OPTICAL, Area, CheckJob
from core.hatch.manifest import BASE, LABELS_FROM_OPTICAL, read_manifest
from core.hatch.reporter import Reporter
from core.models.store import load_model
from core.tasks.check import check
from core.tasks.finetune import finetune
from core.training.finetuning import HALLUCINATION
from tests.builders.finetuning import job_on, square, write_labels


@pytest.fixture
def _proven(monkeypatch):
    """A few steps of a tiny network prove nothing."""
    monkeypatch.setattr("core.training.finetuning.is_better", lambda *_: True)


@pytest.mark.slow
@pytest.mark.usefixtures("_proven")
def test_a_model_with_its_figures_report_and_blocks(suburb, base, tmp_path):
    events: list = []
    out = tmp_path / "new"
    job = job_on(suburb, base, out, title="My town")
    values = finetune(job, Reporter(events.append))
    assert values.model == str(out) and values.steps == 4 and values.stopped == "steps"
    assert values.verdict in ("better", "no better", "worse")
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
    assert manifest.threshold == rows["new", "sar"].threshold == read_manifest(base).threshold
    assert manifest.training["labels"] == "buildings.geojson"
    assert manifest.training["labels_quality"] == "complete"
    assert manifest.training["mean_with_base"] == HALLUCINATION
    assert str(suburb) not in json.dumps(manifest.training)
    blocks = pyogrio.read_info(out / "blocks.geojson", force_feature_count=True)
    assert blocks["features"] == sum(manifest.training["blocks"].values())
    assert "My town" in (out / "report.html").read_text(encoding="utf-8")
    metrics = [event.values for event in events if isinstance(event, Metric)]
    assert metrics[-1]["step"] == 4 and "iou_optical" in metrics[-1]
    previews = [event for event in events if isinstance(event, Preview)]
    assert set(previews[-1].images) == {"sar", "labels", "prediction"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["base", "new"]


@pytest.mark.slow
@pytest.mark.usefixtures("_proven")
def test_same_seed_gives_the_same_weights_also_after_an_interruption(suburb, base, tmp_path):
    whole = job_on(suburb, base, tmp_path / "whole")
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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"labels": "{few}"}, "belongs to a training with other labels.*{checkpoint}"),
        ({"labels_quality": "partial"}, "belongs to a training with other labels"),
        ({"labels": FROM_OPTICAL}, "belongs to a training with other labels"),
        ({"seed": 1}, "belongs to another training"),
        ({"scope": "heads"}, "belongs to another training"),
        ({"labels": "{copy}", "steps": 5, "learning_rate": 1e-4}, ""),
    ],
)
def test_a_run_goes_on_only_with_what_it_was_taught(
    suburb, base, tmp_path, monkeypatch, change, words
):
    monkeypatch.setattr("core.training.averaged_views.SCALES", (1.0,))
    files = {"copy": tmp_path / "copy.geojson", "few": tmp_path / "few.gpkg"}
    shutil.copy(suburb / "buildings.geojson", files["copy"])
    polygons = shapely.from_wkb(pyogrio.raw.read(suburb / "buildings.geojson")[2])
    write_labels(files["few"], list(polygons[1:]), suburb / "buildings.geojson")
    given = {"area": square(suburb, 0, 0, 1)}
    steps = 0

    def count(event):
        nonlocal steps
        steps += isinstance(event, Metric)

    with pytest.raises(Cancelled):
        job = job_on(suburb, base, tmp_path / "new", **given)
        finetune(job, Reporter(count, lambda: steps == 2))
    files["checkpoint"] = tmp_path / "new.checkpoint"
    assert files["checkpoint"].exists()
    texts = {name: v.format(**files) if isinstance(v, str) else v for name, v in change.items()}
    job = job_on(suburb, base, tmp_path / "new", **given, **texts)
    if not words:
        assert finetune(job, Reporter()).steps == 5
        return
    with pytest.raises(InputError, match=words.format(**files)):
        finetune(job, Reporter())
    assert files["checkpoint"].exists()


@pytest.mark.slow
@pytest.mark.usefixtures("_proven")
def test_without_optical_the_optical_branch_is_not_trained(suburb, base, tmp_path):
    out = tmp_path / "new"
    values = finetune(job_on(suburb, base, out, optical=False, learning_rate=0.01), Reporter())
    assert {row.head for row in values.figures} == {"sar"}
    assert "SAR alone" in read_manifest(out).notice
    same = unchanged(base, out)
    resting = {n for n in load_model(base)[0].state_dict() if n.startswith(("opt.", "fuse_opt."))}
    assert resting <= same
    assert "hal.decoder.logits.weight" not in same


@pytest.mark.slow
@pytest.mark.usefixtures("_proven")
@pytest.mark.parametrize(
    ("scope", "still"),
    [("heads", ("hal.encoder", "hal.decoder")), ("decoders", ("hal.encoder", "sar.encoder"))],
)
def test_parts_outside_the_scope_are_not_trained(suburb, base, tmp_path, scope, still):
    out = tmp_path / "new"
    finetune(job_on(suburb, base, out, scope=scope, learning_rate=0.01), Reporter())
    same = unchanged(base, out)
    names = {name for name in load_model(base)[0].state_dict() if name.startswith(still)}
    assert names <= same and "shared.conv.weight" not in same
    assert (scope == "heads") == ("hal.decoder.logits.weight" in same)


def unchanged(base: Path, new: Path) -> set[str]:
    before, after = (load_model(path)[0].state_dict() for path in (base, new))
    return {name for name in before if torch.equal(before[name], after[name])}


@pytest.mark.slow
def test_what_is_not_proven_better_has_the_weights_of_the_base(suburb, base, tmp_path, monkeypatch):
    monkeypatch.setattr("core.training.finetuning.is_better", lambda *_: False)
    out = tmp_path / "new"
    values = finetune(job_on(suburb, base, out, learning_rate=0.01), Reporter())
    assert unchanged(base, out) == set(load_model(base)[0].state_dict())
    assert values.verdict == "no better" and values.best_step == 0
    manifest = read_manifest(out)
    assert manifest.training["mean_with_base"] == BASE
    assert manifest.notice.endswith(notices.COPY)
    assert "weights are those of the base" in (out / "report.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_finish_ends_training_with_the_best_weights_so_far(suburb, base, tmp_path):
    seen: list = []
    reporter = Reporter(seen.append, action=lambda: "finish" if len(seen) > 3 else "")
    values = finetune(job_on(suburb, base, tmp_path / "new", steps=500), reporter)
    assert values.stopped == "finish" and values.steps < 20
    assert read_manifest(tmp_path / "new").parent == "Base"


@pytest.mark.slow
def test_corrected_labels_are_reported_as_such(suburb, base, tmp_path, monkeypatch):
    monkeypatch.setattr("core.training.averaged_views.SCALES", (1.0,))
    out = tmp_path / "new"
    finetune(job_on(suburb, base, out, labels_quality="partial"), Reporter())
    training = read_manifest(out).training
    assert training["labels_quality"] == "partial" and training["labels"] == "buildings.geojson"
    correction = training["labels_correction"]
    assert correction["moved_m"] >= 0 and 0 <= correction["left_out"] <= 1
    report = (out / "report.html").read_text(encoding="utf-8")
    assert "buildings.geojson, partly missing or old: moved by " in report
    assert "judged by the corrected ones" in report


@pytest.mark.slow
def test_labels_from_optical_are_reported_not_to_be_the_truth(suburb, base, tmp_path, monkeypatch):
    monkeypatch.setattr("core.training.averaged_views.SCALES", (1.0,))
    out = tmp_path / "new"
    job = job_on(suburb, base, out, labels=FROM_OPTICAL, learning_rate=0.01)
    values = finetune(job, Reporter())
    assert values.labels_from_optical
    # The labels are predictions with optical: those of the new model are not compared with them.
    assert [(row.what, row.head) for row in values.figures] == [("base", "sar"), ("new", "sar")]
    manifest = read_manifest(out)
    assert manifest.threshold == read_manifest(base).threshold
    assert manifest.training["labels"] == LABELS_FROM_OPTICAL
    assert manifest.training["buildings"] > 0 and "without drawn labels" in manifest.notice
    report = (out / "report.html").read_text(encoding="utf-8")
    assert "not to the truth" in report and LABELS_FROM_OPTICAL in report
    assert 'alt="Optical"' in report  # to judge the labels by eye
    assert "fuse_opt.logits.weight" not in unchanged(base, out)


@pytest.mark.slow
def test_corrections_of_labels_from_optical_are_recorded(suburb, base, tmp_path, monkeypatch):
    monkeypatch.setattr("core.training.averaged_views.SCALES", (1.0,))
    polygons = shapely.from_wkb(pyogrio.raw.read(suburb / "buildings.geojson")[2])
    corrections = write_labels(
        tmp_path / "c.gpkg", list(polygons[:3]), suburb / "buildings.geojson"
    )
    out = tmp_path / "new"
    job = job_on(suburb, base, out, labels=FROM_OPTICAL, corrections=str(corrections))
    finetune(job, Reporter())
    assert read_manifest(out).training["corrected_buildings"] == 3
    report = (out / "report.html").read_text(encoding="utf-8")
    assert f"{LABELS_FROM_OPTICAL}, 3 buildings corrected" in report
    assert "Except for 3 buildings that were drawn, the labels, also" in report


def test_too_small_an_area_gives_no_figures_and_no_verdict(suburb, base, tmp_path):
    job = job_on(suburb, base, tmp_path / "new", area=square(suburb, 0.3, 0.3, 0.3))
    values = finetune(job, Reporter())
    assert values.verdict == "unknown" and values.figures == []
    manifest = read_manifest(tmp_path / "new")
    assert manifest.threshold == 0.4
    assert "too small" in (tmp_path / "new" / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"area": Area("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0))", "EPSG:32631")}, "outside"),
        ({"labels": "missing.gpkg"}, "does not exist; .*missing.gpkg"),
        ({"effort": "heroic"}, "heroic"),
        ({"batch": 0}, "at least 1"),
        ({"base": "nowhere"}, "does not exist"),
    ],
)
def test_bad_input_is_an_error_that_names_it(suburb, base, tmp_path, change, words):
    for attempt in (
        lambda job: finetune(job, Reporter()),
        lambda job: check(CheckJob(job), Reporter()),
    ):
        with pytest.raises(InputError, match=words):
            attempt(job_on(suburb, **{"base": base, "out": tmp_path / "new", **change}))
    assert not (tmp_path / "new").exists()


def test_an_area_without_buildings_is_refused(suburb, base, tmp_path):
    far = shapely.from_wkb(pyogrio.raw.read(suburb / "buildings.geojson")[2])[0]
    moved = shapely.affinity.translate(far, 10_000, 0)
    labels = write_labels(tmp_path / "l.gpkg", [moved], suburb / "buildings.geojson")
    job = job_on(suburb, base, tmp_path / "new", labels=str(labels), area=square(suburb, 0, 0, 1))
    with pytest.raises(InputError, match=r"has no building where .*: l\.gpkg"):
        finetune(job, Reporter())


def test_second_fine_tuning_into_a_folder_at_the_same_time_is_refused(suburb, base, tmp_path):
    job = job_on(suburb, base, tmp_path / "new")
    refused = []

    def start_another(_event):
        if not refused:
            with pytest.raises(InputError, match="Another run is writing") as error:
                finetune(job, Reporter())
            refused.append(error)
            raise Cancelled

    with pytest.raises(Cancelled):
        finetune(job, Reporter(start_another))
    assert refused and [path.name for path in tmp_path.iterdir()] == ["base"]
