"""Pipes and devices are refused wherever a file is expected, before anybody waits for them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from core.hatch.errors import InputError
from core.hatch.library import DEFAULT_MODEL, entry_of, export_zip, import_zip
from core.hatch.manifest import MANIFEST, WEIGHTS
from core.hatch.pipes import refuse_pipe, refuse_pipes_in
from core.models.store import load_model

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe.tif")
    return tmp_path / "pipe.tif"


def test_pipes_devices_and_links_to_them_are_refused(pipe: Path) -> None:
    link = pipe.parent / "in" / "link.tif"
    link.parent.mkdir()
    refuse_pipes_in(link.parent)
    link.symlink_to(pipe)
    for path in (pipe, link, Path("/dev/zero")):
        with pytest.raises(InputError, match=rf"is a device or a pipe.*{path}"):
            refuse_pipe(path)
    with pytest.raises(InputError, match=r"device or a pipe next to the input.*link\.tif"):
        refuse_pipes_in(link.parent)
    link.rename(link.with_name("debug-pipe"))  # of a running program
    refuse_pipes_in(link.parent)


@pytest.mark.parametrize("name", [MANIFEST, WEIGHTS])
def test_model_with_a_pipe_in_place_of_a_file_is_refused(tmp_path: Path, name: str) -> None:
    model = tmp_path / "model"
    shutil.copytree(DEFAULT_MODEL, model)
    (model / name).unlink()
    os.mkfifo(model / name)
    assert entry_of(model).manifest is None
    with pytest.raises(InputError, match=rf"is a device or a pipe.*{name}"):
        load_model(model)
    with pytest.raises(InputError, match=rf"is a device or a pipe.*{name}"):
        export_zip(model, tmp_path / "model.zip")


def test_pipe_in_place_of_a_zip_is_refused(pipe: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is a device or a pipe.*pipe"):
        import_zip(pipe, tmp_path / "library")
