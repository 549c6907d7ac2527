"""The logs of the worker in the user's profile."""

from __future__ import annotations

from pathlib import Path


def test_few_logs_are_kept(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.logfile import MAX_LOGS, LogFile

    for _ in range(MAX_LOGS + 3):
        log = LogFile(tmp_path)
        log.write("line")
        log.close()
    kept = sorted(tmp_path.iterdir())
    assert len(kept) == MAX_LOGS and kept[-1] == log.path


def test_a_line_after_close_is_dropped(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.logfile import LogFile

    log = LogFile(tmp_path)
    log.close()
    log.write("late")
    assert log.path.read_text(encoding="utf-8") == ""
