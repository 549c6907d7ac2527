"""What killed processes left is removed, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.hatch.files import atomic_output, unfinished_path
from core.hatch.remains import LOCK, RUN, UNFINISHED, hidden_path, remove_remains

from .test_files import names


def test_folder_whose_replacement_was_interrupted_gets_its_old_state_back(tmp_path):
    """The process was killed between the two renames."""
    left = unfinished_path(tmp_path / "model")
    (left / "old").mkdir(parents=True)
    (left / "old" / "weights").touch()
    (left / LOCK).write_text("model")
    with atomic_output(tmp_path / "other.txt") as new:
        new.touch()
    assert names(tmp_path) == ["model", "model/weights", "other.txt"]


def test_hidden_folder_of_the_user_is_not_removed(tmp_path):
    (tmp_path / ".essay.unfinished").mkdir()
    (tmp_path / ".essay.unfinished" / "chapter").touch()
    with atomic_output(tmp_path / "out.txt") as new:
        new.touch()
    assert names(tmp_path) == [".essay.unfinished", ".essay.unfinished/chapter", "out.txt"]


def test_name_of_any_length_can_be_written(tmp_path):
    out = tmp_path / ("ü" * 120 + ".txt")
    with atomic_output(out) as new:
        new.touch()
    assert names(tmp_path) == [out.name]


def left_of(folder: Path, lock: bytes) -> Path:
    """A hidden folder with an old state, and a lock with these bytes."""
    (folder / "old").mkdir(parents=True)
    (folder / LOCK).write_bytes(lock)
    return folder


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300) | st.sampled_from([b"a/b", b"a\0", b"..", b".", b"A", b"/"]))
def test_folder_with_the_lock_of_another_program_is_left_as_it_is(tmp_path, lock):
    left = left_of(tmp_path / ".a.unfinished", lock)
    if lock not in (b"", b"a"):
        remove_remains(tmp_path)
        assert names(tmp_path) == [".a.unfinished", f".a.unfinished/{LOCK}", ".a.unfinished/old"]
    (left / LOCK).write_bytes(b"a")
    remove_remains(tmp_path)
    assert names(tmp_path) == ["a"]
    (tmp_path / "a").rmdir()


@pytest.mark.parametrize("lock", [b"a/b", b"a\0b", b".."])
def test_lock_of_another_program_does_not_stop_a_job(tmp_path, lock):
    left_of(tmp_path / ".a.unfinished", lock)
    with atomic_output(tmp_path / "x") as new:
        new.touch()
    assert (tmp_path / "x").exists() and (tmp_path / ".a.unfinished" / "old").exists()


@pytest.mark.parametrize("kind", ["", RUN])
@pytest.mark.parametrize("name", ["a", "a.unfinished", "ü" * 120, "a\nb"])
def test_own_folder_is_known_by_the_name_in_its_lock(tmp_path, kind, name):
    left_of(hidden_path(tmp_path / name, kind + UNFINISHED), name.encode())
    remove_remains(tmp_path)
    assert names(tmp_path) == [name]


def test_lock_that_was_not_written_yet_is_removed_with_its_folder(tmp_path):
    (tmp_path / ".a.unfinished").mkdir()
    (tmp_path / ".a.unfinished" / LOCK).touch()
    remove_remains(tmp_path)
    assert names(tmp_path) == []
