"""Interrupted fine-tunings: offered by the plugin, resumed or discarded; with a fake worker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import scenes
from finetune_window import TIMEOUT_MS
from qgis.PyQt.QtWidgets import QLabel, QMessageBox, QPushButton

pytest_plugins = ["finetune_fixtures"]


def interrupted_run(folder: Path, manner: str) -> Path:
    """The folder of a run that no process works on."""
    from cmhcl_footprints.cmhcl_plugin.runs.run import create_run
    from cmhcl_footprints.core.hatch.jobs import FinetuneJob, SceneInput

    sar = scenes.write_raster(folder / f"{manner}.tif", scenes.speckle())
    run = create_run(folder / "runs")
    out = str(folder / "models" / manner)
    scene = SceneInput(sar=(str(sar),))
    run.write_job(FinetuneJob(scene, labels="l", out=out, title=manner.title()))
    run.release()
    return run.folder


def offered(plugin: Any) -> list[Any]:
    item = plugin.iface.messageBar().currentItem()
    return [b for b in item.findChildren(QPushButton) if b.text() in ("Resume", "Discard")]


def rows(plugin: Any) -> list[Any]:
    """The visible Resume and Discard buttons of the dialog."""
    from cmhcl_footprints.cmhcl_plugin.runs.resume_offers import ResumeRows

    plugin.panel.open()
    found = plugin.pages.findChild(ResumeRows).findChildren(QPushButton)
    return [button for button in found if button.isVisible()]


def test_offer_resumes_an_interrupted_run(plugin: Any, qtbot: Any, tmp_path: Path) -> None:
    run = interrupted_run(tmp_path, "abort")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "abort.checkpoint").touch()  # so that it goes on, and does not crash
    plugin.on_started()
    bar = plugin.iface.messageBar()
    assert "The fine-tuning of “Abort” was interrupted." in bar.currentItem().text()
    resume, _ = offered(plugin)
    resume.click()
    page = plugin.pages.finetune
    assert page.is_training and page.training.title.text() == "Abort" and page.isVisible()
    qtbot.waitUntil(lambda: page.result.isVisible(), timeout=TIMEOUT_MS)
    assert not run.exists() and bar.currentItem() is None


def test_offer_discards_an_interrupted_run(plugin: Any, tmp_path: Path) -> None:
    run = interrupted_run(tmp_path, "plain")
    plugin.on_started()
    _, discard = offered(plugin)
    discard.click()
    assert not run.exists() and plugin.iface.messageBar().currentItem() is None
    assert plugin.pages is None


def test_offer_covered_by_another_message_is_made_in_the_dialog(
    plugin: Any, tmp_path: Path
) -> None:
    run = interrupted_run(tmp_path, "plain")
    plugin.on_started()
    plugin.iface.messageBar().pushMessage("A message of QGIS's own.")
    assert not offered(plugin)
    resume, discard = rows(plugin)
    assert (resume.text(), discard.text()) == ("Resume", "Discard")
    assert resume.parent().findChildren(QLabel)[1].text() == (
        "The fine-tuning of “Plain” was interrupted."
    )
    discard.click()
    assert not run.exists() and not rows(plugin) and not plugin.offers.runs


def test_several_runs_are_one_message_that_leads_to_the_panel(plugin: Any, tmp_path: Path) -> None:
    for manner in ("abort", "patient", "plain"):
        interrupted_run(tmp_path, manner)
    plugin.on_started()
    bar = plugin.iface.messageBar()

    def said() -> list[str]:
        return [item.text() for item in bar.items() if "interrupted" in item.text()]

    assert said() == ["3 runs were interrupted."] and not offered(plugin)
    rows(plugin)[1].click()
    assert said() == ["2 runs were interrupted."]
    (show,) = [b for b in bar.currentItem().findChildren(QPushButton) if b.text() == "Show"]
    plugin.panel.close()
    show.click()
    assert plugin.panel.isVisible() and len(rows(plugin)) == 4
    label = rows(plugin)[0].parent().findChildren(QLabel)[1]
    assert label.toolTip() == str(tmp_path / "models" / "patient")
    rows(plugin)[1].click()
    assert said() == [], "the message was closed by its button"
    rows(plugin)[1].click()
    assert not plugin.offers.runs


def test_last_of_several_runs_is_offered_in_the_message(plugin: Any, tmp_path: Path) -> None:
    for manner in ("abort", "plain"):
        interrupted_run(tmp_path, manner)
    plugin.on_started()
    rows(plugin)[1].click()
    item = plugin.iface.messageBar().currentItem()
    assert "The fine-tuning of “Plain” was interrupted." in item.text()
    assert [button.text() for button in offered(plugin)] == ["Resume", "Discard"]


def test_second_run_stays_on_offer_while_the_first_is_trained(plugin: Any, tmp_path: Path) -> None:
    folders = [interrupted_run(tmp_path, manner) for manner in ("patient", "plain")]
    plugin.on_started()
    rows(plugin)[0].click()
    assert [run.folder for run in plugin.offers.runs] == [folders[1]]
    rows(plugin)[0].click()
    assert [run.folder for run in plugin.offers.runs] == [folders[1]]
    assert plugin.pages.finetune.training.title.text() == "Patient"


def test_runs_can_be_resumed_after_unload(plugin: Any, qtbot: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.run import interrupted_runs

    folders = [interrupted_run(tmp_path, manner) for manner in ("patient", "plain")]
    plugin.on_started()
    rows(plugin)[0].click()
    page = plugin.pages.finetune
    qtbot.waitUntil(page.training.preview.isVisible, timeout=TIMEOUT_MS)
    assert interrupted_runs(tmp_path / "runs") == []
    plugin.unload()
    found = interrupted_runs(tmp_path / "runs")
    assert [run.folder for run in found] == folders
    assert (tmp_path / "models" / "patient.checkpoint").exists()
    for run in found:
        run.release()
    plugin.initGui()


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_leaving_qgis_during_a_training_asks(
    plugin: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    asked: list[str] = []

    def question(_: Any, __: str, text: str) -> Any:
        asked.append(text)
        return getattr(QMessageBox.StandardButton, answer)

    monkeypatch.setattr(QMessageBox, "question", question)
    assert plugin.exit_blocker.allowExit() and not asked
    interrupted_run(tmp_path, "patient")
    plugin.on_started()
    offered(plugin)[0].click()
    assert plugin.exit_blocker.allowExit() == (answer == "Yes")
    assert asked == [
        "A model is being fine-tuned. Exit QGIS? The fine-tuning can be resumed at the next start."
    ]


def test_another_python_does_not_stop_a_training(plugin: Any, qtbot: Any, tmp_path: Path) -> None:
    interrupted_run(tmp_path, "patient")
    plugin.on_started()
    offered(plugin)[0].click()
    page = plugin.pages.finetune
    qtbot.waitUntil(page.training.preview.isVisible, timeout=TIMEOUT_MS)
    plugin.on_options()
    assert page.is_training and plugin.trainer.is_running
