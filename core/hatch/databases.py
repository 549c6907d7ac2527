"""SQLite files, which GeoPackages are, that read other files or never end. Standard library, 3.9+.

The modules of some virtual tables read any file, such as VirtualOGR of GDAL and VirtualText of
SpatiaLite. A view may compute its rows without an end.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Optional

SIGNATURE = b"SQLite format 3\0"
# Modules whose tables are in the file itself: indexes, and those of every SpatiaLite database.
_OWN_MODULES = {
    *("rtree", "rtree_i32", "geopoly", "fts3", "fts4", "fts5"),
    *("virtualspatialindex", "virtualelementary", "virtualknn", "virtualknn2"),
}
_ORDINARY = re.compile(r"create\s+(unique\s+)?(table|index|view|trigger)\b", re.I)
_NAME = r"""("(?:[^"]|"")*"|'(?:[^']|'')*'|`(?:[^`]|``)*`|\[[^]]*\]|\w+)"""
_VIRTUAL = re.compile(
    rf"create\s+virtual\s+table\s+(if\s+not\s+exists\s+)?{_NAME}\s+"
    r"""using\s+["'`[]?(?P<module>\w+)["'`\]]?\s*(\(|\Z)""",
    re.I,
)
# Steps of SQLite for the rows of all views, of which a row takes about ten. They take seconds.
_MOST_STEPS = 100_000_000
_STEPS_AT_ONCE = 1_000_000
_UNKNOWN_FUNCTION = re.compile(r"no such function: (?P<name>\w{1,60})")
_RECURSION = re.compile(r"\bwith\b", re.I)


def has_tables_elsewhere(path: Path) -> bool:
    """Whether a table of an SQLite file may be in another file; False if it cannot be read."""
    return any(map(_is_elsewhere, _definitions(path)))


def is_view(path: Path, name: str) -> bool:
    """Whether a table of an SQLite file is a view that no trigger makes editable.

    False if the file cannot be read.
    """
    views = _rows(
        _opened(path),
        "SELECT name FROM sqlite_master WHERE type = 'view' AND lower(name) NOT IN "
        "(SELECT lower(tbl_name) FROM sqlite_master WHERE type = 'trigger')",
    )
    return name.lower() in {str(view).lower() for (view,) in views}


def endless_view(path: Path) -> str:
    """The name of a view of an SQLite file that may never end, "" if there is none.

    All of them are computed, with NULL in place of the functions of GDAL. One that needs these, or
    cannot be computed, may never end if it may be recursive. "" also if the file cannot be read.
    """
    try:
        status = path.stat()
    except OSError:
        return ""
    return _endless_view(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=64)
def _endless_view(path: Path, _: int, __: int) -> str:
    views = _rows(_opened(path), "SELECT name, sql FROM sqlite_master WHERE type = 'view'")
    return next((str(name) for name, sql in views if _is_endless(path, str(name), str(sql))), "")


def _is_endless(path: Path, view: str, definition: str) -> bool:
    database = _opened(path)
    if database is None:
        return False
    steps = iter(range(_MOST_STEPS // _STEPS_AT_ONCE))
    database.set_progress_handler(lambda: next(steps, None) is None, _STEPS_AT_ONCE)
    quoted = view.replace('"', '""')
    missing: set[str] = set()  # functions of GDAL, in place of which NULL is computed
    with closing(database):
        while True:
            try:
                for _ in database.execute(f'SELECT * FROM "{quoted}"'):  # nosec B608
                    pass
            except sqlite3.Error as error:
                unknown = _UNKNOWN_FUNCTION.fullmatch(str(error))
                if unknown and unknown["name"] not in missing:
                    missing.add(unknown["name"])
                    database.create_function(unknown["name"], -1, lambda *_: None)
                    continue
                return next(steps, None) is None or bool(_RECURSION.search(definition))
            return bool(missing and _RECURSION.search(definition))


def _definitions(path: Path) -> list[str]:
    """The statements that define tables, indexes, views and triggers."""
    found = _rows(_opened(path), "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    return [str(sql) for (sql,) in found]


def _rows(database: Optional[sqlite3.Connection], query: str) -> list[tuple[object, ...]]:
    """What a query finds; nothing if the database is damaged."""
    if database is None:
        return []
    with closing(database):
        try:
            return database.execute(query).fetchall()
        except sqlite3.Error:  # reported when it is read
            return []


def _opened(path: Path) -> Optional[sqlite3.Connection]:
    """A database, None if it cannot be read."""
    address = path.absolute().as_uri()
    for mode in ("mode=ro", "immutable=1"):  # the latter in a folder that cannot be written
        database = None
        try:
            database = sqlite3.connect(f"{address}?{mode}", uri=True)
            database.text_factory = lambda data: data.decode("utf-8", "replace")
            database.execute("PRAGMA writable_schema = 1")  # reads those that are not valid, too
            database.execute("SELECT name FROM sqlite_master").fetchone()
        except sqlite3.Error as error:
            if database:
                database.close()
            if not isinstance(error, sqlite3.OperationalError):  # damaged
                return None
        else:
            return database
    return None


def _is_elsewhere(definition: str) -> bool:
    if _ORDINARY.match(definition):
        return False
    virtual = _VIRTUAL.match(definition)
    return virtual is None or virtual["module"].lower() not in _OWN_MODULES
