"""Extract by click with the real worker and the default model."""

from __future__ import annotations

import itertools
import subprocess

import pytest
import scenes
from conftest import CORE_PYTHON, REPOSITORY
from map_mouse import Mouse
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

pytest_plugins = ["map_mouse_fixtures"]


@pytest.mark.slow
def test_adjacent_rectangles_find_what_one_rectangle_finds(real_mouse: Mouse) -> None:
    """What rectangles side by side find is what one run over all of their ground finds."""
    mouse = real_mouse
    options = ["--seed", "1", "--size", "640", "--out", str(mouse.folder / "scene")]
    subprocess.run([CORE_PYTHON, "-m", "core", "simulate", *options], cwd=REPOSITORY, check=True)
    sar = scenes.add_raster(mouse.folder / "scene" / "sar.tif")
    mouse.look_at(sar)
    mouse.by_click.action.trigger()
    optical = scenes.add_raster(mouse.folder / "scene" / "optical.tif")
    mouse.settings.scene.choose_optical(optical)
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
    corners = [
        QgsPointXY(box.xMinimum() + pixel * step, box.yMaximum() - pixel * step)
        for pixel in (20, 500)
    ]
    mouse.drag(*corners)
    mouse.wait()
    inside = QgsGeometry.fromRect(QgsRectangle(*corners))
    built = QgsGeometry.unaryUnion(parts).intersection(inside)
    shapes = [feature.geometry() for feature in mouse.layer.getFeatures()]
    expected = QgsGeometry.unaryUnion(shapes).intersection(inside)
    common = built.intersection(expected).area()
    # Not all of it: the network sees less around a click.
    assert common > 0.8 * built.combine(expected).area()
