"""Pythons that the plugin starts run nothing from the current folder of QGIS."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import CORE_PYTHON
from wheels import installed

pytest_plugins = ["environment_fixtures"]

LIBRARIES = {"core", "pip", "ensurepip", "venv", "torch", "tiny", "numpy", "sitecustomize"}


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder with a file for every module name; the file appears that each writes."""
    folder, sprung = tmp_path / "downloads", tmp_path / "sprung"
    folder.mkdir()
    for name in {*sys.stdlib_module_names, *LIBRARIES}:
        (folder / f"{name}.py").write_text(f"open({str(sprung)!r}, 'a').write({name!r} + ' ')")
    (folder / "uv.toml").write_text('[pip]\nindex-url = "http://127.0.0.1:9/"')
    for name in ("nvidia-smi", "uv", "pkill", "taskkill"):
        program = folder / name
        program.write_text(f"#!/bin/sh\necho {name} >> '{sprung}'")
        program.chmod(0o755)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return sprung


def test_check_of_a_python_imports_nothing_of_the_current_folder(trap: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.worker_python import PythonCheck

    PythonCheck._passed.clear()
    check = PythonCheck(CORE_PYTHON)
    with qtbot.waitSignal(check.finished, timeout=25_000) as signal:
        check.start()
    assert signal.args == [""] and not trap.exists()


@pytest.mark.slow
def test_installation_runs_nothing_of_the_current_folder(
    wheels: Path, trap: Path, qtbot: Any
) -> None:
    assert installed(qtbot, wheels) == ""
    assert not trap.exists()


def test_worker_imports_nothing_of_the_current_folder(
    trap: Path, fake_root: Path, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    worker = WorkerProcess(root=fake_root)
    with qtbot.waitSignal(worker.ready, timeout=25_000):
        worker.start()
    worker.stop()
    assert not trap.exists()


@pytest.mark.slow
def test_self_test_imports_nothing_of_the_current_folder(trap: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.selftest import SelfTest

    test = SelfTest(CORE_PYTHON)
    with qtbot.waitSignal(test.finished, timeout=120_000) as signal:
        test.start()
    assert signal.args[0].facts and not trap.exists()


def test_relative_path_of_a_python_is_refused(trap: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.worker_python import PythonCheck

    check = PythonCheck(Path("nvidia-smi"))
    with qtbot.waitSignal(check.finished, timeout=5_000) as signal:
        check.start()
    assert "does not exist" in signal.args[0] and not trap.exists()


def test_programs_are_not_looked_up_in_the_current_folder(trap: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.programs import find_program

    found = find_program("nvidia-smi")
    assert not trap.exists() and (found is None or found.is_absolute())
    assert find_program("sh") in (Path("/usr/bin/sh"), Path("/bin/sh"))
