"""What the networks compute on, and why."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeVar

import torch
from torch import nn

from ..hatch.errors import InputError
from ..hatch.jobs import AUTO

Network = TypeVar("Network", bound=nn.Module)


def choose_device(wanted: str = AUTO) -> tuple[torch.device, str]:
    """The device for "auto", "cpu", "cuda" or "mps", and the reason in words.

    Raises InputError when the one wanted is not there.
    """
    there = {
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
        "cpu": True,
    }
    if wanted != AUTO:
        if not there.get(wanted):
            raise InputError(f"This machine has no {wanted} device; choose auto or cpu.")
        return torch.device(wanted), "as chosen in the settings"
    if there["cuda"]:
        return torch.device("cuda"), f"{torch.cuda.get_device_name()} found"
    if there["mps"]:
        return torch.device("mps"), "Apple GPU found"
    if torch.version.cuda is None:
        return torch.device("cpu"), "this PyTorch was built without GPU support"
    return torch.device("cpu"), "no NVIDIA GPU found"


def computes_bfloat16(device: torch.device) -> bool:
    """Whether bfloat16 is fast there. On a CPU without its instructions it is many times slower."""
    if device.type == "cpu":
        return bool(torch.cpu._is_avx512_bf16_supported())
    return device.type == "cuda" and torch.cuda.is_bf16_supported()


def on_device(network: Network, device: torch.device) -> Network:
    """The network moved there, channels last, the layout that convolutions are fastest in."""
    network.to(device)
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return network


def autocast(device: torch.device) -> AbstractContextManager[Any]:
    """The precision to train and validate in: bfloat16 where it is fast, else float32."""
    if computes_bfloat16(device):
        return torch.autocast(device.type, torch.bfloat16)
    return nullcontext()
