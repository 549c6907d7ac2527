"""Where a Python may lie that the worker's environment can be made from."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication

# What the pinned PyTorch is built for.
OLDEST, NEWEST = (3, 10), (3, 14)
NEEDED = ("venv", "ensurepip", "ssl")  # Debian and Ubuntu leave ensurepip out

translate = QCoreApplication.translate


def candidates() -> list[Path]:
    """Interpreters that exist, QGIS's own first, each once."""
    base = Path(sys.base_exec_prefix)
    versions = [f"{OLDEST[0]}.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    if sys.platform == "win32":
        installed = Path(os.environ.get("LOCALAPPDATA", "")) / "Programs" / "Python"
        folders = [installed / f"Python{version.replace('.', '')}" for version in versions]
        paths = [folder / "python.exe" for folder in (base, *folders)]
        return [path for path in paths if path.is_file()]
    names = ["python3", *(f"python{version}" for version in versions)]
    folders = [base / "bin", *_program_folders()]
    paths = [folder / name for folder in folders for name in names]
    found: dict[Path, Path] = {}
    for path in paths:
        if path.is_file():
            found.setdefault(path.resolve(), path)
    return list(found.values())


def find_uv() -> Optional[Path]:
    """The program uv, where it is installed."""
    name = "uv.exe" if sys.platform == "win32" else "uv"
    return next((f / name for f in _program_folders() if (f / name).is_file()), None)


def none_found() -> str:
    """The sentence for no fit interpreter among the candidates."""
    what = translate(
        "BasePython",
        "There is no Python {}.{} to {}.{} with the modules venv and ensurepip; {}, then try "
        "again.",
    )
    if shutil.which("apt"):
        remedy = translate("BasePython", "install the package python3-venv")
    else:
        remedy = translate("BasePython", "install Python from python.org, or the program uv")
    return what.format(*OLDEST, *NEWEST, remedy)


def _program_folders() -> list[Path]:
    """The search path, and what programs started from a desktop often lack in it."""
    folders = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    home = Path.home()
    folders += [home / ".local" / "bin", home / ".cargo" / "bin"]
    if sys.platform == "darwin":
        framework = Path("/Library/Frameworks/Python.framework/Versions/Current/bin")
        folders += [Path("/opt/homebrew/bin"), Path("/usr/local/bin"), framework]
    return folders
