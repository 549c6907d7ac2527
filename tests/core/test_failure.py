"""What a job's end by an exception is called."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from core.hatch.errors import Cancelled, InputError
from core.hatch.jobs import TrainingSettings
from core.networks import Preset, assemble
from core.networks.encoder import BasicBlock, ResNet
from core.tasks.failure import failure
from core.training.state import State


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (InputError("a.tif is odd."), "input", "a.tif is odd."),
        (Cancelled(), "cancelled", "Cancelled"),
        (OSError(errno.ENOSPC, "No space", "/full/f.gpkg"), "input", "/full/f.gpkg is full"),
        (MemoryError(), "memory", "ran out of memory"),
        (torch.OutOfMemoryError("CUDA"), "memory", "ran out of memory"),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory"), "memory", "ran out"),
        (RuntimeError("odd"), "internal", "RuntimeError: odd"),
        (OSError(errno.EACCES, "Permission denied"), "internal", "Permission denied"),
    ],
)
def test_kind_and_words(error, kind, words):
    event = failure(error)
    assert event.kind == kind and words in event.message
    assert bool(event.details) == (kind in ("memory", "internal"))


def test_a_full_disk_leaves_the_checkpoint_before_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = assemble(Preset(lambda n: ResNet(n, BasicBlock, (1, 1, 1, 1), width=8), 8))
    state = State(network, TrainingSettings())
    path = tmp_path / "model.checkpoint"
    state.save(path)
    whole = path.read_bytes()

    def full(_, file):
        file.write(b"half of it")
        raise RuntimeError("unexpected pos 62908096 vs 62907984")  # what torch says of it

    monkeypatch.setattr(torch, "save", full)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    with pytest.raises(InputError, match=f"The disk of {tmp_path} is full"):
        state.save(path)
    assert path.read_bytes() == whole and list(tmp_path.iterdir()) == [path]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=10**9))
    with pytest.raises(RuntimeError):
        state.save(path)
