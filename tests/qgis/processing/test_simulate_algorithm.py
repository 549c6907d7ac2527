"""The algorithm cmhcl:simulate."""

from __future__ import annotations

from pathlib import Path

import pytest
from algorithms import run

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")


def test_a_scene_goes_to_a_temporary_folder_by_default() -> None:
    outputs = run("simulate", SIZE=64, OUTPUT="TEMPORARY_OUTPUT")
    assert Path(outputs["OUTPUT"]).is_absolute() and Path(outputs["SAR_LAYER"]).is_file()
