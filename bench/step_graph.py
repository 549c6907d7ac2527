"""A training step recorded once as a CUDA graph and then replayed.

A step of a small network is thousands of short kernels. Launched one by one from Python they keep
the GPU waiting; a graph launches them together.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

WARM_UP = 3  # steps before the recording, for cuDNN's choices and the optimiser's state


class StepGraph:
    """Calls ``step``, which takes tensors and returns one, and replays it from the fourth call on.

    ``step`` must not read results back to the CPU, and its tensors must have the same shapes in
    every call. What a replay returns is overwritten by the next one.
    """

    def __init__(self, step: Callable[..., Tensor]) -> None:
        self._step = step
        self._calls = 0
        self._graph = torch.cuda.CUDAGraph()
        self._inputs: list[Tensor] = []
        self._result: Tensor | None = None

    def __call__(self, *inputs: Tensor) -> Tensor:
        """Take a step."""
        self._calls += 1
        if self._calls <= WARM_UP:
            return self._aside(inputs)
        if self._result is None:
            self._inputs = [tensor.clone() for tensor in inputs]
            with torch.cuda.graph(self._graph):
                self._result = self._step(*self._inputs)
        for own, new in zip(self._inputs, inputs, strict=True):
            own.copy_(new)
        self._graph.replay()
        return self._result

    def _aside(self, inputs: tuple[Tensor, ...]) -> Tensor:
        """A step on another stream, as PyTorch wants it before a recording."""
        current, aside = torch.cuda.current_stream(), torch.cuda.Stream()
        aside.wait_stream(current)
        with torch.cuda.stream(aside):
            result = self._step(*inputs)
        current.wait_stream(aside)
        return result
