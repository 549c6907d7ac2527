"""A network as graphs of OpenVINO, which are converted once and kept on disk."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from ..hatch.cache_folder import cache_folder
from ..hatch.files import atomic_folder
from ..hatch.jobs import OPTICAL_BANDS, POLARISATIONS
from ..networks import CMHCL

KEPT = 12  # graphs on disk; those used last
_SIDE = 64  # pixels of the image that a network is traced with
_NETWORKS = Path(__file__).parents[1] / "networks"
# Held during the first inference of a graph. Threads that call OpenVINO's Python functions for the
# first time simultaneously can deadlock.
_FIRST = Lock()

_Kind = tuple[bool, bool, bool]  # HAL-SAR, optical, features


def openvino_version() -> str:
    """The version of the installed OpenVINO, "" if there is none."""
    try:
        return version("openvino")
    except PackageNotFoundError:
        return ""


@lru_cache(maxsize=1)
def openvino() -> Any:
    """The module ``openvino``, without its telemetry. Raises ImportError."""
    # OpenVINO sends telemetry on import if this package is installed.
    sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]
    import openvino as module

    return module


class Graphs:
    """The graphs of one network on the CPU, each made when it is first used.

    ``network`` returns the network, float32, if a graph is not on disk under ``key``, which names
    its weights. ``precision`` is "bf16" or "f32". ``streams`` is the number of images computed at
    the same time, if as many threads call ``predict``; they share the processor.
    """

    def __init__(
        self, network: Callable[[], CMHCL], key: str, precision: str, streams: int = 1
    ) -> None:
        self._network = network
        self._key = key
        self._precision = precision
        self._streams = streams
        self._compiled: dict[_Kind, Any] = {}

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool
    ) -> list[np.ndarray]:
        """Probabilities [2, h, w] of each head that is needed.

        Arguments are as in ``Predictor.predict``, heads in the order of its result.
        """
        return self._run(sar, optical, hallucinate, False)

    def encode(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool
    ) -> list[np.ndarray]:
        """As ``predict``, then the fused features [C, h / 2, w / 2] of each head.

        One image at a time is computed, which is the fastest for a single one.
        """
        return self._run(sar, optical, hallucinate, True)

    def _run(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool, features: bool
    ) -> list[np.ndarray]:
        kind = hallucinate, optical is not None, features
        images = batches(sar, optical)
        with _FIRST:
            if kind not in self._compiled:
                self._compiled[kind] = self._compile(kind)
                return self._infer(kind, images)
        return self._infer(kind, images)

    def _compile(self, kind: _Kind) -> Any:
        *_, features = kind
        settings = {
            "INFERENCE_PRECISION_HINT": self._precision,
            "INFERENCE_NUM_THREADS": torch.get_num_threads(),
            "NUM_STREAMS": 1 if features else self._streams,
        }
        return openvino().Core().compile_model(self._graph(*kind), "CPU", settings)

    def _infer(self, kind: _Kind, images: list[np.ndarray]) -> list[np.ndarray]:
        # A request computes one image at a time; making one takes no time.
        request = self._compiled[kind].create_infer_request()
        outputs = list(request.infer(images, share_inputs=True).values())
        if not all(map(len, outputs)):  # what OpenVINO gives if it cannot allocate them
            raise MemoryError("OpenVINO computed no image")
        return [value[0] for value in outputs]

    def _graph(self, *kind: bool) -> Any:
        """The graph from disk, else converted and kept there."""
        parts = (part for part, needed in zip(("hal", "opt", "features"), kind) if needed)
        name = "-".join((self._key, *parts))
        folder = cache_folder() / "openvino" / name
        with suppress(Exception):  # missing or damaged: converted again
            graph = openvino().Core().read_model(folder / "graph.xml")
            os.utime(folder)
            return graph
        graph = converted(self._network(), *kind)
        with suppress(Exception):  # the disk may be full, or the folder not writable
            _keep(graph, folder)
        return graph


def batches(sar: np.ndarray, optical: np.ndarray | None) -> list[np.ndarray]:
    """The inputs of a graph, each a batch of one image."""
    return [sar[None]] if optical is None else [sar[None], optical[None]]


def converted(network: CMHCL, hallucinate: bool, optical: bool, features: bool) -> Any:
    """The graph of a network for images of any size.

    Its outputs are those of ``Graphs.predict``, or with ``features`` of ``Graphs.encode``.
    """
    bands = [len(POLARISATIONS), *([len(OPTICAL_BANDS)] if optical else [])]
    images = tuple(torch.zeros(1, count, _SIDE, _SIDE) for count in bands)
    heads = Heads(network, hallucinate, features).eval()
    with torch.inference_mode(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of shapes that become constants: only those of weights do
        return openvino().convert_model(heads, example_input=images)


def graph_key(weights: str) -> str:
    """Name of the graphs of weights with this sha-256, for this code and these libraries."""
    digest = hashlib.sha256(weights.encode())
    for path in (*sorted(_NETWORKS.glob("*.py")), Path(__file__)):
        digest.update(path.read_bytes())
    digest.update(f"{openvino_version()} {torch.__version__}".encode())
    return digest.hexdigest()[:32]


class Heads(nn.Module):
    """The outputs of a graph as a tuple, from SAR and from optical if it is given."""

    def __init__(self, network: CMHCL, hallucinate: bool, features: bool) -> None:
        super().__init__()
        self.network = network
        self.hallucinate = hallucinate
        self.features = features

    def forward(self, sar: Tensor, optical: Tensor | None = None) -> tuple[Tensor, ...]:
        fused = self.network.fused(sar, optical, self.hallucinate)
        outputs = (*self.network.probabilities(*fused), *(fused if self.features else ()))
        return tuple(output for output in outputs if output is not None)


def _keep(graph: Any, folder: Path) -> None:
    """Write a graph, and remove those that were not used for longest."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with atomic_folder(folder) as new:
        openvino().save_model(graph, new / "graph.xml", compress_to_fp16=False)
    kept = sorted(folder.parent.iterdir(), key=lambda path: path.stat().st_mtime)
    for path in kept[:-KEPT]:
        shutil.rmtree(path, ignore_errors=True)
