"""Every job declares its files."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.hatch.jobs import FROM_OPTICAL, JOBS, CheckJob, FinetuneJob, SceneInput, TrainJob
from core.outputs.job_files import FILES, files_of


def test_every_job_declares_its_files():
    assert set(FILES) == set(JOBS.values())


def test_labels_from_optical_are_no_file():
    job = FinetuneJob(SceneInput(("s.tif",), "o.tif"), FROM_OPTICAL, "m")
    files = files_of(job)
    assert {"s.tif", "o.tif"} < set(files.inputs) and FROM_OPTICAL not in files.inputs
    assert files_of(CheckJob(job)).inputs == files.inputs
    assert "c.gpkg" in files_of(replace(job, corrections="c.gpkg")).inputs


def test_unknown_job_is_an_error():
    unknown: Any = SceneInput(("a.tif",))
    with pytest.raises(TypeError, match="does not declare its files"):
        files_of(unknown)


def test_store_around_a_list_of_windows_is_read_with_it():
    files = files_of(TrainJob(("tiles/fold0/train.windows",), "model"))
    assert {"tiles", "tiles/fold0/train.windows"} <= set(files.inputs)
    assert [output.path for output in files.outputs] == ["model", "model.checkpoint"]
