"""Opening and closing the plugin's window in a real QGIS, on a display of its own."""

from __future__ import annotations

from pathlib import Path

from tests.desktop.window import REPOSITORY, drive, newest_zip, simulate

from .usage import Usage

_CYCLE_S = 120.0
_START_S = 180.0
_LOGS = 5  # of the worker that a profile keeps


def soak_dialog(folder: Path, cycles: int) -> tuple[list[Usage], list[str]]:
    """What QGIS takes after each cycle, and what went wrong."""
    simulate(folder / "scene", size=128)
    plan = {
        "zip": str(newest_zip()),
        "sar": str(folder / "scene" / "sar.tif"),
        "cycles": str(cycles),
        "repository": str(REPOSITORY),
    }
    seen = drive(folder, "../../bench/soak/drive_dialog.py", plan, _START_S + cycles * _CYCLE_S)
    if "traceback" in seen:
        return [], [seen["traceback"]]
    problems = []
    first, last = (set(seen["files"][place]) for place in (0, -1))
    left = {path for path in last - first if "/logs/worker-" not in path}
    logs = [path for path in last if "/logs/worker-" in path]
    if left or len(logs) > _LOGS:
        problems.append(f"left behind: {', '.join(sorted(left) or logs)}")
    if "Traceback" in (folder / "qgis.log").read_text(encoding="utf-8"):
        problems.append("a traceback in QGIS")
    return [Usage(**usage) for usage in seen["usages"]], problems
