"""A model library in a folder of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


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
