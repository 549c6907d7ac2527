"""The longest time for which QGIS does not respond while it handles many footprints.

QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python -m bench.stalls [FOOTPRINTS]

A timer of QGIS's thread ticks every 5 ms; the longest pause between two ticks is printed for each
step: adding a layer of footprints (50,000 by default), marking it as unedited, moving the filter by
confidence, replacing all footprints, as a change of the threshold does, a review, writing them for
a comparison or as labels, before and during edits, and joining them to an area.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer

ROOT = Path(__file__).resolve().parents[1]
TICK_MS = 5
CRS = QgsCoordinateReferenceSystem("EPSG:32631")


class Ticks:
    """Measures the longest pause between the ticks of a timer."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.longest_s = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now

    def measure(self, name: str, step: Callable[[], Any], done: Callable[[], bool]) -> None:
        """Do a step, wait until it is done, and print its longest pause and how long it took."""
        self._turn()
        started = self._last = time.perf_counter()
        self.longest_s = 0.0
        step()
        self._turn()
        while not done():
            self._turn()
        took = time.perf_counter() - started
        print(f"{name}: longest stall {self.longest_s:.3f} s, took {took:.2f} s", flush=True)

    def _turn(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(2 * TICK_MS, loop.quit)
        loop.exec()


def write_footprints(path: Path, count: int, shift_m: float) -> None:
    """L-shaped footprints in rows of 250, in the fields that the worker writes."""
    from cmhcl_footprints.cmhcl_plugin.click.layer import FIELDS
    from qgis.core import QgsField, QgsFields

    fields = QgsFields()
    for name, kind in FIELDS.items():
        fields.append(QgsField(name, kind))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "footprints"
    context = QgsProject.instance().transformContext()
    kind = QgsWkbTypes.Type.Polygon
    writer = QgsVectorFileWriter.create(str(path), fields, kind, CRS, context, options)
    for i in range(count):
        x, y = 500_000 + shift_m + (i % 250) * 20, 5_700_000 + (i // 250) * 20
        corners = ((0, 0), (9, 0), (9, 5), (12, 5), (12, 8), (0, 8), (0, 0))
        ring = ", ".join(f"{x + east} {y + north}" for east, north in corners)
        feature = QgsFeature(fields)
        feature.setGeometry(QgsGeometry.fromWkt(f"Polygon (({ring}))"))
        feature.setAttributes([i % 100 / 100, 81.0, 0.0, "bench", True])
        writer.addFeature(feature)
    del writer  # closes the file


def measure_reading(ticks: Ticks, layer: QgsVectorLayer, folder: Path) -> None:
    """Measure what reads the polygons of a layer in a thread."""
    from cmhcl_footprints.cmhcl_plugin.background import run_in_background
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons

    def read(name: str, function: Callable[[LayerPolygons], Any]) -> None:
        problems: list[object] = []

        def start() -> None:
            polygons = LayerPolygons(layer)
            run_in_background(
                lambda: function(polygons), lambda _, problem: problems.append(problem), layer
            )

        ticks.measure(name, start, lambda: bool(problems))
        if problems != [None]:
            sys.exit(f"{name}: {problems}")

    read("writing them", lambda polygons: polygons.write(folder / "written.gpkg"))
    layer.startEditing()
    layer.deleteFeatures(layer.allFeatureIds()[::2])
    read("writing them while edited", lambda polygons: polygons.write(folder / "edited.gpkg"))
    layer.rollBack()
    read("joining them to an area", lambda polygons: polygons.area())


def measure_review(ticks: Ticks, layer: QgsVectorLayer) -> None:
    """Measure a review: its start, decisions, undoing one, and saving."""
    from cmhcl_footprints.cmhcl_plugin.review.session import ReviewSession
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk
    from cmhcl_footprints.core.hatch.names import UNDECIDED

    session, refreshed = ReviewSession(), []
    session.changed.connect(lambda _: refreshed.append(True))

    def measure(name: str, step: Callable[[], Any]) -> None:
        refreshed.clear()
        ticks.measure(name, step, lambda: bool(refreshed))

    measure("starting a review", lambda: session.start(layer, UNDECIDED))
    measure("the first decision", lambda: session.step(ReviewWalk.accept))
    measure("saving it", layer.commitChanges)
    measure("another decision", lambda: session.step(ReviewWalk.accept))
    measure("undoing it", layer.undoStack().undo)
    session.step(ReviewWalk.accept)
    measure("saving", layer.commitChanges)
    session.start(None, UNDECIDED)


def main(count: int) -> None:
    """Measure every step."""
    from cmhcl_footprints.cmhcl_plugin.background import run_in_background
    from cmhcl_footprints.cmhcl_plugin.layers import content
    from cmhcl_footprints.cmhcl_plugin.layers.confidence_filter import show_from
    from cmhcl_footprints.cmhcl_plugin.layers.results import add_footprints

    folder = Path(tempfile.mkdtemp(prefix="cmhcl_stalls_"))
    for name, shift_m in (("old", 0.0), ("new", 1.0)):
        write_footprints(folder / f"{name}.gpkg", count, shift_m)
    ticks, project, layers = Ticks(), QgsProject.instance(), []

    def add() -> None:
        layers.append(add_footprints(folder / "old.gpkg", CRS, "Footprints", project))

    ticks.measure(f"adding {count:,} footprints", add, lambda: True)
    layer: QgsVectorLayer = layers[0]
    ticks.measure(
        "marking them as unedited",
        lambda: content.mark_unedited(layer),
        lambda: bool(layer.customProperty(content.PROPERTY)),
    )
    ticks.measure("filtering by confidence", lambda: show_from(layer, 0.5), lambda: True)
    ticks.measure("showing all again", lambda: show_from(layer, 0.0), lambda: True)
    found = content.Source(f"{folder / 'new.gpkg'}|layername=footprints", "ogr", "new")
    source, replaced = content.Source.of(layer), []

    def show(digest: str, problem: object) -> None:
        content.show_replaced(layer, digest)
        replaced.append(problem)

    ticks.measure(
        "replacing them",
        lambda: run_in_background(
            lambda: content.replace_content(source, found, source.digest()), show, owner=project
        ),
        lambda: bool(replaced),
    )
    if replaced != [None]:
        sys.exit(f"not replaced: {replaced}")
    measure_review(ticks, layer)
    measure_reading(ticks, layer, folder)


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    unpacked = Path(tempfile.mkdtemp(prefix="cmhcl_stalls_"))
    (unpacked / "cmhcl_footprints").symlink_to(ROOT)
    sys.path.insert(0, str(unpacked))
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
