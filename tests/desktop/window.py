"""A real QGIS window on a display of its own, driven by ``drive.py`` or another driver."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
DESKTOP = Path(__file__).parent
SCREEN = "1600x900x24"


def newest_zip() -> Path:
    """``make zip``, and the zip."""
    subprocess.run(["make", "zip"], cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
    zips = (REPOSITORY / "dist").glob("cmhcl-*.zip")
    return max(zips, key=lambda path: path.stat().st_mtime)


def simulate(folder: Path, *, size: int, seed: int = 1, style: str = "") -> None:
    """A scene of ``size`` pixels: sar.tif, optical.tif and buildings.geojson."""
    options = ["--seed", str(seed), "--size", str(size), "--out", str(folder)]
    options += ["--style", style] if style else []
    command = [str(REPOSITORY / ".venv" / "bin" / "python"), "-m", "core", "simulate", *options]
    subprocess.run(command, cwd=REPOSITORY, check=True)


def drive_window(folder: Path, sar: Path, optical: Path | None, timeout_s: float) -> dict[str, Any]:
    """Install the zip into a fresh profile, extract footprints by clicking; what was seen.

    Screenshots lie in the folder as empty, ready, running, done and map ``.png``.
    Raises subprocess.TimeoutExpired when QGIS does not end in time.
    """
    folder.mkdir(parents=True, exist_ok=True)
    plan = {
        "zip": str(newest_zip()),
        "sar": str(sar),
        "optical": str(optical) if optical else "",
        "out": str(folder / "footprints.gpkg"),
    }
    return drive(folder, "drive.py", plan, timeout_s)


def profile(folder: Path, theme: str = "default", language: str = "en") -> None:
    """QGIS's look and language for ``drive``, before QGIS makes its profile in the folder."""
    settings = folder / "profiles" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    locale = f"[locale]\noverrideFlag=true\nuserLocale={language}\n"
    settings.write_text(f"[UI]\nUITheme={theme}\n\n{locale}", encoding="utf-8")


def drive(
    folder: Path, driver: str, plan: dict[str, str], timeout_s: float, screen: str = SCREEN
) -> dict[str, Any]:
    """Run QGIS with a profile in the folder and a driver that follows the plan; what it saw.

    ``screen`` is WIDTHxHEIGHTxDEPTH.

    Raises subprocess.TimeoutExpired when QGIS does not end in time.
    """
    plan = {**plan, "folder": str(folder)}
    (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    (folder / "seen.json").unlink(missing_ok=True)
    temporary = folder / "tmp"  # else QGIS would ask about layers in the system's
    temporary.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "LC_ALL": "C.UTF-8",  # drivers read English
        "TMPDIR": str(temporary),
        "CMHCL_DRIVE": str(folder / "plan.json"),
        "CMHCL_DESKTOP": str(DESKTOP),
        "CMHCL_PYTHON": str(REPOSITORY / ".venv" / "bin" / "python"),
        "QT_QPA_PLATFORM": "xcb",
    }
    qgis = ["qgis", "--profiles-path", str(folder / "profiles"), "--nologo", "--noversioncheck"]
    inside = 'openbox & exec "$@"'
    command = ["xvfb-run", "-a", "-s", f"-screen 0 {screen}", "sh", "-c", inside, "sh", *qgis]
    with (folder / "qgis.log").open("ab") as log:
        process = subprocess.Popen(
            [*command, "--code", str(DESKTOP / driver)],
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            process.wait(timeout_s)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # a hung QGIS, and openbox
    seen: dict[str, Any] = json.loads((folder / "seen.json").read_text(encoding="utf-8"))
    return seen
