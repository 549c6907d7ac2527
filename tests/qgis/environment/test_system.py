"""What the environment depends on in the system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("libc", "too_old"),
    [("glibc 2.17", True), ("glibc 2.28", False), ("glibc 2.41", False), ("", False)],
)
def test_glibc_that_is_too_old_is_named(
    libc: str, too_old: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.system import why_unsupported

    monkeypatch.setattr(os, "confstr", lambda _: libc)
    assert ("needs glibc 2.28" in why_unsupported()) == too_old


@pytest.mark.parametrize(
    ("machine", "kernel", "problem"),
    [
        ("arm64", "root:xnu-10063~1/RELEASE_ARM64_T6000", ""),
        ("x86_64", "root:xnu-10063~1/RELEASE_X86_64", "Macs with an Intel processor"),
        ("x86_64", "root:xnu-10063~1/RELEASE_ARM64_T6000", "install the QGIS for Apple"),
    ],
)
def test_mac_without_an_apple_processor_is_unsupported(
    machine: str, kernel: str, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import system

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(system.platform, "machine", lambda: machine)
    names = os.uname()
    monkeypatch.setattr(os, "uname", lambda: type(names)((*names[:3], kernel, machine)))
    found = system.why_unsupported()
    assert problem in found and bool(found) == bool(problem)


def test_sandbox_of_qgis_is_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment import system
    from qgis.core import QgsApplication

    monkeypatch.delenv("SNAP", raising=False)
    assert system.sandbox() == ""
    monkeypatch.setenv("SNAP", "/snap/code/184")  # QGIS was started in an editor's terminal
    assert system.sandbox() == ""
    monkeypatch.setattr(QgsApplication, "prefixPath", staticmethod(lambda: "/snap/qgis/12/usr"))
    monkeypatch.setenv("SNAP", "/snap/qgis/12")
    assert system.sandbox() == "Snap"
    monkeypatch.setattr(system, "FLATPAK_INFO", tmp_path / ".flatpak-info")
    (tmp_path / ".flatpak-info").touch()
    assert system.sandbox() == "Flatpak"
