"""The bench of long use: a short form of it, and that it sees what grows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.soak.usage import Usage, growth_of, usage_of

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_short_soak_leaks_nothing():
    """One round is too few to compare: jobs end as they should and leave nothing."""
    run = subprocess.run(
        [sys.executable, "-m", "bench.soak", "--jobs", "14", "--cycles", "0"],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "| worker, 14 jobs |" in run.stdout


def test_open_files_are_counted(tmp_path):
    before = usage_of(os.getpid())
    with (tmp_path / "a").open("w"):
        assert usage_of(os.getpid()).files == before.files + 1
    assert before.memory_mb > 10 and before.threads >= 1


def test_growth_after_the_warm_up_is_a_problem():
    warm_up = [Usage(100, 5, 2)] * 2
    flat = [*warm_up, *[Usage(200, 9, 3)] * 8]
    assert growth_of(flat).problems == []
    leaking = [*warm_up, *(Usage(200 + 3 * i, 9 + i, 3 + i) for i in range(8))]
    memory, files, threads = growth_of(leaking).problems
    assert memory == "memory grew by 7.4%"
    assert "from 10 to 15" in files and "from 4 to 9" in threads
