"""Tiny wheels, and the installation of them."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

SELFTEST = """import tiny, torch; print('a warning\\n{"engine": "PyTorch 1"}')\n"""


def make_wheel(folder: Path, name: str) -> None:
    """``NAME-1.0``: one module, no dependencies."""
    folder.mkdir(exist_ok=True)
    info = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}.py", "")
        wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")


def installed(qtbot: Any, folder: Path | str, installer: Any = None) -> str:
    """Install from a folder of wheels (empty: from pip's index) and return the problem."""
    from cmhcl_footprints.cmhcl_plugin.environment.installation import PackageSource
    from cmhcl_footprints.cmhcl_plugin.environment.installer import Installer

    installer = installer or Installer()
    with qtbot.waitSignal(installer.finished, timeout=120_000) as signal:
        installer.install(PackageSource(wheels=str(folder)))
    assert not installer.is_running
    return str(signal.args[0])
