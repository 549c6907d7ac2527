"""Outputs appear under their name only when they are whole."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections import namedtuple
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from bench.faults.hooks import on_operations
from core.hatch import files
from core.hatch.errors import InputError
from core.hatch.files import (
    atomic_files,
    atomic_folder,
    atomic_output,
    cannot_write,
    is_almost_full,
    only_run,
    unfinished_path,
)

Usage = namedtuple("Usage", ["total", "used", "free"])
ROOT = Path(__file__).parents[3]
WRITE = """
import sys
from pathlib import Path
from core.hatch.files import atomic_output
with atomic_output(Path(sys.argv[1])) as new:
    new.write_text("half")
    print("writing", flush=True)
    sys.stdin.read()
"""


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_output_replaces_the_old_file_when_the_block_succeeds(tmp_path):
    out = tmp_path / "out.txt"
    out.write_text("old")
    with atomic_output(out) as new:
        new.write_text("new")
        assert new.suffix == ".txt" and out.read_text() == "old"
    assert out.read_text() == "new" and names(tmp_path) == ["out.txt"]


def test_folder_replaces_the_old_one_when_the_block_succeeds(tmp_path):
    out = tmp_path / "model"
    out.mkdir()
    (out / "old").touch()
    with atomic_folder(out) as new:
        (new / "new").touch()
        assert names(out) == ["old"]
    assert names(tmp_path) == ["model", "model/new"]


@pytest.mark.parametrize("atomic", [atomic_output, atomic_folder])
def test_exception_in_the_block_leaves_what_was_there(tmp_path, atomic):
    out = tmp_path / "out"
    with pytest.raises(KeyError), atomic(out) as new:
        (new.parent / "half").touch()
        raise KeyError
    assert names(tmp_path) == []


@pytest.mark.parametrize("atomic", [atomic_output, atomic_folder])
def test_remains_of_a_killed_process_are_removed(tmp_path, atomic):
    out = tmp_path / "out"
    unfinished_path(out).mkdir()
    (unfinished_path(out) / "half").touch()
    with atomic(out) as new:
        if atomic is atomic_output:
            new.touch()
        assert not (new.parent / "half").exists()
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("atomic", [atomic_output, atomic_folder])
def test_folder_that_cannot_be_written_is_an_error_that_names_it(tmp_path, atomic):
    (tmp_path / "file").touch()
    for parent in ("missing", "file"):
        with (
            pytest.raises(InputError, match=f"{parent} cannot be written"),
            atomic(tmp_path / parent / "out"),
        ):
            pytest.fail("the block must not run")


def test_output_that_cannot_be_replaced_is_an_error_that_names_it(tmp_path):
    out = tmp_path / "out"
    (out / "inside").mkdir(parents=True)
    with pytest.raises(InputError, match=r"cannot be replaced .*out$"), atomic_output(out) as new:
        new.touch()
    assert names(tmp_path) == ["out", "out/inside"]


def test_folder_that_cannot_be_replaced_stays(tmp_path, monkeypatch):
    out = tmp_path / "model"
    out.mkdir()
    (out / "old").touch()
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if target == out and path.name == "new":
            raise OSError("in use")
        return rename(path, target)

    monkeypatch.setattr(files, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(InputError, match=r"cannot be replaced .*model$"), atomic_folder(out):
        pass
    assert names(tmp_path) == ["model", "model/old"]


def writer(out: Path) -> subprocess.Popen[bytes]:
    """Another process that has begun to write an output and waits."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE, out],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout and process.stdout.readline()
    return process


def test_next_run_in_the_folder_removes_what_a_killed_one_left(tmp_path):
    with writer(tmp_path / "killed.txt") as process:
        process.send_signal(signal.SIGKILL)
    assert names(tmp_path) != []
    with atomic_output(tmp_path / "other.txt") as new:
        new.touch()
    assert names(tmp_path) == ["other.txt"]


def test_run_that_is_alive_is_left_alone_and_its_output_refused(tmp_path):
    out = tmp_path / "out.txt"
    with writer(out) as process:
        with atomic_output(tmp_path / "other.txt") as new:
            new.touch()
        with pytest.raises(InputError, match="Another run is writing"), atomic_output(out):
            pytest.fail("the block must not run")
        process.communicate()
    assert out.read_text() == "half" and names(tmp_path) == ["other.txt", "out.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="folders are swapped on Linux")
@pytest.mark.parametrize("atomic", [atomic_output, atomic_folder])
def test_process_killed_before_any_operation_leaves_old_or_new_and_is_cleared_up(tmp_path, atomic):
    out, operation, killed = tmp_path / "out", 0, True
    file = out / "file" if atomic is atomic_folder else out
    with atomic(out) as new:
        (new / "file" if atomic is atomic_folder else new).write_text("old")
    while killed:
        operation += 1
        killed = killed_before(operation, tmp_path, lambda: write_new(out, atomic))
        assert file.read_text() in ("old", "new")
        with atomic_output(tmp_path / "other") as new:
            new.touch()
        assert [name for name in names(tmp_path) if name.startswith(".")] == []
    assert operation > 5 and file.read_text() == "new"


def write_new(out: Path, atomic: Callable[[Path], AbstractContextManager[Path]]) -> None:
    with atomic(out) as new:
        (new / "file" if atomic is atomic_folder else new).write_text("new")


def killed_before(operation: int, folder: Path, action: Callable[[], None]) -> bool:
    """Do something in another process that is killed before an operation on a file."""
    process = os.fork()
    if process == 0:
        on_operations(
            folder,
            lambda number, _: os.kill(os.getpid(), signal.SIGKILL) if number == operation else None,
        )
        action()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(process, 0)[1])


def test_folder_that_cannot_be_begun_is_an_error_that_names_it(tmp_path, monkeypatch):
    make = Path.mkdir

    def fail(folder: Path, *arguments: object, **named: object) -> None:
        if folder.name == "new":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        make(folder, *arguments, **named)

    monkeypatch.setattr(Path, "mkdir", fail)
    with pytest.raises(InputError, match="cannot be written"), atomic_folder(tmp_path / "model"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_output_that_cannot_be_locked_for_lack_of_space_leaves_nothing(tmp_path, monkeypatch):
    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "try_lock", full)
    with pytest.raises(InputError, match="is full"), atomic_output(tmp_path / "out"):
        pytest.fail("the block must not run")
    assert names(tmp_path) == []


def test_link_stays_and_its_target_is_replaced(tmp_path):
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    with atomic_output(link) as new:
        new.write_text("new")
    assert link.is_symlink() and target.read_text() == "new"


def test_finished_output_is_kept_if_the_old_one_was_opened_meanwhile(tmp_path):
    out = tmp_path / "out.gpkg"
    out.write_text("old")
    with (
        pytest.raises(InputError, match=r"cannot be replaced .*out_2\.gpkg: .*out\.gpkg$"),
        atomic_output(out) as new,
    ):
        new.write_text("new")
        (tmp_path / "out.gpkg-wal").touch()
    assert out.read_text() == "old" and (tmp_path / "out_2.gpkg").read_text() == "new"


@pytest.mark.parametrize("exists", [True, False])
def test_file_that_was_written_meanwhile_is_not_replaced(tmp_path, exists):
    out = tmp_path / "out.txt"
    if exists:
        out.write_text("old")
    with (
        pytest.raises(InputError, match=r"changed by another program.*out_2\.txt"),
        atomic_output(out) as new,
    ):
        new.write_text("new")
        out.write_text("of another program")
    assert out.read_text() == "of another program"
    assert (tmp_path / "out_2.txt").read_text() == "new"


@pytest.mark.parametrize("exists", [True, False])
def test_folder_that_was_filled_meanwhile_is_not_replaced(tmp_path, exists):
    out = tmp_path / "model"
    if exists:
        out.mkdir()
    with pytest.raises(InputError, match="model_2"), atomic_folder(out) as new:
        (new / "weights").touch()
        out.mkdir(exist_ok=True)
        (out / "notes").touch()
    assert names(tmp_path) == ["model", "model/notes", "model_2", "model_2/weights"]


@pytest.mark.parametrize("atomic", [atomic_output, atomic_folder])
def test_output_is_flushed_before_it_gets_its_name(tmp_path, atomic, monkeypatch):
    out, flushed = tmp_path / "out", []
    flush = files._flush

    def note(path: Path) -> None:
        flushed.append(out.exists())
        flush(path)

    monkeypatch.setattr(files, "_flush", note)
    with atomic(out) as new:
        (new if atomic is atomic_output else new / "file").touch()
    assert flushed and not any(flushed)


def test_disk_that_fills_up_at_the_end_leaves_nothing(tmp_path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with (
        pytest.raises(InputError, match=f"The disk of {tmp_path} is full"),
        atomic_output(tmp_path / "out") as new,
    ):
        new.touch()
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space"), "disk of .*/folder is full"),
        (OSError(errno.EDQUOT, "Quota"), "disk of .*/folder is full"),
        (OSError(errno.EROFS, "Read-only"), r"/folder cannot be written \(Read-only\)"),
        (UnicodeError("surrogates not allowed"), r"/folder cannot be written .*not UTF-8"),
        (RuntimeError("disk I/O\nerror"), r"/folder cannot be written \(disk I/O error\)"),
    ],
)
def test_write_error_is_a_sentence_about_the_folder_that_the_user_knows(tmp_path, error, words):
    folder = tmp_path / "folder"
    folder.mkdir()
    for path in (folder / "out", unfinished_path(folder / "out") / "new" / "weights"):
        with pytest.raises(InputError, match=words):
            raise cannot_write(path, error)


def test_write_error_in_a_folder_that_vanished_says_so(tmp_path):
    error = cannot_write(tmp_path / "gone" / "out", RuntimeError("cannot open"))
    assert "gone cannot be written (No such file or directory)" in str(error)


def test_only_run_refuses_another_one_but_not_its_own_output(tmp_path):
    out = tmp_path / "folder" / "out.txt"
    with only_run(out):
        with atomic_output(out) as new:
            new.write_text("new")
        with pytest.raises(InputError, match=f"Another run .* {out}"), only_run(out):
            pytest.fail("the block must not run")
    with only_run(out):
        pass
    assert out.read_text() == "new" and names(out.parent) == ["out.txt"]


def test_what_is_left_of_a_killed_only_run_does_not_stop_the_next(tmp_path):
    code = "import os; from pathlib import Path; from core.hatch.files import only_run\n"
    code += f"with only_run(Path({str(tmp_path / 'out')!r})): os._exit(1)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert names(tmp_path) == [".out.run.unfinished", ".out.run.unfinished/cmhcl.lock"]
    with only_run(tmp_path / "out"):
        pass
    assert names(tmp_path) == []


def test_several_files_of_one_output_get_their_names_together(tmp_path):
    out = tmp_path / "a.shp"
    with atomic_files(out) as new:
        assert new.name == "a.shp" and new.parent != tmp_path
        for suffix in (".shp", ".dbf"):
            new.with_suffix(suffix).write_text(suffix)
        assert not out.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.dbf", "a.shp"]
    with pytest.raises(InputError, match="several files"), atomic_files(out) as new:
        for suffix in (".shp", ".dbf"):
            new.with_suffix(suffix).write_text("new")
    assert out.read_text() == ".shp" and out.with_suffix(".dbf").read_text() == ".dbf"


def test_one_file_of_any_format_replaces_the_old_one(tmp_path):
    out = tmp_path / "a.gpkg"
    out.write_text("old")
    with atomic_files(out) as new:
        new.write_text("new")
    assert out.read_text() == "new" and list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("ending", [".ovr", ".aux.xml", ".msk"])
def test_overviews_and_statistics_of_a_replaced_raster_are_removed(tmp_path, ending):
    """GDAL would read them with the new raster."""
    out, other = tmp_path / "p.tif", tmp_path / f"other.tif{ending}"
    for path in (out, other, tmp_path / f"p.tif{ending}", tmp_path / "p.qml"):
        path.write_text("old")
    with pytest.raises(KeyError), atomic_output(out):
        raise KeyError
    assert len(names(tmp_path)) == 4
    with atomic_output(out) as new:
        new.write_text("new")
    assert names(tmp_path) == [other.name, "p.qml", "p.tif"]


def test_file_system_without_a_size_is_not_full(monkeypatch):
    monkeypatch.setattr(files.shutil, "disk_usage", lambda _: Usage(0, 0, 0))
    assert not is_almost_full(Path("/proc"))
    monkeypatch.setattr(files.shutil, "disk_usage", lambda _: Usage(10**9, 10**9, 0))
    assert is_almost_full(Path("/proc"))
