"""Loading and unloading."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QAction, QDialog


def test_ten_times_leaves_nothing(
    qgis_iface: Any, fake_root: Path, qtbot: Any, monkeypatch: Any
) -> None:
    import cmhcl_footprints
    from cmhcl_footprints.cmhcl_plugin import plugin as module
    from cmhcl_footprints.cmhcl_plugin.worker.process import Worker

    monkeypatch.setattr(module, "Worker", lambda *name: Worker(*name, root=fake_root))
    window = qgis_iface.mainWindow()

    def left() -> tuple[int, int, int]:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        on_map = len(qgis_iface.mapCanvas().scene().items())
        return len(window.findChildren(QAction)), len(window.findChildren(QDialog)), on_map

    before = left()
    for _ in range(10):
        plugin = cmhcl_footprints.classFactory(qgis_iface)
        plugin.initGui()
        plugin.action.trigger()
        plugin.by_click.action.trigger()
        plugin.dialog.bring(plugin.dialog.finetune)
        worker = plugin.worker
        qtbot.waitUntil(lambda worker=worker: worker.is_running, timeout=15_000)
        process = worker._process
        plugin.unload()
        assert process.state() == process.ProcessState.NotRunning
    assert left() == before


def test_unload_without_a_window(qgis_iface: Any) -> None:
    import cmhcl_footprints

    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    plugin.unload()


def test_options_page(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.options.page import OptionsFactory
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    applied: list[bool] = []
    factory = OptionsFactory(applied=lambda: applied.append(True))
    page = factory.createWidget(None)
    assert isinstance(page, QgsOptionsPageWidget)
    page.python.setFilePath("/usr/bin/python3")
    page.check_button.click()
    qtbot.waitUntil(lambda: "has no torch" in page.answer.text(), timeout=15_000)
    page.apply()
    page.apply()
    assert Settings.load().python == "/usr/bin/python3" and applied == [True]
