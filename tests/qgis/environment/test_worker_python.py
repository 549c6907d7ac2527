"""Finding and checking the Python of the worker."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import CORE_PYTHON
from qgis.PyQt.QtCore import QCoreApplication

UNREADABLE = "x" * 300  # Path.is_file raises OSError, as in a folder of another user


def answer(python: Path, qtbot: Any) -> str:
    from cmhcl_footprints.cmhcl_plugin.environment.worker_python import PythonCheck

    check = PythonCheck(python)
    with qtbot.waitSignal(check.finished, timeout=25_000) as signal:
        check.start()
    return signal.args[0]


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_core_environment_passes(qtbot: Any) -> None:
    assert answer(CORE_PYTHON, qtbot) == ""


def test_python_without_torch_is_refused(qtbot: Any) -> None:
    python = Path("/usr/bin/python3")
    sentence = answer(python, qtbot)
    assert sentence.startswith(f"The Python {python} has no torch")
    assert sentence.endswith("choose another in Settings > Options > CMH-CL.")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("echo hello", "does not run as Python"),
        ("echo cmhcl", "does not run as Python"),
        ("echo cmhcl three ten", "does not run as Python"),
        ("echo cmhcl 3 8", "is version 3.8, older than"),
    ],
)
def test_unsuitable_python_is_refused(text: str, problem: str, tmp_path: Path, qtbot: Any) -> None:
    assert problem in answer(script(tmp_path / "a python", text), qtbot)


def test_missing_python_is_reported(tmp_path: Path, qtbot: Any) -> None:
    assert "does not exist" in answer(tmp_path / "none", qtbot)
    assert "does not exist" in answer(tmp_path / UNREADABLE / "python", qtbot)


def test_python_outside_of_the_sandbox_of_qgis_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import system

    monkeypatch.setattr(system, "FLATPAK_INFO", tmp_path)
    assert "does not exist; choose" in answer(tmp_path / "none", qtbot)
    monkeypatch.setattr(system, "FLATPAK_INFO", tmp_path / "info")
    (tmp_path / "info").touch()
    assert "does not exist inside the Flatpak" in answer(tmp_path / "none", qtbot)


@pytest.mark.parametrize("path", [CORE_PYTHON, Path("/nowhere/python")])
def test_check_that_is_deleted_before_its_answer(path: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.worker_python import PythonCheck
    from qgis.PyQt import sip

    if path == CORE_PYTHON:
        answer(path, qtbot)  # remembered, so that the next check asks nobody
    check = PythonCheck(path)
    check.start()
    check.stop()
    sip.delete(check)
    with qtbot.captureExceptions() as exceptions:
        QCoreApplication.processEvents()
    assert exceptions == []


def test_file_that_cannot_be_started_is_reported(tmp_path: Path, qtbot: Any) -> None:
    path = tmp_path / "python"
    path.write_bytes(b"\x00\x01")
    assert "cannot be started" in answer(path, qtbot)


def test_settings_go_before_the_environment_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.worker_python import find_python
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    monkeypatch.delenv("CMHCL_PYTHON")
    assert find_python() is None
    monkeypatch.setenv("CMHCL_PYTHON", sys.executable)
    assert find_python() == Path(sys.executable)
    Settings(python="/nowhere/python").save()
    assert find_python() == Path("/nowhere/python")
