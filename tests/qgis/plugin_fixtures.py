"""The plugin with a fake worker, and folders of its own for models and runs."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library and the runs in the test's own folder."""
    package = "cmhcl_footprints.cmhcl_plugin"
    monkeypatch.setattr(f"{package}.models.library.models_folder", lambda: tmp_path / "models")
    for module in ("finetune.finetuning", "extract.extraction", "plugin"):
        monkeypatch.setattr(f"{package}.{module}.runs_folder", lambda: tmp_path / "runs")


@pytest.fixture
def plugin(
    qgis_iface: Any,
    fake_root: Path,
    monkeypatch: pytest.MonkeyPatch,
    folders: None,  # noqa: ARG001
) -> Iterator[Any]:
    import cmhcl_footprints
    from cmhcl_footprints.cmhcl_plugin import plugin as module
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess
    from qgis.gui import QgsMessageBar

    bar = QgsMessageBar()
    monkeypatch.setattr(module, "WorkerProcess", lambda *name: WorkerProcess(*name, root=fake_root))
    monkeypatch.setattr(qgis_iface, "messageBar", lambda: bar, raising=False)
    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    qgis_iface.mainWindow().show()  # the panel is seen in it
    yield plugin
    qgis_iface.mainWindow().hide()
    plugin.unload()
    gc.collect()
