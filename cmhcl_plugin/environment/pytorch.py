"""The builds of PyTorch and the machines they are for.

Standard library only, since ``make env`` (tools/make_env.py) chooses a build by it as well.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

# PyTorch's own public indexes: pytorch.org/get-started/locally. The general index has the CUDA
# build for Linux, the CPU build for Windows, and the one for Apple's GPUs.
PYTORCH_INDEX = "https://download.pytorch.org/whl/"
# The builds for NVIDIA GPUs: name, oldest driver, oldest and newest compute capability. Drivers are
# from docs.nvidia.com/cuda/cuda-toolkit-release-notes, capabilities from PyTorch's RELEASE.md.
CUDA_BUILDS = (("cu130", 580, (7, 5), (99, 0)), ("cu126", 525, (5, 0), (9, 0)))
NEWEST_DRIVER = CUDA_BUILDS[0][1]
GENERAL_LINUX = "cu130"  # the build for Linux in the general index
CUDA_MB = (2800, 6500)
CPU_MB = (400, 1600)  # with OpenVINO
CPU = "cpu"  # name of the build
# Of nvidia-smi; drivers that are too old for PyTorch do not know the second.
DRIVER_QUERY = ("--query-gpu=driver_version", "--format=csv,noheader")
CAPABILITY_QUERY = ("--query-gpu=compute_cap", "--format=csv,noheader")

Capability = tuple[int, int]


@dataclass(frozen=True)
class Build:
    """A build of PyTorch: its name, its index (empty: the general one), megabytes to download and
    on disk with everything else that the worker needs."""

    name: str
    index: str
    download_mb: int
    disk_mb: int


def choose_build(
    driver: Optional[int], platform: str = sys.platform, capability: Optional[Capability] = None
) -> Build:
    """The build for a machine with this NVIDIA driver: its major version, or None.

    ``capability`` is that of its newest GPU, None if unknown.
    """
    if platform == "darwin":
        return Build("mps", "", 250, 1200)
    for name, oldest, lowest, highest in CUDA_BUILDS:
        is_made_for = capability is None or lowest <= capability <= highest
        if driver is not None and driver >= oldest and is_made_for:
            return Build(name, PYTORCH_INDEX + name, *CUDA_MB)
    index = PYTORCH_INDEX + "cpu" if platform == "linux" else ""
    return Build(CPU, index, *CPU_MB)


def driver_from_nvidia_smi(output: str) -> Optional[int]:
    """The major version in what ``nvidia-smi`` prints for DRIVER_QUERY."""
    found = re.match(r"(\d+)\.\d+", output.strip())
    return int(found.group(1)) if found else None


def general_build(platform: str = sys.platform) -> Build:
    """The build in the general index."""
    if platform == "linux":
        return Build(GENERAL_LINUX, "", *CUDA_MB)
    return choose_build(None, platform)


def capability_from_nvidia_smi(output: str) -> Optional[Capability]:
    """The highest capability in what ``nvidia-smi`` prints for CAPABILITY_QUERY."""
    found = re.findall(r"^(\d+)\.(\d+)\s*$", output, re.M)
    return max(((int(major), int(minor)) for major, minor in found), default=None)


def driver_from_proc(path: Path = Path("/proc/driver/nvidia/version")) -> Optional[int]:
    """The major version that Linux's kernel module reports, None without the module."""
    try:
        found = re.search(r"Kernel Module.*?\s(\d+)\.\d+", path.read_text(encoding="utf-8"))
    except OSError:
        return None
    return int(found.group(1)) if found else None
