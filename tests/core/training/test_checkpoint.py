"""Checkpoint files: read as written, refused if a bit has changed."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import torch

from core.hatch.errors import InputError
from core.training.checkpoint import read_checkpoint, write_checkpoint

VALUES = {"step": 7, "weights": {"a": torch.arange(1000.0)}, "history": [{"loss": 0.5}]}


@pytest.fixture
def checkpoint(tmp_path: Path) -> Path:
    path = tmp_path / "model.checkpoint"
    write_checkpoint(VALUES, path)
    return path


def test_checkpoint_is_read_as_written(checkpoint: Path) -> None:
    read = read_checkpoint(checkpoint)
    assert read["step"] == 7 and read["history"] == VALUES["history"]
    assert torch.equal(read["weights"]["a"], VALUES["weights"]["a"])
    assert [path.name for path in checkpoint.parent.iterdir()] == [checkpoint.name]


@pytest.mark.parametrize("place", [-1, 2000, 60, 100])
def test_changed_byte_is_noticed(checkpoint: Path, place: int) -> None:
    data = bytearray(checkpoint.read_bytes())
    data[place] ^= 1
    checkpoint.write_bytes(data)
    with pytest.raises(InputError, match="sha-256"):
        read_checkpoint(checkpoint)


def test_checkpoint_that_was_cut_off_is_noticed(checkpoint: Path) -> None:
    checkpoint.write_bytes(checkpoint.read_bytes()[:-100])
    with pytest.raises(InputError, match="sha-256"):
        read_checkpoint(checkpoint)


def test_checkpoint_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    torch.save(VALUES, tmp_path / "old.checkpoint")
    assert read_checkpoint(tmp_path / "old.checkpoint")["step"] == 7


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return open, ("/dev/null",)


@pytest.mark.parametrize("content", [b"", b"text", pickle.dumps(Evil()), pickle.dumps([1])])
def test_other_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.checkpoint"
    path.write_bytes(content)
    with pytest.raises(InputError, match="cannot be read"):
        read_checkpoint(path)
