"""The folder of caches, which can be deleted. Standard library only, Python 3.9+."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "CMHCL_CACHE"


def cache_folder() -> Path:
    """$CMHCL_CACHE, or the folder ``cmhcl`` where the system wants caches; it may not exist."""
    if wanted := os.environ.get(VARIABLE):
        return Path(wanted)
    home = Path.home()
    if sys.platform == "win32":
        return (
            Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "cmhcl" / "Cache"
        )
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "cmhcl"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "cmhcl"
