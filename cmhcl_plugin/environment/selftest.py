"""Tests the worker's Python: device and speed, and a report for bug reports."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR, QCoreApplication, QObject, pyqtSignal

from ...core.hatch.messages import with_templates
from ..core_translations import translate_core_text
from ..numbers import fill_in
from ..paths import version
from .commands import Command, CommandRunner, Commands
from .install_failure import cause_of
from .nvidia_driver import find_driver
from .python_command import run_core
from .virtual_environment import state
from .worker_python import PythonCheck

LIMIT_S = 300

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Report:
    """Result of a self-test.

    Attributes
    ----------
    python
        The interpreter that was tested.
    problem
        What is wrong, as one sentence; "" if nothing is.
    driver
        Major version of the NVIDIA driver, or None.
    facts
        What ``core.selftest`` printed, empty if it failed.
    output
        Everything that was printed, if it failed.
    """

    python: Path
    problem: str = ""
    driver: Optional[int] = None
    facts: dict[str, Any] = field(default_factory=dict)
    output: str = ""

    def summary(self) -> str:
        """One or two sentences for the user."""
        if not self.facts:
            return self.problem
        works = translate("SelfTest", "It works: {} ({}), {:.2f} s for a tile of 512 px.")
        no_driver = self.driver is None and "on cpu" in self.facts["engine"]
        reason = (
            translate("SelfTest", "no NVIDIA GPU")
            if no_driver
            else translate_core_text(self.facts["reason"])
        )
        text = fill_in(works, self.facts["engine"], reason, self.facts["tile_s"])
        return f"{text} {self.problem}".strip()

    def text(self) -> str:
        """For a bug report, without the user's name and home folder."""
        lines = {
            "Plugin": version(),
            "QGIS": f"{Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}",
            "System": self.facts.get("system", ""),
            "Worker’s Python": f"{self.python} {self.facts.get('python', '')}",
            "Plugin’s own environment": state().value,
            "NVIDIA driver": self.driver or "none",
            "Engine": "{engine} ({reason})".format(**self.facts) if self.facts else "",
            "One tile of 512 px": f"{self.facts['tile_s']} s" if self.facts else "",
            "Libraries": ", ".join(f"{n} {v}" for n, v in self.facts.get("versions", {}).items()),
            "Problem": self.problem or "none",
        }
        text = "\n".join(f"{name}: {value}".rstrip() for name, value in lines.items())
        return anonymise(f"{text}\n{self.output}".strip())


def anonymise(text: str, home: Optional[Path] = None) -> str:
    """Replace the home folder by ~ and the user's name by USER."""
    home = home or Path.home()
    for spelling in {str(home), home.as_posix()} - {"/"}:
        text = re.sub(re.escape(spelling) + r"(?![\w-])", "~", text, flags=re.IGNORECASE)
    if len(home.name) > 1:
        text = re.sub(rf"(?<![\w-]){re.escape(home.name)}(?![\w-])", "USER", text)
    return text


class SelfTest(QObject):
    """Runs ``core.selftest`` on an interpreter without blocking; emits one Report."""

    finished = pyqtSignal(object)

    def __init__(self, python: Path, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._python = python
        self._report = Report(python)
        self._check = PythonCheck(python, self)
        self._check.finished.connect(self._on_checked)
        self._runner = CommandRunner(self)
        self._runner.finished.connect(self._on_finished)

    def start(self) -> None:
        """Begin; ``finished`` is emitted after this has returned."""
        self._check.start()

    def stop(self) -> None:
        """End without a signal."""
        self._check.stop()
        self._runner.stop()

    def _on_checked(self, problem: str) -> None:
        if problem:
            self.finished.emit(Report(self._python, problem))
        else:
            self._runner.start(self._commands())

    def _on_finished(self, error: Optional[Exception]) -> None:
        if error is not None:
            self._report = Report(self._python, cause_of(str(error)), output=repr(error))
        self.finished.emit(self._report)

    def _commands(self) -> Commands[None]:
        driver = yield from find_driver()
        line = run_core(self._python, "core.selftest")
        result = yield Command(line, translate("SelfTest", "Testing"), LIMIT_S)
        facts = read_facts(result.output) if result.code == 0 else {}
        problem = "" if facts else cause_of(result.output)
        if driver is not None and "on cpu" in facts.get("engine", ""):
            problem = translate(
                "SelfTest",
                "PyTorch uses the CPU although there is an NVIDIA driver ({}); update the "
                "driver, or remove the environment and install it again.",
            ).format(driver)
        output = "" if facts else result.output
        self._report = Report(self._python, problem, driver, facts, output)


def read_facts(output: str) -> dict[str, Any]:
    """The JSON object that ``core.selftest`` prints on its last line, empty if there is none.

    The reason is a Message of the core.
    """
    try:
        found = json.loads(output.strip().rpartition("\n")[2])
        if not isinstance(found, dict):
            return {}
        facts: dict[str, Any] = with_templates(found, found.pop("templates", {}))
    except ValueError:
        return {}
    return facts
