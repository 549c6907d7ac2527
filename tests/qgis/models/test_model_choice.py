"""The choice of a model on other pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from library_models import make_model
from qgis.PyQt.QtWidgets import QFileDialog

pytest_plugins = ["library_fixtures"]


@pytest.fixture
def choice(library: Any, qtbot: Any) -> Any:
    from cmhcl_footprints.cmhcl_plugin.models.model_choice import ModelChoice

    choice = ModelChoice(library)
    qtbot.addWidget(choice)
    return choice


def names(choice: Any) -> list[str]:
    return [choice.combo.itemText(index) for index in range(choice.combo.count())]


def test_the_choice_follows_the_library(choice: Any, library: Any, folder: Path) -> None:
    from cmhcl_footprints.core.hatch.library import DEFAULT_MODEL

    assert len(names(choice)) == 2 and choice.folder == DEFAULT_MODEL
    model = make_model(folder, "mine")
    (folder / "broken").mkdir()
    library.changed.emit()
    assert names(choice)[1:] == ["mine", "Other folder…"] and choice.folder == DEFAULT_MODEL
    choice.choose(model)
    library.rename(model, "ours")
    assert choice.combo.currentText() == "ours" and choice.manifest.name == "ours"
    library.delete(model)
    assert choice.folder == DEFAULT_MODEL and choice.combo.currentIndex() == 0
    assert choice.notice.text().startswith("The model “ours” no longer exists; the default")
    assert "simulated" in choice.notice.text()


def test_a_folder_elsewhere_stays_chosen(
    choice: Any, library: Any, folder: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    model = make_model(tmp_path / "elsewhere", "theirs")
    choose: Callable[..., str] = lambda *_: str(model)  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    choice.combo.activated.emit(choice.combo.count() - 1)
    assert choice.folder == model and choice.combo.currentText() == "theirs"
    make_model(folder, "mine")
    library.changed.emit()
    assert choice.folder == model and choice.combo.currentText() == "theirs"
    assert names(choice)[1:] == ["mine", "theirs", "Other folder…"]


def test_no_folder_chosen_keeps_the_choice(choice: Any, monkeypatch: Any) -> None:
    before = choice.folder
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    choice.combo.activated.emit(choice.combo.count() - 1)
    assert choice.folder == before and choice.combo.currentIndex() == 0


def test_a_broken_folder_says_what_is_wrong(choice: Any, tmp_path: Path) -> None:
    choice.choose(tmp_path)
    assert choice.manifest is None and "has no manifest.json" in choice.notice.text()
