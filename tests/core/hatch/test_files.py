"""Outputs appear under their name only when they are whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.hatch.errors import InputError
from core.hatch.files import atomic_folder, atomic_output, unfinished_path


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_output_replaces_the_old_file_when_the_block_succeeds(tmp_path):
    out = tmp_path / "out.txt"
    out.write_text("old")
    with atomic_output(out) as new:
        new.write_text("new")
        assert new.suffix == ".txt" and out.read_text() == "old"
    assert out.read_text() == "new" and names(tmp_path) == ["out.txt"]


def test_folder_replaces_the_old_one_when_the_block_succeeds(tmp_path):
    out = tmp_path / "model"
    out.mkdir()
    (out / "old").touch()
    with atomic_folder(out) as new:
        (new / "new").touch()
        assert names(out) == ["old"]
    assert names(tmp_path) == ["model", "model/new"]


@pytest.mark.parametrize("atomic", [atomic_output, atomic_folder])
def test_exception_in_the_block_leaves_what_was_there(tmp_path, atomic):
    out = tmp_path / "out"
    with pytest.raises(KeyError), atomic(out) as new:
        (new.parent / "half").touch()
        raise KeyError
    assert names(tmp_path) == []


@pytest.mark.parametrize("atomic", [atomic_output, atomic_folder])
def test_remains_of_a_killed_process_are_removed(tmp_path, atomic):
    out = tmp_path / "out"
    unfinished_path(out).mkdir()
    (unfinished_path(out) / "half").touch()
    with atomic(out) as new:
        if atomic is atomic_output:
            new.touch()
        assert not (new.parent / "half").exists()
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("atomic", [atomic_output, atomic_folder])
def test_folder_that_cannot_be_written_is_an_error_that_names_it(tmp_path, atomic):
    (tmp_path / "file").touch()
    for parent in ("missing", "file"):
        with (
            pytest.raises(InputError, match=f"{parent} cannot be written"),
            atomic(tmp_path / parent / "out"),
        ):
            pytest.fail("the block must not run")


def test_output_that_cannot_be_replaced_is_an_error_that_names_it(tmp_path):
    out = tmp_path / "out"
    (out / "inside").mkdir(parents=True)
    with pytest.raises(InputError, match="out cannot be replaced"), atomic_output(out) as new:
        new.touch()
    assert names(tmp_path) == ["out", "out/inside"]


def test_folder_that_cannot_be_replaced_stays(tmp_path, monkeypatch):
    out = tmp_path / "model"
    out.mkdir()
    (out / "old").touch()
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if target == out and path.name == "new":
            raise OSError("in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(InputError, match="model cannot be replaced"), atomic_folder(out):
        pass
    assert names(tmp_path) == ["model", "model/old"]
