"""QGIS and the libraries of the worker are in two processes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import scenes
from conftest import CORE_PYTHON

TIMEOUT_MS = 180_000


def libraries(process: int | str) -> set[str]:
    """The files that a process has mapped, from the folder of the worker's Python."""
    environment = str(CORE_PYTHON.parents[1].resolve())
    lines = Path(f"/proc/{process}/maps").read_text().splitlines()
    paths = {line.split(maxsplit=5)[5] for line in lines if len(line.split(maxsplit=5)) == 6}
    return {path for path in paths if path.startswith(environment)}


def test_libraries_of_the_worker_are_not_in_qgis(worker: Any, qtbot: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput

    values = np.random.default_rng(0).rayleigh(30.0, (1, 64, 64)).astype(np.float32)
    sar = scenes.write_raster(tmp_path / "sar.tif", values)
    handle = worker.submit(ExtractJob(SceneInput((str(sar),)), str(tmp_path / "out.gpkg")))
    with qtbot.waitSignal(handle.finished, timeout=TIMEOUT_MS):
        pass
    in_worker = " ".join(libraries(worker.process_id))
    assert "torch" in in_worker and "rasterio" in in_worker
    assert libraries("self") == set()
    assert not {"torch", "rasterio", "pyogrio"} & set(sys.modules)
