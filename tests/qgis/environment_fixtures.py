"""A profile of its own, and packages to install into it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from wheels import SELFTEST, make_wheel


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty profile, with a space and letters of several alphabets in its path."""
    from qgis.core import QgsApplication

    folder = tmp_path / "Jörg’s профиль 测试"
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", staticmethod(lambda: str(folder)))
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return folder


@pytest.fixture
def wheels(profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Requirements of tiny packages, a folder with their wheels, and a self-test of them."""
    from cmhcl_footprints.cmhcl_plugin.environment import installation
    from cmhcl_footprints.core.hatch import requirements

    folder, root = tmp_path / "wheels", tmp_path / "root"
    for name in ("torch", "tiny", "openvino"):
        make_wheel(folder, name)
    required = tmp_path / "requirements.txt"
    required.write_text("# What is needed.\ntorch==1.0\ntiny==1.0\n")
    optional = tmp_path / "requirements-openvino.txt"
    optional.write_text("openvino==1.0\n")
    (root / "core").mkdir(parents=True)
    (root / "core" / "selftest.py").write_text(SELFTEST)
    monkeypatch.setattr(requirements, "REQUIREMENTS", required)
    monkeypatch.setattr(requirements, "OPENVINO", optional)
    monkeypatch.setattr(installation, "ROOT", root)
    monkeypatch.setattr(installation, "find_uv", lambda: None)
    monkeypatch.setattr(installation, "find_interpreters", lambda: [Path("/usr/bin/python3")])
    assert not profile.exists()
    return folder
