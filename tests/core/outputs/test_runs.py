"""Whole runs: inputs stay as they are, and a run that cannot write leaves nothing."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.hatch.errors import InputError
from core.hatch.events import Event
from core.hatch.jobs import OutlineJob, RegulariseJob, SimulateJob
from core.hatch.reporter import Reporter
from core.runner import Runner
from tests.builders.full_disk import largest_file

from .conftest import Files, write_vector

NAMES = ("labels.gpkg", "area.gpkg", "p.tif", "sar.tif", "o.gpkg", "o.geojson", "o.fgb", "l.gpkg")


def run(job: object, send=lambda _: None) -> None:
    Runner().run(job, Reporter(send))  # type: ignore[arg-type]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.booleans(), st.booleans())
def test_no_run_changes_its_input(files: Files, input, out, probabilities, overwrite):
    link = files.folder / "l.gpkg"
    if not link.is_symlink():
        link.symlink_to("labels.gpkg")
    before = (files.folder / input).read_bytes() if (files.folder / input).exists() else None
    source, target = files.path(input), files.path(out)
    job = (
        OutlineJob(source, target, overwrite=overwrite)
        if probabilities
        else RegulariseJob(source, target, overwrite=overwrite)
    )
    with suppress(InputError):
        run(job)
    if before is not None:
        assert (files.folder / input).read_bytes() == before
    assert not [path for path in files.folder.iterdir() if path.name.startswith(".")]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize("ending", ["gpkg", "geojson", "fgb", "parquet"])
@pytest.mark.parametrize("exists", [True, False])
def test_vector_file_that_does_not_fit_is_reported_in_one_sentence_and_no_file(
    files: Files, ending, exists
):
    out = files.folder / f"out.{ending}"
    if exists:
        write_vector(out)
    before = files.contents()
    with (
        pytest.raises(InputError, match=r"cannot be written \(File too large\)"),
        largest_file(100),
    ):
        run(files.job("regularise", out=str(out), overwrite=True))
    assert files.contents() == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize("name", ["sar.tif", "optical.tif", "buildings.geojson"])
def test_raster_whose_last_bytes_do_not_fit_is_reported_in_one_sentence(files: Files, name):
    """GDAL writes them when it closes the file, and says nothing."""
    run(SimulateJob(1, 64, files.path("whole")))
    size = (files.folder / "whole" / name).stat().st_size
    with (
        pytest.raises(InputError, match=r"s cannot be written \(File too large"),
        largest_file(size - 1),
    ):
        run(SimulateJob(1, 64, files.path("s")))
    assert not (files.folder / "s").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize("name", ["simulate", "outline"])
def test_other_output_that_does_not_fit_is_reported_in_one_sentence_and_no_file(files: Files, name):
    job = SimulateJob(1, 64, files.path("s")) if name == "simulate" else files.job(name)
    before = files.contents()
    with pytest.raises(InputError, match=r"cannot be written|is full"), largest_file(100):
        run(job)
    assert files.contents() == before


def test_folder_that_vanishes_during_the_run_is_reported_in_one_sentence(files: Files):
    folder = files.folder / "gone"
    folder.mkdir()

    def remove(_event: Event) -> None:
        shutil.rmtree(folder, ignore_errors=True)

    with pytest.raises(InputError, match=r"gone cannot be written \(No such file or directory\)"):
        run(files.job("regularise", out=str(folder / "out.gpkg")), remove)


def test_output_keeps_its_permissions(files: Files):
    out = write_vector(files.folder / "out.gpkg")
    out.chmod(0o640)
    run(files.job("regularise", overwrite=True))
    assert Path(out).stat().st_mode & 0o777 == 0o640
