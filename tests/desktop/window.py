"""A real QGIS window on a display of its own, driven by ``drive.py``."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
DRIVER = Path(__file__).with_name("drive.py")
SCREEN = "1600x900x24"


def newest_zip() -> Path:
    """``make zip``, and the zip."""
    subprocess.run(["make", "zip"], cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
    zips = (REPOSITORY / "dist").glob("cmhcl-*.zip")
    return max(zips, key=lambda path: path.stat().st_mtime)


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
        "folder": str(folder),
    }
    (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    environment = {
        **os.environ,
        "CMHCL_DRIVE": str(folder / "plan.json"),
        "CMHCL_PYTHON": str(REPOSITORY / ".venv" / "bin" / "python"),
        "QT_QPA_PLATFORM": "xcb",
    }
    qgis = ["qgis", "--profiles-path", str(folder / "profiles"), "--nologo", "--noversioncheck"]
    inside = 'openbox & exec "$@"'
    command = ["xvfb-run", "-a", "-s", f"-screen 0 {SCREEN}", "sh", "-c", inside, "sh", *qgis]
    with (folder / "qgis.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--code", str(DRIVER)],
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
