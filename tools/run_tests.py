"""Run pytest as ``make test`` does: a test that is skipped counts as a failure.

    .venv/bin/python tools/run_tests.py tests/core

Only tests of data that a clone does not have may be skipped: their reason names ``../shared/data``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MISSING_DATA = "../shared/data"


class SkipCounter:
    """A pytest plugin that fails a run in which tests were skipped for any other reason."""

    def __init__(self) -> None:
        self.unexpected: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._count(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._count(report)

    def _count(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if not report.skipped or hasattr(report, "wasxfail"):
            return
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if MISSING_DATA not in reason:
            self.unexpected.append(f"{report.nodeid}: {reason}")

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.unexpected and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.unexpected:
            terminalreporter.section("skipped tests that must run")
            for line in self.unexpected:
                terminalreporter.line(line)
            terminalreporter.line(f"{len(self.unexpected)} skipped: this counts as a failure.")


if __name__ == "__main__":
    sys.path[0] = str(ROOT)  # instead of tools
    sys.exit(pytest.main(sys.argv[1:], plugins=[SkipCounter()]))
