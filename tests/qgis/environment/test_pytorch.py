"""The build of PyTorch for a machine, and its NVIDIA driver."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("driver", "platform", "name", "index"),
    [
        (None, "linux", "cpu", "cpu"),
        (None, "win32", "cpu", ""),
        (580, "linux", "cu130", "cu130"),
        (580, "win32", "cu130", "cu130"),
        (535, "linux", "cu126", "cu126"),
        (470, "linux", "cpu", "cpu"),
        (None, "darwin", "mps", ""),
    ],
)
def test_build_for_the_machine(driver: Any, platform: str, name: str, index: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.nvidia_driver import reason_for
    from cmhcl_footprints.cmhcl_plugin.environment.pytorch import PYTORCH_INDEX, choose_build

    build = choose_build(driver, platform)
    assert build.name == name and build.index == (PYTORCH_INDEX + index if index else "")
    assert ("too old" in reason_for(build, driver)) == (driver == 470)


@pytest.mark.parametrize(
    ("driver", "capability", "name", "reason"),
    [
        (580, (6, 1), "cu126", "NVIDIA driver 580 found"),  # GTX 1080
        (580, (12, 0), "cu130", "NVIDIA driver 580 found"),  # RTX 5090
        (570, (12, 0), "cpu", "with driver 580 or newer"),
        (580, (3, 5), "cpu", "The NVIDIA GPU is too old"),
    ],
)
def test_build_for_the_gpu(driver: int, capability: Any, name: str, reason: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.nvidia_driver import reason_for
    from cmhcl_footprints.cmhcl_plugin.environment.pytorch import choose_build

    build = choose_build(driver, "linux", capability)
    assert build.name == name and reason in reason_for(build, driver, capability)


def test_general_index_has_another_build_on_each_system() -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.pytorch import CUDA_MB, general_build

    linux, windows = general_build("linux"), general_build("win32")
    assert (linux.download_mb, linux.disk_mb) == CUDA_MB and linux.name == "cu130"
    assert windows.name == "cpu" and general_build("darwin").name == "mps"


def test_the_newest_of_several_gpus_counts() -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.pytorch import capability_from_nvidia_smi

    assert capability_from_nvidia_smi("6.1\n12.0\n8.6\n") == (12, 0)
    assert capability_from_nvidia_smi("8.6\r\n") == (8, 6)
    assert capability_from_nvidia_smi('Field "compute_cap" is not a valid field') is None


def test_driver_version_is_found_in_both_forms(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.pytorch import (
        driver_from_nvidia_smi,
        driver_from_proc,
    )

    assert driver_from_nvidia_smi("580.82.07\n580.82.07\n") == 580
    failed = "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver."
    assert driver_from_nvidia_smi(failed) is None
    version = tmp_path / "version"
    assert driver_from_proc(version) is None
    version.write_text(
        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12 19:39:15 UTC 2024\n"
        "GCC version:  gcc version 12.2.0 (Debian 12.2.0-14)\n"
    )
    assert driver_from_proc(version) == 535
    version.write_text(
        "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  Release Build\n"
    )
    assert driver_from_proc(version) == 580
