"""The slider of a result never loses what the user has edited, with the real worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import scenes
from desk import Desk, content
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtWidgets import QMessageBox

pytest_plugins = ["desk_fixtures"]
pytestmark = pytest.mark.slow


def during(desk: Desk, beginning: str, action: Callable[[], Any]) -> None:
    """Do something once, when the change of the threshold says a sentence with this beginning."""
    pending = [action]
    desk.box._change.waits.connect(
        lambda text: text.startswith(beginning) and pending and pending.pop()()
    )


def add_building(layer: QgsVectorLayer) -> None:
    x, y = scenes.ORIGIN
    building = QgsFeature(layer.fields())
    building.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y - 5, x + 5, y)))
    building["model"] = "drawn"
    assert layer.startEditing() and layer.addFeature(building) and layer.commitChanges()


def test_edits_that_are_saved_while_the_worker_outlines_stay(desk: Desk) -> None:
    layer = desk.add()
    change = desk.box._change
    outline = change._outline

    def outline_and_edit(*arguments: Any) -> None:
        outline(*arguments)
        add_building(layer)

    change._outline = outline_and_edit
    desk.slide(60)
    assert "was edited meanwhile and was not changed" in desk.says()
    assert "drawn" in [feature["model"] for feature in layer.getFeatures()]
    assert desk.form.threshold.slider.value() == 30


def test_edits_of_another_layer_of_the_file_stop_the_change(desk: Desk) -> None:
    layer = desk.add()
    before = content(layer)
    twin = layer.clone()
    twin.setName("twin")
    QgsProject.instance().addMapLayer(twin)
    assert twin.startEditing()
    desk.activate(layer)
    desk.slide(60)
    assert "The layer “twin” is being edited" in desk.says()
    assert content(layer) == before
    twin.rollBack()
    desk.slide(50)
    assert desk.says().endswith("footprints at the threshold 0.50.") and content(layer) != before


def test_layer_that_the_user_has_set_read_only_is_not_changed(desk: Desk) -> None:
    layer = desk.add()
    before = content(layer)
    layer.setReadOnly(True)
    desk.slide(60)
    assert "is read-only; allow edits in Project > Properties" in desk.says()
    assert content(layer) == before and desk.form.threshold.slider.value() == 30
    layer.setReadOnly(False)
    desk.slide(60)
    assert desk.says().endswith("footprints at the threshold 0.60.") and content(layer) != before


def test_other_layers_of_the_file_follow_the_slider(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions: list[str] = []
    monkeypatch.setattr(QMessageBox, "question", lambda *texts: questions.append(texts[2]))
    layer, project = desk.add(), QgsProject.instance()
    duplicate = project.addMapLayer(layer.clone())
    again = project.addMapLayer(QgsVectorLayer(layer.source(), "added twice", "ogr"))
    total = layer.featureCount()
    desk.slide(60)
    counts = {one.featureCount() for one in (layer, duplicate, again)}
    assert counts == {len(content(layer))} and total not in counts
    assert "Threshold: 0.6" in duplicate.metadata().abstract()
    desk.activate(again)
    assert not desk.box.isVisible()
    desk.activate(duplicate)
    assert desk.form.threshold.slider.value() == 60
    desk.slide(50)
    assert "Threshold: 0.5" in layer.metadata().abstract() and questions == []


def test_layer_that_is_chosen_during_a_change_of_its_file_shows_the_new_threshold(
    desk: Desk,
) -> None:
    layer = desk.add()
    duplicate = QgsProject.instance().addMapLayer(layer.clone())
    during(desk, "Writing", lambda: desk.activate(duplicate))
    desk.slide(60)
    assert desk.form.threshold.slider.value() == 60
    assert "Threshold: 0.6" in layer.metadata().abstract()


def test_project_saved_while_the_file_is_written_has_an_editable_layer(
    desk: Desk, tmp_path: Path
) -> None:
    layer, project = desk.add(), QgsProject.instance()
    path, id = str(tmp_path / "p.qgs"), layer.id()
    was_locked: list[bool] = []
    during(desk, "Writing", lambda: (was_locked.append(layer.readOnly()), project.write(path)))
    desk.slide(60)
    assert was_locked == [True] and not layer.readOnly()
    project.clear()
    assert project.read(path)
    assert not project.mapLayer(id).readOnly()


def test_missing_file_of_the_layer_is_named(desk: Desk) -> None:
    desk.add()
    for path in desk.folder.glob("f.gpkg*"):
        path.unlink()
    desk.slide(60)
    assert "The footprints cannot be opened; run the extraction again" in desk.says()
    assert not (desk.folder / "f.gpkg").exists()


def test_missing_probabilities_leave_the_slider_at_the_threshold_of_the_layer(desk: Desk) -> None:
    desk.add()
    (desk.folder / "f_probability.tif").unlink()
    desk.slide(60)
    assert "The probabilities no longer exist" in desk.says()
    assert desk.form.threshold.slider.value() == 30
    assert not desk.box.label_next_button.isEnabled()


@pytest.mark.parametrize("has_file", [True, False])
def test_layer_with_a_pasted_style_is_no_result(desk: Desk, has_file: bool) -> None:
    layer = desk.add()
    other = QgsVectorLayer("Polygon?crs=EPSG:32631", "cadastre", "memory")
    if has_file:
        path = scenes.write_footprints(desk.folder / "cadastre.gpkg")
        other = QgsVectorLayer(str(path), "cadastre", "ogr")
    for name in layer.customPropertyKeys():  # as Paste Style does
        other.setCustomProperty(name, layer.customProperty(name))
    QgsProject.instance().addMapLayer(other)
    desk.activate(other)
    assert not desk.box.isVisible()
    desk.activate(layer)
    assert desk.box.isVisible()


def test_extraction_does_not_replace_a_layer_that_is_being_edited(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions: list[str] = []
    monkeypatch.setattr(QMessageBox, "question", lambda *texts: questions.append(texts[2]))
    layer = desk.add()
    desk.form.sar.layers.choose(scenes.add_raster(str(desk.folder / "sar.tif")))
    assert layer.startEditing()
    desk.settings.set_output(layer.source().partition("|")[0])
    desk.page.button.click()
    assert "is being edited; save its edits or discard them first" in desk.says()
    assert questions == [] and not desk.page.extraction.is_running
    layer.rollBack()
