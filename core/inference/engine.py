"""A loaded model on the device that computes it."""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ..hatch.jobs import AUTO
from ..models.store import load_model
from ..networks import CMHCL
from .device import choose_device, computes_bfloat16, on_device

TILE = 512


class TorchEngine:
    """PyTorch at the best precision that the device computes fast.

    ``name`` says library, device and precision; ``tile`` is the side in pixels that suits it.
    """

    tile = TILE

    def __init__(self, folder: Path, device: str = AUTO) -> None:
        """Load a model folder. Raises InputError when it is damaged or the device not there."""
        self.folder = folder
        self.device, self.reason = choose_device(device)
        network, self.manifest = load_model(folder)
        self._dtype = torch.bfloat16 if computes_bfloat16(self.device) else torch.float32
        self._network = on_device(network.to(self._dtype), self.device)
        precision = "bf16" if self._dtype == torch.bfloat16 else "fp32"
        self.name = f"PyTorch {torch.__version__} on {self.device.type}, {precision}"

    def with_network(self, network: CMHCL, remark: str) -> TorchEngine:
        """The same engine with other weights; ``remark`` goes into its name."""
        other = copy.copy(self)
        other._network = on_device(network.eval().to(self._dtype), self.device)
        other.name = f"{self.name}, {remark}"
        return other

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> tuple[np.ndarray | None, np.ndarray | None]:
        """Probabilities [2, h, w] in 0..1 of the HAL-SAR head and of the OPT-SAR head.

        The first is that of building, the second that of contact: the strip a pixel or two wide
        where two buildings touch. ``sar`` float32 [4, h, w] and ``optical`` float32 [5, h, w],
        standardised, NaN where nothing is known, h and w multiples of 32. Without ``hallucinate``
        the first head's are None, without ``optical`` the second's.
        """
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
