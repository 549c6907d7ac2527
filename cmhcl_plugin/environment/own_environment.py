"""The environment that the plugin installs for the worker: where it lies, and whether it is whole.

A file written last says that it is whole, and for which requirements. Without that file it is half
an environment, and never used.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import threading
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import uuid4

from ..paths import ROOT, environment_folder

REQUIREMENTS = ROOT / "core" / "requirements.txt"
MARKER = "complete.json"
DISCARDED = ".discarded-"


class State(Enum):
    """ABSENT; PARTIAL: an installation did not end; OUTDATED: whole, but for other requirements."""

    ABSENT = "absent"
    PARTIAL = "partial"
    OUTDATED = "outdated"
    READY = "ready"


def python_path() -> Path:
    """Its interpreter, whether there or not."""
    windows = sys.platform == "win32"
    return environment_folder() / ("Scripts/python.exe" if windows else "bin/python")


def state() -> State:
    """How far it is."""
    if not environment_folder().is_dir():
        return State.ABSENT
    if not python_path().is_file() or not facts():
        return State.PARTIAL
    return State.READY if facts().get("requirements") == _digest() else State.OUTDATED


def is_whole() -> bool:
    """Whether the worker may run on it; an outdated one is used until it is updated."""
    return state() in (State.READY, State.OUTDATED)


def facts() -> dict[str, Any]:
    """``requirements`` (SHA-256), ``engine`` and ``date`` (ISO); empty: it is not whole."""
    try:
        found = json.loads((environment_folder() / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def mark_whole(engine: str) -> None:
    """The last step of an installation; ``engine`` is what computes there. Raises OSError."""
    facts = {"requirements": _digest(), "engine": engine, "date": date.today().isoformat()}
    text = json.dumps(facts, indent=2)
    partial = environment_folder() / f"{MARKER}.partial"
    partial.write_text(text + "\n", encoding="utf-8")
    partial.replace(environment_folder() / MARKER)


def mark_partial() -> None:
    """The first step of an installation or a removal. Raises OSError."""
    (environment_folder() / MARKER).unlink(missing_ok=True)


def torch_requirement() -> str:
    """``torch==VERSION``, as pinned."""
    return next(line for line in _lines() if line.startswith("torch=="))


def discard(folder: Path) -> None:
    """Take a folder out of the way at once, and delete it in the background.

    What was left of earlier ones goes too. Raises OSError when the folder is in use.
    """
    if folder.exists():
        folder.rename(folder.with_name(f"{folder.name}{DISCARDED}{uuid4().hex[:8]}"))
    rubbish = list(folder.parent.glob(f"*{DISCARDED}*"))

    def delete() -> None:
        for path in rubbish:
            shutil.rmtree(path, ignore_errors=True)

    threading.Thread(target=delete, daemon=True).start()


def _lines() -> list[str]:
    """The requirements without comments."""
    text = REQUIREMENTS.read_text(encoding="utf-8")
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


def _digest() -> str:
    return hashlib.sha256("\n".join(_lines()).encode("utf-8")).hexdigest()
