"""Extract by click with the real worker and the default model."""

from __future__ import annotations

import itertools
import subprocess
from pathlib import Path

import pytest
import scenes
from conftest import CORE_PYTHON, REPOSITORY
from map_mouse import RIGHT, Mouse
from qgis.core import QgsGeometry, QgsPointXY, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

pytest_plugins = ["map_mouse_fixtures"]


def simulated(mouse: Mouse) -> tuple[QgsRasterLayer, list[QgsGeometry]]:
    """SAR and optical of a simulated scene, chosen for clicks, and its buildings."""
    folder = Path(mouse.folder) / "scene"
    options = ["--seed", "1", "--size", "640", "--out", str(folder)]
    subprocess.run([CORE_PYTHON, "-m", "core", "simulate", *options], cwd=REPOSITORY, check=True)
    sar = scenes.add_raster(folder / "sar.tif")
    mouse.look_at(sar)
    mouse.take_tool()
    mouse.settings.scene.choose_optical(scenes.add_raster(folder / "optical.tif"))
    labels = QgsVectorLayer(str(folder / "buildings.geojson"), "", "ogr")
    return sar, [feature.geometry() for feature in labels.getFeatures()]


def iou(one: QgsGeometry, other: QgsGeometry) -> float:
    common = one.intersection(other).area()
    return float(common / (one.area() + other.area() - common))


@pytest.mark.slow
def test_ten_buildings_are_clicked_one_after_the_other(real_mouse: Mouse) -> None:
    mouse = real_mouse
    sar, buildings = simulated(mouse)
    inside = sar.extent().buffered(-40)
    inner = [b for b in buildings if inside.contains(b.boundingBox()) and b.area() > 80]
    ten = sorted(inner, key=lambda b: b.boundingBox().xMinimum())[:: len(inner) // 10][:10]
    for building in ten:
        middle, _ = building.poleOfInaccessibility(0.5)
        mouse.click_building(middle.asPoint(), accept=False)
        assert mouse.preview.distance(middle) < 2
    mouse.key(Qt.Key.Key_Return)
    shapes = mouse.footprints
    assert 8 <= len(shapes) <= 10  # one may replace another
    best = [max(iou(shape, building) for shape in shapes) for building in ten]
    assert sorted(best)[5] > 0.3
    for one, other in itertools.combinations(shapes, 2):
        assert one.intersection(other).area() < 1e-6
    clicked = {field.name(): field.type() for field in mouse.layer.fields()}

    # A footprint of the layer is corrected, and put back.
    old = shapes[0]
    mouse.click(old.pointOnSurface().asPoint())
    assert not mouse.buildings.awaits_answer
    mouse.click(QgsPointXY(next(old.vertices())), RIGHT)
    mouse.wait_for_answer()
    mouse.key(Qt.Key.Key_Return)
    corrected = mouse.footprints[0]
    assert corrected.area() < old.area() and iou(corrected, old) > 0.1
    mouse.layer.undoStack().undo()
    assert mouse.footprints[0].equals(old)

    # The fields are those of an extracted area.
    mouse.drag(*corners(sar, 20, 300))
    mouse.wait()
    found = QgsVectorLayer(mouse.jobs[-1].out, "", "ogr")
    extracted = {field.name(): field.type() for field in found.fields()}
    assert clicked == {**extracted, "review": clicked["review"]}


def corners(sar: QgsRasterLayer, first: int, second: int) -> list[QgsPointXY]:
    """Two corners of a square, each as far right as it is down in pixels of the scene."""
    box = sar.extent()
    step = box.width() / 640
    return [
        QgsPointXY(box.xMinimum() + pixel * step, box.yMaximum() - pixel * step)
        for pixel in (first, second)
    ]


@pytest.mark.slow
def test_adjacent_rectangles_find_what_one_rectangle_finds(real_mouse: Mouse) -> None:
    """What rectangles side by side find is what one run over their whole area finds."""
    mouse = real_mouse
    sar, _ = simulated(mouse)
    box = sar.extent()
    step = box.width() / 640
    for right, down in ((170, 170), (400, 170), (170, 400), (400, 400)):
        x, y = box.xMinimum() + right * step, box.yMaximum() - down * step
        half = 152 * step
        mouse.drag(QgsPointXY(x - half, y - half), QgsPointXY(x + half, y + half))
    mouse.wait()
    parts = [feature.geometry() for feature in mouse.layer.getFeatures()]
    assert mouse.layer.undoStack().count() == 4 and len(parts) > 50
    assert all(shape.isGeosValid() for shape in parts)
    for one, other in itertools.combinations(parts, 2):
        assert one.intersection(other).area() <= 0.5 * min(one.area(), other.area())

    for _ in range(4):
        mouse.layer.undoStack().undo()
    where = corners(sar, 20, 500)
    mouse.drag(*where)
    mouse.wait()
    inside = QgsGeometry.fromRect(QgsRectangle(*where))
    built = QgsGeometry.unaryUnion(parts).intersection(inside)
    shapes = [feature.geometry() for feature in mouse.layer.getFeatures()]
    expected = QgsGeometry.unaryUnion(shapes).intersection(inside)
    common = built.intersection(expected).area()
    # Not all of it: the network sees less around a click.
    assert common > 0.8 * built.combine(expected).area()
