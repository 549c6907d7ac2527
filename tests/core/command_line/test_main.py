"""The command line: its last line, its exit status, its sentences."""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pyogrio
import pytest
import rasterio

from core.command_line.main import main
from core.command_line.proj_data import VARIABLES, drop_foreign_proj_data
from core.hatch.references import NO_SERVER, SETTING, VARIABLE
from core.hatch.results import (
    BuildingResult,
    ExportResult,
    JoinResult,
    OutlinePartResult,
    PartResult,
)

ROOT = Path(__file__).parents[3]


def core(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "core", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def result(*arguments: object) -> dict:
    done = core(*arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "scene"
    values = result("simulate", "--seed", 4, "--size", 200, "--out", folder)
    assert values["folder"] == str(folder)
    return folder


@pytest.mark.slow
def test_parts_are_joined_to_the_undivided_extraction(scene, tmp_path, monkeypatch):
    monkeypatch.setenv("OGR_CURRENT_DATE", "2024-01-01T00:00:00.000Z")
    out, joined = tmp_path / "f.gpkg", tmp_path / "joined.gpkg"
    images = ["--sar", scene / "sar.tif", "--optical", scene / "optical.tif"]
    footprints = result("extract", *images, "--out", out)["footprints"]
    parts = [tmp_path / f"{number}.part" for number in (1, 2, 3)]
    for number, part in enumerate(parts, start=1):
        values = result("extract", *images, "--part", f"{number}/3", "--out", part)
        assert set(values) == {field.name for field in fields(PartResult)}
    refused = core("join", *parts[:2], "--out", joined)
    assert refused.returncode == 2 and "1 of 3 parts are missing (3)" in refused.stderr
    values = result("outline-part", parts[1], "--after", parts[0])
    assert set(values) == {field.name for field in fields(OutlinePartResult)}
    values = result("join", *reversed(parts), "--out", joined)
    assert set(values) == {field.name for field in fields(JoinResult)}
    assert values["footprints"] == footprints
    assert joined.read_bytes() == out.read_bytes()


def test_join_loads_no_torch():
    code = "import sys, core.tasks.join, core.runner; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.slow
def test_extract_and_outline_again(scene, tmp_path):
    out, kept, again = tmp_path / "f.gpkg", tmp_path / "p.tif", tmp_path / "again.gpkg"
    sar, optical = scene / "sar.tif", scene / "optical.tif"
    images = ["--sar", sar, "--optical", optical]
    values = result("extract", *images, "--out", out, "--probability", kept)
    keys = {"footprints", "out", "probability", "threshold", "model"}
    assert set(values) == keys | {"seconds", "megapixels", "engine"}
    assert pyogrio.read_info(out)["features"] == values["footprints"]
    same = result("outline", kept, "--out", again)
    assert same["footprints"] == values["footprints"] and same["threshold"] == values["threshold"]
    high = ["outline", kept, "--threshold", 1, "--out", again]
    refused = core(*high)
    assert refused.returncode == 2 and f"--overwrite: {again}" in refused.stderr
    assert pyogrio.read_info(again)["features"] == same["footprints"]
    assert result(*high, "--overwrite")["footprints"] == 0
    assert pyogrio.read_info(again)["features"] == 0


@pytest.mark.slow
def test_building_at_points(scene):
    command = ["building", "--sar", scene / "sar.tif", "--sar-crs", "EPSG:32631"]
    left, bottom, right, top = pyogrio.read_info(scene / "buildings.geojson")["total_bounds"]
    middle = [(left + right) / 2, (bottom + top) / 2]
    values = result(*command, "--inside", *middle, "--outside", left, bottom, right, top)
    assert set(values) == {field.name for field in fields(BuildingResult)}
    assert values["wkt"] == "" or values["wkt"].startswith("POLYGON")


def test_point_without_a_y_is_one_sentence(scene):
    done = core("building", "--sar", scene / "sar.tif", "--inside", 1, 2, 3)
    assert done.returncode == 2
    assert done.stderr.startswith("--inside has an odd number of coordinates;")


def test_regularised_layer_is_written_and_bad_arguments_are_refused(scene, tmp_path):
    labels, out = scene / "buildings.geojson", tmp_path / "straight.gpkg"
    values = result("regularise", labels, "--tolerance", 0.5, "--out", out)
    assert values["polygons"] == pyogrio.read_info(labels)["features"]
    assert pyogrio.read_info(out)["features"] == values["polygons"]
    assert core("regularise", labels, "--tolerance", 0, "--out", out).returncode == 2
    area = core("extract", "--sar", scene / "sar.tif", "--area", out, "--out", out, "--overwrite")
    assert area.returncode == 2 and f"read by the same job ({out})" in area.stderr


@pytest.mark.slow
def test_refused_references_are_allowed_as_the_sentence_says(tmp_path, monkeypatch):
    vrt, elsewhere = tmp_path / "in" / "f.vrt", tmp_path / "f.geojson"
    vrt.parent.mkdir()
    elsewhere.write_text('{"type": "FeatureCollection", "features": []}')
    source = f"<SrcDataSource>{elsewhere}</SrcDataSource>"
    vrt.write_text(
        f'<OGRVRTDataSource><OGRVRTLayer name="f">{source}</OGRVRTLayer></OGRVRTDataSource>'
    )
    refused = core("regularise", vrt, "--out", tmp_path / "out.gpkg")
    assert refused.returncode == 2 and "Settings" not in refused.stderr
    way_out = "or allow references with the environment variable CMHCL_ALLOW_REFERENCES=1: "
    assert refused.stderr.endswith(f"{way_out}{vrt}.\n")
    monkeypatch.setenv(VARIABLE, "1")
    assert "refers to" not in core("regularise", vrt, "--out", tmp_path / "out.gpkg").stderr


def test_name_like_the_setting_stays_in_a_refusal(tmp_path):
    vrt = tmp_path / f"{SETTING}.vrt"
    vrt.write_text("<VRTDataset><MDArray/></VRTDataset>")
    refused = core("inspect", "--sar", vrt)
    way_out = f"allow references with the environment variable {VARIABLE}=1: {vrt}."
    assert refused.returncode == 2 and refused.stderr.strip().endswith(way_out)


def test_refusals_of_references_name_the_setting_by_their_argument():
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "core").rglob("*.py")]
    texts = [
        part.value
        for source in sources
        if "allow references" in source
        for part in ast.walk(ast.parse(source))
        if isinstance(part, ast.Constant) and "{setting}: {" in str(part.value)
    ]
    assert len(texts) > 5 and all("allow references {setting}: " in text for text in texts)


@pytest.mark.parametrize("name", ["TQDM_NCOLS", "TQDM_MININTERVAL"])
def test_variable_that_does_not_suit_the_progress_bar_is_ignored(tmp_path, monkeypatch, name):
    monkeypatch.setenv(name, "zz")
    assert "does not exist" in core("inspect", "--sar", tmp_path / "none.tif").stderr


def test_comparison_is_written_but_not_over_its_input(scene, tmp_path):
    labels, straight, out = scene / "buildings.geojson", tmp_path / "s.gpkg", tmp_path / "c.gpkg"
    count = result("regularise", labels, "--out", straight)["polygons"]
    values = result("compare", straight, labels, "--out", out, "--area", labels)
    assert values["polygons"] == count and values["f1"] > 0.9
    assert values["matched"] + values["changed"] + values["new"] == count
    refused = core("compare", straight, labels, "--out", labels, "--overwrite")
    assert refused.returncode == 2 and f"read by the same job ({labels})" in refused.stderr
    assert core("compare", straight, labels, "--min-iou", 0, "--out", out).returncode == 2


@pytest.mark.slow
def test_model_is_exported_and_a_missing_one_is_refused(tmp_path):
    out = tmp_path / "exported"
    values = result("export", "--no-onnx", "--out", out)
    assert set(values) == {field.name for field in fields(ExportResult)}
    assert values["files"] == sorted(path.name for path in out.iterdir())
    refused = core("export", tmp_path / "no model", "--out", out, "--overwrite")
    assert refused.returncode == 2 and "does not exist" in refused.stderr


def loaded_by(*arguments: object) -> set[str]:
    """Modules that are loaded at the end of a command."""
    code = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr))"
    code += "; from core.command_line.main import main; main()"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_commands_without_a_network_do_not_load_torch(scene, tmp_path):
    assert {"torch", "rasterio", "numpy"}.isdisjoint(loaded_by("--help"))
    labels = scene / "buildings.geojson"
    assert "torch" not in loaded_by("inspect", "--sar", scene / "sar.tif")
    assert "torch" not in loaded_by("regularise", labels, "--out", tmp_path / "o.gpkg")


@pytest.mark.slow
def test_figures_of_an_evaluation_are_printed(scene):
    labels = scene / "buildings.geojson"
    values = result("evaluate", "--sar", scene / "sar.tif", "--labels", labels)
    assert {"iou", "f1", "precision", "recall", "object_f1"} <= set(values)
    assert 0 <= values["iou"] <= values["f1"] <= 1


@pytest.mark.slow
def test_careful_takes_the_mean_of_eight_views(scene):
    labels = scene / "buildings.geojson"
    command = ["evaluate", "--sar", scene / "sar.tif", "--labels", labels]
    once, careful = result(*command), result(*command, "--careful")
    assert careful["engine"] == f"{once['engine']}, mean of 8 views"
    assert careful["iou"] != once["iou"]


@pytest.mark.slow
def test_evaluate_in_an_area_counts_fewer_pixels(scene):
    labels = scene / "buildings.geojson"
    command = ["evaluate", "--sar", scene / "sar.tif", "--labels", labels]
    whole, part = result(*command), result(*command, "--area", labels)
    assert 0 < part["pixels"] < whole["pixels"]


@pytest.mark.slow
def test_train_writes_a_model_that_extracts(scene, tmp_path):
    model = tmp_path / "model"
    size = ["--steps", 2, "--batch", 1, "--crop", 64]
    held_out = shutil.copytree(scene, tmp_path / "held out")
    values = result("train", scene, "--validation", held_out, "--out", model, *size)
    assert values["model"] == str(model) and 0 <= values["iou"] <= 1
    out = tmp_path / "f.gpkg"
    result("extract", "--sar", scene / "sar.tif", "--model", model, "--out", out)
    assert out.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "--sar", "missing.tif", "--out", "o.gpkg"],
        ["extract", "--sar", "{scene}/sar.tif", "--model", "{scene}", "--out", "o.gpkg"],
        ["extract", "--sar", "{scene}/sar.tif", "--area", "missing.gpkg", "--out", "o.gpkg"],
        ["evaluate", "--sar", "{scene}/sar.tif", "--labels", "missing.gpkg"],
        ["train", "{scene}/missing", "--out", "model"],
        ["simulate", "--seed", "1", "--size", "3", "--out", "{scene}/small"],
    ],
    ids=lambda arguments: " ".join(arguments[:3]),
)
def test_bad_input_is_exit_2_and_one_sentence(scene, tmp_path, arguments):
    texts = [text.format(scene=scene) for text in arguments]
    texts = [str(tmp_path / t) if t in ("o.gpkg", "model") else t for t in texts]
    done = core(*texts)
    assert done.returncode == 2 and done.stdout == ""
    sentence = done.stderr.strip().splitlines()[-1]
    assert sentence.endswith(".") or re.search(r"; .*: \S+$", sentence)
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_train_on_an_area_and_check_it_first(scene, tmp_path):
    out = tmp_path / "model"
    area = ["train", "--sar", scene / "sar.tif", "--labels", scene / "buildings.geojson"]
    area += ["--out", out, "--scope", "heads", "--steps", 1, "--batch", 1]
    area += ["--sar-crs", "EPSG:32631"]
    found = result(*area, "--check")
    assert found["teacher"] == "sar" and found["buildings"] > 0 and not out.exists()
    values = result(*area)
    assert values["model"] == str(out) and values["steps"] == 1
    assert (out / "report.html").exists()


@pytest.mark.parametrize("is_readable", [False, True])
def test_database_of_another_proj_is_not_taken(scene, tmp_path, monkeypatch, is_readable):
    folder = Path(rasterio.__file__).parent / "proj_data"
    if not folder.is_dir():
        pytest.skip("rasterio is not of a wheel")
    shutil.copy(folder / "proj.db", tmp_path)
    with closing(sqlite3.connect(tmp_path / "proj.db")) as file:
        minor = "WHERE key = 'DATABASE.LAYOUT.VERSION.MINOR'"
        file.execute(f"UPDATE metadata SET value = {9 if is_readable else 1} {minor}")
        file.commit()
    for name in VARIABLES:
        monkeypatch.setenv(name, str(tmp_path))
    drop_foreign_proj_data()
    assert [name in os.environ for name in VARIABLES] == [is_readable] * 2
    for name in VARIABLES:
        monkeypatch.setenv(name, str(tmp_path))
    assert result("inspect", "--sar", scene / "sar.tif")["polarisations"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="of Linux")
def test_result_that_cannot_be_printed_is_one_sentence(scene):
    command = [sys.executable, "-m", "core", "inspect", "--sar", str(scene / "sar.tif")]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert re.fullmatch(r"The job is done, but .*\(No space left on device\)\.\n", done.stderr)


@pytest.mark.skipif(os.name == "nt", reason="closes a file of the shell")
def test_closed_standard_output_is_one_sentence(scene):
    command = [sys.executable, "-m", "core", "inspect", "--sar", str(scene / "sar.tif")]
    line = f"{shlex.join(command)} >&-"
    done = subprocess.run(line, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "its result cannot be printed" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="closes a file of the shell")
def test_closed_standard_error_is_no_error(scene):
    command = [sys.executable, "-m", "core", "inspect", "--sar", str(scene / "sar.tif")]
    line = f"{shlex.join(command)} 2>&-"
    done = subprocess.run(line, shell=True, cwd=ROOT, stdout=subprocess.PIPE, check=False)
    assert done.returncode == 0 and json.loads(done.stdout)["polarisations"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--sar", "s.tif", "--labels", "l.gpkg", "--crop", "64"], "--crop cannot be combined"),
        (["--sar", "s.tif"], "--labels"),
        (["--sar", "s.tif", "--labels", "optical"], "There is no optical image to take labels"),
        (["--labels", "l.gpkg"], "--labels cannot be combined"),
        (["--sar-crs", "EPSG:32631"], "--sar-crs cannot be combined"),
        ([], "no scene"),
    ],
)
def test_train_options_that_cannot_be_combined_are_named(tmp_path, options, words):
    done = core("train", *options, "--out", tmp_path / "model")
    assert done.returncode == 2 and words in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("allowed", [False, True])
def test_gdal_reaches_no_server_unless_references_are_allowed(monkeypatch, allowed):
    for name in NO_SERVER:
        monkeypatch.setenv(name, "")  # so that what main sets is undone
        monkeypatch.delenv(name)
    monkeypatch.setenv(VARIABLE, "1" if allowed else "0")
    monkeypatch.setattr(sys, "argv", ["core", "inspect", "--sar", "missing.tif"])
    assert main() == 2
    assert set(NO_SERVER).issubset(os.environ) is not allowed
