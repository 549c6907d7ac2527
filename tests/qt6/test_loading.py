"""Loading and unloading on Qt 6 leaves no widget, action, item of the map or connection."""

from __future__ import annotations

from typing import Any

from conftest import collect
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QAction
from qgis.PyQt.QtWidgets import QApplication, QTabBar, QWidget
from qgis.PyQt.QtXml import QDomDocument


def left(iface: Any) -> dict[str, int]:
    """What is in QGIS's window and on its map, and how many slots listen to it."""
    window, canvas, project = iface.mainWindow(), iface.mapCanvas(), QgsProject.instance()
    signals = (
        (project, project.cleared, ()),
        (project, project.layersAdded, ([],)),
        (project, project.layersWillBeRemoved, ([],)),
        (project, project.layersRemoved, ([],)),
        (project, project.readProject, (QDomDocument(),)),
        (iface, iface.currentLayerChanged, (None,)),
        (iface, iface.initializationCompleted, ()),
        (canvas, canvas.destinationCrsChanged, ()),
    )
    collect()
    for _, signal, values in signals:
        signal.emit(*values)  # PyQt forgets the slots of deleted objects when it meets them
    collect()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    bars = window.findChildren(QTabBar, options=direct)  # of docks; Qt keeps them for the next
    kept = {
        kind: sum(1 + len(bar.findChildren(kind)) for bar in bars) for kind in (QObject, QWidget)
    }
    return {
        "objects": len(window.findChildren(QObject)) - kept[QObject],
        "widgets": len(window.findChildren(QWidget)) - kept[QWidget],
        "actions": len(window.findChildren(QAction)),
        "windows": len(QApplication.topLevelWidgets()),
        "items of the map": len(canvas.scene().items()),
        "registered": len(iface.registered),
        "providers": len(QgsApplication.processing.items),
        **{signal.signal: sender.receivers(signal) for sender, signal, _ in signals},
    }


def use(plugin: Any) -> None:
    """Open everything that is built when it is first opened."""
    plugin.action.trigger()
    for page in (plugin.pages.finetune, plugin.pages.models, plugin.pages.extract):
        plugin.pages.show_page(page)
    plugin.review_action.trigger()
    plugin.extract_by_click.action.trigger()


def load(iface: Any) -> Any:
    import cmhcl_footprints

    plugin = cmhcl_footprints.classFactory(iface)
    plugin.initGui()
    return plugin


def test_nothing_is_left(iface: Any) -> None:
    before = left(iface)
    for _ in range(3):
        plugin = load(iface)
        use(plugin)
        assert left(iface) != before
        plugin.unload()
        del plugin
    assert left(iface) == before


def test_unload_without_use(iface: Any) -> None:
    before = left(iface)
    load(iface).unload()
    assert left(iface) == before
