"""Trying out the worker's Python: what it computes on and how fast, and a report to hand on."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR, QCoreApplication, QObject, pyqtSignal

from ..paths import ROOT, version
from ..worker.core_translations import in_own_language
from . import own_environment as own
from .builds import find_driver
from .install_failure import cause_of
from .python import PythonCheck
from .steps import Command, StepRunner, Steps

LIMIT_S = 300

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Report:
    """What was found out: ``facts`` as ``core.selftest`` prints them (empty: it failed), the NVIDIA
    driver's major version, and what is wrong, as one sentence (empty: nothing)."""

    python: Path
    problem: str = ""
    driver: Optional[int] = None
    facts: dict[str, Any] = field(default_factory=dict)
    output: str = ""

    def summary(self) -> str:
        """For the user, one or two sentences."""
        if not self.facts:
            return self.problem
        works = translate("SelfTest", "It works: {} ({}), {:.2f} s for a tile of 512 px.")
        no_driver = self.driver is None and "on cpu" in self.facts["engine"]
        reason = (
            translate("SelfTest", "no NVIDIA GPU")
            if no_driver
            else in_own_language(self.facts["reason"])
        )
        text = works.format(self.facts["engine"], reason, self.facts["tile_s"])
        return f"{text} {self.problem}".strip()

    def text(self) -> str:
        """For a bug report, without the names of the user and of the home folder."""
        lines = {
            "Plugin": version(),
            "QGIS": f"{Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}",
            "System": self.facts.get("system", ""),
            "Worker's Python": f"{self.python} {self.facts.get('python', '')}",
            "Plugin's own environment": own.state().value,
            "NVIDIA driver": self.driver or "none",
            "Engine": "{engine} ({reason})".format(**self.facts) if self.facts else "",
            "One tile of 512 px": f"{self.facts['tile_s']} s" if self.facts else "",
            "Libraries": ", ".join(f"{n} {v}" for n, v in self.facts.get("versions", {}).items()),
            "Problem": self.problem or "none",
        }
        text = "\n".join(f"{name}: {value}".rstrip() for name, value in lines.items())
        return without_names(f"{text}\n{self.output}".strip())


def without_names(text: str, home: Optional[Path] = None) -> str:
    """The text with ~ for the home folder and USER for the user's name."""
    home = home or Path.home()
    for written in {str(home), home.as_posix()} - {"/"}:
        text = re.sub(re.escape(written) + r"(?![\w-])", "~", text, flags=re.IGNORECASE)
    if len(home.name) > 1:
        text = re.sub(rf"(?<![\w-]){re.escape(home.name)}(?![\w-])", "USER", text)
    return text


class SelfTest(QObject):
    """Runs ``core.selftest`` on an interpreter, without blocking; emits one Report."""

    finished = pyqtSignal(object)

    def __init__(self, python: Path, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._python = python
        self._report = Report(python)
        self._check = PythonCheck(python, self)
        self._check.finished.connect(self._on_checked)
        self._runner = StepRunner(self)
        self._runner.finished.connect(lambda _: self.finished.emit(self._report))

    def start(self) -> None:
        """Begin; ``finished`` comes later, never from within this call."""
        self._check.start()

    def stop(self) -> None:
        """Give up, silently."""
        self._check.stop()
        self._runner.stop()

    def _on_checked(self, problem: str) -> None:
        if problem:
            self.finished.emit(Report(self._python, problem))
        else:
            self._runner.start(self._steps())

    def _steps(self) -> Steps[None]:
        driver = yield from find_driver()
        line = [str(self._python), "-m", "core.selftest"]
        outcome = yield Command(line, translate("SelfTest", "Testing"), LIMIT_S, str(ROOT))
        facts = facts_of(outcome.output) if outcome.code == 0 else {}
        problem = "" if facts else cause_of(outcome.output)
        if driver is not None and "on cpu" in facts.get("engine", ""):
            problem = translate(
                "SelfTest",
                "There is an NVIDIA driver ({}), yet the CPU computes; update the driver, or "
                "remove the environment and install it again.",
            ).format(driver)
        output = "" if facts else outcome.output
        self._report = Report(self._python, problem, driver, facts, output)


def facts_of(output: str) -> dict[str, Any]:
    """What ``core.selftest`` prints on its last line; empty when it is no such thing."""
    try:
        found = json.loads(output.strip().rpartition("\n")[2])
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
