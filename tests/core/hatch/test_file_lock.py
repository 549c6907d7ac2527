"""A lock is held by one at a time, and ends with its file."""

from __future__ import annotations

import pytest

from core.hatch.file_lock import try_lock


def test_second_lock_is_refused_until_the_first_is_closed(tmp_path):
    first = try_lock(tmp_path / "lock")
    assert first and try_lock(tmp_path / "lock") is None
    first.close()
    again = try_lock(tmp_path / "lock")
    assert again
    again.close()


def test_file_that_cannot_be_opened_is_an_error(tmp_path):
    with pytest.raises(OSError, match="lock"):
        try_lock(tmp_path / "missing" / "lock")
