"""The form of the page Fine-tune and the check of its labels, with a fake worker."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import scenes
from finetune_window import Window
from qgis.core import QgsCoordinateReferenceSystem, QgsProject

pytest_plugins = ["finetune_fixtures"]


def new_folder(window: Window) -> Path:
    folder = window.folder / "run"
    folder.mkdir()
    return folder


def test_missing_layers_are_named(window: Window) -> None:
    answer = window.preparing.answer
    window.wait(lambda: answer.text().startswith("Choose the polygon layer"))
    labels = scenes.add_labels()
    window.form.labels.setLayer(labels)
    window.wait(lambda: answer.text() == "Choose a SAR layer.")
    window.fill(labels=labels)
    window.form.area.setLayer(labels)
    window.wait(lambda: "are the same layer" in answer.text())
    assert not window.preparing.start_button.isEnabled()


def test_labels_from_the_optical_image_need_an_optical_layer(window: Window) -> None:
    from cmhcl_footprints.core.hatch.jobs import FROM_OPTICAL

    answer, form = window.preparing.answer, window.form
    window.fill()
    labels = form.labels.currentLayer()
    window.wait(window.preparing.start_button.isEnabled)
    assert form.labels.isVisible() and not form.validity.isVisible()
    form.labels_from.setCurrentIndex(1)
    assert not form.labels.isVisible() and "not by the truth" in form.validity.text()
    window.wait(lambda: answer.text().startswith("There is no optical layer to take labels from"))
    assert not window.preparing.start_button.isEnabled()
    form.optical.setLayer(QgsProject.instance().mapLayersByName("plain")[0])
    window.wait(window.preparing.start_button.isEnabled)
    inputs = window.settings.layers().write(window.folder)
    job = window.settings.job(inputs, "out")
    assert job.labels == FROM_OPTICAL and job.scene.optical and job.scene.area is None
    assert job.corrections == "" and form.corrections.isVisible()
    form.corrections.setLayer(labels)
    window.wait(lambda: not window.preparing.start_button.isEnabled())  # it is checked again
    window.wait(window.preparing.start_button.isEnabled)
    inputs = window.settings.layers().write(window.folder)
    job = window.settings.job(inputs, "out")
    assert job.labels == FROM_OPTICAL and Path(job.corrections).parent == window.folder
    copied = inputs.copied(new_folder(window)).corrections
    assert Path(copied).read_bytes() == Path(job.corrections).read_bytes()
    window.settings.use_labels(labels)  # as from the review of footprints
    assert form.labels.isVisible() and form.labels.currentLayer() == labels
    assert form.labels_from.currentData() is False


def test_labels_that_are_partly_missing_are_only_those_of_a_layer(window: Window) -> None:
    from cmhcl_footprints.cmhcl_plugin.finetune.inputs import Inputs
    from cmhcl_footprints.core.hatch.jobs import FROM_OPTICAL, PARTIAL

    form = window.form
    window.fill()
    assert form.quality.isVisible() and form.quality.currentText() == "Complete"
    form.quality.setCurrentIndex(1)
    assert window.settings.job(Inputs("l.gpkg"), "out").labels_quality == PARTIAL
    form.optical.setLayer(QgsProject.instance().mapLayersByName("plain")[0])
    form.labels_from.setCurrentIndex(1)
    assert not form.quality.isVisible()
    assert window.settings.job(Inputs(FROM_OPTICAL), "out").labels_quality == "complete"
    form.labels_from.setCurrentIndex(0)
    assert form.quality.isVisible() and form.quality.currentData() == PARTIAL


def test_check_shows_its_answer_and_the_blocks(window: Window) -> None:
    window.fill()
    window.wait(window.preparing.start_button.isEnabled)
    text = window.preparing.answer.text()
    assert "Buildings: 42, of which in validation blocks: 11" in text
    assert "Blocks: 3 for training, 1 for validation" in text
    assert "about 6 min on CPU" in text and "Only a &lt;few&gt;; digitise more." in text
    assert "A warning." in window.form.sar.found.text() and "A warning." not in text
    (layer,) = window.blocks()
    assert layer.featureCount() == 4 and layer.crs().authid() == "EPSG:32631"
    assert layer.renderer().classAttribute() == "role"
    assert window.form.labels.exceptedLayerList() == [layer]


def test_blocks_are_replaced_by_another_check_and_removed_on_unload(window: Window) -> None:
    window.fill()
    window.wait(window.preparing.start_button.isEnabled)
    (first,) = (layer.id() for layer in window.blocks())
    window.form.effort.setCurrentIndex(1)
    assert not window.preparing.start_button.isEnabled()
    window.wait(window.preparing.start_button.isEnabled)
    (second,) = (layer.id() for layer in window.blocks())
    assert first != second
    window.worker.stop()
    window.page.unload()
    assert window.blocks() == []


def test_refused_labels_disable_start(window: Window) -> None:
    window.fill("refused")
    window.wait(lambda: "No building is in the area" in window.preparing.answer.text())
    assert "draw &lt;more&gt;." in window.preparing.answer.text()
    assert not window.preparing.start_button.isEnabled()
    assert window.blocks() == []


def test_labels_elsewhere_are_refused_without_the_worker(window: Window) -> None:
    far = scenes.add_polygon("Polygon ((0 0, 1 0, 1 1, 0 0))", name="far")
    window.fill(labels=far)
    window.wait(lambda: "“far” has no polygon" in window.preparing.answer.text())


def test_edit_of_the_labels_starts_another_check(window: Window) -> None:
    labels = scenes.add_labels()
    window.fill(labels=labels)
    window.wait(window.preparing.start_button.isEnabled)
    labels.startEditing()
    labels.deleteFeature(next(labels.getFeatures()).id())
    assert not window.preparing.start_button.isEnabled()
    window.wait(window.preparing.start_button.isEnabled)
    labels.rollBack()
    QgsProject.instance().removeMapLayer(labels)
    window.wait(lambda: window.preparing.answer.text().startswith("Choose the polygon layer"))


@pytest.mark.parametrize("role", ["labels", "corrections", "area"])
def test_removed_layer_is_replaced_by_none(window: Window, role: str) -> None:
    """Not by another layer of the list, and what it was chosen for is checked again."""
    window.fill()
    if role == "corrections":
        window.form.optical.setLayer(QgsProject.instance().mapLayersByName("plain")[0])
        window.form.labels_from.setCurrentIndex(1)
    scenes.add_labels(name="a first one")
    layer = scenes.add_labels(name="removed")
    scenes.add_labels(name="z last one")
    combo = getattr(window.form, role)
    combo.setLayer(layer)
    window.wait(window.preparing.start_button.isEnabled)
    QgsProject.instance().removeMapLayer(layer.id())
    assert combo.currentLayer() is None and combo.currentIndex() == 0
    assert getattr(window.settings.values, role) == ""
    assert not window.preparing.start_button.isEnabled()
    if role == "labels":
        text = "Choose the polygon layer"
        window.wait(lambda: window.preparing.answer.text().startswith(text))
    else:
        window.wait(window.preparing.start_button.isEnabled)


@pytest.mark.slow
def test_labels_are_checked_again_once_their_system_is_set(window: Window) -> None:
    labels, answer = scenes.add_labels(), window.preparing.answer
    crs = labels.crs()
    labels.setCrs(QgsCoordinateReferenceSystem())
    window.fill(labels=labels)
    window.wait(lambda: "has no coordinate system; set it" in answer.text())
    labels.setCrs(crs)
    window.wait(window.preparing.start_button.isEnabled)
    started = []
    window.preparing.check.started.connect(lambda: started.append(None))
    (sar,) = window.settings.scene.sar_layers()
    sar.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    window.wait(lambda: "“houses” has no polygon where the SAR" in answer.text())
    sar.setCrs(crs)
    window.wait(window.preparing.start_button.isEnabled)
    window.qtbot.wait(1500)  # longer than the delay of a check
    assert len(started) == 2  # one for each system


def test_python_without_torch_is_reported_with_a_link_to_the_options(window: Window) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    window.worker.stop()
    Settings(python="/usr/bin/python3").save()
    window.fill()
    window.wait(lambda: "has no torch" in window.preparing.answer.text())
    assert 'href="options"' in window.preparing.answer.text()


def test_check_is_repeated_after_the_worker_was_stopped(window: Window) -> None:
    window.fill()
    window.wait(window.preparing.start_button.isEnabled)
    window.form.advanced.seed.setValue(1)
    window.wait(lambda: not window.preparing.check.is_needed)
    window.worker.stop()
    window.wait(window.preparing.start_button.isEnabled)


def test_optical_layer_changes_which_branches_learn(window: Window) -> None:
    window.fill()
    assert window.form.branches.text().startswith("Without an optical layer, only the branches")
    assert not window.form.advanced.lambda_msa.isEnabled()
    window.form.optical.setLayer(QgsProject.instance().mapLayersByName("plain")[0])
    assert window.form.branches.text().startswith("All three branches are trained")
    assert window.form.advanced.lambda_msa.isEnabled()


def test_suggested_name_is_unused_and_gives_way_to_that_of_the_user(window: Window) -> None:
    library = window.folder / "models"
    title = f"plain {date.today():%Y-%m-%d}"
    window.fill()
    assert window.form.name.text() == title
    (library / "x").mkdir(parents=True)
    manifest = {"format": 1, "name": title, "notice": "", "preset": "light", "pixel_size_m": 1}
    manifest |= {"threshold": 0.5, "sha256": ""}
    (library / "x" / "manifest.json").write_text(str(manifest).replace("'", '"'))
    (library / "x" / "weights.safetensors").touch()
    window.dialog.library.changed.emit()
    assert window.form.name.text() == f"{title} (2)"
    window.form.name.setText("Mine")
    window.dialog.library.changed.emit()
    assert window.form.name.text() == "Mine"


def test_all_fields_are_in_the_job(window: Window) -> None:
    from cmhcl_footprints.cmhcl_plugin.finetune.inputs import Inputs
    from cmhcl_footprints.core.hatch.jobs import (
        FinetuneJob,
        LossSettings,
        SceneInput,
        TrainingSettings,
    )

    window.fill()
    form = window.form
    form.area.setLayer(scenes.add_polygon("Polygon ((0 0, 9 0, 9 9, 0 0))"))
    form.name.setText("  Mine ")
    form.effort.setCurrentIndex(1)
    form.scope.setCurrentIndex(0)
    advanced = form.advanced
    advanced.learning_rate.setValue(0.0003)
    advanced.temperature.setValue(4)
    advanced.lambda_msa.setValue(0.5)
    advanced.lambda_mfa.setValue(0.25)
    advanced.frozen_teacher.setChecked(True)
    advanced.batch.setValue(2)
    advanced.seed.setValue(7)
    advanced.compute.setCurrentIndex(1)
    area = window.settings.layers().write(window.folder).area
    job = window.settings.job(Inputs("l.gpkg", area), "out")
    assert area and area.wkt.startswith("Polygon")
    assert job == FinetuneJob(
        scene=SceneInput(sar=(str(window.folder / "plain.tif"),), area=area),
        labels="l.gpkg",
        out="out",
        base=str(form.base.folder),
        title="Mine",
        effort="thorough",
        training=TrainingSettings(
            steps=0,
            scope="heads",
            batch=2,
            learning_rate=0.0003,
            losses=LossSettings(temperature=4, lambda_msa=0.5, lambda_mfa=0.25),
            frozen_teacher=True,
            seed=7,
            device="cpu",
        ),
    )
