"""A loaded model in OpenVINO, on the CPU."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..models.store import load_model
from .device import computes_bfloat16
from .engine import TorchEngine
from .openvino_graphs import Graphs, graph_key, openvino, openvino_version
from .predict import Encoded


class OpenVINOEngine(TorchEngine):
    """A model in OpenVINO, at the lowest precision that the processor computes fast.

    The head for clicks, which is small, is computed by PyTorch. Attributes are those of
    ``TorchEngine``.
    """

    def __init__(self, folder: Path, precision: str = "") -> None:
        """Load a model. Raises ModelError if it is damaged, ImportError without OpenVINO.

        ``precision`` is "bf16" or "fp32", empty: bf16 if the processor computes it fast.
        """
        super().__init__(folder, "cpu")
        openvino()  # fails here if it cannot be imported
        precision = precision or ("bf16" if computes_bfloat16(self.device) else "fp32")
        self.name = f"OpenVINO {openvino_version()} on cpu, {precision}"
        key = graph_key(self.manifest.sha256)
        self._graphs = Graphs(lambda: load_model(folder)[0], key, precision.replace("fp", "f"))

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> tuple[np.ndarray | None, np.ndarray | None]:
        """As ``Engine.predict``; h and w are multiples of 32."""
        probabilities, _ = self._run(sar, optical, hallucinate)
        return probabilities

    def encode(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> Encoded:
        """As ``ClickEngine.encode``."""
        probabilities, features = self._run(sar, optical, hallucinate)
        f_hs, f_os = (None if f is None else f.astype(np.float16) for f in features)
        return probabilities, (f_hs, f_os)

    def _run(self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool) -> Encoded:
        """As ``encode``, with features float32."""
        found = iter(self._graphs.run(sar, optical, hallucinate))
        runs = hallucinate, optical is not None
        p_hs, p_os = (next(found) if run else None for run in runs)
        f_hs, f_os = (next(found) if run else None for run in runs)
        return (p_hs, p_os), (f_hs, f_os)
