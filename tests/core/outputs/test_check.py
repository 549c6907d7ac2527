"""No output is an input or another output; what exists is replaced only if that loses nothing."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.hatch.errors import InputError
from core.hatch.files import unfinished_path
from core.hatch.jobs import JOBS, ExtractJob, SceneInput
from core.hatch.remains import LOCK
from core.outputs.check import check_outputs
from core.simulator import simulate, write_scene

from .conftest import Files, write_model, write_vector

FILES = ("extract", "outline", "regularise")
FOLDERS = ("train", "finetune")


def refused(job, words: str) -> None:
    with pytest.raises(InputError, match=words) as raised:
        check_outputs(job)
    assert str(raised.value).count("\n") == 0


def add_table(path: Path, name: str) -> None:
    square = np.array([shapely.to_wkb(shapely.box(0, 0, 1, 1))], object)
    pyogrio.raw.write(
        path, square, [], [], layer=name, geometry_type="Polygon", crs="EPSG:32631", append=True
    )


@pytest.mark.parametrize("name", JOBS)
def test_job_with_new_outputs_passes_and_nothing_is_written(files: Files, name):
    before = files.contents()
    check_outputs(files.job(name))
    assert files.contents() == before


# An input that is a pipe


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("join", {"parts": ("a.part", "pipe")}),
        ("outline-part", {"part": "pipe"}),
        ("outline-part", {"after": "pipe"}),
        ("simulate", {"city": "pipe"}),
        ("train", {"imagenet": "pipe", "base": ""}),
    ],
)
def test_pipe_is_refused_instead_of_waited_for(files: Files, name, changes):
    os.mkfifo(files.path("pipe"))
    given = {
        field: tuple(map(files.path, value)) if isinstance(value, tuple) else files.path(value)
        for field, value in changes.items()
        if value
    }
    refused(files.job(name, **{**changes, **given}), "a device or a pipe.*pipe")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
def test_pipe_in_place_of_a_journal_is_refused(files: Files):
    os.mkfifo(files.path("labels.gpkg-journal"))
    refused(files.job("regularise"), "device or a pipe next to the input.*labels.gpkg-journal")


# An output that is an input


@pytest.mark.parametrize(
    ("name", "field", "input"),
    [
        ("extract", "out", "area.gpkg"),
        ("extract", "probability", "sar.tif"),
        ("extract", "probability", "optical.tif"),
        ("regularise", "out", "labels.gpkg"),
        ("train", "out", "base"),
        ("train", "out", "scene"),
        ("finetune", "out", "base"),
        ("finetune", "out", "."),
        ("spacenet6", "out", "sn6"),
    ],
)
def test_output_that_is_an_input_is_refused_even_with_overwrite(files: Files, name, field, input):
    before = files.contents()
    refused(files.job(name, **{field: files.path(input), "overwrite": True}), "read by the same")
    assert files.contents() == before


def test_labels_cannot_be_the_model_of_the_same_fine_tuning(files: Files):
    out = write_model(files.folder / "m")
    write_vector(out / "labels.gpkg")
    job = files.job("finetune", labels=str(out / "labels.gpkg"), out=str(out), overwrite=True)
    refused(job, "read by the same")


@pytest.mark.parametrize("way", ["symlink", "hard link", "relative", "dots", "folder link"])
def test_input_is_recognised_under_another_path(files: Files, way, monkeypatch):
    target, out = files.folder / "labels.gpkg", files.folder / "other.gpkg"
    if way == "symlink":
        out.symlink_to(target)
    elif way == "hard link":
        os.link(target, out)
    elif way == "relative":
        monkeypatch.chdir(files.folder)
        out = Path("labels.gpkg")
    elif way == "dots":
        out = files.folder / "base" / ".." / "labels.gpkg"
    else:
        (files.folder / "link").symlink_to(files.folder)
        out = files.folder / "link" / "labels.gpkg"
    refused(files.job("regularise", out=str(out), overwrite=True), "read by the same")


@pytest.mark.parametrize(
    "text", ["/vsizip/{}/a.shp", "zip://{}!a.shp", "{}|layername=footprints", "GPKG:{}:footprints"]
)
def test_file_inside_a_connection_string_of_gdal_is_an_input(files: Files, text):
    out = files.path("labels.gpkg")
    job = files.job("regularise", polygons=text.format(out), out=out, overwrite=True)
    refused(job, "read by the same")


@pytest.mark.parametrize("out", ["/vsimem/out.gpkg", "/vsizip/a.zip/o.gpkg", "s3://bucket/o.gpkg"])
def test_output_that_is_no_file_on_this_computer_is_refused(files: Files, out):
    refused(files.job("regularise", out=out), "not a file on this computer")


def test_output_that_would_become_a_part_of_a_mosaic_is_refused(files: Files):
    (files.folder / "mosaic").mkdir()
    scene = SceneInput((files.path("mosaic"),))
    job = files.job("extract", scene=scene, probability=files.path("mosaic/p.tif"))
    refused(job, "read by the same")
    check_outputs(files.job("extract", scene=scene, out=files.path("mosaic/out.gpkg")))


# Two outputs


def test_two_outputs_that_are_one_file_are_refused(files: Files):
    (files.folder / "out.gpkg").symlink_to(files.folder / "out.tif")
    job = files.job("extract", probability=files.path("out.tif"))
    refused(job, "Two outputs of the job have the same name")


def test_output_inside_another_output_is_refused(files: Files):
    (files.folder / "model.checkpoint").symlink_to(files.folder / "model" / "inside")
    refused(files.job("train", out=files.path("model")), "Two outputs of the job")


def test_checkpoint_of_a_training_cannot_be_an_input(files: Files):
    (files.folder / "a.checkpoint").touch()
    job = files.job("finetune", out=files.path("a"), labels=files.path("a.checkpoint"))
    refused(job, "read by the same")


# What exists


@pytest.mark.parametrize("name", FILES)
def test_existing_file_of_ours_is_replaced_only_if_asked_for(files: Files, name):
    out = write_vector(files.folder / "out.gpkg")
    refused(files.job(name), f"replace it with --overwrite: {out}")
    check_outputs(files.job(name, overwrite=True))


@pytest.mark.parametrize("name", FOLDERS)
def test_existing_model_is_replaced_only_if_asked_for(files: Files, name):
    out = write_model(files.folder / "new model")
    refused(files.job(name), f"replace it with --overwrite: {out}")
    check_outputs(files.job(name, overwrite=True))
    (out / "notes.txt").write_text("the user's")
    refused(files.job(name, overwrite=True), r"other files.*notes\.txt")


@pytest.mark.parametrize("name", FOLDERS)
def test_checkpoint_of_an_interrupted_run_is_no_obstacle(files: Files, name):
    (files.folder / "new model.checkpoint").touch()
    check_outputs(files.job(name))


def test_empty_folder_is_taken_without_being_asked_for(files: Files):
    (files.folder / "new model").mkdir()
    check_outputs(files.job("train"))


def test_existing_store_is_replaced_only_if_asked_for(files: Files):
    out = files.folder / "tiles"
    (out / "fold0").mkdir(parents=True)
    (out / "store.json").write_text('{"names": [], "pixel_size_m": 0.5}')
    refused(files.job("spacenet6"), "--overwrite")
    check_outputs(files.job("spacenet6", overwrite=True))
    (out / "other.npy").touch()
    refused(files.job("spacenet6", overwrite=True), "other files")


def test_existing_simulated_scene_is_replaced_only_if_asked_for(files: Files):
    out = files.folder / "new scene"
    write_scene(simulate(1, 64), out)
    (out / "notes.txt").write_text("the user's")
    refused(files.job("simulate"), r"--overwrite: .*sar\.tif")
    check_outputs(files.job("simulate", overwrite=True))


@pytest.mark.parametrize("name", ["sar.tif", "optical.tif", "buildings.geojson"])
def test_scene_of_the_user_is_never_replaced_by_a_simulated_one(files: Files, name):
    out = files.folder / "new scene"
    out.mkdir()
    (out / name).write_text("the user's")
    refused(files.job("simulate", overwrite=True), "not written by this program")


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "fgb", "parquet"])
def test_foreign_file_is_never_replaced(files: Files, ending):
    out = files.folder / f"out.{ending}"
    out.write_text("the user's")
    refused(files.job("regularise", out=str(out), overwrite=True), "not written by this program")


@pytest.mark.parametrize("ending", ["geojson", "fgb", "parquet"])
def test_our_file_of_another_format_is_replaced_if_asked_for(files: Files, ending):
    out = write_vector(files.folder / f"out.{ending}")
    check_outputs(files.job("regularise", out=str(out), overwrite=True))


def test_foreign_raster_is_not_replaced_by_probabilities(files: Files):
    job = files.job("outline", probability=files.path("p.tif"))
    check_outputs(job)
    extract = files.job("extract", probability=files.path("p.tif"), overwrite=True)
    check_outputs(extract)
    (files.folder / "p.tif").write_bytes((files.folder / "sar.tif").read_bytes())
    refused(extract, r"not written by this program.*p\.tif")


@pytest.mark.parametrize("table", ["houses", "layer_styles"])
def test_geopackage_with_another_table_is_not_replaced(files: Files, table):
    out = write_vector(files.folder / "out.gpkg")
    add_table(out, table)
    refused(
        files.job("extract", overwrite=True),
        f"other tables or triggers, which would be lost .{table}",
    )


def test_read_only_file_is_not_replaced(files: Files):
    out = write_vector(files.folder / "out.gpkg")
    out.chmod(0o444)
    refused(files.job("regularise", overwrite=True), "read-only")


def test_kind_of_an_existing_output_must_fit(files: Files):
    (files.folder / "out.gpkg").mkdir()
    refused(files.job("regularise", overwrite=True), "not a file")
    (files.folder / "new model").touch()
    refused(files.job("train", overwrite=True), "not a folder")


def test_model_whose_replacement_was_interrupted_is_an_existing_one(files: Files):
    """The process was killed between its two renames, so that only the hidden folder has it."""
    left = unfinished_path(files.folder / "new model")
    left.mkdir()
    (left / LOCK).write_text("new model")
    write_model(left / "old")
    refused(files.job("train"), "--overwrite")
    assert (files.folder / "new model" / "manifest.json").exists() and not left.exists()


# Files that are in use


@pytest.mark.parametrize("suffix", ["-wal", "-journal", "-shm"])
@pytest.mark.parametrize("exists", [True, False])
def test_journal_next_to_the_output_is_refused_by_name(files: Files, suffix, exists):
    out = files.folder / "out.gpkg"
    if exists:
        write_vector(out)
    out.with_name(out.name + suffix).touch()
    refused(files.job("extract", overwrite=True), f"journal out.gpkg{suffix}")


@pytest.mark.skipif(sys.platform != "linux", reason="open files are known on Linux alone")
@pytest.mark.parametrize("name", ["out.gpkg", "p.tif", "new model/report.html"])
def test_output_that_another_process_has_open_is_refused(files: Files, name):
    job = files.job("extract", probability=files.path("p.tif"), overwrite=True)
    write_vector(files.folder / "out.gpkg")
    write_model(files.folder / "new model")
    if "model" in name:
        job = files.job("train", overwrite=True)
    check_outputs(job)
    code = "import sys; file = open(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, files.path(name)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stdout.readline()
        refused(job, f"open in another program.*{name}")
        process.communicate()
    check_outputs(job)


def test_locked_geopackage_is_refused(files: Files):
    out = write_vector(files.folder / "out.gpkg")
    with closing(sqlite3.connect(out)) as database:
        database.isolation_level = None
        database.execute("BEGIN IMMEDIATE")
        refused(files.job("regularise", overwrite=True), "open in another program")
    check_outputs(files.job("regularise", overwrite=True))


# Names and folders


@pytest.mark.parametrize("out", ["out.shp", "out", "out.gpkg.zip", "out.tif"])
@pytest.mark.parametrize("name", FILES)
def test_extension_of_an_unknown_format_is_refused(files: Files, name, out):
    refused(files.job(name, out=files.path(out)), r"must end in \.gpkg")


@pytest.mark.parametrize(
    "out", ["OUT.GPKG", "a;b!c?.gpkg", "grün 東.gpkg", "out.geojson", "a\nb.gpkg"]
)
def test_odd_names_are_allowed(files: Files, out):
    check_outputs(files.job("regularise", out=files.path(out)))


@pytest.mark.parametrize(("out", "words"), [("", "no valid name"), ("a\0.gpkg", "no valid name")])
def test_invalid_name_is_refused(files: Files, out, words):
    refused(files.job("extract", out=out), words)


def test_name_that_is_too_long_is_refused(files: Files):
    refused(files.job("extract", out=files.path("n" * 300 + ".gpkg")), "cannot be written")


def test_missing_folder_of_a_file_is_refused_and_that_of_a_model_is_not(files: Files):
    refused(files.job("regularise", out=files.path("no/out.gpkg")), "no cannot be written")
    check_outputs(files.job("train", out=files.path("no/where/model")))
    refused(files.job("train", out=files.path("sar.tif/model")), "cannot be written")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EROFS, "cannot be written"),
        (errno.ENOSPC, "disk of .* is full"),
        (errno.EDQUOT, "disk of .* is full"),
    ],
)
def test_folder_that_takes_no_file_is_refused(files: Files, number, words, monkeypatch):
    def fail(**_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "TemporaryFile", fail)
    refused(files.job("extract"), words)


PATHS = ("sar.tif", "optical.tif", "labels.gpkg", "area.gpkg", "p.tif", "o.gpkg", "o.tif", "new")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(out=st.sampled_from(PATHS), probability=st.sampled_from(("", *PATHS)))
def test_extraction_that_passes_writes_no_input(files: Files, out, probability):
    probability = files.path(probability) if probability else ""
    job = ExtractJob(files.scene, files.path(out), probability=probability, overwrite=True)
    before = files.contents()
    try:
        check_outputs(job)
    except InputError:
        pass
    else:
        assert {out, Path(probability).name} & {"sar.tif", "optical.tif", "area.gpkg"} == set()
        assert job.out != job.probability
    assert files.contents() == before
