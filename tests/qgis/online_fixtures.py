"""Where pictures of online layers are written, and the question about them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from online_pictures import Questions
from qgis.PyQt.QtWidgets import QMessageBox


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files, and no long waits before a block is fetched again."""
    from cmhcl_footprints.cmhcl_plugin.online import rendering

    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(rendering, "RETRY_MS", (10,))
    return folder


@pytest.fixture
def questions(monkeypatch: pytest.MonkeyPatch) -> Questions:
    """Questions of the plugin, answered at once."""
    asked = Questions()

    def ask(_parent: Any, _title: str, text: str, *_: Any) -> Any:
        asked.append(text)
        return asked.answer

    monkeypatch.setattr(QMessageBox, "question", ask)
    return asked
