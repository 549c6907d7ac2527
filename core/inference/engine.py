"""A loaded model on a device."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ..hatch.jobs import AUTO
from ..models.store import load_model
from .device import choose_device, computes_bfloat16, on_device

TILE = 512


class TorchEngine:
    """A model in PyTorch, at the lowest precision that the device computes fast.

    Attributes
    ----------
    folder, manifest
        Model folder and its manifest.
    device, reason
        Device, and why it was chosen.
    name
        Library, device and precision.
    tile
        Side of a tile in pixels.
    """

    tile = TILE

    def __init__(self, folder: Path, device: str = AUTO) -> None:
        """Load a model. Raises ModelError if it is damaged, InputError without the device."""
        self.folder = folder
        self.device, self.reason = choose_device(device)
        network, self.manifest = load_model(folder)
        self._dtype = torch.bfloat16 if computes_bfloat16(self.device) else torch.float32
        self._network = on_device(network.to(self._dtype), self.device)
        precision = "bf16" if self._dtype == torch.bfloat16 else "fp32"
        self.name = f"PyTorch {torch.__version__} on {self.device.type}, {precision}"

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> tuple[np.ndarray | None, np.ndarray | None]:
        """As ``Engine.predict``; h and w are multiples of 32."""
        with torch.inference_mode():
            p_hs, p_os = self._network.predict(
                self._tensor(sar), None if optical is None else self._tensor(optical), hallucinate
            )
        return _array(p_hs), _array(p_os)

    def _tensor(self, image: np.ndarray) -> Tensor:
        return torch.from_numpy(image)[None].to(
            self.device, dtype=self._dtype, memory_format=torch.channels_last
        )


def _array(probability: Tensor | None) -> np.ndarray | None:
    return None if probability is None else probability[0].cpu().numpy()
