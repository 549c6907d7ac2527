"""The button Compare beside a result and its window, with the real worker."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
import scenes
from desk import TIMEOUT_MS, Desk
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QMessageBox

pytest_plugins = ["desk_fixtures"]


def labels(desk: Desk) -> QgsVectorLayer:
    layer = QgsVectorLayer(str(desk.folder / "buildings.geojson"), "buildings", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def wait(desk: Desk) -> None:
    comparison = desk.page.compare.comparison
    desk.qtbot.waitUntil(lambda: not comparison.is_running, timeout=TIMEOUT_MS)


def says(desk: Desk) -> str:
    return scenes.visible_text(desk.page.compare)


def test_result_is_compared_with_a_reference(desk: Desk) -> None:
    layer, reference = desk.add(), labels(desk)
    desk.box.compare_button.click()
    dialog = desk.page.compare
    assert dialog.isVisible() and dialog.layer.currentLayer() == layer
    assert dialog.area.currentText() == "Where it was extracted"
    dialog.reference.setLayer(reference)
    dialog.button.click()
    wait(desk)
    text = dialog.figures.text()
    assert dialog.figures.isVisible() and "F1 0." in text and " missing" in text
    bar = dialog.scroll.verticalScrollBar()
    desk.qtbot.waitUntil(lambda: bar.maximum() == 0, timeout=TIMEOUT_MS)  # it has a new size
    root = QgsProject.instance().layerTreeRoot()
    above = root.children().index(root.findLayer(layer)) - 1
    compared = root.children()[above].layer()
    assert compared.name() == f"{layer.name()} compared with buildings"
    assert len(compared.renderer().categories()) == 6
    assert text in compared.metadata().abstract()
    assert not root.findLayer(layer).isVisible() and not root.findLayer(reference).isVisible()
    features = list(compared.getFeatures())
    statuses = [feature["status"] for feature in features]
    assert set(statuses) <= {"matched", "changed", "new", "missing"} and "missing" in statuses
    ids = {feature["reference_id"] for feature in features if feature["status"] == "missing"}
    assert ids <= set(reference.allFeatureIds())
    assert any(
        feature["status"] == "missing" and feature["confidence"] is not None for feature in features
    )


def test_area_and_file_of_the_user(desk: Desk, tmp_path: Path, monkeypatch: Any) -> None:
    layer, reference = desk.add(), labels(desk)
    desk.box.compare_button.click()
    dialog = desk.page.compare
    dialog.reference.setLayer(reference)
    area = next(layer.getFeatures()).geometry().boundingBox().buffered(30)
    dialog.area.setLayer(scenes.add_polygon(area.asWktPolygon(), name="part"))
    out = tmp_path / "differences.gpkg"
    dialog.output.setFilePath(str(out))
    dialog.button.click()
    wait(desk)
    some = QgsVectorLayer(str(out), "", "ogr").featureCount()
    assert 0 < some < reference.featureCount()
    dialog.button.click()
    assert "is open in this project" in says(desk)
    other = Path(shutil.copy(out, tmp_path / "other.gpkg"))
    dialog.output.setFilePath(str(other))
    answers = iter([QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes])
    monkeypatch.setattr(QMessageBox, "question", lambda *_: next(answers))
    dialog.button.click()
    assert not dialog.comparison.is_running
    dialog.button.click()
    wait(desk)
    assert QgsVectorLayer(str(other), "", "ogr").featureCount() == some


def test_removed_layers_are_not_replaced_by_others(desk: Desk) -> None:
    desk.add()
    chosen = [scenes.add_labels(name=name) for name in ("layer", "reference", "area")]
    for name in ("a first one", "z last one"):
        scenes.add_labels(name=name)
    dialog = desk.page.compare
    dialog.open_with(chosen[0])
    combos = (dialog.layer, dialog.reference, dialog.area)
    for combo, layer in zip(combos[1:], chosen[1:]):
        combo.setLayer(layer)
    dialog.button.click()
    wait(desk)
    assert dialog.figures.isVisible()
    for combo, layer in zip(combos[::-1], chosen[::-1]):
        QgsProject.instance().removeMapLayer(layer)
        assert combo.currentLayer() is None and not dialog.figures.isVisible()
    assert dialog.area.currentText() == "Everything" and dialog.layer.currentText() == ""
    dialog.button.click()
    assert "Choose two different polygon layers" in says(desk)


def test_two_layers_are_needed(desk: Desk) -> None:
    layer = desk.add()
    desk.box.compare_button.click()
    dialog = desk.page.compare
    dialog.button.click()
    assert "Choose two different polygon layers" in says(desk)
    dialog.reference.setLayer(layer)
    dialog.button.click()
    assert not dialog.comparison.is_running


def test_name_that_is_too_long_is_refused(desk: Desk, tmp_path: Path) -> None:
    layer, reference = desk.add(), labels(desk)
    dialog = desk.page.compare
    dialog.open_with(layer)
    dialog.reference.setLayer(reference)
    dialog.output.setFilePath(str(tmp_path / f"{'a' * 300}.gpkg"))
    dialog.button.click()
    wait(desk)
    assert "has a name that cannot be written (File name too long)" in says(desk)


def test_figures_and_messages_are_gone_with_the_choice_they_were_about(desk: Desk) -> None:
    layer, reference = desk.add(), labels(desk)
    other = scenes.add_labels(name="other")
    desk.box.compare_button.click()
    dialog = desk.page.compare
    dialog.button.click()
    assert dialog.messages.isVisible()
    dialog.reference.setLayer(reference)
    assert not dialog.messages.isVisible()
    dialog.button.click()
    wait(desk)
    assert dialog.figures.isVisible()
    dialog.close()
    dialog.open_with(layer)
    assert dialog.figures.isVisible()  # still those of this choice
    dialog.open_with(other)
    assert not dialog.figures.isVisible()
    dialog.button.click()
    wait(desk)
    assert dialog.figures.isVisible()
    dialog.min_iou.setValue(0.3)
    assert not dialog.figures.isVisible()


def test_cancelled_comparison_adds_nothing(desk: Desk) -> None:
    desk.add()
    reference = labels(desk)
    count = len(QgsProject.instance().mapLayers())
    desk.box.compare_button.click()
    dialog = desk.page.compare
    dialog.reference.setLayer(reference)
    dialog.button.click()
    assert dialog.button.text() == "Can&cel"
    dialog.button.click()
    wait(desk)
    assert dialog.button.text() == "&Compare" and says(desk) == ""
    assert len(QgsProject.instance().mapLayers()) == count


def test_layers_are_read_in_a_thread(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """So QGIS responds meanwhile, and layers without a coordinate system are refused at once."""
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons

    threads, write = [], LayerPolygons.write

    def record(polygons: LayerPolygons, path: Path) -> None:
        threads.append(threading.current_thread())
        write(polygons, path)

    monkeypatch.setattr(LayerPolygons, "write", record)
    desk.add()
    reference = labels(desk)
    desk.box.compare_button.click()
    dialog = desk.page.compare
    dialog.reference.setLayer(reference)
    dialog.button.click()
    wait(desk)
    assert len(threads) == 2 and threading.main_thread() not in threads
    assert dialog.figures.isVisible()
    reference.setCrs(QgsCoordinateReferenceSystem())
    dialog.button.click()
    assert not dialog.comparison.is_running and "has no coordinate system" in says(desk)


def test_layers_that_are_removed_meanwhile(desk: Desk) -> None:
    layer, reference = desk.add(), labels(desk)
    desk.box.compare_button.click()
    dialog = desk.page.compare
    dialog.reference.setLayer(reference)
    dialog.button.click()
    QgsProject.instance().removeMapLayers([layer.id(), reference.id()])
    wait(desk)
    (compared,) = QgsProject.instance().mapLayers().values()
    assert "compared with buildings" in compared.name()


@pytest.mark.parametrize("name", ["a", "<b>bold</b>"])
def test_layer_that_is_no_result_is_compared_as_a_whole(desk: Desk, name: str) -> None:
    desk.add()
    one, other = scenes.add_labels(name=name), scenes.add_labels(2, name="b")
    dialog = desk.page.compare
    dialog.open_with(one)
    assert dialog.area.currentText() == "Everything"
    dialog.reference.setLayer(other)
    dialog.button.click()
    wait(desk)
    assert "2 matched, 0 changed, 1 new, 0 missing" in dialog.figures.text()


@pytest.mark.parametrize("change", ["reference", "iou", "project"])
def test_figures_of_a_choice_that_was_changed_during_the_run_are_in_the_bar(
    desk: Desk, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = QgsMessageBar()
    monkeypatch.setattr(desk.iface, "messageBar", lambda: bar, raising=False)
    layer, reference = desk.add(), labels(desk)
    other = scenes.add_labels(name="other")
    dialog = desk.page.compare
    dialog.open_with(layer)
    dialog.reference.setLayer(reference)
    dialog.button.click()
    if change == "reference":
        dialog.reference.setLayer(other)
    elif change == "iou":
        dialog.min_iou.setValue(0.9)
    else:
        QgsProject.instance().clear()
    wait(desk)
    assert not dialog.figures.isVisible() and "F1 0." in bar.currentItem().text()
    assert ("not on the map" in bar.currentItem().text()) == (change == "project")
    assert len(QgsProject.instance().mapLayers()) == (0 if change == "project" else 4)
