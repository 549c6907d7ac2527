"""Training on several devices: one process each, started by torchrun, a share of the batch each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import torch
from torch import distributed

from ..hatch.errors import InputError

# The other processes wait while the first one validates, which takes as long as there are scenes.
_PATIENCE = timedelta(hours=2)


@dataclass(frozen=True)
class ProcessGroup:
    """This process among those of one training; without torchrun it is the only one."""

    rank: int
    count: int

    @property
    def first(self) -> bool:
        """Whether this process validates, reports and writes."""
        return self.rank == 0

    def share(self, batch: int) -> slice:
        """This process's part of a batch. Raises InputError when it cannot be shared out."""
        if batch % self.count:
            raise InputError(
                f"A batch of {batch} cannot be shared out to {self.count} processes; choose a "
                "batch that is a multiple of them."
            )
        size = batch // self.count
        return slice(self.rank * size, (self.rank + 1) * size)


SINGLE_PROCESS = ProcessGroup(0, 1)


@contextmanager
def joined(device: torch.device) -> Iterator[ProcessGroup]:
    """The processes that torchrun's environment variables tell of, connected while this is open.

    Through NCCL on CUDA, where each process takes the device of its local rank, else through Gloo.
    """
    count = int(os.environ.get("WORLD_SIZE", "1"))
    if count == 1:
        yield SINGLE_PROCESS
        return
    if device.type == "cuda":
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    backend = "nccl" if device.type == "cuda" else "gloo"
    distributed.init_process_group(backend, timeout=_PATIENCE)
    try:
        yield ProcessGroup(distributed.get_rank(), count)
    finally:
        distributed.destroy_process_group()
