"""The worker's Python: find it, and say in one sentence what is wrong with it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QObject, QProcess, QTimer, pyqtSignal

from ..paths import ROOT
from ..settings import Settings
from ..worker.child_environment import child_environment
from . import own_environment
from .base_python import OLDEST

translate = QCoreApplication.translate

REQUIRED = (
    "torch",
    "numpy",
    "scipy",
    "rasterio",
    "affine",
    "shapely",
    "pyogrio",
    "pyproj",
    "safetensors",
)
TIMEOUT_MS = 20_000

# Prints "cmhcl", the version and the missing modules. find_spec does not import: fast, no clashes.
_PROBE = (
    "import sys; from importlib.util import find_spec; "
    "print('cmhcl', *sys.version_info[:2], *[m for m in sys.argv[1:] if find_spec(m) is None])"
)


def find_python() -> Optional[Path]:
    """The first interpreter there is, in this order:

    1. the one chosen in the settings (also when it does not exist: the choice is not overruled);
    2. the environment ``.venv`` in the plugin's own folder (development);
    3. the environment that the plugin installed, once it is whole;
    4. the one in the environment variable CMHCL_PYTHON (tests, managed installations).
    """
    chosen = Settings.load().python
    if chosen:
        return Path(chosen)
    windows = sys.platform == "win32"
    development = ROOT / ".venv" / ("Scripts/python.exe" if windows else "bin/python")
    if development.is_file():
        return development
    if own_environment.is_whole():
        return own_environment.python_path()
    variable = os.environ.get("CMHCL_PYTHON")
    return Path(variable) if variable else None


def no_python() -> str:
    """The sentence for find_python() returning None."""
    return translate(
        "Python", "CMH-CL has no Python to compute with yet; install it in the plugin’s options."
    )


class PythonCheck(QObject):
    """Asks an interpreter, without blocking, whether the worker can run on it.

    Emits ``finished`` once with what is wrong, as one sentence; empty: nothing. An interpreter that
    was found good is not asked again as long as its file is the same.
    """

    finished = pyqtSignal(str)
    _good: set[tuple[str, float]] = set()  # noqa: RUF012 (shared on purpose)

    def __init__(self, python: Path, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._python = python
        self._process = QProcess(self)
        self._process.setProcessEnvironment(child_environment())
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._timeout = QTimer(self)
        self._timeout.setSingleShot(True)
        self._timeout.timeout.connect(self._process.kill)

    def start(self) -> None:
        """Begin; ``finished`` comes later, never from within this call."""
        if not self._python.is_file():
            problem = self._sentence(translate("Python", "does not exist"))
            QTimer.singleShot(0, lambda: self.finished.emit(problem))
        elif self._key() in self._good:
            QTimer.singleShot(0, lambda: self.finished.emit(""))
        else:
            self._timeout.start(TIMEOUT_MS)
            self._process.start(str(self._python), ["-c", _PROBE, *REQUIRED])

    def stop(self) -> None:
        """Give up, silently."""
        self.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(1000)

    def _key(self) -> tuple[str, float]:
        return str(self._python), self._python.stat().st_mtime

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._timeout.stop()
            self.finished.emit(self._sentence(translate("Python", "cannot be started")))

    def _on_finished(self) -> None:
        self._timeout.stop()
        words = bytes(self._process.readAllStandardOutput()).decode("utf-8", "replace").split()
        if words[:1] != ["cmhcl"]:
            self.finished.emit(self._sentence(translate("Python", "does not run as Python")))
            return
        version, missing = (int(words[1]), int(words[2])), words[3:]
        if version < OLDEST:
            problem = translate("Python", "is version {}.{}, older than {}.{}")
            self.finished.emit(self._sentence(problem.format(*version, *OLDEST)))
        elif missing:
            problem = translate("Python", "has no {}").format(", ".join(missing))
            self.finished.emit(self._sentence(problem))
        else:
            self._good.add(self._key())
            self.finished.emit("")

    def _sentence(self, problem: str) -> str:
        if self._python == own_environment.python_path():
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
