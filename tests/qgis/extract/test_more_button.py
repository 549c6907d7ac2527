"""What the menu beside a result does."""

from __future__ import annotations

from typing import Any

from desk import Desk
from qgis import processing
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QStyle

pytest_plugins = ["desk_fixtures"]


def test_probabilities_of_the_result_are_shown(desk: Desk) -> None:
    desk.add()
    desk.box.more_button.update_entries()
    desk.box.more_button.probabilities.trigger()
    nodes = QgsProject.instance().layerTreeRoot().children()
    layer = nodes[1].layer()
    assert isinstance(layer, QgsRasterLayer) and layer.bandCount() == 4
    provider = layer.dataProvider()
    assert provider.bandOffset(1) + 200 * provider.bandScale(1) > 1 > provider.bandScale(1)


def test_result_without_probabilities_has_none_to_show(desk: Desk) -> None:
    desk.add(probability="")
    desk.box.more_button.update_entries()
    assert not desk.box.more_button.probabilities.isEnabled()


def test_damaged_probabilities_are_reported_and_not_shown(desk: Desk) -> None:
    desk.add()
    (desk.folder / "f_probability.tif").write_bytes(b"no raster")
    desk.box.more_button.probabilities.trigger()
    assert "cannot be opened; run the extraction again" in desk.says()


def test_export_for_openstreetmap_opens_its_dialog_with_the_layer(
    desk: Desk, monkeypatch: Any
) -> None:
    layer, opened = desk.add(), []
    monkeypatch.setattr(
        processing, "execAlgorithmDialog", lambda *call: opened.append(call), raising=False
    )
    desk.box.more_button.osm.trigger()
    assert opened == [("cmhcl:osm", {"INPUT": layer.id()})]


def test_export_without_processing_is_reported(desk: Desk, monkeypatch: Any) -> None:
    desk.add()
    monkeypatch.delattr(processing, "execAlgorithmDialog", raising=False)
    desk.box.more_button.osm.trigger()
    assert "Processing is not enabled" in desk.says()


def test_arrow_of_the_menu_has_room_beside_the_text(desk: Desk) -> None:
    button = desk.box.more_button
    arrow = button.style().pixelMetric(QStyle.PixelMetric.PM_MenuButtonIndicator)
    text = button.fontMetrics().horizontalAdvance(button.text())
    assert button.minimumSizeHint().width() >= text + 2 * arrow  # the text is in the middle
