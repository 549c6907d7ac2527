"""How far a job is, whatever its worker says."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(("done", "total"), [(9e300, 1e-300), (-5, 3), (3, -5), (1, 0)])
def test_whatever_the_worker_says_is_shown_without_an_error(
    qtbot: Any, done: float, total: float
) -> None:
    from cmhcl_footprints.cmhcl_plugin.widgets.job_progress import JobProgress
    from cmhcl_footprints.core.hatch.events import Progress

    progress = JobProgress()
    qtbot.addWidget(progress)
    progress.start()
    progress.show_event(Progress(done, total, "x" * 5000, 1e300))
    assert progress.minimumSizeHint().width() < 300
    assert progress.text.text().startswith("xxx")
