"""What a fine-tuning would work with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyogrio
import pytest
import shapely

from core.hatch.jobs import FROM_OPTICAL, CheckJob
from core.hatch.manifest import read_manifest
from core.hatch.reporter import Reporter
from core.models.store import save_model
from core.networks import build
from core.tasks.check import check
from tests.builders.finetuning import job_on, square, write_labels


@pytest.mark.slow
def test_check_describes_the_labelled_area(suburb, base, tmp_path):
    job = job_on(suburb, base, tmp_path / "new", area=square(suburb, 0, 0, 1))
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
        check(CheckJob(job_on(suburb, base, tmp_path / "new", optical=False)), Reporter()).teacher
        == "sar"
    )


@pytest.mark.slow
def test_labels_from_optical_have_no_offset_and_are_warned_of_if_few(suburb, base, monkeypatch):
    monkeypatch.setattr("core.training.averaged_views.SCALES", (1.0,))
    monkeypatch.setattr("core.tasks.check.FEW_BUILDINGS", 10_000)
    values = check(CheckJob(job_on(suburb, base, Path("x"), labels=FROM_OPTICAL)), Reporter())
    assert values.offset_m is None and values.teacher == "optical"
    assert any(
        f"finds too few buildings with the optical layer ({values.buildings})" in text
        for text in values.warnings
    )
    assert not any("hull" in text for text in values.warnings)


def test_check_warns_with_a_remedy(suburb, base, tmp_path):
    one = shapely.from_wkb(pyogrio.raw.read(suburb / "buildings.geojson")[2])[0]
    x, y = one.centroid.x, one.centroid.y
    bow = shapely.Polygon([(x, y), (x + 9, y + 9), (x + 9, y), (x, y + 9)])
    labels = write_labels(tmp_path / "l.gpkg", [one, bow], suburb / "buildings.geojson")
    job = job_on(suburb, base, tmp_path / "new", labels=str(labels))
    values = check(CheckJob(job), Reporter())
    text = " ".join(values.warnings)
    assert values.repaired == 1 and values.buildings == 2
    for words in ("hull of the labels", "too few buildings (2)", "repaired (1)", "too small"):
        assert words in text
    base_of_hh = replace(
        read_manifest(base), name="HH", pixel_size_m=0.3, training={"polarisations": ["HH"]}
    )
    save_model(build("tiny"), base_of_hh, tmp_path / "hh")
    text = " ".join(check(CheckJob(replace(job, base=str(tmp_path / "hh"))), Reporter()).warnings)
    assert "HV, VH, VV" in text and "the base model was trained at 0.3 m" in text
