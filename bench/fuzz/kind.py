"""What the kinds of input have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

LONGEST_MESSAGE = 4_000  # characters


class FaultError(Exception):
    """A bad input was neither read nor refused as it should be."""


@dataclass(frozen=True)
class Sample:
    """One input: the content of a file, and the extension of its name."""

    data: bytes
    extension: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of input.

    Attributes
    ----------
    seeds
        Makes valid inputs. It may write to the folder that it is given.
    damage
        Makes an input out of the valid ones, by random numbers alone.
    read
        Reads the input in this file as the program does. It may write to the folder of the file,
        but only files that ``written`` allows. Raises InputError where the input is refused.
    written
        Whether ``read`` may leave a file of this path, relative to the folder.
    share
        Part of all inputs that are of this kind.
    """

    seeds: Callable[[Path], Sequence[Sample]]
    damage: Callable[[Random, Sequence[Sample]], Sample]
    read: Callable[[Path], None]
    share: float
    written: Callable[[Path], bool] = lambda _: False


def check_sentence(text: str) -> None:
    """Raise FaultError unless a text can be shown to the user as one sentence."""
    if not text.strip():
        raise FaultError("a refusal without a reason")
    if len(text) > LONGEST_MESSAGE:
        raise FaultError(f"a reason of {len(text):,} characters: {text[:200]}")
    if not text.isprintable():
        raise FaultError(f"a reason with control characters: {text[:200]!r}")
    text.encode("utf-8")
