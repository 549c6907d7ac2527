"""A vector layer that any thread can open for itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication


@contextmanager
def thread_layer(uri: str, name: str = "", provider: str = "ogr") -> Iterator[QgsVectorLayer]:
    """A layer for the thread that calls this, which is deleted in QGIS's thread.

    A layer takes QGIS's connections to its file with it. QGIS's thread handles the timers of these,
    so that QGIS can crash if they are deleted in another thread. Do not use its features' iterators
    after the ``with`` block.
    """
    layer = QgsVectorLayer(uri, name, provider)
    try:
        yield layer
    finally:
        layer.moveToThread(QCoreApplication.instance().thread())
