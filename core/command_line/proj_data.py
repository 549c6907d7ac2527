"""Use the coordinate system database of rasterio, not that of another program."""

from __future__ import annotations

import importlib.util
import os
import sqlite3
from contextlib import closing
from pathlib import Path

VARIABLES = ("PROJ_DATA", "PROJ_LIB")  # PROJ takes the first one that is set
_DATABASE = "proj.db"
_LAYOUT = "SELECT value FROM metadata WHERE key LIKE 'DATABASE.LAYOUT.VERSION.M%' ORDER BY key"


def drop_foreign_proj_data() -> None:
    """Unset variables that name a database which the PROJ of rasterio's wheel cannot read.

    Programs such as PostGIS set them system-wide. Call this before rasterio is imported.
    """
    found = importlib.util.find_spec("rasterio")
    if found is None or found.origin is None:
        return
    own = _layout([str(Path(found.origin).parent / "proj_data")])
    given = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "")
    if own and given and not _is_readable(_layout(given.split(os.pathsep)), own):
        for name in VARIABLES:
            os.environ.pop(name, None)


def _layout(folders: list[str]) -> tuple[int, ...]:
    """Major and minor version of the first database in these folders; empty if there is none."""
    for folder in folders:
        path = Path(folder, _DATABASE)
        if not path.is_file():
            continue
        try:
            with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
                return tuple(int(value) for (value,) in file.execute(_LAYOUT))
        except (sqlite3.Error, ValueError):
            return ()
    return ()


def _is_readable(layout: tuple[int, ...], own: tuple[int, ...]) -> bool:
    return layout[:1] == own[:1] and layout >= own
