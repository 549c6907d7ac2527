"""Fixtures of the tests of Processing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from algorithms import run
from qgis.core import QgsApplication


@pytest.fixture
def provider() -> Iterator[Any]:
    """The provider, registered as qgis_process does: without any window."""
    import cmhcl_footprints

    plugin = cmhcl_footprints.classFactory(None)
    plugin.initProcessing()
    yield plugin.provider
    QgsApplication.processingRegistry().removeProvider("cmhcl")


@pytest.fixture
def fake_worker(fake_root: Path, monkeypatch: Any) -> None:
    """A fake worker for every algorithm."""
    from cmhcl_footprints.cmhcl_plugin.worker import blocking
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    monkeypatch.setattr(blocking, "WorkerProcess", lambda: WorkerProcess(root=fake_root))


@pytest.fixture(scope="session")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated scene, by the algorithm itself."""
    import cmhcl_footprints

    plugin = cmhcl_footprints.classFactory(None)
    plugin.initProcessing()
    folder = tmp_path_factory.mktemp("scene with späces") / "new"
    outputs = run("simulate", SEED=1, SIZE=256, OUTPUT=str(folder))
    QgsApplication.processingRegistry().removeProvider("cmhcl")
    assert outputs["BUILDINGS"] > 0
    assert {Path(outputs[name]).name for name in ("SAR_LAYER", "OPTICAL_LAYER")} == {
        "sar.tif",
        "optical.tif",
    }
    return folder
