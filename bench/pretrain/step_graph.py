"""A training step recorded once as a CUDA graph and then replayed.

A step of a small network is thousands of short kernels. Launched one by one from Python they keep
the GPU waiting; a graph launches them together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import torch
from torch import Tensor

from .pool import Crops

WARM_UP = 3  # steps before the recording, for cuDNN's benchmarks and the optimiser's state
Step = Callable[[Tensor, Tensor, Crops], Tensor]


class StepGraph:
    """Replays ``step(sar, optical, crops)``, which returns the terms of the loss.

    ``step`` must not read results back to the CPU. Inputs of later calls have the shapes of those
    that it was recorded with, and of ``crops`` only the marks and the mosaic are read.
    """

    def __init__(self, step: Step, sar: Tensor, optical: Tensor, crops: Crops) -> None:
        marks = {name: mark.clone() for name, mark in crops.marks.items()}
        self._crops = replace(crops, marks=marks, mosaic=crops.mosaic.clone())
        self._sar, self._optical = sar.clone(), optical.clone()
        aside = torch.cuda.Stream()
        aside.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(aside):
            for _ in range(WARM_UP):
                step(self._sar, self._optical, self._crops)
        torch.cuda.current_stream().wait_stream(aside)
        self._graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self._graph):
            self._parts = step(self._sar, self._optical, self._crops)

    def __call__(self, sar: Tensor, optical: Tensor, crops: Crops) -> Tensor:
        """Take a step; the result is overwritten by the next one."""
        self._sar.copy_(sar)
        self._optical.copy_(optical)
        self._crops.mosaic.copy_(crops.mosaic)
        for name, mark in self._crops.marks.items():
            mark.copy_(crops.marks[name])
        self._graph.replay()
        return self._parts
