"""The logs of the worker in the user's profile."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def test_few_logs_are_kept(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.logfile import MAX_LOGS, LogFile

    for _ in range(MAX_LOGS + 3):
        log = LogFile(tmp_path)
        log.write("line")
        log.close()
    kept = sorted(tmp_path.iterdir())
    assert len(kept) == MAX_LOGS and kept[-1] == log.path


def test_a_log_never_grows_beyond_its_limit(tmp_path: Path, monkeypatch: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin import logfile

    monkeypatch.setattr(logfile, "LARGEST", 1000)
    log = logfile.LogFile(tmp_path)
    for number in range(100):
        log.write(f"line {number} " + "x" * 50)
    log.write("y" * 1_000_000)
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert set(sizes) == {log.path.name, f"{log.path.name}.1"}
    assert max(sizes.values()) < 1100 + logfile.LONGEST_LINE
    for _ in range(logfile.MAX_LOGS):
        logfile.LogFile(tmp_path).close()
    assert not list(tmp_path.glob("*.1"))


def test_half_a_character_is_written_as_its_code(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.logfile import LogFile

    log = LogFile(tmp_path)
    log.write("odd \ud800")
    assert "odd \\ud800" in log.path.read_text(encoding="utf-8")


def test_a_line_after_close_is_dropped(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.logfile import LogFile

    log = LogFile(tmp_path)
    log.close()
    log.write("late")
    assert log.path.read_text(encoding="utf-8") == ""
