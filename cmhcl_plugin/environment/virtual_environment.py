"""The virtual environment that the plugin installs for the worker: its state and its files.

The file MARKER is written last and says that the environment is complete, and for which
requirements. Without it the environment is never used.
"""

from __future__ import annotations

import json
import shutil
import sys
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import uuid4

from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.existence import exists, is_file, is_folder
from ...core.hatch.requirements import requirements_digest
from ..background import run_in_background
from ..paths import environment_folder

MARKER = "complete.json"
DISCARDED = ".discarded-"


class State(Enum):
    """State of the environment.

    PARTIAL: an installation was started but not completed. OUTDATED: complete, but for the
    requirements of another version of the plugin.
    """

    ABSENT = "absent"
    PARTIAL = "partial"
    OUTDATED = "outdated"
    READY = "ready"


def python_path() -> Path:
    """The environment's interpreter; it may not exist."""
    windows = sys.platform == "win32"
    return environment_folder() / ("Scripts/python.exe" if windows else "bin/python")


def downloads_folder() -> Path:
    """Caches and temporary files of an installation, removed once it is complete."""
    return Path(f"{environment_folder()}.downloads")


def state() -> State:
    """The current state of the environment."""
    if not is_folder(environment_folder()):
        return State.ABSENT
    marker = read_marker()
    if not is_file(python_path()) or not marker:
        return State.PARTIAL
    return State.READY if marker.get("requirements") == requirements_digest() else State.OUTDATED


def is_usable() -> bool:
    """Whether the worker may run on it; an outdated one is used until it is updated."""
    return state() in (State.READY, State.OUTDATED)


def read_marker() -> dict[str, Any]:
    """``requirements`` (SHA-256), ``engine`` and ``date`` (ISO), empty if not complete."""
    try:
        found = json.loads((environment_folder() / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def mark_complete(engine: str) -> None:
    """The last step of an installation; ``engine`` is what computes. Raises OSError."""
    values = {
        "requirements": requirements_digest(),
        "engine": engine,
        "date": date.today().isoformat(),
    }
    partial = environment_folder() / f"{MARKER}.partial"
    partial.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")
    partial.replace(environment_folder() / MARKER)


def mark_partial() -> None:
    """The first step of an installation or a removal. Raises OSError."""
    (environment_folder() / MARKER).unlink(missing_ok=True)


def discard(folder: Path) -> None:
    """Rename a folder out of the way and delete it in the background.

    Folders that earlier calls could not delete completely are deleted as well. Raises OSError if
    the folder is in use.
    """
    if exists(folder):
        folder.rename(folder.with_name(f"{folder.name}{DISCARDED}{uuid4().hex[:8]}"))
    discarded = list(folder.parent.glob(f"*{DISCARDED}*"))

    def delete() -> None:
        for path in discarded:
            shutil.rmtree(path, ignore_errors=True)

    run_in_background(delete, lambda *_: None, QCoreApplication.instance(), daemon=True)
