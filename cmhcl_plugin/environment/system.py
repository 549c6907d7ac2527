"""What the worker's environment depends on in this system: libc, processor, sandbox of QGIS."""

from __future__ import annotations

import os
import platform
import re
import sys
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .install_failure import INTEL_MAC, OLD_LINUX

OLDEST_GLIBC = (2, 28)  # that PyTorch's wheels for Linux are built for: manylinux_2_28
FLATPAK_INFO = Path("/.flatpak-info")

translate = QCoreApplication.translate


def why_unsupported() -> str:
    """Why there is no PyTorch for this system, as one sentence; "" if there is."""
    if sys.platform == "darwin" and platform.machine() == "x86_64":
        return _without_intel(os.uname().version)
    if sys.platform == "linux" and is_too_old(_libc()):
        return translate("InstallFailure", OLD_LINUX)
    return ""


def is_too_old(libc: str) -> bool:
    """Whether a C library, such as "glibc 2.17", is a glibc older than OLDEST_GLIBC."""
    found = re.fullmatch(r"glibc (\d+)\.(\d+).*", libc)
    return found is not None and (int(found[1]), int(found[2])) < OLDEST_GLIBC


def _libc() -> str:
    try:
        return os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (OSError, ValueError):  # another C library, such as musl
        return ""


def _without_intel(kernel: str) -> str:
    """Why a program for Intel's processors finds no PyTorch on a Mac with this kernel."""
    if "ARM64" in kernel:  # an Apple processor, which translates QGIS's instructions
        return translate(
            "InstallFailure",
            "This QGIS is made for Intel processors, for which there is no PyTorch; install the "
            "QGIS for Apple processors.",
        )
    return translate("InstallFailure", INTEL_MAC)


def sandbox() -> str:
    """The sandbox that QGIS runs in: "Flatpak", "Snap" or "".

    SNAP is also set in a QGIS that another Snap, such as an editor, has started.
    """
    if FLATPAK_INFO.is_file():
        return "Flatpak"
    snap = os.environ.get("SNAP")
    return "Snap" if snap and QgsApplication.prefixPath().startswith(f"{snap}/") else ""
