"""The NVIDIA driver of this machine, and why a build of PyTorch was chosen for it."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication

from .commands import Command, Commands
from .programs import find_program
from .pytorch import (
    CAPABILITY_QUERY,
    CUDA_BUILDS,
    DRIVER_QUERY,
    NEWEST_DRIVER,
    Build,
    Capability,
    capability_from_nvidia_smi,
    driver_from_nvidia_smi,
    driver_from_proc,
)

NVIDIA_SMI_S = 20

translate = QCoreApplication.translate


def reason_for(build: Build, driver: Optional[int], capability: Optional[Capability] = None) -> str:
    """Why ``choose_build`` chose this build, as one sentence."""
    if build.name == "mps":
        return translate("Build", "PyTorch is installed with support for Apple’s GPU.")
    if build.name != "cpu":
        reason = translate("Build", "NVIDIA driver {} found: PyTorch is installed for the GPU.")
        return reason.format(driver)
    if driver is None:
        return translate("Build", "No NVIDIA driver found: PyTorch is installed for the CPU.")
    oldest_gpu = min(lowest for _, _, lowest, _ in CUDA_BUILDS)
    if capability is not None and capability < oldest_gpu:
        return translate(
            "Build", "The NVIDIA GPU is too old for PyTorch, which is installed for the CPU."
        )
    return translate(
        "Build",
        "The NVIDIA driver {} is too old for PyTorch, which is installed for the CPU; with "
        "driver {} or newer, remove the environment and install it again.",
    ).format(driver, NEWEST_DRIVER)


def find_driver() -> Commands[Optional[int]]:
    """Major version of the NVIDIA driver, or None."""
    driver = driver_from_proc()
    program = find_program("nvidia-smi")
    if driver is None and program:
        looking = translate("Build", "Looking for a GPU")
        result = yield Command([str(program), *DRIVER_QUERY], looking, NVIDIA_SMI_S)
        driver = driver_from_nvidia_smi(result.output)
    return driver


def find_capability() -> Commands[Optional[Capability]]:
    """The highest compute capability of the NVIDIA GPUs, None if unknown."""
    program = find_program("nvidia-smi")
    if program is None:
        return None
    looking = translate("Build", "Looking for a GPU")
    result = yield Command([str(program), *CAPABILITY_QUERY], looking, NVIDIA_SMI_S)
    return capability_from_nvidia_smi(result.output)
