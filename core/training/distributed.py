"""Training on several devices: torchrun starts a process for each, with a slice of the batch."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import torch
from torch import distributed

from ..hatch.errors import InputError

# The other processes wait while the first one validates.
_PATIENCE = timedelta(hours=2)


@dataclass(frozen=True)
class ProcessGroup:
    """Rank of this process and number of processes of a training, (0, 1) without torchrun."""

    rank: int
    count: int

    @property
    def first(self) -> bool:
        """Whether this process validates, reports and writes."""
        return self.rank == 0

    def batch_slice(self, batch: int) -> slice:
        """The items of a batch for this process. Raises InputError if it cannot be divided."""
        if batch % self.count:
            raise InputError(
                "A batch of {batch} cannot be divided among {count} processes; choose a batch "
                "that is a multiple of them.",
                batch=batch,
                count=self.count,
            )
        size = batch // self.count
        return slice(self.rank * size, (self.rank + 1) * size)


SINGLE_PROCESS = ProcessGroup(0, 1)


def is_first_process() -> bool:
    """Whether this is the first process of the group, also before it has joined."""
    return os.environ.get("RANK", "0") == "0"


@contextmanager
def process_group(device: torch.device) -> Iterator[ProcessGroup]:
    """Join the process group that torchrun's environment variables describe.

    The backend is NCCL on CUDA, where each process uses the device of its local rank, else Gloo.
    """
    count = _number("WORLD_SIZE", "1")
    if count == 1:
        yield SINGLE_PROCESS
        return
    if device.type == "cuda":
        torch.cuda.set_device(_number("LOCAL_RANK"))
    backend = "nccl" if device.type == "cuda" else "gloo"
    distributed.init_process_group(backend, timeout=_PATIENCE)
    try:
        yield ProcessGroup(distributed.get_rank(), count)
    finally:
        distributed.destroy_process_group()


def _number(variable: str, default: str = "") -> int:
    """The value of one of torchrun's variables. Raises InputError if it is not a number."""
    text = os.environ.get(variable, default)
    if not text.isdecimal():
        raise InputError(
            "The environment variable {variable} is not a number; start with torchrun, or remove "
            "the variable.",
            variable=variable,
        )
    return int(text)
