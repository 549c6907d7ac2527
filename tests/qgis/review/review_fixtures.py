"""The review dock in a window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt


@pytest.fixture
def dock(qgis_iface: Any) -> Iterator[Any]:
    from cmhcl_footprints.cmhcl_plugin.review.panel import ReviewDock

    qgis_iface.mainWindow().show()
    dock = ReviewDock(qgis_iface)
    qgis_iface.messageBar().clear_messages()
    qgis_iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    yield dock
    dock.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
