"""What every test of the desktop needs."""

from __future__ import annotations

import shutil

import pytest


@pytest.fixture(scope="session", autouse=True)
def desktop() -> None:
    """Skip where there is none to be had."""
    missing = [name for name in ("qgis", "xvfb-run", "openbox") if not shutil.which(name)]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
