"""A loaded model in OpenVINO, on the CPU."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from ..models.store import load_model
from .device import computes_bfloat16
from .engine import TorchEngine
from .openvino_graphs import Graphs, graph_key, openvino, openvino_version
from .predict import Encoded, Heads

_STREAMS = 4  # at most; each needs memory for a tile


class OpenVINOEngine(TorchEngine):
    """A model in OpenVINO, at the lowest precision that the processor computes fast.

    The head for clicks, which is small, is computed by PyTorch. Attributes are those of
    ``TorchEngine``, and ``int8``: whether scenes are to be predicted with 8-bit integers, for
    which ``scene_engine`` quantises ``graphs``.
    """

    int8 = False

    def __init__(self, folder: Path, precision: str = "") -> None:
        """Load a model. Raises ModelError if it is damaged, ImportError if OpenVINO is missing.

        ``precision`` is "bf16" or "fp32"; by default bf16 if the processor computes it fast.
        """
        super().__init__(folder, "cpu")
        openvino()  # fails here if it cannot be imported
        precision = precision or ("bf16" if computes_bfloat16(self.device) else "fp32")
        self.name = f"OpenVINO {openvino_version()} on cpu, {precision}"
        self.streams = min(torch.get_num_threads(), _STREAMS)
        self.graphs = Graphs(
            lambda: load_model(folder)[0],
            graph_key(self.manifest.sha256),
            precision.replace("fp", "f"),
            self.streams,
        )

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> Heads:
        """As ``Predictor.predict``; h and w are multiples of 32."""
        found = self.graphs.predict(sar, optical, hallucinate)
        return _by_head(iter(found), hallucinate, optical is not None)

    def encode(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> Encoded:
        """As ``ClickEngine.encode``."""
        found = iter(self.graphs.encode(sar, optical, hallucinate))
        probabilities = _by_head(found, hallucinate, optical is not None)
        features = _by_head(found, hallucinate, optical is not None)
        f_hs, f_os = (None if f is None else f.astype(np.float16) for f in features)
        return probabilities, (f_hs, f_os)


def _by_head(found: Iterator[np.ndarray], hal_sar: bool, opt_sar: bool) -> Heads:
    """The next arrays, of the heads that were run."""
    return next(found) if hal_sar else None, next(found) if opt_sar else None
