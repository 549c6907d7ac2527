"""Python interpreters of this machine that a virtual environment can be created with."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.existence import is_file
from .programs import find_program, program_folders
from .system import sandbox

# Versions that the pinned PyTorch is built for.
OLDEST, NEWEST = (3, 10), (3, 14)
VENV_MODULES = ("venv", "ensurepip", "ssl")  # Debian and Ubuntu omit ensurepip

translate = QCoreApplication.translate


def find_interpreters() -> list[Path]:
    """All interpreters, each once, QGIS's own first; of any version."""
    base = Path(sys.base_exec_prefix)
    versions = [f"{OLDEST[0]}.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    if sys.platform == "win32":
        installed = Path(os.environ.get("LOCALAPPDATA", "")) / "Programs" / "Python"
        folders = [installed / f"Python{version.replace('.', '')}" for version in versions]
        paths = [folder / "python.exe" for folder in (base, *folders)]
        return [path for path in paths if path.is_absolute() and is_file(path)]
    names = ["python3", *(f"python{version}" for version in versions)]
    folders = [base / "bin", *program_folders()]
    paths = [folder / name for folder in folders for name in names]
    found: dict[Path, Path] = {}
    for path in paths:
        if is_file(path):
            found.setdefault(path.resolve(), path)
    return list(found.values())


def find_uv() -> Optional[Path]:
    """The program uv, None if it is not installed."""
    return find_program("uv")


def no_interpreter_message() -> str:
    """Says that no interpreter is suitable, and what to install."""
    problem = translate(
        "Interpreters",
        "There is no Python {}.{} to {}.{} with the modules venv and ensurepip; {}, then try "
        "again.",
    )
    if sandbox():
        remedy = translate("Interpreters", "install the program uv into ~/.local/bin")
    elif find_program("apt"):
        remedy = translate("Interpreters", "install the package python3-venv")
    else:
        remedy = translate("Interpreters", "install Python from python.org, or the program uv")
    return problem.format(*OLDEST, *NEWEST, remedy)
