"""The short form of the bench of long use in QGIS."""

from __future__ import annotations

import os
import subprocess

import pytest
from window import REPOSITORY


@pytest.mark.slow
def test_window_that_opens_twice_leaves_no_files() -> None:
    python = str(REPOSITORY / ".venv" / "bin" / "python")
    run = subprocess.run(
        [python, "-m", "bench.soak", "--jobs", "0", "--cycles", "2"],
        cwd=REPOSITORY,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "| QGIS, 2 cycles |" in run.stdout
