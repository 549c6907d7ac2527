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


def test_every_end_but_an_exit_is_reported(qtbot: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.commands import Command, CommandRunner

    results: list[Any] = []

    def commands() -> Any:
        results.append((yield Command(["sh", "-c", "echo begun; exec sleep 600"], "", timeout_s=1)))
        results.append((yield Command(["/no/such program"], "")))
        results.append((yield Command(["sh", "-c", "echo begun; kill -SEGV $$"], "")))
        results.append((yield Command(["sh", "-c", "echo begun; exit 3"], "")))

    runner = CommandRunner()
    with qtbot.waitSignal(runner.finished, timeout=20_000) as signal:
        runner.start(commands())
    assert signal.args == [None]
    assert [result.code for result in results] == [None, None, None, 3]
    stopped, missing, crashed, exited = (result.output for result in results)
    assert stopped == "begun\n\n[stopped]"
    assert missing.startswith("\n[not started: /no/such program] ")
    assert crashed == "begun\n\n[crashed: signal 11]"
    assert exited == "begun\n"


def test_crashes_on_windows_are_given_as_they_are_looked_up() -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.commands import crash_code

    assert crash_code(-1073741819, "win32") == "0xC0000005"
    assert crash_code(9, "linux") == "signal 9"
