"""Strips on disk: what comes back is exact, and damage ends it."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.hatch.events import Event, Log
from core.hatch.reporter import Reporter
from core.hatch.resume_folders import remove_outdated, remove_strips, strips_folder
from core.raster import strip_cache
from core.raster.blend import Strip
from core.raster.strip_cache import StripCache
from core.tasks.cluster import parts_folder
from core.timing import Timing

HEIGHT, WIDTH, ROWS = 30, 13, 6

quick = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])


def strips(seed: int = 0, count: int = HEIGHT // ROWS) -> list[Strip]:
    """Strips with invalid pixels; the share of optical is constant in every other one."""
    rng = np.random.default_rng(seed)
    made = []
    for number in range(count):
        valid = rng.random((ROWS, WIDTH)) < rng.choice([0.0, 0.7, 1.0])
        probability, contact, share = rng.random((3, ROWS, WIDTH), dtype=np.float32) * valid
        share = share if number % 2 else valid.astype(np.float32)
        made.append(Strip(number * ROWS, probability, contact, valid, share))
    return made


def cached(folder: Path, key: str = "a", send: Any = lambda _: None) -> StripCache:
    return StripCache(folder / "out.gpkg", key, range(HEIGHT), Reporter(send))


def write(folder: Path, made: list[Strip], count: int, key: str = "a") -> None:
    """Keep strips, as a run that is killed after so many does."""
    through = cached(folder, key).write_through(iter(made), Timing())
    for _ in range(count):
        next(through)


def same(first: list[Strip], second: list[Strip]) -> bool:
    return len(first) == len(second) and all(
        a.row == b.row
        and all(
            np.array_equal(getattr(a, name), getattr(b, name))
            and getattr(a, name).dtype == getattr(b, name).dtype
            for name in ("probability", "contact", "valid", "optical_share")
        )
        for a, b in zip(first, second)
    )


@quick
@given(seed=st.integers(0, 99), count=st.integers(0, HEIGHT // ROWS))
def test_cached_strips_come_back_exactly(tmp_path: Path, seed: int, count: int) -> None:
    made = strips(seed)
    remove_strips(tmp_path / "out.gpkg")
    write(tmp_path, made, count)
    # All but the last one of the raster, after which there is nothing to continue.
    assert same(list(cached(tmp_path).read()), made[: min(count, len(made) - 1)])


@quick
@given(data=st.data(), seed=st.integers(0, 9))
def test_damage_anywhere_ends_the_strip_cache(tmp_path: Path, data: Any, seed: int) -> None:
    made = strips(seed)
    remove_strips(tmp_path / "out.gpkg")
    write(tmp_path, made, 4)
    files = sorted(strips_folder(tmp_path / "out.gpkg").iterdir())
    number = data.draw(st.integers(0, 3))
    content = bytearray(files[number].read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content[place] ^= 1 << data.draw(st.integers(0, 7))
    else:
        del content[place:]
    files[number].write_bytes(content)
    found = list(cached(tmp_path).read())
    assert number <= len(found) <= 4 and same(found, made[: len(found)])


def test_strips_after_a_missing_one_are_not_used(tmp_path: Path) -> None:
    write(tmp_path, strips(), 4)
    sorted(strips_folder(tmp_path / "out.gpkg").iterdir())[1].unlink()
    assert same(list(cached(tmp_path).read()), strips()[:1])


def test_strips_of_another_key_are_removed(tmp_path: Path) -> None:
    write(tmp_path, strips(), 3)
    assert list(cached(tmp_path, "b").read()) == []
    assert not strips_folder(tmp_path / "out.gpkg").is_dir()


def test_without_a_key_nothing_is_kept(tmp_path: Path) -> None:
    write(tmp_path, strips(), 3, key="")
    assert list(tmp_path.iterdir()) == []


def test_a_single_strip_is_not_kept(tmp_path: Path) -> None:
    single = StripCache(tmp_path / "out.gpkg", "a", range(ROWS), Reporter())
    assert len(list(single.write_through(iter(strips(count=1)), Timing()))) == 1
    assert list(tmp_path.iterdir()) == []


def full_disk(*_: Any) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def half_written(path: Path, *_: Any) -> None:
    path.write_bytes(b"half")
    full_disk()


@pytest.mark.parametrize("writer", [full_disk, half_written])
def test_full_disk_ends_the_keeping_and_not_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writer: Any
) -> None:
    events: list[Event] = []
    through = cached(tmp_path, send=events.append).write_through(iter(strips()), Timing())
    passed = [next(through), next(through)]
    assert strips_folder(tmp_path / "out.gpkg").is_dir()
    monkeypatch.setattr(strip_cache, "_write", writer)
    passed += through
    assert same(passed, strips())
    assert list(tmp_path.iterdir()) == []
    (said,) = events
    assert isinstance(said, Log) and said.message.startswith("There is no room to keep")


def test_room_is_left_for_the_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage:
        free = strip_cache._RESERVE + strip_cache.PIXEL_BYTES * ROWS * WIDTH - 1

    monkeypatch.setattr(strip_cache.shutil, "disk_usage", lambda _: Usage)
    assert same(list(cached(tmp_path).write_through(iter(strips()), Timing())), strips())
    assert list(tmp_path.iterdir()) == []


def test_strips_older_than_a_week_are_removed(tmp_path: Path) -> None:
    week = 7 * 24 * 3600
    for name, age in (("old", week + 60), ("new", week - 60)):
        folder = strips_folder(tmp_path / name)
        folder.mkdir()
        (folder / "a-00000.npz").touch()
        os.utime(folder, (time.time() - age,) * 2)
    remove_outdated(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".new.strips"]


@pytest.mark.parametrize("extra", ["", "notes.txt"])
def test_parts_older_than_a_week_are_removed_unless_there_is_another_file(tmp_path: Path, extra):
    week, names = 7 * 24 * 3600, [f"{'0a' * 8}-00001.part", f"{'0a' * 16}.running"]
    names += [f".{names[0]}.unfinished", *filter(None, [extra])]
    for out, age in (("old", week + 60), ("new", week - 60)):
        folder = parts_folder(tmp_path / out)
        folder.mkdir()
        for name in names:
            (folder / name).touch()
        os.utime(folder, (time.time() - age,) * 2)
    remove_outdated(tmp_path)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ([".new.parts", ".old.parts"] if extra else [".new.parts"])


def test_a_file_of_somebody_else_is_not_removed(tmp_path: Path) -> None:
    folder = strips_folder(tmp_path / "out.gpkg")
    folder.mkdir()
    for name in ("a-00000.npz", "a-00001.npz.part", "notes.txt"):
        (folder / name).touch()
    remove_strips(tmp_path / "out.gpkg")
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_strips_are_next_to_the_target_of_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.gpkg"
    link.symlink_to(tmp_path / "real" / "out.gpkg")
    assert strips_folder(link) == strips_folder(tmp_path / "real" / "out.gpkg")
