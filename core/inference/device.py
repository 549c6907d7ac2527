"""The device and the precision that networks compute with."""

from __future__ import annotations

import os
import re
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import nn

from ..hatch.errors import InputError
from ..hatch.jobs import AUTO, INT8
from ..hatch.messages import Message

Network = TypeVar("Network", bound=nn.Module)

# A machine with one of these has an NVIDIA driver, and so an NVIDIA GPU.
DRIVER_FILES = (
    Path("/proc/driver/nvidia/version"),
    Path("/usr/lib/wsl/lib/libcuda.so.1"),
    Path(os.environ.get("SYSTEMROOT", "/Windows"), "System32", "nvcuda.dll"),
)


def choose_device(wanted: str = AUTO) -> tuple[torch.device, Message]:
    """The device for one of jobs.PREDICTION_DEVICES, and why it was chosen.

    Of several NVIDIA GPUs the one with the most memory becomes PyTorch's current one. A GPU that
    this build of PyTorch has no code for, because it is too old or too new, does not count. Raises
    InputError if the wanted device is not available.
    """
    gpu = _select_gpu() if torch.cuda.is_available() and wanted in (AUTO, "cuda") else None
    available = {"cuda": gpu is not None, "mps": torch.backends.mps.is_available(), "cpu": True}
    without_code = torch.cuda.is_available() and gpu is None
    if wanted == INT8:
        wanted = "cpu"
    if wanted != AUTO:
        if wanted == "cuda" and without_code:
            raise InputError(
                "This build of PyTorch has no code for the {gpu}; choose auto or cpu.",
                gpu=torch.cuda.get_device_name(),
            )
        if not available.get(wanted):
            raise InputError(
                "This machine has no {wanted} device; choose auto or cpu.", wanted=wanted
            )
        return torch.device(wanted), Message("as chosen in the settings")
    if available["cuda"]:
        return torch.device("cuda"), Message("{gpu} found", gpu=torch.cuda.get_device_name())
    if available["mps"]:
        return torch.device("mps"), Message("Apple GPU found")
    if torch.version.cuda is None and any(path.exists() for path in DRIVER_FILES):
        return torch.device("cpu"), Message("this PyTorch was built without GPU support")
    if without_code:
        return torch.device("cpu"), Message("this build of PyTorch has no code for the NVIDIA GPU")
    return torch.device("cpu"), Message("no NVIDIA GPU found")


def _select_gpu() -> int | None:
    """Make the best NVIDIA GPU the current one and return its index, None if none fits."""
    architectures = torch.cuda.get_arch_list()
    usable = [
        index
        for index in range(torch.cuda.device_count())
        if torch.version.hip or has_kernels(torch.cuda.get_device_capability(index), architectures)
    ]
    if not usable:
        return None
    best = max(usable, key=lambda index: torch.cuda.get_device_properties(index).total_memory)
    torch.cuda.set_device(best)
    return best


def has_kernels(capability: tuple[int, int], architectures: list[str]) -> bool:
    """Whether a build for these architectures, such as "sm_86", runs on a GPU.

    Binary code, sm, runs on GPUs of its major version and at least its minor one; intermediate
    code, compute, on all later ones.
    """
    for architecture in architectures:
        kind, _, digits = architecture.partition("_")
        number = int(re.sub(r"\D", "", digits))  # of sm_90a, too
        built = divmod(number, 10)
        if kind == "compute" and built <= capability:
            return True
        if kind == "sm" and built[0] == capability[0] and built <= capability:
            return True
    return False


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
