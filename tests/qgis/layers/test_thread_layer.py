"""Layers that a thread opens for itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import scenes
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject


def test_layer_that_a_thread_opened_belongs_to_the_thread_of_qgis_in_the_end(
    qtbot: Any, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.background import run_in_background
    from cmhcl_footprints.cmhcl_plugin.layers.thread_layer import thread_layer

    path = scenes.write_footprints(tmp_path / "f.gpkg")
    owner = QObject()
    layers: list[QgsVectorLayer] = []
    was_elsewhere: list[bool] = []
    results: list[tuple[Any, Any]] = []

    def read() -> int:
        with thread_layer(str(path)) as layer:
            layers.append(layer)
            was_elsewhere.append(layer.thread() != owner.thread())
            return len(list(layer.getFeatures()))

    run_in_background(read, lambda *result: results.append(result), owner)
    qtbot.waitUntil(lambda: bool(results), timeout=10_000)
    assert results == [(2, None)]
    assert was_elsewhere == [True]
    (layer,) = layers
    assert layer.thread() == layer.dataProvider().thread() == owner.thread()
