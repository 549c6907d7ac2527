"""The lock files of the worker's environment, which ``tools/lock.py`` writes.

They have the exact version of every package, with the hashes of its wheels for every system and
Python, except those of the wheels in PyTorch's own index, which differ from the general index.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ...core.hatch import requirements
from ..paths import ROOT
from .pytorch import GENERAL_LINUX

LOCKS = ROOT / "resources" / "locks"
PIP = "pip"
TORCH = "torch"  # as in the general index
OPENVINO = "openvino"
LIBRARIES = "libraries"  # what else CMH-CL and PyTorch need on any device
CUDA_13 = "cuda13"  # what PyTorch's build cu130 for Linux needs for NVIDIA GPUs
HEAD = "# requirements: "


def lock_files(*names: str) -> list[Path]:
    """These files, none if one is missing or was made for other requirements."""
    paths = [LOCKS / f"{name}.txt" for name in names]
    head = HEAD + requirements.requirements_digest()
    return paths if all(_first_line(path) == head for path in paths) else []


def libraries_of(build: str, platform: str = sys.platform) -> tuple[str, ...]:
    """The names of the files for CMH-CL and a build of PyTorch, "" for an unknown one."""
    return (LIBRARIES, CUDA_13) if platform == "linux" and build == GENERAL_LINUX else (LIBRARIES,)


def are_complete(build: str, platform: str = sys.platform) -> bool:
    """Whether these files have all that the build needs: not for CUDA 12 or an unknown one."""
    return bool(build) and (platform != "linux" or build in ("cpu", GENERAL_LINUX))


def _first_line(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            return file.readline().strip()
    except OSError:
        return ""
