"""The page Fine-tune with a fake worker: the form, its check, a training and what becomes of it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox

TIMEOUT_MS = 15_000


class Window:
    """The dialog on its page Fine-tune, with folders of its own, and what a user does there."""

    def __init__(self, iface: Any, worker: Any, folder: Path, qtbot: Any) -> None:
        from cmhcl_footprints.cmhcl_plugin.dialog import Dialog

        self.folder = folder
        self.worker = worker
        self.qtbot = qtbot
        self.dialog = Dialog(iface, worker, worker)
        self.page = self.dialog.finetune
        self.form = self.page.form
        self.dialog.bring(self.page)

    @property
    def runs(self) -> list[Path]:
        return sorted((self.folder / "runs").glob("*"))

    def wait(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=TIMEOUT_MS)

    def click(self, button: Any) -> None:
        assert button.isVisible() and button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def fill(self, manner: str = "plain", labels: QgsVectorLayer | None = None) -> None:
        """Choose layers on which the fake worker behaves in this manner."""
        path = scenes.write_raster(self.folder / f"{manner}.tif", scenes.speckle())
        self.form.sar.layers.choose(scenes.add_raster(path))
        self.form.labels.setLayer(labels or scenes.add_labels())

    def start(self, manner: str = "plain") -> None:
        self.fill(manner)
        self.wait(self.page.start_button.isEnabled)
        self.click(self.page.start_button)

    def sees(self, widget: Any) -> bool:
        return self.page.stack.currentWidget() is widget

    def trains(self) -> bool:
        """Whether the training has come as far as its preview."""
        return self.page.training.preview.isVisible()

    def blocks(self) -> list[QgsVectorLayer]:
        layers = QgsProject.instance().mapLayers().values()
        return [layer for layer in layers if layer.name().startswith("Validation blocks")]


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library and the runs in the test's own folder."""
    package = "cmhcl_footprints.cmhcl_plugin"
    monkeypatch.setattr(f"{package}.gui.library.models_folder", lambda: tmp_path / "models")
    for module in ("gui.finetune_page", "plugin"):
        monkeypatch.setattr(f"{package}.{module}.runs_folder", lambda: tmp_path / "runs")


@pytest.fixture
def window(
    qgis_iface: Any,
    fake_root: Path,
    tmp_path: Path,
    qtbot: Any,
    folders: None,  # noqa: ARG001
) -> Iterator[Window]:
    from cmhcl_footprints.cmhcl_plugin.worker.process import Worker

    worker = Worker(root=fake_root)
    window = Window(qgis_iface, worker, tmp_path, qtbot)
    yield window
    worker.stop()
    window.dialog.leave()


# The form and its check


def test_what_is_missing_is_said(window: Window) -> None:
    answer = window.page.answer
    window.wait(lambda: answer.text().startswith("Choose the polygon layer"))
    labels = scenes.add_labels()
    window.form.labels.setLayer(labels)
    window.wait(lambda: answer.text() == "Choose a SAR layer.")
    window.fill(labels=labels)
    window.form.area.setLayer(labels)
    window.wait(lambda: "are the same layer" in answer.text())
    assert not window.page.start_button.isEnabled()


def test_check_answers_and_draws_blocks(window: Window) -> None:
    window.fill()
    window.wait(window.page.start_button.isEnabled)
    text = window.page.answer.text()
    assert (
        "42 buildings" in text
        and "blocks: 3 to learn from, 1 to validate on (11 buildings)" in text
    )
    assert "about 6 min on CPU" in text and "Only a &lt;few&gt;; digitise more." in text
    (layer,) = window.blocks()
    assert layer.featureCount() == 4 and layer.crs().authid() == "EPSG:32631"
    assert layer.renderer().classAttribute() == "role"
    assert window.form.labels.exceptedLayerList() == [layer]


def test_blocks_are_replaced_and_go_with_the_dialog(window: Window) -> None:
    window.fill()
    window.wait(window.page.start_button.isEnabled)
    (first,) = (layer.id() for layer in window.blocks())
    window.form.effort.setCurrentIndex(1)
    assert not window.page.start_button.isEnabled()
    window.wait(window.page.start_button.isEnabled)
    (second,) = (layer.id() for layer in window.blocks())
    assert first != second
    window.worker.stop()
    window.page.leave()
    assert window.blocks() == []


def test_refusal_disables_start(window: Window) -> None:
    window.fill("refused")
    window.wait(lambda: "No building is in the area" in window.page.answer.text())
    assert "draw &lt;more&gt;." in window.page.answer.text()
    assert not window.page.start_button.isEnabled()
    assert window.blocks() == []


def test_labels_elsewhere_are_refused_before_the_worker_is_asked(window: Window) -> None:
    far = scenes.add_polygon("Polygon ((0 0, 1 0, 1 1, 0 0))", name="far")
    window.fill(labels=far)
    window.wait(lambda: "“far” has no polygon" in window.page.answer.text())


def test_an_edit_of_the_labels_is_checked_anew(window: Window) -> None:
    labels = scenes.add_labels()
    window.fill(labels=labels)
    window.wait(window.page.start_button.isEnabled)
    labels.startEditing()
    labels.deleteFeature(next(labels.getFeatures()).id())
    assert not window.page.start_button.isEnabled()
    window.wait(window.page.start_button.isEnabled)
    labels.rollBack()
    QgsProject.instance().removeMapLayer(labels)
    window.wait(lambda: window.page.answer.text().startswith("Choose the polygon layer"))


def test_python_that_is_none(window: Window) -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    window.worker.stop()
    Settings(python="/usr/bin/python3").save()
    window.fill()
    window.wait(lambda: "has no torch" in window.page.answer.text())
    assert 'href="options"' in window.page.answer.text()


def test_worker_that_was_stopped_checks_anew(window: Window) -> None:
    window.fill()
    window.wait(window.page.start_button.isEnabled)
    window.form.seed.setValue(1)
    window.wait(lambda: bool(window.page._check_id))
    window.worker.stop()
    window.wait(window.page.start_button.isEnabled)


def test_sentence_says_which_branches_learn(window: Window) -> None:
    window.fill()
    assert window.form.teaching.text().startswith("Only the hallucination and SAR branches learn")
    assert not window.form.lambda_msa.isEnabled()
    window.form.optical.setLayer(QgsProject.instance().mapLayersByName("plain")[0])
    assert window.form.teaching.text().startswith("All three branches learn")
    assert window.form.lambda_msa.isEnabled()


def test_name_is_suggested_fresh_and_the_users_is_kept(window: Window) -> None:
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


def test_fields_reach_the_job(window: Window) -> None:
    from cmhcl_footprints.core.hatch.jobs import FinetuneJob, LossSettings

    window.fill()
    form = window.form
    form.area.setLayer(scenes.add_polygon("Polygon ((0 0, 9 0, 9 9, 0 0))"))
    form.name.setText("  Mine ")
    form.effort.setCurrentIndex(1)
    form.scope.setCurrentIndex(0)
    form.learning_rate.setValue(0.0003)
    form.temperature.setValue(4)
    form.lambda_msa.setValue(0.5)
    form.lambda_mfa.setValue(0.25)
    form.frozen_teacher.setChecked(True)
    form.batch.setValue(2)
    form.seed.setValue(7)
    form.compute.setCurrentIndex(1)
    job = form.job(Path("l.gpkg"), "out")
    assert job.area and job.area.wkt.startswith("Polygon")
    assert job == FinetuneJob(
        sar=(str(window.folder / "plain.tif"),),
        labels="l.gpkg",
        out="out",
        area=job.area,
        base=str(form.base.folder),
        title="Mine",
        effort="thorough",
        scope="heads",
        batch=2,
        learning_rate=0.0003,
        losses=LossSettings(temperature=4, lambda_msa=0.5, lambda_mfa=0.25),
        frozen_teacher=True,
        seed=7,
        device="cpu",
    )


# A training


def test_training_is_shown_and_its_model_used(window: Window) -> None:
    window.start()
    page = window.page
    window.wait(lambda: window.sees(page.result))
    assert page.result.verdict.text().startswith("“plain ") and window.runs == []
    assert "better than its base model" in page.result.verdict.text()
    table = page.result.table.text()
    assert "0.310" in table and "0.330" in table and "0.410" in table and "–" in table
    assert "With optical" not in table
    assert not page.result.keep_button.isVisible()
    (model,) = (window.folder / "models").iterdir()
    (layer,) = window.blocks()
    assert layer.source() == str(model / "blocks.geojson")
    assert layer.name() == f"Validation blocks of {model.name}"
    window.click(page.result.use_button)
    assert window.dialog.tabs.currentWidget() is window.dialog.extract
    assert window.dialog.extract.model.folder == model
    window.worker.stop()
    page.leave()
    assert window.blocks() == [layer]


def test_what_is_seen_while_it_learns(window: Window) -> None:
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


def test_pause_resume_and_keep_best(window: Window) -> None:
    from cmhcl_footprints.core.hatch.events import Log

    said: list[str] = []
    window.worker.event_received.connect(
        lambda _, event: said.append(event.message) if isinstance(event, Log) else None
    )
    window.start("patient")
    window.wait(window.trains)
    view = window.page.training
    window.click(view.pause_button)
    assert view.status.text() == "Paused." and view.pause_button.text() == "Resume"
    window.click(view.pause_button)
    assert view.pause_button.text() == "Pause"
    window.click(view.finish_button)
    assert not view.pause_button.isEnabled() and not view.finish_button.isEnabled()
    window.wait(lambda: window.sees(window.page.result))
    assert said == ["told to pause", "told to resume", "told to finish"]
    assert "You stopped it" in window.page.result.told.text()


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_cancel_asks_and_forgets(
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
    window.wait(window.page.start_button.isEnabled)


def test_task_bar_shows_it_and_leaving_qgis_does_not_cancel_it(window: Window) -> None:
    window.start("patient")
    window.wait(window.trains)
    manager = QgsApplication.taskManager()
    (task,) = (t for t in manager.activeTasks() if t.description().startswith("Fine-tuning “pat"))
    assert task.progress() == 50 and not task.canCancel()
    manager.cancelAll()  # as QGIS does before it asks anything
    window.click(window.page.training.finish_button)
    window.wait(lambda: window.sees(window.page.result))
    window.wait(lambda: task not in manager.activeTasks())


def test_crash_is_told_and_resumed(window: Window) -> None:
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


def test_crash_can_be_discarded(window: Window) -> None:
    window.start("abort")
    window.wait(window.page.training.discard_button.isVisible)
    window.click(window.page.training.discard_button)
    assert window.runs == [] and window.sees(window.page.preparing)
    assert list((window.folder / "models").iterdir()) == []


def test_worse_offers_the_base(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    window.start("worse")
    result = window.page.result
    window.wait(lambda: window.sees(result))
    assert result.verdict.text().startswith("Fine-tuning made it worse")
    assert window.dialog.focusWidget() is result.keep_button
    window.click(result.keep_button)
    assert window.sees(window.page.preparing)
    assert list((window.folder / "models").iterdir()) == []
    assert window.blocks() == []


def test_without_validation_there_are_no_figures(window: Window) -> None:
    window.start("unknown")
    window.wait(lambda: window.sees(window.page.result))
    assert "could not be validated" in window.page.result.verdict.text()
    assert not window.page.result.table.isVisible()


def test_closing_does_not_stop_it(window: Window, qgis_iface: Any, monkeypatch: Any) -> None:
    from qgis.gui import QgsMessageBar
    from qgis.PyQt.QtWidgets import QPushButton

    bar = QgsMessageBar()
    monkeypatch.setattr(qgis_iface, "messageBar", lambda: bar, raising=False)
    window.start("patient")
    window.wait(window.trains)
    window.dialog.close()
    window.worker.steer(window.page._run_id, "finish")
    window.wait(lambda: bar.currentItem() is not None)
    assert "better than its base model" in bar.currentItem().text()
    (show,) = bar.currentItem().findChildren(QPushButton)
    show.click()
    assert window.page.result.isVisible()


def test_folder_of_runs_that_cannot_be_made(window: Window) -> None:
    (window.folder / "runs").touch()
    window.start()
    assert "cannot be written" in scenes.visible_text(window.dialog)
    assert window.sees(window.page.preparing)


def test_two_runs_of_one_name_become_two_models(window: Window) -> None:
    """Another QGIS trains a model of this name, of which nothing is on disk yet."""
    from cmhcl_footprints.cmhcl_plugin.finetune import runs

    window.fill("patient")
    other = runs.create(window.folder / "runs")
    out = window.folder / "models" / f"patient {date.today():%Y-%m-%d}"
    other.begin(window.form.job(Path("l.gpkg"), str(out)))
    window.wait(window.page.start_button.isEnabled)
    window.click(window.page.start_button)
    assert runs.outs(window.folder / "runs") == {str(out), f"{out} (2)"}
    other.remove()


# Cut off: the plugin


@pytest.fixture
def plugin(
    qgis_iface: Any,
    fake_root: Path,
    monkeypatch: pytest.MonkeyPatch,
    folders: None,  # noqa: ARG001
) -> Iterator[Any]:
    import cmhcl_footprints
    from cmhcl_footprints.cmhcl_plugin import plugin as module
    from cmhcl_footprints.cmhcl_plugin.worker.process import Worker
    from qgis.gui import QgsMessageBar

    bar = QgsMessageBar()
    monkeypatch.setattr(module, "Worker", lambda *name: Worker(*name, root=fake_root))
    monkeypatch.setattr(qgis_iface, "messageBar", lambda: bar, raising=False)
    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    yield plugin
    plugin.unload()
    gc.collect()


def cut_off_run(folder: Path, manner: str) -> Path:
    from cmhcl_footprints.cmhcl_plugin.finetune import runs
    from cmhcl_footprints.core.hatch.jobs import FinetuneJob

    sar = scenes.write_raster(folder / f"{manner}.tif", scenes.speckle())
    run = runs.create(folder / "runs")
    out = str(folder / "models" / manner)
    run.begin(FinetuneJob(sar=(str(sar),), labels="l", out=out, title=manner.title()))
    run.release()
    return run.folder


def offered(plugin: Any) -> list[Any]:
    from qgis.PyQt.QtWidgets import QPushButton

    item = plugin.iface.messageBar().currentItem()
    return [b for b in item.findChildren(QPushButton) if b.text() in ("Resume", "Discard")]


def test_cut_off_run_is_resumed(plugin: Any, qtbot: Any, tmp_path: Path) -> None:
    run = cut_off_run(tmp_path, "abort")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "abort.checkpoint").touch()  # so that it goes on, and does not crash
    plugin.offer_to_resume()
    bar = plugin.iface.messageBar()
    assert "The fine-tuning of “Abort” was cut off." in bar.currentItem().text()
    resume, _ = offered(plugin)
    resume.click()
    page = plugin.dialog.finetune
    assert page.is_training and page.training.title.text() == "Abort" and page.isVisible()
    qtbot.waitUntil(lambda: page.result.isVisible(), timeout=TIMEOUT_MS)
    assert not run.exists() and bar.currentItem() is None


def test_cut_off_run_is_discarded(plugin: Any, tmp_path: Path) -> None:
    run = cut_off_run(tmp_path, "plain")
    plugin.offer_to_resume()
    _, discard = offered(plugin)
    discard.click()
    assert not run.exists() and plugin.iface.messageBar().currentItem() is None
    assert plugin.dialog is None


def test_one_after_the_other(plugin: Any, tmp_path: Path) -> None:
    """While one run trains, another one stays on offer."""
    runs = [cut_off_run(tmp_path, manner) for manner in ("patient", "plain")]
    plugin.offer_to_resume()
    offers = plugin.offers._offered
    plugin.offers._on_resume(offers[0][0])
    plugin.offers._on_resume(offers[0][0])
    assert [run.folder for run, _ in plugin.offers._offered] == [runs[1]]
    assert plugin.dialog.finetune.training.title.text() == "Patient"


def test_unload_leaves_runs_to_be_resumed(plugin: Any, qtbot: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.finetune import runs

    folders = [cut_off_run(tmp_path, manner) for manner in ("patient", "plain")]
    plugin.offer_to_resume()
    plugin.offers._on_resume(plugin.offers._offered[0][0])
    page = plugin.dialog.finetune
    qtbot.waitUntil(page.training.preview.isVisible, timeout=TIMEOUT_MS)
    assert runs.cut_off(tmp_path / "runs") == []
    plugin.unload()
    found = runs.cut_off(tmp_path / "runs")
    assert [run.folder for run in found] == folders
    assert (tmp_path / "models" / "patient.checkpoint").exists()
    for run in found:
        run.release()
    plugin.initGui()


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_leaving_qgis_asks_while_it_trains(
    plugin: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    asked: list[str] = []

    def question(_: Any, __: str, text: str) -> Any:
        asked.append(text)
        return getattr(QMessageBox.StandardButton, answer)

    monkeypatch.setattr(QMessageBox, "question", question)
    assert plugin.exit_blocker.allowExit() and not asked
    cut_off_run(tmp_path, "patient")
    plugin.offer_to_resume()
    offered(plugin)[0].click()
    assert plugin.exit_blocker.allowExit() == (answer == "Yes")
    assert asked == [
        "A model is being fine-tuned. Leave QGIS? It can be resumed at the next start."
    ]


def test_another_python_does_not_stop_a_training(plugin: Any, qtbot: Any, tmp_path: Path) -> None:
    cut_off_run(tmp_path, "patient")
    plugin.offer_to_resume()
    offered(plugin)[0].click()
    page = plugin.dialog.finetune
    qtbot.waitUntil(page.training.preview.isVisible, timeout=TIMEOUT_MS)
    plugin.on_options()
    assert page.is_training and plugin.trainer.is_running
