"""Finding the worker's Python, asking it, and the environment it gets."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import CORE_PYTHON


def answer(python: Path, qtbot: Any) -> str:
    from cmhcl_footprints.cmhcl_plugin.environment.python import PythonCheck

    check = PythonCheck(python)
    with qtbot.waitSignal(check.finished, timeout=25_000) as signal:
        check.start()
    return signal.args[0]


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_core_environment_is_good(qtbot: Any) -> None:
    assert answer(CORE_PYTHON, qtbot) == ""


def test_python_without_torch(qtbot: Any) -> None:
    python = Path("/usr/bin/python3")
    sentence = answer(python, qtbot)
    assert sentence.startswith(f"The Python {python} has no torch")
    assert sentence.endswith("choose another in Settings > Options > CMH-CL.")


@pytest.mark.parametrize(
    ("text", "problem"),
    [("echo hello", "does not run as Python"), ("echo cmhcl 3 8", "is version 3.8, older than")],
)
def test_what_is_no_fit_python(text: str, problem: str, tmp_path: Path, qtbot: Any) -> None:
    assert problem in answer(script(tmp_path / "a python", text), qtbot)


def test_missing_python(tmp_path: Path, qtbot: Any) -> None:
    assert "does not exist" in answer(tmp_path / "none", qtbot)


def test_file_that_cannot_be_started(tmp_path: Path, qtbot: Any) -> None:
    path = tmp_path / "python"
    path.write_bytes(b"\x00\x01")
    assert "cannot be started" in answer(path, qtbot)


def test_order_of_search(monkeypatch: pytest.MonkeyPatch) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.python import find_python
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    monkeypatch.delenv("CMHCL_PYTHON")
    assert find_python() is None
    monkeypatch.setenv("CMHCL_PYTHON", sys.executable)
    assert find_python() == Path(sys.executable)
    Settings(python="/nowhere/python").save()
    assert find_python() == Path("/nowhere/python")


def test_child_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    from cmhcl_footprints.cmhcl_plugin.worker.child_environment import child_environment

    foreign = ["PYTHONPATH", "PYTHONHOME", "PROJ_LIB", "GDAL_DATA", "QT_PLUGIN_PATH"]
    foreign += ["LD_LIBRARY_PATH", "LD_PRELOAD"]
    for key in foreign:
        monkeypatch.setenv(key, "/qgis")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy")
    monkeypatch.delenv("OMP_WAIT_POLICY", raising=False)
    child = child_environment()
    assert not [key for key in foreign if child.contains(key)]
    assert child.value("HTTPS_PROXY") == "http://proxy" and child.contains("PATH")
    assert child.value("OMP_WAIT_POLICY") == "passive"
    monkeypatch.setenv("OMP_WAIT_POLICY", "active")  # the user's own choice
    assert child_environment().value("OMP_WAIT_POLICY") == "active"


def test_settings_survive() -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    changed = Settings(python="/a/b c", threshold=0.4, min_area_m2=7.0, device="cpu")
    changed.save()
    assert Settings.load() == changed
