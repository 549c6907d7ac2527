"""Journals, locks and open files of other processes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from core.hatch.in_use import is_locked, is_sqlite, journals_of, open_elsewhere


def database(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE a (b)")
    return path


def test_journals_of_an_open_database_are_found(tmp_path):
    path = database(tmp_path / "a.gpkg")
    assert journals_of(path) == []
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("PRAGMA journal_mode = WAL")
        opened.execute("INSERT INTO a VALUES (1)")
        assert [file.name for file in journals_of(path)] == ["a.gpkg-wal", "a.gpkg-shm"]


def test_database_is_locked_while_another_connection_writes(tmp_path):
    path = database(tmp_path / "a.gpkg")
    before = path.read_bytes()
    assert not is_locked(path)
    with closing(sqlite3.connect(path)) as opened:
        opened.isolation_level = None
        opened.execute("BEGIN IMMEDIATE")
        assert is_locked(path)
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


def test_file_that_is_no_database_is_not_locked(tmp_path):
    path = tmp_path / "a.gpkg"
    path.write_text("text")
    assert not is_sqlite(path) and not is_locked(path)


@pytest.mark.skipif(sys.platform != "linux", reason="open files are known on Linux alone")
def test_file_that_another_process_has_open_is_found(tmp_path):
    used, free = tmp_path / "used", tmp_path / "free"
    used.touch()
    free.touch()
    code = "import sys; file = open(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    with (
        used.open(),
        free.open(),
        subprocess.Popen(
            [sys.executable, "-c", code, used], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process,
    ):
        assert process.stdout and process.stdout.readline()
        assert open_elsewhere([used, free]) == [used]
        process.communicate()
