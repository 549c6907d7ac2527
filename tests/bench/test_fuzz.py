"""The short form of make fuzz, and that it finds what it looks for."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.fuzz import batches
from bench.fuzz.child import Guard, sample_of, try_input
from bench.fuzz.kind import FaultError, Kind, Sample, check_sentence
from bench.fuzz.kinds import KINDS
from core.hatch.errors import InputError

NATIVE = ("rasters", "probabilities", "vectors")  # read by GDAL, which could crash


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in KINDS if name not in NATIVE])
def test_whatever_an_input_is_it_is_read_or_refused(name: str, tmp_path: Path) -> None:
    kind = KINDS[name]
    samples = list(kind.seeds(tmp_path))

    @settings(max_examples=60, database=None, derandomize=True)
    @given(st.randoms(use_true_random=False))
    def read(random: Random) -> None:
        with tempfile.TemporaryDirectory() as folder:
            outcome = try_input(kind, kind.damage(random, samples), Path(folder))
        assert outcome["outcome"] in ("accepted", "refused"), outcome

    read()


@pytest.mark.slow
@pytest.mark.parametrize("name", NATIVE)
def test_whatever_a_file_is_gdal_reads_it_or_it_is_refused(name: str) -> None:
    tally = batches.run(name, seed=0, first=0, count=60)
    assert tally.faults == {}
    assert tally.outcomes["accepted"] > 5 and tally.outcomes["refused"] > 5


@pytest.mark.parametrize("name", KINDS)
def test_valid_inputs_are_accepted(name: str, tmp_path: Path) -> None:
    made, room = tmp_path / "made", tmp_path / "room"
    made.mkdir()
    read = []
    for number, sample in enumerate(KINDS[name].seeds(made)):
        folder = room / str(number)
        folder.mkdir(parents=True)
        read.append(try_input(KINDS[name], sample, folder)["outcome"])
    # Some images are refused as SAR, or next to SAR that lies elsewhere.
    assert "fault" not in read and read.count("accepted") >= 0.8 * len(read)


def test_an_input_depends_on_its_number_alone(tmp_path: Path) -> None:
    samples = list(KINDS["zips"].seeds(tmp_path))
    first, again, other = (sample_of("zips", 3, number, samples) for number in (7, 7, 8))
    assert first == again != other


def kind_that(read: object) -> Kind:
    def damage(_: Random, samples: Sequence[Sample]) -> Sample:
        return samples[0]

    return Kind(lambda _: [Sample(b"x")], damage, read, share=1)  # type: ignore[arg-type]


def refuse(path: Path) -> None:
    raise InputError(f"The file cannot be read: {path}")


def refuse_badly(path: Path) -> None:
    raise InputError(f"two\nlines: {path}")


def leave_a_file(path: Path) -> None:
    path.with_name("left").touch()


def fail(path: Path) -> None:
    raise KeyError(path.name)


@pytest.mark.parametrize(
    ("read", "expected"),
    [(refuse, "refused"), (refuse_badly, "fault"), (leave_a_file, "fault"), (fail, "fault")],
)
def test_what_a_reader_does_is_told(tmp_path: Path, read: object, expected: str) -> None:
    assert try_input(kind_that(read), Sample(b"x"), tmp_path)["outcome"] == expected


@pytest.mark.parametrize("text", ["", " ", "a\x1b[2J", "x" * 10_000])
def test_text_that_is_no_sentence_is_a_fault(text: str) -> None:
    with pytest.raises(FaultError):
        check_sentence(text)


def test_files_outside_of_the_folder_are_noticed(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    guard = Guard(inside)
    (inside / "a").write_text("a")
    (inside / "a").rename(inside / "b")
    assert guard.outside == []
    (tmp_path / "c").write_text("c")
    (inside / "b").rename(tmp_path / "d")
    assert guard.outside == [str(tmp_path / "c"), str(tmp_path / "d")]
    guard.close()


@pytest.mark.slow
def test_a_crash_and_a_hang_are_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = 'import os, sys, time; print(); print(\'{"outcome": "refused"}\', flush=True); '
    for end, where in (("os.abort()", "crash"), ("time.sleep(60)", "hang")):
        monkeypatch.setattr(batches, "LIMIT_S", 5.0)
        monkeypatch.setattr(batches, "_command", lambda *_, e=end: ["python3", "-c", lines + e])
        tally = batches.run("zips", seed=0, first=0, count=2)
        assert [fault.where for fault in tally.faults.values()] == [where]
        assert tally.outcomes == {"refused": 1, "fault": 1}
