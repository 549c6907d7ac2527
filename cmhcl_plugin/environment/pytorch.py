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
# The oldest drivers for CUDA 13 and 12: docs.nvidia.com/cuda/cuda-toolkit-release-notes.
OLDEST_DRIVERS = ((580, "cu130"), (525, "cu126"))
CUDA_MB = (2800, 6500)
CPU_MB = (400, 1600)  # with OpenVINO
CPU = "cpu"  # name of the build
DRIVER_QUERY = ("--query-gpu=driver_version", "--format=csv,noheader")  # of nvidia-smi


@dataclass(frozen=True)
class Build:
    """A build of PyTorch: its name, its index (empty: the general one), megabytes to download and
    on disk with everything else that the worker needs."""

    name: str
    index: str
    download_mb: int
    disk_mb: int


def choose_build(driver: Optional[int], platform: str = sys.platform) -> Build:
    """The build for a machine with this NVIDIA driver (its major version; None: no driver)."""
    if platform == "darwin":
        return Build("mps", "", 250, 1200)
    for oldest, cuda in OLDEST_DRIVERS:
        if driver is not None and driver >= oldest:
            return Build(cuda, PYTORCH_INDEX + cuda, *CUDA_MB)
    index = PYTORCH_INDEX + "cpu" if platform == "linux" else ""
    return Build(CPU, index, *CPU_MB)


def driver_from_nvidia_smi(output: str) -> Optional[int]:
    """The major version in what ``nvidia-smi`` prints for DRIVER_QUERY."""
    found = re.match(r"(\d+)\.\d+", output.strip())
    return int(found.group(1)) if found else None


def driver_from_proc(path: Path = Path("/proc/driver/nvidia/version")) -> Optional[int]:
    """The major version that Linux's kernel module states; None: there is none."""
    try:
        found = re.search(r"Kernel Module.*?\s(\d+)\.\d+", path.read_text(encoding="utf-8"))
    except OSError:
        return None
    return int(found.group(1)) if found else None
