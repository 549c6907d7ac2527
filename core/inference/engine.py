"""A loaded model on a device."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from ..hatch.jobs import AUTO
from ..models.store import load_model
from ..raster.tiles import TILE_SIZE
from .device import choose_device, computes_bfloat16, on_device
from .predict import Encoded


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
    streams
        Number of threads that should predict tiles at the same time.
    """

    tile = TILE_SIZE
    streams = 1

    def __init__(self, folder: Path, device: str = AUTO, precision: str = "") -> None:
        """Load a model. Raises ModelError if it is damaged, InputError if the device is missing.

        ``precision`` is "bf16" or "fp32"; by default bf16 if the device computes it fast.
        """
        self.folder = folder
        self.device, self.reason = choose_device(device)
        precision = precision or ("bf16" if computes_bfloat16(self.device) else "fp32")
        self._dtype = torch.bfloat16 if precision == "bf16" else torch.float32
        network, self.manifest = load_model(folder)
        self._network = on_device(network.to(self._dtype), self.device)
        version = str(torch.__version__)
        if self.device.type == "cpu":  # without the build, which may be the one for CUDA
            version = version.partition("+")[0]
        self.name = f"PyTorch {version} on {self.device.type}, {precision}"

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> tuple[np.ndarray | None, np.ndarray | None]:
        """As ``Predictor.predict``; h and w are multiples of 32."""
        with torch.inference_mode():
            p_hs, p_os = self._network.predict(
                self._tensor(sar), None if optical is None else self._tensor(optical), hallucinate
            )
        return _array(p_hs), _array(p_os)

    @property
    def has_click_head(self) -> bool:
        """Whether the model has a head for clicks."""
        return self._network.click is not None

    def encode(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> Encoded:
        """As ``ClickEngine.encode``."""
        with torch.inference_mode():
            fused = self._network.fused(
                self._tensor(sar), None if optical is None else self._tensor(optical), hallucinate
            )
            p_hs, p_os = self._network.probabilities(*fused)
        f_hs, f_os = (None if f is None else f.half() for f in fused)
        return (_array(p_hs), _array(p_os)), (_array(f_hs), _array(f_os))

    def click(self, features: np.ndarray, maps: np.ndarray, source: int) -> np.ndarray:
        """As ``ClickEngine.click``. Raises ValueError if it has no head for clicks."""
        if self._network.click is None:
            raise ValueError("the model has no head for clicks")
        with torch.inference_mode():
            logits = self._network.click(self._tensor(features), self._tensor(maps), source)
            upsampled = F.interpolate(
                logits.float(), scale_factor=2.0, mode="bilinear", align_corners=False
            )
        return upsampled[0, 0].cpu().numpy()

    def _tensor(self, image: np.ndarray) -> Tensor:
        # Converted on the device: a copy that converts, too, converts on the CPU.
        moved = torch.from_numpy(image)[None].to(self.device)
        return moved.to(self._dtype, memory_format=torch.channels_last)


def _array(probability: Tensor | None) -> np.ndarray | None:
    return None if probability is None else probability[0].cpu().numpy()
