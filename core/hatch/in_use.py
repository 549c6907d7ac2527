"""Whether another process uses a file. Standard library only, Python 3.9+."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path

from .databases import SIGNATURE

_PROCESSES = Path("/proc")


def journals_of(path: Path) -> list[Path]:
    """The files that SQLite has next to a database that is open or was not closed properly.

    A new database of the same name would be mixed up with them.
    """
    names = (f"{path.name}{suffix}" for suffix in ("-wal", "-shm", "-journal"))
    return [path.with_name(name) for name in names if os.path.lexists(path.with_name(name))]


def is_sqlite(path: Path) -> bool:
    """Whether a file is an SQLite database, such as a GeoPackage."""
    with path.open("rb") as file:
        return file.read(len(SIGNATURE)) == SIGNATURE


def is_locked(path: Path) -> bool:
    """Whether another connection reads from or writes to an SQLite database right now."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", 0, uri=True)) as base:
            base.isolation_level = None
            base.execute("BEGIN EXCLUSIVE")
            base.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    except sqlite3.DatabaseError:  # damaged, which is found out elsewhere
        return False
    return False


def open_elsewhere(paths: Collection[Path]) -> list[Path]:
    """Find those of some files that another process of this user has open.

    Known on Linux alone; elsewhere the list is empty. Windows refuses to replace such files.
    """
    wanted = {os.path.realpath(path): path for path in paths}
    return list({name: wanted[name] for name in _open_files() if name in wanted}.values())


def _open_files() -> Iterator[str]:
    """Real paths of all files that other processes of this user have open."""
    with suppress(OSError):
        own = str(os.getpid())
        for process in _PROCESSES.iterdir():
            if process.name.isdigit() and process.name != own:
                with suppress(OSError):  # ended, or of another user
                    for descriptor in (process / "fd").iterdir():
                        with suppress(OSError):
                            yield str(descriptor.readlink())
