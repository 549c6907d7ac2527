"""A model library in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtWidgets import QFileDialog


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: Any) -> Path:
    """The library's folder, empty."""
    from cmhcl_footprints.cmhcl_plugin.models import library

    path = tmp_path / "profile" / "models"
    monkeypatch.setattr(library, "models_folder", lambda: path)
    return path


@pytest.fixture
def library(folder: Path) -> Any:  # noqa: ARG001
    from cmhcl_footprints.cmhcl_plugin.models.library import ModelLibrary

    return ModelLibrary()


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, int], None]:
    """Answers the dialog of an export with a name and one of its formats, by number."""

    def answer(path: Path, kind: int = 0) -> None:
        def run(dialog: QFileDialog) -> bool:
            chosen = dialog.nameFilters()[kind]
            dialog.selectNameFilter(chosen)
            dialog.filterSelected.emit(chosen)  # as when a user selects it
            dialog.selectFile(str(path))
            return True

        monkeypatch.setattr(QFileDialog, "exec", run)

    return answer
