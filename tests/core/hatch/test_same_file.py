"""Two paths to one file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.hatch.same_file import is_same_file


def test_existing_files_are_compared_through_links(tmp_path):
    file = tmp_path / "a"
    file.touch()
    (tmp_path / "symlink").symlink_to(file)
    os.link(file, tmp_path / "hard link")
    (tmp_path / "other").touch()
    assert is_same_file(file, tmp_path / "symlink") and is_same_file(file, tmp_path / "hard link")
    assert not is_same_file(file, tmp_path / "other")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [("a", "A", True), ("x/../a", "a", True), ("\u00e9", "e\u0301", True), ("a", "b", False)],
)
def test_missing_files_are_compared_by_name(tmp_path, first, second, same):
    assert is_same_file(tmp_path / first, tmp_path / second) is same


def test_existing_file_is_recognised_behind_a_folder_that_does_not_exist(tmp_path):
    file = tmp_path / "a"
    file.touch()
    (tmp_path / "link").symlink_to(Path("nope", "..", "a"))
    for name in ("nope/../a", "nope/nor/../../a", "a/../a", "link"):
        assert is_same_file(file, tmp_path / name)
    assert not is_same_file(file, tmp_path / "nope" / ".." / "b")
