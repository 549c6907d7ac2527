"""The short form of the bench of faults in QGIS: QGIS and its worker are killed during jobs."""

from __future__ import annotations

import os
import re
import subprocess

import pytest
from window import REPOSITORY


@pytest.mark.slow
def test_killed_qgis_and_killed_worker_leave_nothing() -> None:
    command = ["-m", "bench.faults", "--count", "0", "--windows", "3", "--cases", "outline"]
    run = subprocess.run(
        [str(REPOSITORY / ".venv" / "bin" / "python"), *command],
        cwd=REPOSITORY,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"^\| all \| 3 \| .* \| 0 \|$", run.stdout, re.MULTILINE)
