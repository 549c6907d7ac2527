"""Windows of Qt 6 that wait for an answer: questions, names, files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtWidgets import QDialogButtonBox, QFileDialog, QInputDialog, QLineEdit, QMessageBox
from questions import when_asked


@pytest.fixture
def models(plugin: Any, model_zip: Path) -> Any:
    """The page Models, with one model of the user's own, which is selected."""
    plugin.action.trigger()
    plugin.pages.show_page(plugin.pages.models)
    plugin.pages.models.import_zip(model_zip)
    return plugin.pages.models


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_exit_during_a_training(plugin: Any, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    monkeypatch.setattr(type(plugin), "is_training", True)
    button = QMessageBox.StandardButton[answer]
    timer = when_asked(lambda box: box.button(button).click())
    assert plugin.exit_blocker.allowExit() == (answer == "Yes")
    assert not timer.isActive()
    monkeypatch.undo()


def test_model_is_deleted(models: Any) -> None:
    timer = when_asked(lambda box: box.button(QMessageBox.StandardButton.Yes).click())
    models.delete_button.click()
    assert not timer.isActive() and models.list.topLevelItemCount() == 1


def test_model_is_renamed(models: Any) -> None:
    def answer(window: QInputDialog) -> None:
        window.setTextValue("another name")
        window.accept()

    timer = when_asked(answer)
    models.rename_button.click()
    assert not timer.isActive() and models.list.currentItem().text(0) == "another name"


def test_model_is_exported(models: Any, tmp_path: Path) -> None:
    def answer(window: QFileDialog) -> None:
        window.findChild(QLineEdit).setText(str(tmp_path / "exported"))
        window.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()

    timer = when_asked(answer)
    models.export_button.click()
    assert not timer.isActive() and (tmp_path / "exported.zip").is_file()
    assert models.messages.text.startswith("The model was saved: ")
