"""The devices that a job can run on. Standard library only, Python 3.9+."""

from __future__ import annotations

AUTO = "auto"  # the fastest available
INT8 = "cpu-int8"  # the CPU with 8-bit inference, which training cannot use
DEVICES = (AUTO, "cpu", "cuda", "mps")
PREDICTION_DEVICES = (*DEVICES, INT8)


def training_device(device: str) -> str:
    """The device to train on for one to predict on: the CPU for 8-bit inference on it."""
    return "cpu" if device == INT8 else device
