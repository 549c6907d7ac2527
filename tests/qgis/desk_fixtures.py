"""The page Extract with the real worker and a result on the map."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import CORE_PYTHON, REPOSITORY
from desk import TIMEOUT_MS, Desk


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a simulated scene, its footprints and their probabilities."""
    folder = tmp_path_factory.mktemp("result with späces")
    sar = folder / "sar.tif"
    simulate = ["simulate", "--seed", "1", "--size", "256", "--out", str(folder)]
    keep = ["--out", str(folder / "f.gpkg"), "--probability", str(folder / "f_probability.tif")]
    for command in (simulate, ["extract", "--sar", str(sar), *keep]):
        subprocess.run(
            [CORE_PYTHON, "-m", "core", *command], cwd=REPOSITORY, check=True, capture_output=True
        )
    return folder


@pytest.fixture
def desk(qgis_iface: Any, worker: Any, qtbot: Any, made: Path, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "copy"
    shutil.copytree(made, folder)
    desk = Desk(qgis_iface, worker, qtbot, folder)
    yield desk
    qtbot.waitUntil(desk.is_quiet, timeout=TIMEOUT_MS)
    desk.dialog.close()
    desk.dialog.deleteLater()
