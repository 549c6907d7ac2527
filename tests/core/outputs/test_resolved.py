"""An output is checked where it will be written, whatever leads there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.hatch.errors import InputError
from core.outputs.check import check_outputs

from .conftest import Files, write_model, write_probabilities, write_vector
from .test_check import refused

STEPS = ("nope/..", "nope/nor/../..", "./", "base/..", "sar.tif/..", "link", "dangling/..")
# A job, the field of its output, and how a file or folder of ours gets there.
OUTPUTS: list[tuple[str, str, str, Callable[[Path], object]]] = [
    ("extract", "out", "out.gpkg", write_vector),
    ("extract", "probability", "q.tif", write_probabilities),
    ("regularise", "out", "labels.gpkg", write_vector),
    ("train", "out", "new model", write_model),
    ("finetune", "out", "new model", write_model),
    ("export", "out", "base", write_model),
]


def way(folder: Path, steps: list[str], name: str, linked: bool) -> Path:
    """A path to a file of the folder with detours, through a link if asked for."""
    if not (folder / "link").is_symlink():
        (folder / "link").symlink_to(folder)
        (folder / "dangling").symlink_to(folder / "nowhere")
    detour = Path(*steps, name)
    if not linked:
        return folder / detour
    link = folder / f"lnk{Path(name).suffix}"
    link.unlink(missing_ok=True)
    link.symlink_to(detour)
    return link


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(OUTPUTS), st.lists(st.sampled_from(STEPS), max_size=4), st.booleans())
def test_existing_output_is_refused_by_any_path(files: Files, output, steps, linked):
    name, field, target, write = output
    if not (files.folder / target).exists():
        write(files.folder / target)
    out = way(files.folder, steps, target, linked)
    before = files.contents()
    with pytest.raises(InputError, match=r"replace it with --overwrite|read by the same job"):
        check_outputs(files.job(name, **{field: str(out)}))
    assert files.contents() == before


@pytest.mark.parametrize("linked", [False, True])
def test_input_behind_a_missing_folder_is_refused_even_with_overwrite(files: Files, linked):
    for field, name in (("out", "area.gpkg"), ("probability", "sar.tif")):
        out = str(way(files.folder, ["nope/.."], name, linked))
        refused(files.job("extract", **{field: out, "overwrite": True}), "read by the same job")


def test_two_outputs_that_are_one_file_by_detours_are_refused(files: Files):
    out, other = files.path("nope/../new model"), files.folder / "new model.checkpoint"
    other.symlink_to(files.folder / "nor" / ".." / "new model")
    refused(files.job("train", out=out), "Two outputs of the job")


def test_extension_of_what_a_link_leads_to_counts(files: Files):
    """The format is that of the file that is written."""
    link = files.folder / "out.gpkg"
    link.symlink_to("other.shp")
    refused(files.job("regularise", out=str(link)), r"must end in .*other\.shp")


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
def test_journal_beside_the_target_of_a_link_is_refused(files: Files, suffix):
    target = write_vector(files.folder / "base" / "target.gpkg")
    link = files.folder / "out.gpkg"
    link.symlink_to(target)
    target.with_name(target.name + suffix).touch()
    refused(files.job("regularise", out=str(link), overwrite=True), f"target.gpkg{suffix}")
    target.with_name(target.name + suffix).unlink()
    check_outputs(files.job("regularise", out=str(link), overwrite=True))


@pytest.mark.parametrize("ending", [".ovr", ".aux.xml", ".msk"])
def test_new_raster_is_not_written_beside_files_of_another_one(files: Files, ending):
    out = files.folder / "q.tif"
    sidecar = files.folder / f"q.tif{ending}"
    sidecar.touch()
    job = files.job("extract", probability=str(out), overwrite=True)
    refused(job, f"{sidecar.name} was made for another raster")
    write_probabilities(out)  # whose own sidecars are removed with it
    check_outputs(job)
    assert sidecar.exists()
