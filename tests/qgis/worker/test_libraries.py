"""QGIS and the libraries of the worker are in two processes."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import scenes

TIMEOUT_MS = 180_000


def libraries(process: int | str) -> set[str]:
    """The packages whose files a process has mapped."""
    maps = Path(f"/proc/{process}/maps").read_text()
    return set(re.findall(r"/(?:site|dist)-packages/(\w+)", maps))


@pytest.mark.slow
def test_libraries_of_the_worker_are_not_in_qgis(worker: Any, qtbot: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput

    values = np.random.default_rng(0).rayleigh(30.0, (1, 64, 64)).astype(np.float32)
    sar = scenes.write_raster(tmp_path / "sar.tif", values)
    handle = worker.submit(ExtractJob(SceneInput((str(sar),)), str(tmp_path / "out.gpkg")))
    with qtbot.waitSignal(handle.finished, timeout=TIMEOUT_MS):
        pass
    foreign = {"torch", "rasterio"}
    assert foreign <= libraries(worker.process_id)
    assert not foreign & libraries("self")
    assert not {"torch", "rasterio", "pyogrio"} & set(sys.modules)
