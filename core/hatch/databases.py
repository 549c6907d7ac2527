"""SQLite files, which GeoPackages are, with tables in other files. Standard library, Python 3.9+.

The modules of some virtual tables read any file, such as VirtualOGR of GDAL and VirtualText of
SpatiaLite.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

SIGNATURE = b"SQLite format 3\0"
# Modules whose tables are in the file itself: indexes, and those of every SpatiaLite database.
_OWN_MODULES = {
    *("rtree", "rtree_i32", "geopoly", "fts3", "fts4", "fts5"),
    *("virtualspatialindex", "virtualelementary", "virtualknn", "virtualknn2"),
}
_ORDINARY = re.compile(r"create\s+(unique\s+)?(table|index|view|trigger)\b", re.I)
_NAME = r"""("[^"]*"|'[^']*'|`[^`]*`|\[[^]]*\]|\w+)"""
_VIRTUAL = re.compile(
    rf"create\s+virtual\s+table\s+(if\s+not\s+exists\s+)?{_NAME}\s+"
    r"""using\s+["'`[]?(?P<module>\w+)["'`\]]?\s*(\(|\Z)""",
    re.I,
)
_VIEW = re.compile(rf"create\s+view\s+(if\s+not\s+exists\s+)?(?P<table>{_NAME})", re.I)
_TRIGGER = re.compile(
    rf"create\s+trigger\s+.*?\sinstead\s+of\s.*?\son\s+(?P<table>{_NAME})", re.I | re.S
)


def has_tables_elsewhere(path: Path) -> bool:
    """Whether a table of an SQLite file may be in another file; False if it cannot be read."""
    return any(map(_is_elsewhere, _definitions(path)))


def is_view(path: Path, name: str) -> bool:
    """Whether a table of an SQLite file is a view that no trigger makes editable.

    False if the file cannot be read.
    """
    definitions = _definitions(path)
    return name.lower() in _named(_VIEW, definitions) - _named(_TRIGGER, definitions)


def _named(pattern: re.Pattern[str], definitions: list[str]) -> set[str]:
    """The tables that the definitions of one kind name."""
    found = map(pattern.match, definitions)
    return {match["table"].strip("\"'`[]").lower() for match in found if match}


def _definitions(path: Path) -> list[str]:
    """The statements that define tables, indexes, views and triggers."""
    address = path.absolute().as_uri()
    for mode in ("mode=ro", "immutable=1"):  # the latter in a folder that cannot be written
        try:
            with closing(sqlite3.connect(f"{address}?{mode}", uri=True)) as file:
                file.text_factory = lambda data: data.decode("utf-8", "replace")
                file.execute("PRAGMA writable_schema = 1")  # reads those that are not valid, too
                return [str(sql) for (sql,) in file.execute("SELECT sql FROM sqlite_master") if sql]
        except sqlite3.OperationalError:
            continue
        except sqlite3.Error:  # damaged, reported by whoever reads it
            break
    return []


def _is_elsewhere(definition: str) -> bool:
    if _ORDINARY.match(definition):
        return False
    virtual = _VIRTUAL.match(definition)
    return virtual is None or virtual["module"].lower() not in _OWN_MODULES
