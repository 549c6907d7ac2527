"""A job that is paused, and one whose process is about to end."""

from __future__ import annotations

import pytest

from core.hatch.errors import Cancelled, Interrupted
from core.hatch.messages import Message
from core.hatch.reporter import Reporter


def test_a_pause_lasts_until_it_is_over(monkeypatch):
    slept: list = []
    monkeypatch.setattr("core.hatch.reporter.time.sleep", slept.append)
    Reporter(action=lambda: "pause" if len(slept) < 3 else "resume").check()
    assert len(slept) == 3
    with pytest.raises(Cancelled):
        Reporter(cancelled=lambda: len(slept) > 5, action=lambda: "pause").check()


def test_a_process_that_is_about_to_end_interrupts_the_job():
    reporter = Reporter(interrupted=lambda: True, action=lambda: "pause")
    with pytest.raises(Interrupted):
        reporter.progress(1, 2, Message("Reading"))
    with pytest.raises(Cancelled) as error:
        Reporter(cancelled=lambda: True, interrupted=lambda: True).check()
    assert error.type is Cancelled
