"""Map layers into job inputs."""

from __future__ import annotations

from typing import Any

import pytest
import scenes
from qgis.core import QgsGeometry, QgsProject, QgsRectangle

SQUARE = "Polygon ((500000 5699950, 500050 5699950, 500050 5700000, 500000 5699950))"


def test_view_area_follows_rotation(qgis_canvas: Any) -> None:
    from cmhcl.cmhcl_plugin.layers import view_area

    qgis_canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    straight = QgsGeometry.fromWkt(view_area(qgis_canvas.mapSettings()).wkt)
    qgis_canvas.setRotation(30)
    rotated = QgsGeometry.fromWkt(view_area(qgis_canvas.mapSettings()).wkt)
    qgis_canvas.setRotation(0)
    assert straight.isGeosValid() and rotated.isGeosValid()
    assert rotated.area() == pytest.approx(straight.area(), rel=1e-3)
    assert not rotated.equals(straight)


def test_selected_area() -> None:
    from cmhcl.cmhcl_plugin.layers import selected_area

    layer = scenes.add_polygon(SQUARE)
    area = selected_area(None, QgsProject.instance())
    assert QgsGeometry.fromWkt(area.wkt).equals(QgsGeometry.fromWkt(SQUARE))
    assert "32631" in area.crs
    layer.removeSelection()


def test_selection_that_is_missing_or_ambiguous() -> None:
    from cmhcl.cmhcl_plugin.layers import selected_area
    from cmhcl.core.errors import InputError

    project = QgsProject.instance()
    with pytest.raises(InputError, match="No polygon is selected"):
        selected_area(None, project)
    first, _ = scenes.add_polygon(SQUARE, name="a"), scenes.add_polygon(SQUARE, name="b")
    with pytest.raises(InputError, match="make one of these layers active"):
        selected_area(None, project)
    assert selected_area(first, project).wkt
