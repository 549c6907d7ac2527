"""The page Fine-tune with a fake worker and folders of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from finetune_window import Window

pytest_plugins = ["plugin_fixtures"]


@pytest.fixture
def window(
    qgis_iface: Any,
    fake_root: Path,
    tmp_path: Path,
    qtbot: Any,
    folders: None,  # noqa: ARG001
) -> Iterator[Window]:
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    worker = WorkerProcess(root=fake_root)
    window = Window(qgis_iface, worker, tmp_path, qtbot)
    yield window
    worker.stop()
    window.dialog.unload()
    window.dialog.deleteLater()
