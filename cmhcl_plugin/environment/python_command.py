"""Command lines of the Pythons that the plugin starts.

All are isolated (-I): they import no file of the current folder, and ignore PYTHONPATH and the
user's own site-packages. They run in a folder that only the plugin uses.
"""

from __future__ import annotations

from pathlib import Path

from ..paths import ROOT

_LAUNCHER = ROOT / "core" / "launch.py"


def run_code(python: Path, code: str, *arguments: str) -> list[str]:
    """The command that runs a piece of code."""
    return [str(python), "-I", "-c", code, *arguments]


def run_module(python: Path, module: str, *arguments: str) -> list[str]:
    """The command that runs a module of the standard library or an installed one."""
    return [str(python), "-I", "-m", module, *arguments]


def run_core(python: Path, module: str, root: Path = ROOT) -> list[str]:
    """The command that runs a module of ``core``, which is in the folder ``root``."""
    return [str(python), "-I", str(_LAUNCHER), str(root), module]
