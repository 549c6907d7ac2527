"""The device and the precision that networks compute with."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeVar

import torch
from torch import nn

from ..hatch.errors import InputError
from ..hatch.jobs import AUTO
from ..hatch.messages import Message

Network = TypeVar("Network", bound=nn.Module)


def choose_device(wanted: str = AUTO) -> tuple[torch.device, str]:
    """The device for "auto", "cpu", "cuda" or "mps", and why it was chosen.

    Raises InputError if the wanted one is not available.
    """
    available = {
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
        "cpu": True,
    }
    if wanted != AUTO:
        if not available.get(wanted):
            raise InputError(
                "This machine has no {wanted} device; choose auto or cpu.", wanted=wanted
            )
        return torch.device(wanted), "as chosen in the settings"
    if available["cuda"]:
        return torch.device("cuda"), Message("{gpu} found", gpu=torch.cuda.get_device_name())
    if available["mps"]:
        return torch.device("mps"), "Apple GPU found"
    if torch.version.cuda is None:
        return torch.device("cpu"), "this PyTorch was built without GPU support"
    return torch.device("cpu"), "no NVIDIA GPU found"


def computes_bfloat16(device: torch.device) -> bool:
    """Whether the device computes bfloat16 fast; a CPU without its instructions is very slow."""
    if device.type == "cpu":
        return bool(torch.cpu._is_avx512_bf16_supported())
    return device.type == "cuda" and torch.cuda.is_bf16_supported()


def on_device(network: Network, device: torch.device) -> Network:
    """Move the network to the device, in the layout channels last, which is the fastest."""
    network.to(device)
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return network


def autocast(device: torch.device) -> AbstractContextManager[Any]:
    """Context of training and validation: bfloat16 if the device computes it fast, else float32."""
    if computes_bfloat16(device):
        return torch.autocast(device.type, torch.bfloat16)
    return nullcontext()
