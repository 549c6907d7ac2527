"""The self-test of an environment, run as the plugin runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_says_what_computes_and_how_fast():
    done = subprocess.run(
        [sys.executable, "-m", "core.selftest"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["engine"].startswith("PyTorch") and found["reason"] in found["templates"]
    assert 0 < found["tile_s"] < 600
    assert found["versions"]["rasterio"] and found["system"] and found["python"]
