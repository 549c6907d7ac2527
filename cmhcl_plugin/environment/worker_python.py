"""Finds and checks the Python that the worker runs on."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QObject, QProcess, QTimer, pyqtSignal

from ...core.hatch.existence import is_file
from ...core.hatch.requirements import required_modules
from ..paths import ROOT, working_folder
from ..settings import Settings
from .child_environment import child_environment
from .interpreters import OLDEST
from .python_command import run_code
from .system import sandbox
from .virtual_environment import is_usable, python_path

translate = QCoreApplication.translate

TIMEOUT_MS = 20_000

# Prints "cmhcl", the version and the missing modules. find_spec does not import: fast, no clashes.
_PROBE = (
    "import sys; from importlib.util import find_spec; "
    "print('cmhcl', *sys.version_info[:2], *[m for m in sys.argv[1:] if find_spec(m) is None])"
)


def find_python() -> Optional[Path]:
    """The first of these interpreters, or None.

    1. the one chosen in the settings, even if it does not exist;
    2. ``.venv`` in the plugin's own folder (development);
    3. the environment that the plugin installed, if it is complete;
    4. the one in the environment variable CMHCL_PYTHON (tests, managed installations).
    """
    chosen = Settings.load().python
    if chosen:
        return Path(chosen)
    windows = sys.platform == "win32"
    development = ROOT / ".venv" / ("Scripts/python.exe" if windows else "bin/python")
    if is_file(development):
        return development
    if is_usable():
        return python_path()
    variable = os.environ.get("CMHCL_PYTHON")
    return Path(variable) if variable else None


def no_python_message() -> str:
    """The sentence for ``find_python`` returning None."""
    return translate(
        "Python",
        "CMH-CL has no Python environment yet; install it on the page Extract or in the plugin’s "
        "options.",
    )


def _missing() -> str:
    where = sandbox()
    if where:
        text = translate("Python", "does not exist inside the {}, which QGIS runs as")
        return text.format(where)
    return translate("Python", "does not exist")


class PythonCheck(QObject):
    """Checks without blocking whether the worker can run on an interpreter.

    The result is cached for an interpreter that passed, until its file changes.
    """

    finished = pyqtSignal(str)  # what is wrong, as one sentence; "" if nothing is
    _passed: set[tuple[str, float]] = set()  # noqa: RUF012 (shared on purpose)

    def __init__(self, python: Path, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._python = python
        self._process = QProcess(self)
        self._process.setProcessEnvironment(child_environment())
        self._process.setWorkingDirectory(str(working_folder()))
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._timeout = QTimer(self)
        self._timeout.setSingleShot(True)
        self._timeout.timeout.connect(self._process.kill)
        self._problem = ""  # cached result
        self._known = QTimer(self)  # a child, which is not heard of after the deletion
        self._known.setSingleShot(True)
        self._known.timeout.connect(self._finish_known)

    def start(self) -> None:
        """Begin; ``finished`` follows, at once only if the interpreter cannot be started."""
        if not (self._python.is_absolute() and is_file(self._python)):
            self._problem = self._sentence(_missing())
            self._known.start(0)
        elif self._key() in self._passed:
            self._known.start(0)
        else:
            self._timeout.start(TIMEOUT_MS)
            program, *arguments = run_code(self._python, _PROBE, *required_modules())
            self._process.start(program, arguments)

    def stop(self) -> None:
        """End without a signal."""
        self.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(1000)

    def _finish_known(self) -> None:
        self.finished.emit(self._problem)

    def _key(self) -> tuple[str, float]:
        return str(self._python), self._python.stat().st_mtime

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._timeout.stop()
            self.finished.emit(self._sentence(translate("Python", "cannot be started")))

    def _on_finished(self) -> None:
        self._timeout.stop()
        output = bytes(self._process.readAllStandardOutput()).decode("utf-8", "replace")
        answer = re.fullmatch(r"cmhcl ([0-9]{1,4}) ([0-9]{1,4})((?: [\w.]+)*)\s*", output)
        if not answer:
            self.finished.emit(self._sentence(translate("Python", "does not run as Python")))
            return
        version, missing = (int(answer[1]), int(answer[2])), answer[3].split()
        if version < OLDEST:
            problem = translate("Python", "is version {}.{}, older than {}.{}")
            self.finished.emit(self._sentence(problem.format(*version, *OLDEST)))
        elif missing:
            problem = translate("Python", "has no {}").format(", ".join(missing))
            self.finished.emit(self._sentence(problem))
        else:
            self._passed.add(self._key())
            self.finished.emit("")

    def _sentence(self, problem: str) -> str:
        if self._python == python_path():
            text = translate(
                "Python",
                "The Python that the plugin installed {problem}; update it, or remove it and "
                "install it again, in Settings > Options > CMH-CL.",
            )
        else:
            text = translate(
                "Python",
                "The Python {python} {problem}; choose another in Settings > Options > CMH-CL.",
            )
        return text.format(python=self._python, problem=problem)
