"""The slider of a result: another threshold in place, with the real worker."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import scenes
from desk import TIMEOUT_MS, TITLE, Desk, content
from qgis.core import QgsFeature, QgsField, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtWidgets import QMessageBox

pytest_plugins = ["desk_fixtures"]


def test_box_follows_the_active_layer(desk: Desk) -> None:
    assert not desk.box.isVisible()
    layer = desk.add()
    assert desk.box.isVisible() and desk.box.name.text() == TITLE
    assert desk.form.threshold.slider.value() == 30 and desk.form.threshold.number.value() == 0.3
    desk.activate(scenes.add_labels())
    assert not desk.box.isVisible()
    desk.activate(layer)
    assert desk.box.isVisible()
    QgsProject.instance().removeMapLayer(layer.id())
    desk.slide(50)
    assert desk.says() == ""  # there is no layer to change


def test_threshold_of_a_result_is_not_that_of_the_next_extraction(
    desk: Desk, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from cmhcl_footprints.core.hatch.library import DEFAULT_MODEL, entry_of

    layer = desk.add()
    desk.slide(60)
    desk.activate(scenes.add_raster(desk.folder / "sar.tif"))
    assert desk.settings.values.threshold is None and not desk.form.threshold.reset.isEnabled()
    saved = Settings.load()
    desk.settings.save(saved)
    assert saved.threshold == 0.0
    desk.form.threshold.slider.setValue(45)
    desk.activate(layer)
    assert desk.form.threshold.number.value() == 0.6
    own = desk.form.threshold.slider.mark
    manifest = json.loads((DEFAULT_MODEL / "manifest.json").read_text())
    (tmp_path / "manifest.json").write_text(json.dumps({**manifest, "threshold": 0.9}))
    (tmp_path / "weights.safetensors").symlink_to(DEFAULT_MODEL / "weights.safetensors")
    desk.settings.update(model=tmp_path)  # another one, for the next extraction
    assert desk.settings.model.manifest.threshold == 0.9
    assert own == desk.form.threshold.slider.mark == entry_of(DEFAULT_MODEL).manifest.threshold
    desk.form.threshold.reset.click()
    desk.qtbot.waitUntil(desk.is_quiet, timeout=TIMEOUT_MS)
    assert f"Threshold: {own:g}" in layer.metadata().abstract()
    assert desk.settings.values.threshold == 0.45
    before = content(layer)
    desk.box.again_button.click()  # from here on the slider is that of the next extraction
    desk.slide(80)
    assert desk.settings.values.threshold == 0.8 and content(layer) == before


def test_slider_replaces_the_footprints_in_place(desk: Desk) -> None:
    layer = desk.add()
    layer.setName("my name")
    layer.setOpacity(0.5)
    node = QgsProject.instance().layerTreeRoot().findLayer(layer)
    before, count = content(layer), layer.featureCount()
    desk.slide(60)
    assert 0 < layer.featureCount() < count
    assert min(feature["confidence"] for feature in layer.getFeatures()) >= 0.6
    assert desk.says() == f"{layer.featureCount()} footprints at the threshold 0.60."
    assert not desk.page.progress.text.text()  # it would stay, and has no button to close it
    assert layer.name() == "my name" and layer.opacity() == 0.5 and layer.isValid()
    assert QgsProject.instance().layerTreeRoot().findLayer(layer) is node
    assert "Threshold: 0.6" in layer.metadata().abstract()
    desk.slide(99)
    assert layer.featureCount() == 0
    desk.slide(30)
    geometries = {wkt for wkt, _ in content(layer)}
    assert geometries == {wkt for wkt, _ in before}


def test_moves_during_a_change_end_at_the_last_value(desk: Desk) -> None:
    layer = desk.add()
    desk.form.threshold.slider.setValue(40)
    desk.qtbot.waitUntil(lambda: desk.box._change.is_running, timeout=TIMEOUT_MS)
    for percent in (50, 60, 70):
        desk.form.threshold.slider.setValue(percent)
    desk.qtbot.waitUntil(
        lambda: "Threshold: 0.7" in layer.metadata().abstract(), timeout=TIMEOUT_MS
    )
    desk.slide(70)
    assert min(feature["confidence"] for feature in layer.getFeatures()) >= 0.7


def test_slider_works_in_a_project_that_was_moved_and_reopened(desk: Desk, tmp_path: Path) -> None:
    project = QgsProject.instance()
    count = desk.add().featureCount()
    assert project.write(str(desk.folder / "project.qgs"))
    project.clear()
    moved = tmp_path / "moved"
    desk.folder.rename(moved)
    assert project.read(str(moved / "project.qgs"))
    (layer,) = (x for x in project.mapLayers().values() if isinstance(x, QgsVectorLayer))
    assert layer.isValid() and layer.featureCount() == count
    desk.activate(layer)
    assert desk.box.isVisible() and not desk.box.unavailable.isVisible()
    desk.slide(60)
    assert 0 < layer.featureCount() < count


@pytest.mark.slow
def test_slider_of_a_copied_project_uses_the_probabilities_of_the_copy(
    desk: Desk, tmp_path: Path
) -> None:
    project, id = QgsProject.instance(), desk.add().id()
    assert project.write(str(desk.folder / "project.qgs"))
    project.clear()
    copy = shutil.copytree(desk.folder, tmp_path / "backup")
    (desk.folder / "f_probability.tif").write_bytes(b"of another scene")
    assert project.read(str(copy / "project.qgs"))
    layer = project.mapLayer(id)
    desk.activate(layer)
    for percent in (60, 50):
        desk.slide(percent)
        assert "footprints at the threshold" in desk.says()
        assert f"Threshold: 0.{percent // 10}" in layer.metadata().abstract()
    assert str(copy / "f_probability.tif") in layer.metadata().abstract()


def test_filter_and_further_fields_of_the_layer_stay(desk: Desk) -> None:
    layer = desk.add()
    total = layer.featureCount()
    layer.dataProvider().addAttributes([QgsField("note", QVariant.String)])
    layer.updateFields()
    from cmhcl_footprints.cmhcl_plugin.layers.content import Source, store_digest

    store_digest(layer, Source.of(layer).digest())
    layer.setSubsetString('"confidence" > 0.6')
    shown = layer.featureCount()
    assert 0 < shown < total
    desk.slide(31)
    assert layer.subsetString() and abs(layer.featureCount() - shown) <= 3
    layer.setSubsetString("")
    assert abs(layer.featureCount() - total) <= 5 and "note" in layer.fields().names()


def test_layer_in_edit_mode_is_not_changed(desk: Desk) -> None:
    layer = desk.add()
    before = content(layer)
    layer.startEditing()
    desk.slide(60)
    assert "is being edited" in desk.says()
    assert desk.form.threshold.slider.value() == 30
    desk.slide(50)
    layer.rollBack()
    assert content(layer) == before


def test_result_as_labels_brings_its_scene(desk: Desk) -> None:
    from cmhcl_footprints.cmhcl_plugin.finetune.inputs import Inputs

    optical = str(desk.folder / "optical.tif")
    layer = desk.add(scene={"optical": optical, "radiometry": "db"})
    finetune = desk.dialog.finetune
    finetune.settings.use_labels(layer)
    scene = finetune.settings.job(Inputs(str(desk.folder / "labels.gpkg")), "out").scene
    assert scene.sar == (str(desk.folder / "sar.tif"),)
    assert scene.optical == optical and scene.radiometry == "db"
    assert finetune.preparing.form.labels.currentLayer() == layer


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_saved_edits_are_lost_only_after_a_question(
    desk: Desk, monkeypatch: Any, answer: str
) -> None:
    layer = desk.add()
    asked: list[str] = []

    def question(_: Any, __: str, text: str) -> Any:
        asked.append(text)
        return getattr(QMessageBox.StandardButton, answer)

    monkeypatch.setattr(QMessageBox, "question", question)
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    assert layer.commitChanges()
    edited = content(layer)
    desk.slide(60)
    assert len(asked) == 1 and TITLE in asked[0]
    assert (content(layer) == edited) == (answer == "No")
    assert desk.form.threshold.slider.value() == (60 if answer == "Yes" else 30)
    if answer == "Yes":
        desk.slide(50)  # its own result is no edit
        assert len(asked) == 1


def test_missing_probabilities_are_reported(desk: Desk) -> None:
    layer = desk.add()
    (desk.folder / "f_probability.tif").unlink()
    desk.slide(60)
    assert desk.says().startswith("The probabilities no longer exist")
    assert desk.says().endswith("f_probability.tif") and desk.box.unavailable.isVisible()
    desk.activate(layer)
    assert desk.box.unavailable.isVisible()


def test_damaged_probabilities_are_reported_and_the_layer_stays(desk: Desk) -> None:
    layer = desk.add()
    before = content(layer)
    (desk.folder / "f_probability.tif").write_bytes(b"no raster")
    desk.slide(60)
    assert "cannot be read" in desk.says()
    assert content(layer) == before and desk.form.threshold.slider.value() == 30


def test_file_that_cannot_be_written_keeps_its_content(desk: Desk, monkeypatch: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers import content as layer_content

    layer = desk.add()
    before = content(layer)
    broken = QgsFeature(layer.fields())
    broken.setAttribute("fid", next(layer.getFeatures()).id())  # an id that is taken
    monkeypatch.setattr(layer_content, "_features_for", lambda *_: [broken])
    desk.slide(60)
    assert "cannot be replaced" in desk.says()
    assert content(layer) == before


def test_every_edit_changes_the_digest(desk: Desk) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers import content

    def is_edited(layer: QgsVectorLayer) -> bool:
        return content.is_edited(layer, content.Source.of(layer).digest())

    layer = desk.add()
    assert not is_edited(layer)
    first = next(layer.getFeatures())
    provider = layer.dataProvider()
    index = layer.fields().indexFromName("model")
    provider.changeAttributeValues({first.id(): {index: "other"}})
    assert is_edited(layer)
    provider.changeAttributeValues({first.id(): {index: first["model"]}})
    assert not is_edited(layer)
    moved = first.geometry()
    moved.translate(0.01, 0)
    provider.changeGeometryValues({first.id(): moved})
    assert is_edited(layer)
