"""Which build of PyTorch suits this machine, where it comes from and how large it is."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication

from .steps import Command, Steps

# PyTorch's own public indexes: pytorch.org/get-started/locally. The general index has the CUDA
# build for Linux, the CPU build for Windows, and the one for Apple's GPUs.
PYTORCH_INDEX = "https://download.pytorch.org/whl/"
# The oldest drivers for CUDA 13 and 12: docs.nvidia.com/cuda/cuda-toolkit-release-notes.
OLDEST_DRIVERS = ((580, "cu130"), (525, "cu126"))
NVIDIA_SMI_S = 20

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Build:
    """A build of PyTorch: its name, its index (empty: the general one), megabytes to download and
    on disk with everything else that the worker needs, and why it was chosen, as one sentence."""

    name: str
    index: str
    download_mb: int
    disk_mb: int
    reason: str


def choose_build(driver: Optional[int], platform: str = sys.platform) -> Build:
    """The build for a machine with this NVIDIA driver (its major version; None: no driver)."""
    if platform == "darwin":
        reason = translate("Build", "PyTorch is installed with support for Apple’s GPU.")
        return Build("mps", "", 250, 1200, reason)
    for oldest, cuda in OLDEST_DRIVERS:
        if driver is not None and driver >= oldest:
            reason = translate("Build", "NVIDIA driver {} found: PyTorch is installed for the GPU.")
            return Build(cuda, PYTORCH_INDEX + cuda, 2800, 6500, reason.format(driver))
    index = PYTORCH_INDEX + "cpu" if platform == "linux" else ""
    reason = translate("Build", "No NVIDIA driver found: PyTorch is installed for the CPU.")
    if driver is not None:
        reason = translate(
            "Build",
            "The NVIDIA driver {} is too old for PyTorch, which is installed for the CPU; with "
            "driver {} or newer, remove the environment and install it again.",
        ).format(driver, OLDEST_DRIVERS[0][0])
    return Build("cpu", index, 320, 1400, reason)


def find_driver() -> Steps[Optional[int]]:
    """The major version of the NVIDIA driver; None: there is none."""
    driver = driver_from_proc()
    program = shutil.which("nvidia-smi")
    if driver is None and program:
        query = [program, "--query-gpu=driver_version", "--format=csv,noheader"]
        looking = translate("Build", "Looking for a GPU")
        outcome = yield Command(query, looking, NVIDIA_SMI_S)
        driver = driver_from_nvidia_smi(outcome.output)
    return driver


def driver_from_nvidia_smi(output: str) -> Optional[int]:
    """The major version in what ``nvidia-smi --query-gpu=driver_version`` prints."""
    found = re.match(r"(\d+)\.\d+", output.strip())
    return int(found.group(1)) if found else None


def driver_from_proc(path: Path = Path("/proc/driver/nvidia/version")) -> Optional[int]:
    """The major version that Linux's kernel module states; None: there is none."""
    try:
        found = re.search(r"Kernel Module.*?\s(\d+)\.\d+", path.read_text(encoding="utf-8"))
    except OSError:
        return None
    return int(found.group(1)) if found else None
