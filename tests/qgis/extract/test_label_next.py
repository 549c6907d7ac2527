"""Where to label next, beside a result, with the real worker."""

from __future__ import annotations

from desk import TIMEOUT_MS, Desk
from qgis.core import QgsProject, QgsVectorLayer

pytest_plugins = ["desk_fixtures"]


def search(desk: Desk) -> list[QgsVectorLayer]:
    """Press the button and wait for the end; the layers of blocks."""
    desk.box.label_next_button.click()
    assert not desk.box.label_next_button.isEnabled()
    desk.qtbot.waitUntil(desk.box.label_next_button.isEnabled, timeout=TIMEOUT_MS)
    layers = QgsProject.instance().mapLayers().values()
    return [layer for layer in layers if layer.name().startswith("Label next: ")]


def test_blocks_are_on_the_map_above_the_footprints(desk: Desk) -> None:
    footprints = desk.add()
    (blocks,) = search(desk)
    assert "are on the map" in desk.says()
    assert blocks.dataProvider().name() == "memory" and blocks.crs() == footprints.crs()
    ranks = [feature["rank"] for feature in blocks.getFeatures()]
    assert ranks == list(range(1, blocks.featureCount() + 1)) and 0 < len(ranks) <= 10
    assert footprints.extent().intersects(blocks.extent()) and blocks.labelsEnabled()
    nodes = QgsProject.instance().layerTreeRoot().children()
    assert [node.layer() for node in nodes][:2] == [blocks, footprints]
    desk.dialog.finetune.settings.update(area=blocks.id())
    assert desk.dialog.finetune.settings.area_layer() is blocks


def test_result_without_probabilities_has_no_blocks(desk: Desk) -> None:
    layer = desk.add(probability="")
    assert not desk.box.label_next_button.isEnabled()
    QgsProject.instance().removeMapLayer(layer.id())


def test_damaged_probabilities_are_reported(desk: Desk) -> None:
    desk.add()
    (desk.folder / "f_probability.tif").write_bytes(b"no raster")
    assert search(desk) == []
    assert "cannot be read; run the extraction again" in desk.says()


def test_layer_that_is_removed_meanwhile_gets_no_blocks(desk: Desk) -> None:
    layer = desk.add()
    desk.box.label_next_button.click()
    QgsProject.instance().removeMapLayer(layer.id())
    desk.qtbot.waitUntil(lambda: not desk.box._label_next.is_running, timeout=TIMEOUT_MS)
    assert QgsProject.instance().mapLayers() == {}
