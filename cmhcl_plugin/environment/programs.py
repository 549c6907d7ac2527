"""Programs of this machine, found without looking into the current folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Optional

from ...core.hatch.existence import is_file


def find_program(name: str) -> Optional[Path]:
    """The program of this name (without extension), None if it is not installed."""
    file = f"{name}.exe" if sys.platform == "win32" else name
    paths = (folder / file for folder in program_folders())
    return next((path for path in paths if is_file(path) and os.access(path, os.X_OK)), None)


def program_folders() -> list[Path]:
    """The folders of PATH, and some that programs started from a desktop often lack there.

    Relative folders are left out: they would be looked up in the current folder of QGIS.
    """
    folders = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    home = Path.home()
    folders += [home / ".local" / "bin", home / ".cargo" / "bin"]
    if sys.platform == "darwin":
        framework = Path("/Library/Frameworks/Python.framework/Versions/Current/bin")
        folders += [Path("/opt/homebrew/bin"), Path("/usr/local/bin"), framework]
    return [folder for folder in folders if folder.is_absolute()]
