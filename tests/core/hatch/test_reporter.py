"""A job that is paused."""

from __future__ import annotations

import pytest

from core.hatch.errors import Cancelled
from core.hatch.reporter import Reporter


def test_a_pause_lasts_until_it_is_over(monkeypatch):
    slept: list = []
    monkeypatch.setattr("core.hatch.reporter.time.sleep", slept.append)
    Reporter(action=lambda: "pause" if len(slept) < 3 else "resume").check()
    assert len(slept) == 3
    with pytest.raises(Cancelled):
        Reporter(cancelled=lambda: len(slept) > 5, action=lambda: "pause").check()
