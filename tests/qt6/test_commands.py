"""Commands of the installer, as processes of Qt 6."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest


def run(qtbot: Any, *lines: list[str], cancel: bool = False) -> tuple[list[Any], list[Any]]:
    """Run Python with these arguments: what each gave, and how it ended."""
    from cmhcl_footprints.cmhcl_plugin.environment.commands import Command, CommandRunner

    results: list[Any] = []

    def commands() -> Any:
        for number, line in enumerate(lines):
            command = Command([sys.executable, *line], f"step {number}", variables={"STEP": "7"})
            results.append((yield command))

    runner, ended = CommandRunner(), []
    runner.finished.connect(ended.append)
    runner.cancelled.connect(lambda: ended.append("cancelled"))
    if cancel:
        runner.began.connect(lambda _: runner._process.started.connect(runner.cancel))
    runner.start(commands())
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    return results, ended


def test_output_and_exit_code(qtbot: Any) -> None:
    lines = ["-c", "import os; print(os.environ['STEP'])"], ["-c", "import sys; sys.exit('no')"]
    results, ended = run(qtbot, *lines)
    assert [(result.code, result.output.strip()) for result in results] == [(0, "7"), (1, "no")]
    assert ended == [None]


def test_program_that_crashes_ends_with_its_signal(qtbot: Any) -> None:
    ((result,), _) = run(qtbot, ["-c", "import os; os.abort()"])
    assert result.code is None and "[crashed: signal 6]" in result.output


def test_program_that_is_cancelled_has_no_result(qtbot: Any) -> None:
    assert run(qtbot, ["-c", "import time; time.sleep(600)"], cancel=True) == ([], ["cancelled"])


def test_program_that_is_not_there(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    ((result,), _) = run(qtbot, ["-c", ""])
    assert result.code is None and "[not started: /nowhere/python]" in result.output


def test_second_installation_at_the_same_time(qtbot: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.installation import PackageSource
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer

    source = PackageSource(wheels=str(tmp_path))
    first, second = Installer(), Installer()
    first.install(source)
    with qtbot.waitSignal(second.finished, timeout=20_000) as signal:
        second.install(source)
    first.stop()
    assert signal.args == ["Another QGIS window is installing; wait until it has finished."]
    assert not first.is_running and not second.is_running
