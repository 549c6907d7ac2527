"""The plugin on a map, with a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from map_mouse import SIZE, Mouse
from qgis.PyQt.QtCore import QSize


@pytest.fixture
def canvas(qgis_iface: Any, qtbot: Any) -> Iterator[Any]:
    """The map as large as the scene, and laid out, which it is not before it is shown."""
    canvas = qgis_iface.mapCanvas()
    window, size = qgis_iface.mainWindow(), canvas.size()
    canvas.resize(SIZE + 2 * canvas.frameWidth(), SIZE + 2 * canvas.frameWidth())
    window.show()
    qtbot.waitUntil(lambda: canvas.mapSettings().outputSize() == QSize(SIZE, SIZE))
    yield canvas
    canvas.setRotation(0)
    canvas.resize(size)
    window.hide()


@pytest.fixture
def mouse(
    qgis_iface: Any, canvas: Any, fake_root: Path, qtbot: Any, tmp_path: Path, monkeypatch: Any
) -> Iterator[Mouse]:
    """The plugin with a fake worker, its results in a folder of the user's choice."""
    import cmhcl_footprints
    from cmhcl_footprints.cmhcl_plugin import plugin as module
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    monkeypatch.setattr(module, "WorkerProcess", lambda *name: WorkerProcess(*name, root=fake_root))
    Settings(output_folder=str(tmp_path)).save()
    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    yield Mouse(plugin, qgis_iface, canvas, qtbot, tmp_path)
    if plugin.worker:
        plugin.unload()


@pytest.fixture
def real_mouse(qgis_iface: Any, canvas: Any, qtbot: Any, tmp_path: Path) -> Iterator[Mouse]:
    """The plugin as it is."""
    import cmhcl_footprints
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    Settings(output_folder=str(tmp_path)).save()
    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    yield Mouse(plugin, qgis_iface, canvas, qtbot, tmp_path)
    plugin.unload()
