"""Editing the shape of a footprint during a review."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QAction
from review_layers import footprints, press

pytest_plugins = ["review_fixtures"]
TOOLS = ("mActionMergeFeatures", "mActionSplitFeatures", "mActionReshapeFeatures")


@pytest.fixture
def started(qgis_iface: Any) -> Iterator[list[str]]:
    """The tools of QGIS that were started, in a window that has them."""
    names: list[str] = []
    actions = []
    for name in TOOLS:
        action = QAction(name, qgis_iface.mainWindow())
        action.setObjectName(name)
        action.triggered.connect(lambda _=False, name=name: names.append(name))
        actions.append(action)
    yield names
    for action in actions:
        action.setParent(None)


def test_tools_of_qgis_are_not_started_on_a_read_only_layer(
    qgis_iface: Any, started: list[str], tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.edit_tools import reshape
    from cmhcl_footprints.core.hatch.errors import InputError

    layer = footprints(tmp_path, (0.5,))
    layer.setReadOnly(True)
    with pytest.raises(InputError, match="is read-only; allow edits in Project"):
        reshape(qgis_iface, layer, next(layer.getFeatures()))
    assert started == []


def skewed(x: float, y: float) -> QgsGeometry:
    """A building of 10 x 8 m whose corners are up to 6 degrees off a right angle."""
    corners = [(0, 0), (10, 0.6), (9.6, 8.3), (0.5, 8), (0, 0)]
    return QgsGeometry.fromPolygonXY([[QgsPointXY(x + dx, y + dy) for dx, dy in corners]])


def corners_deg(polygon: QgsGeometry, metres: tuple[float, float] = (1, 1)) -> list[float]:
    """The angles of a ring in degrees; ``metres`` are those of a unit along x and y."""
    ring = [(p.x() * metres[0], p.y() * metres[1]) for p in polygon.asPolygon()[0][:-1]]
    angles = []
    for before, at, after in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1]):
        first = math.atan2(before[1] - at[1], before[0] - at[0])
        second = math.atan2(after[1] - at[1], after[0] - at[0])
        angles.append(math.degrees(abs(first - second)) % 180)
    return angles


def add(layer: Any, geometry: QgsGeometry) -> int:
    """Add a footprint with the lowest confidence, so that it comes first."""
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(geometry)
    feature["confidence"] = 0.01
    layer.addFeature(feature)
    layer.commitChanges()
    (found,) = [f.id() for f in layer.getFeatures() if f["confidence"] == 0.01]
    return int(found)


def test_key_squares_the_footprint_and_can_be_undone(dock: Any, tmp_path: Path) -> None:
    layer = footprints(tmp_path, (0.9, 0.8))
    id, shape = add(layer, skewed(600_000, 5_750_000)), skewed(600_000, 5_750_000)
    dock.review(layer)
    press(dock.accept_button, "Q")
    squared = layer.getFeature(id).geometry()
    assert corners_deg(squared) == pytest.approx([90] * 4, abs=0.01)
    assert squared.intersection(shape).area() / squared.combine(shape).area() > 0.9
    assert dock.facts.text() == "Confidence 1%"  # still the current one
    layer.undoStack().undo()
    assert layer.getFeature(id).geometry().equals(shape)
    assert corners_deg(shape) != pytest.approx([90] * 4, abs=1)


def test_footprint_without_nearly_right_angles_is_left_alone(dock: Any, tmp_path: Path) -> None:
    triangle = QgsGeometry.fromWkt(
        "Polygon ((600000 5750000, 600010 5750000, 600005 5750008.66, 600000 5750000))"
    )
    layer = footprints(tmp_path, (0.9,))
    id = add(layer, triangle)
    dock.review(layer)
    press(dock.accept_button, "Q")
    assert "Nothing was squared" in dock.messages.text
    assert layer.getFeature(id).geometry().equals(triangle) and not layer.isModified()


@given(
    turn=st.floats(0, 90),
    latitude=st.sampled_from([0.5, 48.0, -65.0]),
)
def test_angles_are_right_on_the_ground_also_in_degrees(turn: float, latitude: float) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.squaring import squared

    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    shape = skewed(0, 0)
    shape.rotate(turn, QgsPointXY(5, 4))
    metres = (111_320 * math.cos(math.radians(latitude)), 111_320.0)
    in_degrees = QgsGeometry.fromPolygonXY(
        [
            [
                QgsPointXY(8 + p.x() / metres[0], latitude + p.y() / metres[1])
                for p in shape.asPolygon()[0]
            ]
        ]
    )
    result = squared(in_degrees, wgs84, QgsProject.instance())
    assert corners_deg(result, metres) == pytest.approx([90] * 4, abs=0.5)


def test_area_is_that_of_the_new_shape(dock: Any, tmp_path: Path, qtbot: Any) -> None:
    layer = footprints(tmp_path, (900.0, 800.0), field="area_m2")
    dock.review(layer)
    assert dock.facts.text() == "25 m²"  # on the ground
    half = QgsGeometry.fromRect(QgsRectangle(500_000, 5_700_000, 500_005, 5_700_002))
    layer.startEditing()
    layer.changeGeometry(1, half)
    qtbot.waitUntil(lambda: dock.facts.text() == "10 m²")
    layer.undoStack().undo()
    qtbot.waitUntil(lambda: dock.facts.text() == "25 m²")


@pytest.mark.parametrize(("key", "tool"), [("S", TOOLS[1]), ("R", TOOLS[2])])
def test_key_starts_a_tool_of_qgis_on_this_footprint(
    dock: Any, started: list[str], tmp_path: Path, key: str, tool: str
) -> None:
    layer = footprints(tmp_path)
    dock.review(layer)
    layer.selectAll()
    press(dock.accept_button, key)
    assert started == [tool] and layer.isEditable()
    assert layer.selectedFeatureIds() == [3]


def test_join_takes_the_selected_and_the_touching_ones(
    dock: Any, started: list[str], tmp_path: Path
) -> None:
    layer = footprints(tmp_path)
    dock.review(layer)
    press(dock.accept_button, "J")
    assert "No other footprint touches this one" in dock.messages.text and started == []
    layer.selectByIds([1])
    press(dock.accept_button, "J")
    assert started == [TOOLS[0]] and sorted(layer.selectedFeatureIds()) == [1, 3]
    layer.removeSelection()
    beside = QgsGeometry(layer.getFeature(3).geometry())
    beside.translate(7, 0)
    add(layer, beside)
    dock.review(layer)
    press(dock.accept_button, "J")
    assert started == [TOOLS[0]] * 2 and layer.selectedFeatureCount() == 2


def test_window_without_these_tools_is_told(dock: Any, tmp_path: Path) -> None:
    dock.review(footprints(tmp_path))
    press(dock.accept_button, "S")
    assert "cannot be edited with QGIS’s tools here" in dock.messages.text


@pytest.mark.parametrize(
    "wkt",
    [
        "",
        "Polygon EMPTY",
        "CurvePolygon EMPTY",
        "Polygon ((0 0, 8 0, 8 7, 0 8, 0 0), EMPTY)",
        "MultiPolygon (EMPTY, ((0 0, 8 0, 8 7, 0 8, 0 0)))",
    ],
)
def test_empty_footprint_or_ring_is_left_alone(dock: Any, wkt: str) -> None:
    """QGIS crashes if it makes right angles of an empty ring."""
    from cmhcl_footprints.cmhcl_plugin.review.squaring import squared

    shape, utm = QgsGeometry.fromWkt(wkt), QgsCoordinateReferenceSystem("EPSG:32631")
    assert squared(shape, utm, QgsProject.instance()).asWkt() == shape.asWkt()
    layer = QgsVectorLayer("Polygon?crs=EPSG:32631&field=confidence:double", "m", "memory")
    empty = QgsFeature(layer.fields())
    empty.setGeometry(QgsGeometry.fromWkt("Polygon EMPTY"))
    layer.dataProvider().addFeature(empty)
    QgsProject.instance().addMapLayer(layer)
    dock.review(layer)
    press(dock.accept_button, "Q")
    assert not layer.isModified()
