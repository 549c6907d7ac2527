"""Bytes cut into lines: the same lines however the bytes arrive, and bounded ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.hatch.lines import LineSplitter

PIECES = st.lists(st.binary(max_size=12) | st.just(b"\n"), max_size=20)


def lines_of(pieces: list[bytes], longest: int) -> list[bytes | None]:
    splitter = LineSplitter(longest)
    found = [line for piece in pieces for line in splitter.feed(piece)]
    return found + splitter.finish()


@given(PIECES)
def test_lines_are_the_same_however_the_bytes_arrive(pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    expected = whole.split(b"\n")
    if not expected[-1]:
        del expected[-1]
    assert lines_of(pieces, 1000) == expected


@given(PIECES, st.integers(0, 10))
def test_long_line_is_none_and_the_next_one_is_read(pieces: list[bytes], longest: int) -> None:
    whole = b"".join(pieces)
    expected = [line if len(line) <= longest else None for line in whole.split(b"\n")]
    if not whole or whole.endswith(b"\n"):
        del expected[-1]
    assert lines_of(pieces, longest) == expected


def test_no_more_than_the_longest_line_is_kept() -> None:
    splitter = LineSplitter(100)
    for _ in range(1000):
        splitter.feed(b"x" * 99)
        assert len(splitter._unfinished) <= 100
