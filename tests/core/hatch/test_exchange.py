"""Two names are swapped at once, or stay as they are."""

from __future__ import annotations

import sys

import pytest

from core.hatch.exchange import exchange


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux")
def test_folders_are_swapped(tmp_path):
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    assert exchange(tmp_path / "first", tmp_path / "second")
    assert (tmp_path / "first" / "file").read_text() == "second"
    assert (tmp_path / "second" / "file").read_text() == "first"


def test_what_is_missing_is_not_swapped(tmp_path):
    (tmp_path / "first").mkdir()
    assert not exchange(tmp_path / "first", tmp_path / "second")
    assert (tmp_path / "first").is_dir() and not (tmp_path / "second").exists()
