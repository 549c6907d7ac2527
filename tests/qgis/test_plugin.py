"""Loading and unloading."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QAction, QDialog


def test_loading_and_unloading_ten_times_leaves_nothing(
    qgis_iface: Any, fake_root: Path, qtbot: Any, monkeypatch: Any
) -> None:
    import cmhcl_footprints
    from cmhcl_footprints.cmhcl_plugin import plugin as module
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    monkeypatch.setattr(module, "WorkerProcess", lambda *name: WorkerProcess(*name, root=fake_root))
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
        plugin.extract_by_click.action.trigger()
        plugin.pages.show_page(plugin.pages.finetune)
        worker = plugin.worker
        qtbot.waitUntil(lambda worker=worker: worker.is_running, timeout=15_000)
        process = worker.process_id
        plugin.unload()
        assert not Path(f"/proc/{process}").exists()
    assert left() == before


def test_unload_without_a_window(qgis_iface: Any) -> None:
    import cmhcl_footprints

    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    plugin.unload()


@pytest.fixture
def bar(qgis_iface: Any, monkeypatch: pytest.MonkeyPatch) -> QgsMessageBar:
    """QGIS's message bar."""
    bar = QgsMessageBar()
    monkeypatch.setattr(qgis_iface, "messageBar", lambda: bar, raising=False)
    return bar


def test_messages_with_buttons_of_unloaded_pages_are_gone(
    qgis_iface: Any, bar: QgsMessageBar
) -> None:
    import cmhcl_footprints

    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    pages, level = plugin.panel.content(), Qgis.MessageLevel.Success
    pages.finetune._show_if_hidden("The model is ready.", level)
    pages.extract._show_message("The footprints are ready.", level, [("Add", pages.show)])
    assert len(bar.items()) == 2
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert bar.currentItem() is None


def test_earlier_version_beside_is_reported(
    qgis_iface: Any, bar: QgsMessageBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    import cmhcl_footprints
    import qgis.utils

    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    plugin.on_started()
    assert bar.currentItem() is None
    monkeypatch.setitem(qgis.utils.plugins, "cmhcl", object())
    plugin.on_started()
    assert "still installed in the folder “cmhcl”; uninstall it" in bar.currentItem().text()
    plugin.unload()


def test_unloaded_at_once_it_offers_nothing(
    qgis_iface: Any, bar: QgsMessageBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    import cmhcl_footprints
    import qgis.utils

    monkeypatch.setitem(qgis.utils.plugins, "cmhcl", object())
    qgis_iface.mainWindow().show()
    for _ in range(2):
        plugin = cmhcl_footprints.classFactory(qgis_iface)
        plugin.initGui()
        plugin.unload()
    QCoreApplication.processEvents()
    qgis_iface.mainWindow().hide()
    assert bar.currentItem() is None


def test_provider_of_an_earlier_version_is_left_alone(qgis_iface: Any) -> None:
    import cmhcl_footprints
    from cmhcl_footprints.cmhcl_plugin.processing.provider import Provider

    registry, earlier = QgsApplication.processingRegistry(), Provider()
    assert registry.addProvider(earlier)
    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    plugin.unload()
    assert registry.providerById("cmhcl") is earlier
    registry.removeProvider(earlier)
