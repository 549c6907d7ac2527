"""Command lines of jobs: read again, they are the same jobs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.command_line.arguments import job_of, make_parser
from core.hatch.command import extract_arguments, finetune_arguments
from core.hatch.jobs import (
    DEVICES,
    DISTANCES,
    EFFORTS,
    FROM_OPTICAL,
    LABELS_QUALITIES,
    POLARISATIONS,
    RADIOMETRIES,
    SCOPES,
    Area,
    ExtractJob,
    FinetuneJob,
    LossSettings,
    SceneInput,
    TrainingSettings,
)

paths = st.sampled_from(["/data/sar.tif", "C:\\my data\\städte (1).tif", "/a/it's & more.tif"])
outputs = paths | st.just("-a.gpkg")
# Older versions of argparse drop the value "--", however it is written.
titles = st.text(st.characters(codec="utf-8"), max_size=9).filter(lambda title: title != "--")
numbers = st.floats(0.01, 5)
scenes = st.builds(
    lambda optical_crs, **scene: SceneInput(
        optical_crs=optical_crs if scene["optical"] else "", **scene
    ),
    sar=st.lists(paths, min_size=1, max_size=4).map(tuple),
    optical=st.just("") | paths,
    polarisations=st.lists(st.sampled_from(POLARISATIONS), unique=True).map(tuple),
    radiometry=st.sampled_from(("auto", *RADIOMETRIES)),
    sar_crs=st.sampled_from(["", "EPSG:32631", 'GEOGCRS["WGS 84",ID["EPSG",4326]]']),
    optical_crs=st.sampled_from(["", "EPSG:3857"]),
)
losses = st.builds(
    LossSettings,
    temperature=numbers,
    lambda_msa=numbers,
    lambda_edge=numbers,
    distance=st.sampled_from(DISTANCES),
    mutual=st.booleans(),
    share=st.booleans(),
    decoders=st.booleans(),
)
trainings = st.builds(
    lambda **changes: replace(FinetuneJob.training, **changes),
    steps=st.integers(0, 9000),
    batch=st.integers(1, 64),
    learning_rate=numbers,
    losses=losses,
    scope=st.sampled_from(SCOPES),
    frozen_teacher=st.booleans(),
    seed=st.integers(0, 99),
    device=st.sampled_from(DEVICES),
)


def read(arguments: list[str]) -> object:
    return job_of(make_parser("cmhcl").parse_args(arguments))


@given(
    st.builds(
        ExtractJob,
        scene=scenes,
        out=outputs,
        model=st.just("") | paths,
        threshold=st.none() | st.floats(0, 1),
        min_area_m2=st.floats(0, 1e5),
        careful=st.booleans(),
        device=st.sampled_from(DEVICES),
        probability=st.just("") | paths,
        overwrite=st.booleans(),
    )
)
def test_arguments_of_an_extraction_give_the_same_job(job):
    assert read(extract_arguments(job)) == job


@given(
    st.builds(
        FinetuneJob,
        scene=scenes,
        labels=outputs,
        out=outputs,
        base=st.just("") | paths,
        title=titles,
        effort=st.sampled_from(EFFORTS),
        training=trainings,
        overwrite=st.booleans(),
        labels_quality=st.sampled_from(LABELS_QUALITIES),
    )
)
def test_arguments_of_a_fine_tuning_give_the_same_job(job):
    assert read(finetune_arguments(job)) == job


def test_corrections_of_labels_from_optical_are_an_option():
    scene = SceneInput(("a.tif",), "o.tif")
    job = FinetuneJob(scene, FROM_OPTICAL, "model", corrections="c.gpkg")
    assert read(finetune_arguments(job)) == job


@pytest.mark.parametrize("title", ["-", "-x", "--out", "--labels=a", "-1", "- a", "---"])
def test_title_that_looks_like_an_option(title: str):
    job = FinetuneJob(SceneInput(("a.tif",)), "l.gpkg", "model", title=title)
    assert f"--title={title}" in finetune_arguments(job)
    assert read(finetune_arguments(job)) == job


def test_defaults_are_left_out():
    job = ExtractJob(SceneInput(("a.tif",)), "f.gpkg")
    assert extract_arguments(job) == ["extract", "--sar", "a.tif", "--out", "f.gpkg"]
    finetuning = FinetuneJob(SceneInput(("a.tif",)), "l.gpkg", "model")
    expected = ["train", "--sar", "a.tif", "--labels", "l.gpkg", "--out", "model"]
    assert finetune_arguments(finetuning) == expected


def test_area_is_that_of_its_file(tmp_path: Path):
    path = tmp_path / "area.geojson"
    ring = "[[[3,51],[3.1,51],[3.1,51.1],[3,51]]]"
    path.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},'
        f'"geometry":{{"type":"Polygon","coordinates":{ring}}}}}]}}'
    )
    area = Area("POLYGON ((3 51, 3.1 51, 3.1 51.1, 3 51))", "EPSG:4326")
    job = ExtractJob(SceneInput(("a.tif",), area=area), "f.gpkg")
    found = read(extract_arguments(job, str(path)))
    assert isinstance(found, ExtractJob) and found.scene.area_path == str(path)
    assert found.scene.area is not None and "3.1 51.1" in found.scene.area.wkt
    with pytest.raises(ValueError, match="has an area"):
        extract_arguments(job)


def test_every_setting_of_the_page_has_an_option():
    """Those of the command line for folders of scenes alone keep their defaults there."""
    only_scenes = {"crop", "schedule", "fixed_look", "patience", "validate_every"}
    only_scenes |= {"checkpoint_every", "losses"}
    odd = TrainingSettings(
        steps=7,
        batch=7,
        learning_rate=7.0,
        scope="heads",
        frozen_teacher=True,
        seed=7,
        device="cpu",
    )
    words = finetune_arguments(FinetuneJob(SceneInput(("a",)), "l", "o", training=odd))
    names = {field for field in TrainingSettings.__dataclass_fields__ if field not in only_scenes}
    assert names == {
        word[2:].replace("-", "_") for word in words if word[2:].replace("-", "_") in names
    }
