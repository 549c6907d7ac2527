"""The merge: buildings are rectangles that do not overlap, and a run finds what is in its area."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import pytest
import scenes
from click_areas import area_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from map_mouse import bounds
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
)

FINE = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def towns(draw: Any) -> list[QgsGeometry]:
    """Up to a building in each cell of 60, some of them as large as several cells."""
    buildings: list[QgsGeometry] = []
    for column, row in itertools.product(range(7), range(7)):
        if draw(st.booleans()):
            x, y = 60 * column + draw(st.integers(0, 20)), 60 * row + draw(st.integers(0, 20))
            width, height = draw(st.integers(6, 90)), draw(st.integers(6, 90))
            building = QgsGeometry.fromRect(QgsRectangle(x, y, x + width, y + height))
            if not any(building.intersects(other) for other in buildings):
                buildings.append(building)
    return buildings


PLACES = st.lists(
    st.tuples(st.integers(60, 360), st.integers(60, 360), st.integers(20, 120)),
    min_size=2,
    max_size=6,
)


def seen(town: Sequence[QgsGeometry], area: Any) -> list[QgsGeometry]:
    """What an extraction of this area finds."""
    pieces = [building.intersection(area.extracted) for building in town]
    return [piece for piece in pieces if piece.area() > 0]


def apply(layer: list[QgsGeometry], new: Sequence[QgsGeometry], area: Any) -> list[QgsGeometry]:
    from cmhcl_footprints.cmhcl_plugin.click.merge import merge

    merged = merge(new, layer, area)
    kept = [shape for j, shape in enumerate(layer) if j not in merged.removed]
    return kept + list(merged.added.values())


@FINE
@given(town=towns(), places=PLACES)
def test_no_building_is_added_twice_and_none_is_missing(
    town: list[QgsGeometry], places: list[tuple[int, int, int]]
) -> None:
    layer: list[QgsGeometry] = []
    whole: set[int] = set()
    for x, y, half in places:
        area = area_of(QgsRectangle(x - half, y - half, x + half, y + half))
        layer = apply(layer, seen(town, area), area)
        whole |= {
            i
            for i, building in enumerate(town)
            if building.within(area.uncut) and building.centroid().intersects(area.requested)
        }
    for one, other in itertools.combinations(layer, 2):
        assert one.intersection(other).area() < 1e-6
    for shape in layer:
        (building,) = (b for b in town if b.intersection(shape).area() > 1e-6)
        assert shape.difference(building).area() < 1e-6
        assert not shape.isMultipart()
    for i in whole:
        (shape,) = (s for s in layer if s.intersection(town[i]).area() > 1e-6)
        assert shape.area() == pytest.approx(town[i].area())


@FINE
@given(town=towns(), x=st.integers(60, 360), y=st.integers(60, 360), shift=st.integers(0, 40))
def test_two_adjacent_areas_give_what_one_large_area_gives(
    town: list[QgsGeometry], x: int, y: int, shift: int
) -> None:
    """Two pieces side by side, and one as large as both: the same buildings."""
    small = [b for b in town if b.boundingBox().width() < 28 and b.boundingBox().height() < 28]
    left = area_of(QgsRectangle(x - 80, y - 60, x, y + 60))
    right = area_of(QgsRectangle(x - shift, y - 60, x + 80 - shift, y + 60))
    both = area_of(QgsRectangle(x - 80, y - 60, x + 80 - shift, y + 60))
    layer = apply(apply([], seen(small, left), left), seen(small, right), right)
    expected = apply([], seen(small, both), both)
    assert sorted(map(bounds, layer)) == sorted(map(bounds, expected))


def rectangle(*box: float) -> QgsGeometry:
    return QgsGeometry.fromRect(QgsRectangle(*box))


def test_footprint_that_was_split_is_replaced_by_all_its_parts() -> None:
    """Two new ones take the place of an old one, also when one of them lies outside the area."""
    area = area_of(QgsRectangle(0, 0, 100, 100))
    old = [rectangle(85, 40, 120, 50)]
    new = [rectangle(85, 40, 103, 50), rectangle(103.5, 40, 120, 50)]
    assert sorted(map(bounds, apply(old, new, area))) == sorted(map(bounds, new))


def test_footprint_with_a_small_overlap_is_cut_and_not_replaced() -> None:
    area = area_of(QgsRectangle(0, 0, 100, 100))
    old = [rectangle(10, 10, 30, 30), rectangle(60, 60, 80, 80)]
    new = [rectangle(26, 10, 46, 30), rectangle(62, 61, 82, 81)]
    assert sorted(map(bounds, apply(old, new, area))) == [
        (10, 10, 30, 30),
        (30, 10, 46, 30),
        (62, 61, 82, 81),
    ]


def test_area_of_joined_pieces_is_measured_again() -> None:
    """A hall larger than a tile grows with every click on it."""
    from cmhcl_footprints.cmhcl_plugin.click.edits import add_result

    crs = QgsCoordinateReferenceSystem("EPSG:32631")
    x, y = scenes.ORIGIN
    fields = "field=confidence:double&field=area_m2:double"
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:32631&{fields}", "", "memory")
    hall = rectangle(x, y, x + 400, y + 40)
    for left, length in ((0, 132), (100, 232), (200, 332)):
        area = area_of(QgsRectangle(x + left, y, x + left + 100, y + 40), crs)
        found = scenes.add_polygon(hall.intersection(area.extracted).asWkt())
        add_result(layer, found, area, "Click")
        (feature,) = layer.getFeatures()
        assert feature.geometry().area() == pytest.approx(40 * length)
    assert feature["area_m2"] == pytest.approx(40 * 332, rel=0.002)


def test_a_new_footprint_is_cut_at_those_that_stay() -> None:
    from cmhcl_footprints.cmhcl_plugin.click.merge import merge

    area = area_of(QgsRectangle(0, 0, 300, 300))
    new = [rectangle(100, 100, 140, 140)]
    left = rectangle(60, 100, 102, 140)
    right = rectangle(138, 100, 180, 140)
    merged = merge(new, [left], area, accepted=[right])
    assert not merged.removed and merged.changed == {0}
    assert merged.added[0].area() == pytest.approx(36 * 40)
    for other in (left, right):
        assert merged.added[0].intersection(other).area() < 1e-9


def test_review_is_read_from_a_field_of_another_case() -> None:
    from cmhcl_footprints.cmhcl_plugin.click.edits import add_result

    x, y = scenes.ORIGIN
    layer = QgsVectorLayer("Polygon?crs=EPSG:32631&field=Review:string", "", "memory")
    accepted = QgsFeature(layer.fields())
    accepted.setGeometry(rectangle(x + 10, y + 10, x + 30, y + 30))
    accepted.setAttributes(["accepted"])
    layer.dataProvider().addFeature(accepted)
    found = scenes.add_polygon(rectangle(x + 11, y + 10, x + 31, y + 30).asWkt())
    add_result(layer, found, area_of(QgsRectangle(x, y, x + 99, y + 99), found.crs()), "Click")
    (feature,) = layer.getFeatures()
    assert feature["Review"] == "accepted"
    assert feature.geometry().boundingBox().xMinimum() == pytest.approx(x + 10)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([(10, 10, 30, 30)], [(11, 10, 31, 30)], {0: 0}),
        ([(10, 10, 30, 30)], [(60, 60, 80, 80)], {}),
        ([(10, 10, 30, 30)], [(10, 10, 20, 30), (20, 10, 30, 30)], {}),
        ([(10, 10, 20, 30), (20, 10, 30, 30)], [(10, 10, 30, 30)], {}),
        ([(10, 10, 30, 30), (60, 60, 80, 80)], [(60, 61, 80, 81), (12, 10, 32, 30)], {0: 1, 1: 0}),
        ([(60, 40, 140, 60)], [(60, 40, 132, 60)], {0: 0}),  # joined at the edge
        ([(60, 40, 140, 60), (60, 60, 140, 80)], [(60, 40, 132, 80)], {}),
    ],
)
def test_successor_is_the_only_one_of_one_old_footprint(
    old: list[Any], new: list[Any], expected: dict[int, int]
) -> None:
    from cmhcl_footprints.cmhcl_plugin.click.merge import merge, merge_one

    area = area_of(QgsRectangle(0, 0, 100, 100))  # extracted up to 132
    before, found = [rectangle(*box) for box in old], [rectangle(*box) for box in new]
    merged = merge(found, before, area)
    assert merged.successors == expected
    assert set(expected.values()) <= merged.removed
    if len(found) == 1:
        assert merge_one(found[0], before).successors == expected
