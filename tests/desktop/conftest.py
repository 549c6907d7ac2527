"""What every test of the desktop needs."""

from __future__ import annotations

import shutil

import pytest


@pytest.fixture(scope="session", autouse=True)
def desktop() -> None:
    """End the run where a program is missing."""
    missing = [name for name in ("qgis", "xvfb-run", "openbox") if not shutil.which(name)]
    if missing:
        pytest.exit(f"missing: {', '.join(missing)}; make system installs them.", returncode=1)
