"""A training on the page Fine-tune with a fake worker, and what becomes of it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import scenes
from finetune_window import Window
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QMessageBox

pytest_plugins = ["finetune_fixtures"]


def test_model_of_a_training_is_used_on_the_page_extract(window: Window) -> None:
    window.start()
    page = window.page
    window.wait(lambda: window.sees(page.result))
    assert page.result.verdict.text().startswith("“plain ") and window.runs == []
    assert "better than its base model" in page.result.verdict.text()
    table = page.result.table.text().replace("\u2060", "")
    assert "0.310" in table and "0.330" in table and "0.410" in table and "–" in table
    assert "With optical" not in table
    assert not page.result.keep_button.isVisible()
    (model,) = (window.folder / "models").iterdir()
    (layer,) = window.blocks()
    assert layer.source() == str(model / "blocks.geojson")
    assert layer.name() == f"Validation blocks of {model.name}"
    window.click(page.result.use_button)
    assert window.dialog.tabs.currentWidget() is window.dialog.extract
    assert window.dialog.extract.form.model.folder == model
    window.worker.stop()
    page.unload()
    assert window.blocks() == [layer]


def test_model_that_optical_taught_is_said_to_be_judged_by_it(window: Window) -> None:
    window.fill()
    window.form.labels_from.setCurrentIndex(1)
    window.form.optical.setLayer(QgsProject.instance().mapLayersByName("plain")[0])
    window.wait(window.preparing.start_button.isEnabled)
    window.click(window.preparing.start_button)
    window.wait(lambda: window.sees(window.page.result))
    assert "not with the truth" in window.page.result.facts.text()
    assert "With optical" not in window.page.result.table.text()


def test_curves_progress_and_preview_are_shown_during_a_training(window: Window) -> None:
    window.start("patient")
    page = window.page
    window.wait(window.trains)
    view = page.training
    assert [entry["step"] for entry in view.curves.history] == [1, 2, 3, 4, 5]
    assert view.status.text() == "Step 5 of 10 · less than a minute left"
    assert view.progress.value() == view.progress.maximum() // 2
    assert view.caption.text() == "Block 1, step 5"
    for name, colour in (("sar", (252, 0, 0)), ("labels", (0, 252, 0))):
        image = view.pictures[name]._image
        assert image.width() == 64 and image.pixelColor(63, 0).getRgb()[:3] == colour
    (run,) = window.runs
    names = {path.name for path in run.iterdir()}
    assert {"job.json", "houses.gpkg", "blocks.geojson"} <= names


def test_buttons_pause_resume_and_finish_the_training(window: Window) -> None:
    from cmhcl_footprints.core.hatch.events import Progress

    window.start("patient")
    window.wait(window.trains)
    said: list[str] = []
    window.page.finetuning._handle.log.connect(lambda event: said.append(event.message))
    view = window.page.training
    window.click(view.pause_button)
    assert view.status.text() == "Paused." and view.pause_button.text() == "&Resume"
    window.click(view.pause_button)
    assert view.pause_button.text() == "&Pause"
    window.click(view.finish_button)
    assert not view.pause_button.isEnabled() and not view.finish_button.isEnabled()
    view.show_progress(Progress(5, 10, "Step 5 of 10", 60.0))  # one that was under way
    assert view.status.text() == "Finishing with the best model so far…"
    view.show_progress(Progress(0, 0, "Comparing with the base model", None))
    assert view.status.text() == "Comparing with the base model"
    window.wait(lambda: window.sees(window.page.result))
    assert said == ["told to pause", "told to resume", "told to finish"]
    facts = window.page.result.facts.text()
    assert "on the map: 1; buildings in them: 11." in facts
    assert "You stopped the training after 10 steps" in facts and "that of step 4" in facts


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_cancel_discards_the_run_only_after_a_question(
    window: Window, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    button = getattr(QMessageBox.StandardButton, answer)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: button)
    window.start("patient")
    window.wait(window.trains)
    window.click(window.page.training.cancel_button)
    if answer == "No":
        assert window.page.is_training and window.runs
        return
    window.wait(lambda: window.sees(window.page.preparing))
    assert window.runs == [] and list((window.folder / "models").iterdir()) == []
    assert not window.page.is_busy
    window.wait(window.preparing.start_button.isEnabled)


def test_training_is_in_the_task_bar_and_not_cancelled_with_all_tasks(window: Window) -> None:
    window.start("patient")
    window.wait(window.trains)
    manager = QgsApplication.taskManager()
    (task,) = (t for t in manager.activeTasks() if t.description().startswith("Fine-tuning “pat"))
    assert task.progress() == 50 and not task.canCancel()
    manager.cancelAll()  # as QGIS does before it asks anything
    window.click(window.page.training.finish_button)
    window.wait(lambda: window.sees(window.page.result))
    window.wait(lambda: task not in manager.activeTasks())


def test_training_is_resumed_after_a_crash(window: Window) -> None:
    window.start("abort")
    view = window.page.training
    window.wait(view.resume_button.isVisible)
    assert "ended unexpectedly (crash, signal 6)" in view.status.text()
    (run,) = window.runs
    assert view.log_button.isVisible() and not view.pause_button.isVisible()
    assert window.page.is_busy and not window.page.is_training
    window.click(view.resume_button)
    assert not view.log_button.isVisible()
    window.wait(lambda: window.sees(window.page.result))
    assert not run.exists()


def test_run_is_discarded_after_a_crash(window: Window) -> None:
    window.start("abort")
    window.wait(window.page.training.discard_button.isVisible)
    window.click(window.page.training.discard_button)
    assert window.runs == [] and window.sees(window.page.preparing)
    assert list((window.folder / "models").iterdir()) == []


def test_worse_model_can_be_deleted(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    window.start("worse")
    result = window.page.result
    window.wait(lambda: window.sees(result))
    assert "is worse than its base model on the validation blocks" in result.verdict.text()
    assert window.dialog.focusWidget() is result.keep_button
    window.click(result.keep_button)
    assert window.sees(window.page.preparing)
    assert list((window.folder / "models").iterdir()) == []
    assert window.blocks() == []


def test_model_with_the_weights_of_its_base_is_reported_as_a_copy(window: Window) -> None:
    window.start("no better")
    window.wait(lambda: window.sees(window.page.result))
    verdict, facts = window.page.result.verdict.text(), window.page.result.facts.text()
    assert "is a copy of its base model" in verdict and verdict.endswith("there is 0.50.")
    assert "step 0" not in facts
    assert window.dialog.focusWidget() is window.page.result.keep_button


def test_result_without_validation_has_no_figures(window: Window) -> None:
    window.start("unknown")
    window.wait(lambda: window.sees(window.page.result))
    assert "could not be validated" in window.page.result.verdict.text()
    assert not window.page.result.table.isVisible()


def test_training_goes_on_and_is_reported_after_the_dialog_was_closed(
    window: Window, qgis_iface: Any, monkeypatch: Any
) -> None:
    from qgis.gui import QgsMessageBar
    from qgis.PyQt.QtWidgets import QPushButton

    bar = QgsMessageBar()
    monkeypatch.setattr(qgis_iface, "messageBar", lambda: bar, raising=False)
    window.start("patient")
    window.wait(window.trains)
    window.dialog.close()
    window.page.finetuning.finish()
    window.wait(lambda: bar.currentItem() is not None)
    assert "better than its base model" in bar.currentItem().text()
    (show,) = bar.currentItem().findChildren(QPushButton)
    show.click()
    assert window.page.result.isVisible()


def test_message_about_the_name_is_gone_once_it_is_changed(window: Window) -> None:
    (window.folder / "models" / "Mine").mkdir(parents=True)
    manifest = {"format": 1, "name": "Mine", "notice": "", "preset": "light"}
    manifest |= {"pixel_size_m": 0.8, "threshold": 0.5, "sha256": ""}
    (window.folder / "models" / "Mine" / "manifest.json").write_text(json.dumps(manifest))
    (window.folder / "models" / "Mine" / "weights.safetensors").touch()
    window.form.name.setText("Mine")
    window.start()
    assert window.page.messages.text == "Another model has this name; choose another: Mine"
    window.form.name.setText("Yours")
    assert window.page.messages.text == ""


def test_folder_of_runs_that_cannot_be_created_is_reported(window: Window) -> None:
    (window.folder / "runs").touch()
    window.start()
    assert "cannot be written" in scenes.visible_text(window.dialog)
    assert window.sees(window.page.preparing)


def test_two_runs_of_one_name_write_two_model_folders(window: Window) -> None:
    """Another QGIS trains a model of this name, of which nothing is on disk yet."""
    from cmhcl_footprints.cmhcl_plugin.finetune.inputs import Inputs
    from cmhcl_footprints.cmhcl_plugin.runs.run import create_run, model_folders

    window.fill("patient")
    other = create_run(window.folder / "runs")
    out = window.folder / "models" / f"patient {date.today():%Y-%m-%d}"
    other.write_job(window.settings.job(Inputs("l.gpkg"), str(out)))
    window.wait(window.preparing.start_button.isEnabled)
    window.click(window.preparing.start_button)
    assert model_folders(window.folder / "runs") == {str(out), f"{out} 2"}
    other.delete()
