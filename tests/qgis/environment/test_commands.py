"""Commands one after the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def test_the_log_has_no_passwords(tmp_path: Path, qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.commands import Command, CommandRunner
    from cmhcl_footprints.cmhcl_plugin.logfile import LogFile

    def commands() -> Any:
        yield Command(["echo", "https://anna:secret@index.example/simple"], "")

    runner, log = CommandRunner(), LogFile(tmp_path, "install")
    with qtbot.waitSignal(runner.finished, timeout=20_000):
        runner.start(commands(), log)
    text = log.path.read_text()
    assert text.count("https://***@index.example/simple") == 2 and "secret" not in text


def test_a_command_is_killed_after_its_timeout_and_a_missing_one_is_reported(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.commands import Command, CommandRunner

    results: list[Any] = []

    def commands() -> Any:
        results.append((yield Command(["sh", "-c", "echo begun; sleep 600"], "", timeout_s=1)))
        results.append((yield Command(["/no/such/program"], "")))

    runner = CommandRunner()
    with qtbot.waitSignal(runner.finished, timeout=20_000) as signal:
        runner.start(commands())
    assert signal.args == [None]
    assert results[0].code is None and results[0].output.startswith("begun\n")
    assert results[1].code == -1 and results[1].output
