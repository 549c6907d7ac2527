"""A vector layer that any thread can open for itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication


@contextmanager
def thread_layer(uri: str, name: str = "", provider: str = "ogr") -> Iterator[QgsVectorLayer]:
    """A layer for the thread that calls this, which is deleted in QGIS's thread.

    With a layer QGIS deletes its connections to the file. Their timers belong to QGIS's thread, so
    that QGIS can crash if that happens in another one. Read all features within the ``with`` block.
    """
    layer = QgsVectorLayer(uri, name, provider)
    try:
        yield layer
    finally:
        layer.moveToThread(QCoreApplication.instance().thread())
